/** An organizer tells the public of a fair. The same fair told again sets its facts anew; the same facts write nothing. */
import { createHash } from "node:crypto";
import { FairAnnounced, FairChanged } from "../../events/fair.ts";
import { type Fair, fairKindOf } from "../domain/fair.ts";
import { type FairId } from "../domain/ids.ts";
import { refuse } from "../domain/result.ts";
import { advertisingBan, type AdvertisingBan } from "../domain/rules/advertising.ts";
import { nfc, slugify } from "../domain/text.ts";
import { type IsoDate, vietnamDate } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import {
  fairSlugOwner,
  fairWrite,
  findFair,
  newFairWrites,
  type StoredFair,
  unversionedFair,
} from "../stores/fairs.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";
import { sameName } from "./product-identity.ts";

/**
 * `kind` absent: what the name sounds like; `to` absent: one day. `id` names an announced fair whose facts these are,
 * where its very name, organizer or first day changes.
 */
export type AnnounceFair = Omit<Fair, "id" | "slug" | "status" | "kind" | "to" | "organizer"> & {
  id?: FairId;
  organizer: string;
  kind?: Fair["kind"];
  to?: IsoDate;
};

/** `ban`: why no wall may carry it. */
export type AnnouncedFair = { fair: Fair; outcome: "new" | "changed" | "same"; ban?: AdvertisingBan };

/** Characters of each text: with all of them at their longest, a post still fits beside a picture. */
export const FAIR_TEXT_LIMITS = { name: 150, organizer: 150, venue: 200, focus: 200 } as const;
type FairText = keyof typeof FAIR_TEXT_LIMITS;

const incomplete = (missing: readonly ("name" | "organizer" | "venue")[]) =>
  refuse({ code: "fair-incomplete", missing });
const tooLong = (field: FairText) => refuse({ code: "fair-text-too-long", field, most: FAIR_TEXT_LIMITS[field] });
const backwards = (from: IsoDate, to: IsoDate) => refuse({ code: "fair-dates-backwards", from, to });
const over = (to: IsoDate) => refuse({ code: "fair-over", to });

export type FairRefusal = ReturnType<typeof incomplete | typeof tooLong | typeof backwards | typeof over>;

export async function announceFair(
  app: App,
  { id: told, ...wish }: AnnounceFair,
): Promise<Plan<AnnouncedFair> | FairRefusal> {
  const facts = tidied(wish);
  const refusal = refusalOf(facts, vietnamDate(app.clock.now()));
  if (refusal) return refusal;
  const known = told === undefined ? undefined : await findFair(app.table, told);
  const id = fairIdOf(facts);
  const before = known ?? (await findFair(app.table, id));
  return before ? changeFair(app, before, facts) : announceNew(app, { ...facts, id });
}

async function announceNew(app: App, facts: Facts & { id: FairId }): Promise<Plan<AnnouncedFair>> {
  const [plain, own] = fairSlugs(facts);
  const owner = await fairSlugOwner(app.table, plain);
  const fair: Fair = { ...facts, slug: owner === undefined ? plain : own, status: "announced" };
  const ban = advertisingBan({ name: fair.name, aliases: [] });
  return {
    writes: newFairWrites(fair),
    events: [happened(app, FairAnnounced, `fair:${fair.id}`, { fairId: fair.id })],
    facts: { fair, outcome: "new", ...(ban === undefined ? {} : { ban }) },
  };
}

function changeFair(app: App, stored: StoredFair, facts: Facts): Plan<AnnouncedFair> {
  const before = unversionedFair(stored);
  const { id, slug, status } = before;
  // Told again, what was called off takes place after all.
  const fair: Fair = { ...facts, id, slug, status: status === "cancelled" ? "announced" : status };
  if (inOrder(fair) === inOrder(before)) return { writes: [], events: [], facts: { fair: before, outcome: "same" } };
  return {
    writes: [fairWrite(fair, { version: stored.version })],
    events: [happened(app, FairChanged, `fair:${id}`, { fairId: id })],
    facts: { fair, outcome: "changed" },
  };
}

/** Whatever order the facts came in. */
const inOrder = (fair: Fair): string =>
  JSON.stringify(Object.entries({ ...fair, venue: Object.entries(fair.venue).sort() }).sort());

type Facts = Omit<Fair, "id" | "slug" | "status"> & { organizer: string };

const oneLine = (text: string): string => nfc(text).replaceAll(/\s+/g, " ").trim();

function tidied({ kind, to, focus, ...wish }: Omit<AnnounceFair, "id">): Facts {
  const name = oneLine(wish.name);
  return {
    ...wish,
    name,
    kind: kind ?? fairKindOf(name),
    organizer: oneLine(wish.organizer),
    to: to ?? wish.from,
    venue: { ...wish.venue, text: oneLine(wish.venue.text) },
    ...(focus === undefined ? {} : { focus: oneLine(focus) }),
  };
}

function refusalOf({ name, organizer, venue, focus = "", from, to }: Facts, today: IsoDate): FairRefusal | undefined {
  const needed = { name, organizer, venue: venue.text };
  const missing = (["name", "organizer", "venue"] as const).filter((field) => needed[field] === "");
  if (missing.length > 0) return incomplete(missing);
  const texts = { ...needed, focus };
  const long = (["name", "organizer", "venue", "focus"] as const).find(
    (field) => texts[field].length > FAIR_TEXT_LIMITS[field],
  );
  if (long) return tooLong(long);
  if (to < from) return backwards(from, to);
  // One that is on today may still be told of.
  return to < today ? over(to) : undefined;
}

const digest = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

/** Organizer, name and first day make a fair, so that telling of it twice makes one. */
export const fairIdOf = ({ organizer = "", name, from }: Pick<Fair, "organizer" | "name" | "from">): FairId =>
  `fai_${digest(`${sameName(organizer)}\n${sameName(name)}\n${from}`, 32)}` as FairId;

/** With its year, since most fairs come back; and one with a tail where another fair has that address. */
export function fairSlugs(fair: Pick<Fair, "id" | "name" | "from">): readonly [plain: string, own: string] {
  const year = fair.from.slice(0, 4);
  const name = slugify(fair.name).slice(0, 80).replace(/-+$/, "") || "hoi-cho";
  const plain = name.split("-").includes(year) ? name : `${name}-${year}`;
  return [plain, `${plain}-${digest(fair.id, 6)}`];
}
