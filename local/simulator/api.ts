/** What the simulator's page asks and does: screens and walls to look at, thumbs for the people. */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { channels } from "../../bots/index.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { type SimulatedPerson } from "../../shared/ports/simulator.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { postOf } from "../../shared/stores/staff.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { inviteStaff } from "../../shared/usecases/invite-staff.ts";
import { readBody, TOO_LARGE } from "../../functions/read-body.ts";
import { type LivePhone, openPhones } from "./phones.ts";
import { type Simulators } from "./simulators.ts";
import { words } from "./words.vi.ts";

export type SimulatorParts = { app: App; simulators: Simulators; base: string };

type Phones = ReadonlyMap<string, LivePhone>;

const MAX_ACT_BYTES = 16 * 1024;
const MAX_PHOTO_BYTES = 5 * 1024 * 1024;

export function simulatorApi(parts: SimulatorParts): Hono {
  const api = new Hono();
  const phones = openPhones(parts.simulators);
  api.get("/screens", (context) => screens(context, parts, phones));
  api.get("/staff", async (context) => context.json((await staff(parts.app)).map(({ id, name }) => ({ id, name }))));
  api.post("/phones/:phone/bind", (context) => withPhone(context, phones, (phone, act) => bind(parts.app, phone, act)));
  api.post("/phones/:phone/photo", (context) => sendPhoto(context, phones));
  api.post("/phones/:phone/:act", (context) =>
    withPhone(context, phones, ({ hand }, act) => play(hand, context.req.param("act"), act)),
  );
  return api;
}

/** All that can be seen, or 204 when nothing changed since the page last looked. */
async function screens(context: Context, parts: SimulatorParts, phones: Phones): Promise<Response> {
  const links = await chatLinks(parts.app, phones);
  const seen = {
    phones: [...phones.values()].map(({ hand, ...phone }) => ({ ...phone, messages: hand.messages() })),
    walls: [...parts.simulators].flatMap(([channel, simulator]) => {
      const wall = channels.find(({ name }) => name === channel)?.wall;
      return wall === undefined ? [] : [{ channel, title: wall, posts: simulator.wall() }];
    }),
  };
  const ours = [parts.base, parts.app.shop.publicUrl];
  const text = JSON.stringify(seen, (_, value: unknown) =>
    typeof value === "string" ? homely(value, ours, links) : value,
  );
  const version = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  context.header("cache-control", "no-store");
  context.header("x-version", version);
  if (context.req.query("seen") === version) return context.body(null, 204);
  return context.body(text, 200, { "content-type": "application/json; charset=utf-8" });
}

/** Where each pretended channel's links would lead in the world outside. */
async function chatLinks(app: App, phones: Phones): Promise<ReadonlyMap<string, string>> {
  const names = new Set([...phones.values()].map(({ channel }) => channel));
  const links = [...names].map(async (name) => [name, (await app.channels.get(name))?.chatLink() ?? ""] as const);
  return new Map(await Promise.all(links));
}

/**
 * Addresses as this browser reaches them, whatever name of the machine it uses; what would lead to a real provider
 * leads to the pretended phone.
 */
function homely(text: string, ours: readonly string[], links: ReadonlyMap<string, string>): string {
  if (!URL.canParse(text)) return text;
  const origin = ours.find((one) => text.startsWith(`${one}/`));
  if (origin !== undefined) return text.slice(origin.length);
  const channel = [...links].find(([, link]) => link !== "" && text.split("?")[0] === link)?.[0];
  if (channel === undefined) return text;
  const code = new URL(text).searchParams.get("start");
  return `/simulator?phone=${channel}${code === null ? "" : `&start=${encodeURIComponent(code)}`}`;
}

type Act = Readonly<Record<string, unknown>>;

const text = (act: Act, name: string): string => (typeof act[name] === "string" ? act[name] : "");

/** Only our own page can send JSON here: another site's would have to ask first, and is not answered. */
async function withPhone(
  context: Context,
  phones: Phones,
  run: (phone: LivePhone, act: Act) => Promise<number>,
): Promise<Response> {
  const phone = phones.get(context.req.param("phone") ?? "");
  if (!phone) return context.json({ error: "There is no such phone" }, 404);
  if (!context.req.header("content-type")?.startsWith("application/json"))
    return context.json({ error: "Send JSON" }, 415);
  const body = await readBody(context.req.raw, MAX_ACT_BYTES);
  if (body === TOO_LARGE) return context.json({ error: "Too large" }, 413);
  const status = await run(phone, JSON.parse(Buffer.from(body).toString("utf8")) as Act);
  return context.json({ delivered: status });
}

function play(hand: SimulatedPerson, name: string, act: Act): Promise<number> {
  switch (name) {
    case "say":
      return hand.say(text(act, "text"));
    case "tap":
      return hand.tap(text(act, "label"));
    case "start":
      return hand.start(text(act, "payload") || undefined);
    case "contact":
      return hand.shareContact(text(act, "phone"), text(act, "name"));
    default:
      throw new Error(`A phone can't ${name}`);
  }
}

async function sendPhoto(context: Context, phones: Phones): Promise<Response> {
  const phone = phones.get(context.req.param("phone") ?? "");
  const type = context.req.header("content-type") ?? "";
  if (!phone || !/^image\/(?:jpeg|png|webp)$/.test(type)) return context.json({ error: "Send a picture" }, 415);
  const bytes = await readBody(context.req.raw, MAX_PHOTO_BYTES);
  if (bytes === TOO_LARGE) return context.json({ error: "The picture is over 5 MB" }, 413);
  const status = await phone.hand.sendPhoto({ bytes, type }, context.req.query("caption") ?? "");
  return context.json({ delivered: status });
}

/** Invites this phone's owner as one of the staff, and types the code for them. */
async function bind(app: App, { hand }: LivePhone, act: Act): Promise<number> {
  const chosen = (await staff(app)).find(({ id }) => id === act["staff"]);
  if (!chosen) throw new Error("There are no such staff: choose one of the list");
  const invitation = await carryOut(app, () => inviteStaff(app, chosen.role));
  if (isRefused(invitation)) throw new Error(`The invitation was refused: ${invitation.code}`);
  return hand.say(invitation.code);
}

type Staff = { id: string; name: string; role: Role };

/** Producers with something for sale, by name; then the organizers and the office. */
async function staff(app: App): Promise<readonly Staff[]> {
  const { listings } = await loadCatalogue(app);
  const byId = new Map(listings.map(({ seller }) => [seller.id, seller]));
  const names = new Intl.Collator("vi");
  const producers = [...byId.values()].toSorted((one, other) => names.compare(one.name, other.name));
  return [
    ...producers.map(({ id, name }): Staff => staffOf({ role: "producer", producer: id }, name)),
    staffOf({ role: "organizer" }, words.organizer),
    staffOf({ role: "office" }, words.office),
  ];
}

const staffOf = (role: Role, name: string): Staff => ({ id: postOf(role), name, role });
