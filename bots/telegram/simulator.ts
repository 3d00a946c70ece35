/** A pretend Telegram: the Bot API with its limits, and people with phones. */
import { millis } from "../../shared/domain/time.ts";
import {
  type SeenPost,
  type SimulatedPerson,
  type Simulator,
  type SimulatorContext,
} from "../../shared/ports/simulator.ts";
import { manifest } from "./manifest.ts";
import { handle } from "./simulator-api.ts";
import { headOf, newPerson, newPhone } from "./simulator-people.ts";
import { newPost, send } from "./simulator-updates.ts";
import { type Call, type Message, type World } from "./simulator-world.ts";

export type TelegramSimulator = Simulator & {
  /** Updates that our webhook has not taken. */
  pending(): number;
  /** What Telegram does by itself after 0, 2, 4 … seconds: one more attempt for whatever waits. */
  retry(): Promise<readonly number[]>;
  /** Every call of the Bot API so far. */
  calls(): readonly Call[];
};

const BOT_ID = 7_000_000_001;

export function simulate(context: SimulatorContext): TelegramSimulator {
  const world = newWorld(context);
  const post = newPost(world);
  const phones = new Map<string, SimulatedPerson>();
  return {
    settings: {
      TELEGRAM_BOT_TOKEN: world.token,
      TELEGRAM_WEBHOOK_SECRET: world.webhook.secret,
      TELEGRAM_BOT_USERNAME: world.bot.username,
      TELEGRAM_CHANNEL_ID: world.channel.id,
      TELEGRAM_API_ROOT: context.apiRoot,
    },
    handle: (request) => handle(world, request),
    person(id, name = "Khách") {
      const phone = phones.get(id) ?? newPhone(world, post, newPerson(id, name));
      phones.set(id, phone);
      return phone;
    },
    people: () => [...phones.values()],
    wall: () => world.channel.messages.map(asPost),
    fault: (fault) => {
      world.faults.push({ fault, left: fault.times ?? 1 });
    },
    redeliver: (times) => post.redeliver(times),
    forge: (text) => forge(world, text),
    pending: () => world.waiting.length,
    retry: () => post.retry(),
    calls: () => world.calls,
  };
}

function newWorld(context: SimulatorContext): World {
  const random = (): string => context.ids.random("sim").slice("sim_".length);
  return {
    context,
    token: `${BOT_ID}:${random()}`,
    bot: { id: BOT_ID, name: "Chợ Phiên", username: "cho_phien_mau_bot" },
    channel: { kind: "channel", id: "-1001000000001", title: "OCOP Cao Bằng", messages: [] },
    people: new Map(),
    files: new Map(),
    taps: new Map(),
    faults: [],
    calls: [],
    waiting: [],
    webhook: { url: new URL(manifest.webhook.path, context.apiRoot).href, secret: random() },
    wake: () => undefined,
    messageId: 0,
    // A shop remembers the ids it has seen, so a simulator that starts anew gives none of them again.
    updateId: millis(context.clock.now()),
  };
}

/** Somebody found our address, but not the secret. */
function forge(world: World, text: string): Promise<number> {
  const message = { ...headOf(newPerson("666", "Kẻ lạ"), { id: 1, at: world.context.clock.now() }), text };
  const body = new TextEncoder().encode(JSON.stringify({ update_id: world.updateId + 1, message }));
  return send(world, { id: world.updateId + 1, queue: "forged", body }, "a-guess-at-the-secret");
}

function asPost({ id, text, photo, buttons, at }: Message): SeenPost {
  const link = buttons.find((button) => button.does === "link");
  return {
    id: String(id),
    text,
    ...(photo === undefined ? {} : { photo }),
    ...(link ? { link: { label: link.label, url: link.url } } : {}),
    at,
  };
}
