/**
 * The whole program in one test: the embedded home, every channel of the list with its simulator, a small catalogue.
 * Nothing is mocked but the wire between the simulators and us, and the clock.
 */
import { join } from "node:path";
import { type ChannelEntry, channels } from "../../bots/index.ts";
import { functions } from "../../functions/index.ts";
import { type Reaction, type WebhookReaction } from "../../functions/reaction.ts";
import { receive } from "../../functions/receive.ts";
import { type FunctionSpec } from "../../functions/spec.ts";
import { type Home, type HomeOptions, openHome } from "../../local/home/open-home.ts";
import { type ProducerId } from "../../shared/domain/ids.ts";
import { type Assistant } from "../../shared/ports/assistant.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type ChannelSettings, type OpenChannel, type Webhook } from "../../shared/ports/channel.ts";
import { type SeenMessage, type SimulatedPerson, type Simulate, type Simulator } from "../../shared/ports/simulator.ts";
import { type Table } from "../../shared/ports/table.ts";
import { inviteStaff } from "../../shared/usecases/invite-staff.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { type SettableClock, settableClock } from "../fakes/clock.ts";
import { seededIds } from "../fakes/ids.ts";
import { type CollectingLog, collectingLog } from "../fakes/log.ts";
import { stockCatalogue } from "./catalogue.ts";

export const CHATS = channels.filter(({ chat }) => chat).map(({ name }) => name);

export type Market = {
  readonly home: Home;
  clock: SettableClock;
  log: CollectingLog;
  simulators: ReadonlyMap<string, Simulator>;
  person(channel: string, id: string, name?: string): Talker;
  /** A new invitation's code; a mere id is a producer's. */
  invite(staff: string | Role): Promise<string>;
  /** The process is as good as dead: from now on nothing it sends arrives, until it runs again. */
  unplug(): void;
  /** Another process over the same providers and the data in this folder. */
  restart(dataDir: string): Promise<void>;
  close(): Promise<void>;
};

/** A person whose words are answered before the next are said. */
export type Talker = SimulatedPerson & {
  /** Says it, lets the shop work, answers what came back since. */
  tell(text: string): Promise<string>;
  press(label: string): Promise<string>;
  /** What came from us since last asked. */
  news(): string;
};

const root = join(import.meta.dirname, "../..");
const apiRoot = (channel: string): string => `https://${channel}.test/api`;

export const loadFunction = async (spec: FunctionSpec): Promise<Reaction> =>
  ((await import(join(root, spec.entry))) as { handler: Reaction }).handler;

export async function openMarket(
  options: Partial<Pick<HomeOptions, "dataDir" | "synchronous" | "laggingIndex">> & {
    seed?: number;
    stocked?: boolean;
    unset?: readonly string[];
    assistant?: (edge: { clock: SettableClock; log: CollectingLog }) => Assistant;
  } = {},
): Promise<Market> {
  const clock = settableClock();
  const log = collectingLog();
  const ids = seededIds(options.seed ?? 1);
  const simulators = new Map<string, Simulator>();
  let plugged = true;
  const homeOptions: HomeOptions = {
    dataDir: options.dataDir ?? ":memory:",
    ...(options.synchronous && { synchronous: options.synchronous }),
    ...(options.laggingIndex && { laggingIndex: true }),
    clock,
    log,
    ids,
    fetch: (input, init) =>
      plugged ? answer(simulators, new Request(input, init)) : Promise.reject(new Error("The process is dead")),
    shop: { name: "OCOP Cao Bằng", publicUrl: "https://chophien.test", sample: true },
    channels: await Promise.all(
      channels.map(async (entry) => {
        const { simulate } = (await import(join(root, `bots/${entry.name}/simulator.ts`))) as { simulate: Simulate };
        const deliver = deliverTo(() => home, simulators, { name: entry.name, door: await openDoor(entry) });
        const simulator = simulate({ apiRoot: apiRoot(entry.name), clock, ids, deliver });
        simulators.set(entry.name, simulator);
        return { ...entry, load: async () => watched(await entry.load(), simulator) };
      }),
    ),
    channelSettings: settingsOf(simulators, options.unset),
    functions: functions.filter(({ trigger }) => trigger.on !== "http"),
    loadFunction,
    ...(options.assistant && { assistant: options.assistant({ clock, log }) }),
  };
  let home: Home = await openHome(homeOptions);
  if (options.stocked !== false) await stockCatalogue(home);
  return {
    get home() {
      return home;
    },
    clock,
    log,
    simulators,
    ...marketOf(() => home, simulators),
    unplug() {
      plugged = false;
    },
    async restart(dataDir) {
      await home.close();
      plugged = true;
      home = await openHome({ ...homeOptions, dataDir });
    },
    close: () => home.close(),
  };
}

