/**
 * Visitors without a browser: they write through the real webhook with a real cookie. Their screen is what the channel
 * stores, so the channel is opened over `watch(table)`; faults are played there too.
 */
import { type Fault, type SeenMessage, type SimulatedPerson, type Simulator } from "../../shared/ports/simulator.ts";
import { type SimulatorContext } from "../../shared/ports/simulator.ts";
import { type Table, type Write } from "../../shared/ports/table.ts";
import { manifest } from "./manifest.ts";
import { readMessage, type StoredMessage } from "./messages.ts";
import { signVisitor, VISITOR_COOKIE } from "./visitor.ts";

const SECRET = "the sample shop's web chat, which anybody may read here";

export type WebchatSimulator = Simulator & { watch(table: Table): Table };

type Delivery = { headers: Readonly<Record<string, string>>; body: Uint8Array };

/** What visitors share: one way in, and what stands on every screen. */
type Stage = {
  readonly post: (cookie: string, message: object) => Promise<number>;
  readonly screen: (chat: string) => SeenMessage[];
  readonly show: (chat: string, text: string) => void;
};

export function simulate(context: SimulatorContext): WebchatSimulator {
  const people = new Map<string, SimulatedPerson>();
  const faults: Fault[] = [];
  let last: Delivery | undefined;
  const deliver = ({ headers, body }: Delivery) => context.deliver("/chat/messages", headers, body);
  const stage = newStage(context, (delivery) => deliver((last = delivery)));

  return {
    settings: { WEBCHAT_SECRET: SECRET },
    handle: () => Promise.resolve(new Response("The web chat has no provider", { status: 404 })),
    person(id) {
      const person = people.get(id) ?? newPerson(id, stage);
      people.set(id, person);
      return person;
    },
    people: () => [...people.values()],
    wall: () => [],
    fault: (fault) => faults.push(...Array.from({ length: fault.times ?? 1 }, () => fault)),
    redeliver(times) {
      const again = last;
      if (!again) throw new Error("Nothing was delivered yet");
      return Promise.all(Array.from({ length: times }, () => deliver(again)));
    },
    forge: (text) => stage.post(cookieOf("stranger", "not the secret"), { text }),
    watch: (table) => watched(table, faults, (chat, message) => stage.screen(chat).push(seen(message))),
  };
}

const cookieOf = (id: string, secret: string): string => `${VISITOR_COOKIE}=${signVisitor(secret, id)}`;

function newStage({ ids, clock }: SimulatorContext, deliver: (delivery: Delivery) => Promise<number>): Stage {
  const screens = new Map<string, SeenMessage[]>();
  const screen = (chat: string): SeenMessage[] => {
    const messages = screens.get(chat) ?? [];
    screens.set(chat, messages);
    return messages;
  };
  return {
    screen,
    post(cookie, message) {
      const body = new TextEncoder().encode(JSON.stringify({ id: ids.random("msg"), ...message }));
      return deliver({ headers: { "content-type": "application/json", cookie }, body });
    },
    show(chat, text) {
      screen(chat).push({ id: ids.random("msg"), from: "person", text, buttons: [], at: clock.now() });
    },
  };
}

function newPerson(id: string, { post, screen, show }: Stage): SimulatedPerson {
  const cookie = cookieOf(id, SECRET);
  const say = (text: string): Promise<number> => {
    show(id, text);
    return post(cookie, { text });
  };
  return {
    id,
    say,
    tap(label) {
      const tap = payloadOf(screen(id), label);
      show(id, label);
      return post(cookie, { tap });
    },
    start: (payload = "") => post(cookie, { start: payload }),
    shareContact: (phone, name) => say(`${name} ${phone}`),
    sendPhoto: () => Promise.reject(new Error("The web chat takes no pictures")),
    block: () => Promise.reject(new Error("A visitor of the web chat cannot block the shop")),
    messages: () => screen(id),
  };
}

const seen = ({ seq, text, photo, choices = [], link, at }: StoredMessage): SeenMessage => ({
  id: String(seq),
  from: "us",
  text,
  ...(photo === undefined ? {} : { photo }),
  buttons: [...choices, ...(link ? [link] : [])],
  at,
});

function payloadOf(screen: readonly SeenMessage[], label: string): string {
  const buttons = screen.toReversed().flatMap((message) => message.buttons);
  const payload = buttons.find((button) => button.label === label)?.payload;
  if (payload === undefined) throw new Error(`No button "${label}" on this screen`);
  return payload;
}

/** The same table; what is stored for a visitor also appears on their screen, and may fail as a provider would. */
function watched(table: Table, faults: Fault[], show: (chat: string, message: StoredMessage) => void): Table {
  const commit: Table["commit"] = async (writes, options) => {
    const messages = writes.flatMap(messageOf);
    const fault = messages.length > 0 ? faults.shift() : undefined;
    if (fault?.kind === "rate-limited" || fault?.kind === "server-error") return { done: false, busy: true };
    if (fault?.kind === "lost-before") throw new Error("The connection was lost");
    const committed = await table.commit(writes, options);
    if (committed.done) for (const { chat, message } of messages) show(chat, message);
    if (fault?.kind === "lost-after") throw new Error("The answer was lost");
    return committed;
  };
  return { get: table.get.bind(table), getMany: table.getMany.bind(table), query: table.query.bind(table), commit };
}

function messageOf(write: Write): readonly { chat: string; message: StoredMessage }[] {
  if (write.do !== "put" || !write.item.pk.startsWith(`${manifest.name}#`)) return [];
  const message = readMessage(write.item);
  return [{ chat: write.item.pk.slice(manifest.name.length + 1), message }];
}
