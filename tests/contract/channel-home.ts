/** A home for one channel under test: its simulator, its webhook and its sending side, joined without a network. */
import { it, onTestFinished } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import {
  type Channel,
  type ChannelLimits,
  type ChannelManifest,
  type ChannelSettings,
  type OpenChannel,
  type Webhook,
} from "../../shared/ports/channel.ts";
import { type SeenMessage, type SimulatedPerson, type Simulate, type Simulator } from "../../shared/ports/simulator.ts";
import { type Table } from "../../shared/ports/table.ts";
import { collectingLog } from "../fakes/log.ts";
import { seededIds } from "../fakes/ids.ts";
import { settableClock } from "../fakes/clock.ts";

export const NOW = settableClock().now();
export const API_ROOT = "https://provider.test/api";

/** A request as the provider really makes it, and what the webhook must read in it. */
export type Specimen = {
  readonly name: string;
  readonly body: string;
  readonly gives: readonly Incoming[] | "unusable";
};

/** A call that is over one limit by one. */
export type Breach = {
  readonly limit: keyof ChannelLimits;
  /** Makes the call to the provider's API for a chat that exists; resolves to whether the provider took it. */
  readonly taken: (call: typeof fetch, apiRoot: string, settings: ChannelSettings, chat: string) => Promise<boolean>;
};

/** Why a part of the suite does not apply to a channel; the reason is printed. */
export type Exempt = Partial<Record<"strangers" | "breaches" | "retry-time" | "blocking" | "lost-answers", string>>;

/** What a wall is made of; most are the public face of a channel with a webhook. */
export type WallUnderTest = {
  readonly manifest: ChannelManifest;
  readonly webhook?: Webhook;
  readonly openChannel: OpenChannel;
  readonly simulate: Simulate;
  /** Where the simulator has to see what is stored. */
  readonly table?: (simulator: Simulator, table: Table) => Table;
};

export type ChannelUnderTest = WallUnderTest & {
  readonly webhook: Webhook;
  readonly specimens: readonly Specimen[];
  /** Settings the specimens were made for; the tests take secrets out of them. */
  readonly specimenSettings: ChannelSettings;
  /** The setting that proves a request. */
  readonly webhookSecret: string;
  /** Headers that prove a body under these settings, as the provider makes them. */
  readonly sign: (body: Uint8Array, settings: ChannelSettings) => Readonly<Record<string, string>>;
  readonly breaches: readonly Breach[];
  readonly exempt?: Exempt;
};

export type Home = {
  readonly simulator: Simulator;
  readonly channel: Channel;
  /** What the webhook let through, in order. */
  readonly inbox: Incoming[];
  /** Runs before every call to the provider, and before every commit. */
  watch: () => void;
  /** A person who has written once, so that the provider lets us answer. */
  readonly person: (id?: string) => Promise<SimulatedPerson>;
};

export function openHome(entry: WallUnderTest): Home {
  const clock = settableClock();
  const inbox: Incoming[] = [];
  const simulator: Simulator = entry.simulate({
    apiRoot: API_ROOT,
    clock,
    ids: seededIds(),
    deliver: (path, headers, body) => {
      const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const request = { method: "POST", path, headers: lowered, body };
      const verdict = entry.webhook?.(request, simulator.settings, NOW);
      if (!verdict) throw new Error(`${entry.manifest.name} has no webhook to deliver to`);
      if (verdict.kind === "accepted") inbox.push(...verdict.incoming);
      return Promise.resolve(verdict.kind === "rejected" ? verdict.status : 200);
    },
  });
  const file = new SqliteFile({ path: ":memory:" });
  onTestFinished(() => file.close());
  const table = new SqliteTable(file, clock);
  const home: Home = {
    simulator,
    inbox,
    watch: () => undefined,
    channel: entry.openChannel({
      settings: simulator.settings,
      fetch: (input, init) => {
        home.watch();
        return simulator.handle(new Request(input, init));
      },
      table: watched(entry.table?.(simulator, table) ?? table, () => {
        home.watch();
      }),
      clock,
      log: collectingLog(),
      publicUrl: "https://chophien.test",
    }),
    person: async (id = "900001") => {
      const person = simulator.person(id, "Nông Thị Mai");
      await person.say("xin chào");
      return person;
    },
  };
  return home;
}

/** The same table, with something that runs before each commit. */
const watched = (table: Table, beforeCommit: () => void): Table => ({
  get: table.get.bind(table),
  getMany: table.getMany.bind(table),
  query: table.query.bind(table),
  commit: (writes, options) => {
    beforeCommit();
    return table.commit(writes, options);
  },
});

/** What stands on a person's phone from our side. */
export const fromUs = (person: SimulatedPerson): readonly SeenMessage[] =>
  person.messages().filter(({ from }) => from === "us");

export const textsOf = (person: SimulatedPerson): readonly string[] => fromUs(person).map(({ text }) => text);

/** What can be seen of a text: blanks go at cuts, providers trim, and a letter may be sent in either of its forms. */
export const ink = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\p{Cf}]/gu, "")
    .normalize("NFC");

/** Tests one part, or says why it does not apply. */
export function promise(entry: ChannelUnderTest, part: keyof Exempt, name: string, run: () => Promise<void>): void {
  const reason = entry.exempt?.[part];
  it(reason === undefined ? name : `${name} (does not apply: ${reason})`, async (context) => {
    context.skip(reason !== undefined, reason);
    await run();
  });
}