/** Undefined for a wall alone: nobody delivers anything from there. */
async function openDoor({ name, webhook: route }: ChannelEntry): Promise<WebhookReaction | undefined> {
  if (!route) return undefined;
  const { webhook } = (await import(join(root, `bots/${name}/webhook.ts`))) as { webhook: Webhook };
  return receive(name, webhook);
}

/** Read when the home asks, since the simulators are made while its options are. */
function settingsOf(
  simulators: ReadonlyMap<string, Simulator>,
  unset: readonly string[] = [],
): Readonly<Record<string, ChannelSettings>> {
  const without = Object.fromEntries(unset.map((name) => [name, undefined]));
  return new Proxy({}, { get: (_, name) => withoutSome(simulators.get(String(name))?.settings, without) });
}

const withoutSome = (settings: ChannelSettings | undefined, without: ChannelSettings): ChannelSettings | undefined =>
  settings && { ...settings, ...without };

/** Some simulators see what is stored rather than what is sent. */
function watched(module: { openChannel: OpenChannel }, simulator: Simulator): { openChannel: OpenChannel } {
  const watch = (simulator as { watch?: (table: Table) => Table }).watch;
  return watch ? { openChannel: (context) => module.openChannel({ ...context, table: watch(context.table) }) } : module;
}

function answer(simulators: ReadonlyMap<string, Simulator>, request: Request): Promise<Response> {
  for (const [name, simulator] of simulators)
    if (request.url.startsWith(apiRoot(name))) return simulator.handle(request);
  return Promise.reject(new Error(`Nobody serves ${new URL(request.url).host} here`));
}

const deliverTo =
  (
    home: () => Home,
    simulators: ReadonlyMap<string, Simulator>,
    { name, door }: { name: string; door: WebhookReaction | undefined },
  ) =>
  async (path: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<number> => {
    const { app } = home();
    if (!door) throw new Error(`${name} has no webhook to deliver to`);
    const lowered = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
    const settings = simulators.get(name)?.settings;
    const receiver = { clock: app.clock, log: app.log, queue: app.queue, settings: settings ? [settings] : [] };
    return (await door.run(receiver, { method: "POST", path, headers: lowered, body })).status;
  };

function marketOf(home: () => Home, simulators: ReadonlyMap<string, Simulator>): Pick<Market, "person" | "invite"> {
  return {
    person: (channel, id, name) => talker(home, simulators.get(channel)!.person(id, name)),
    async invite(staff) {
      const role: Role = typeof staff === "string" ? { role: "producer", producer: staff as ProducerId } : staff;
      const plan = await carryOut(home().app, () => inviteStaff(home().app, role));
      if (!("code" in plan) || "refused" in plan) throw new Error(`No invitation for ${JSON.stringify(staff)}`);
      return plan.code;
    },
  };
}

function talker(home: () => Home, person: SimulatedPerson): Talker {
  let read = 0;
  const news = (): string => {
    const all = person.messages();
    const fresh = all.slice(read).filter(({ from }) => from === "us");
    read = all.length;
    return fresh.map(({ text }) => text).join("\n\n");
  };
  const after = async (act: Promise<number>): Promise<string> => {
    await act;
    await home().settle();
    return news();
  };
  return Object.assign(Object.create(person) as SimulatedPerson, {
    tell: (text: string) => after(person.say(text)),
    press: (label: string) => after(person.tap(label)),
    news,
  });
}

export const buttonsOf = (person: SimulatedPerson): readonly string[] =>
  person
    .messages()
    .findLast((message: SeenMessage) => message.from === "us" && message.buttons.length > 0)
    ?.buttons.map(({ label }) => label) ?? [];
