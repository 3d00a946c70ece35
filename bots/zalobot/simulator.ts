/** A pretended Zalo Bot Platform: its API with the real limits and envelopes, and people with phones. Everything is in memory. */
import {
  type Fault,
  type SimulatedPerson,
  type Simulator,
  type SimulatorContext,
} from "../../shared/ports/simulator.ts";
import { type Fields, object } from "./fields.ts";
import { manifest } from "./manifest.ts";
import { methods } from "./simulator-methods.ts";
import { deliver, eventOf, newPerson } from "./simulator-people.ts";
import { type Phone, Refusal, type World } from "./simulator-world.ts";

export type ZaloBotSimulator = Simulator & {
  /** Methods that were called, in order. */
  calls(): readonly string[];
};

/** What reaches a person: faults without a `call` are for these. */
const SENDS = ["sendMessage", "sendPhoto"];
const BOT = { id: "12345689", name: "Bot OCOP Cao Bằng (mẫu)" };

export function simulate(context: SimulatorContext): ZaloBotSimulator {
  const world = newWorld(context);
  const people = new Map<string, SimulatedPerson>();
  return {
    settings: {
      ZALO_BOT_TOKEN: world.token,
      ZALO_BOT_WEBHOOK_SECRET: world.webhook.secret,
      ZALO_BOT_API_ROOT: world.context.apiRoot,
    },
    handle: (request) => handle(world, request),
    calls: () => world.calls,
    person(id, name = "Khách") {
      const phone: Phone = { id, name, met: false, blocked: false, messages: [] };
      const person = people.get(id) ?? newPerson(world, phone);
      if (!people.has(id)) world.phones.set(id, phone);
      people.set(id, person);
      return person;
    },
    people: () => [...people.values()],
    wall: () => [],
    fault: (fault) => world.faults.push(...Array.from({ length: fault.times ?? 1 }, () => fault)),
    redeliver(times) {
      const { last } = world;
      if (!last) throw new Error("Nothing was delivered yet: let somebody write first");
      return Promise.all(Array.from({ length: times }, () => deliver(world, last)));
    },
    forge(text) {
      const stranger = { id: "666", name: "Kẻ lạ" };
      const event = eventOf(stranger, { kind: "text", id: "forged", at: context.clock.now(), said: { text } });
      return deliver(world, event, "a guess at the secret");
    },
  };
}

function newWorld(context: SimulatorContext): World {
  const random = (): string => context.ids.random("sim").slice("sim_".length);
  const apiRoot = context.apiRoot.replace(/\/+$/, "");
  return {
    context: { ...context, apiRoot },
    bot: BOT,
    token: `${BOT.id}:${random()}`,
    phones: new Map(),
    files: new Map(),
    faults: [],
    calls: [],
    waiting: [],
    webhook: { url: new URL(manifest.webhook.path, apiRoot).href, secret: random() },
    wake: () => undefined,
  };
}

/** Rejects as fetch does where a fault loses the connection: a server that serves this closes the socket then. */
async function handle(world: World, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(world.context.apiRoot).pathname.replace(/\/$/, "").length);
  const file = world.files.get(path.replace("/files/", ""));
  if (request.method === "GET" && file)
    return new Response(Buffer.from(file.bytes), { headers: { "content-type": file.type } });
  const [, token, name = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (token === undefined) return envelope(new Refusal(404, "Not found"));
  world.calls.push(name);
  // Zalo's own words are not known; that they may quote the address is what our side must be ready for.
  if (token !== world.token) return envelope(new Refusal(401, `Unauthorized: ${token}`));
  const fault = take(world.faults, name);
  if (fault?.kind === "lost-before") throw lostConnection();
  const response = refusedBy(fault) ?? (await answer(world, request, name));
  if (fault?.kind === "lost-after") throw lostConnection();
  return response;
}

async function answer(world: World, request: Request, name: string): Promise<Response> {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new Refusal(404, "Not found");
    const result = await method(world, await paramsOf(request), request.signal);
    return Response.json({ ok: true, result });
  } catch (error) {
    if (error instanceof Refusal) return envelope(error);
    throw error;
  }
}

async function paramsOf(request: Request): Promise<Fields> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const body = await request.text();
  return { ...query, ...(body === "" ? {} : object(JSON.parse(body))) };
}

function take(faults: Fault[], name: string): Fault | undefined {
  const place = faults.findIndex(({ call }) => (call === undefined ? SENDS.includes(name) : call === name));
  return place === -1 ? undefined : faults.splice(place, 1)[0];
}

function refusedBy(fault: Fault | undefined): Response | undefined {
  // Zalo's number for trouble of its own.
  if (fault?.kind === "server-error") return envelope(new Refusal(403, "Internal server error"));
  return fault?.kind === "rate-limited" ? envelope(new Refusal(429, "Quota exceeded")) : undefined;
}

const envelope = ({ code, message }: Refusal): Response =>
  Response.json({ ok: false, error_code: code, description: message }, { status: code });

/** In the words and with the code of Node's own fetch. */
const lostConnection = (): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) });
