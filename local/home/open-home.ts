/** The embedded home: the whole program in one process over one file. It reads the same lists as the cloud does. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type ChannelEntry } from "../../bots/index.ts";
import { type FunctionSpec } from "../../functions/spec.ts";
import { type Reaction } from "../../functions/reaction.ts";
import { fileBlobs } from "../../shared/adapters/files/file-blobs.ts";
import { memoryBlobs } from "../../shared/adapters/files/memory-blobs.ts";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { type DeadLetter, SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { OUTGOING, SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type App, type Shop } from "../../shared/ports/app.ts";
import { type Assistant } from "../../shared/ports/assistant.ts";
import { type BankSettings } from "../../shared/ports/payments.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Ids } from "../../shared/ports/ids.ts";
import { type Log } from "../../shared/ports/log.ts";
import { type ChannelSettingsByName, openChannels } from "./channels.ts";
import { FanOut } from "./fan-out.ts";
import { holderName, isAlive } from "./holder.ts";
import { Poller } from "./poller.ts";
import { Reactions } from "./reactions.ts";
import { settle } from "./settle.ts";
import { Ticker } from "./ticker.ts";

export type HomeOptions = {
  /** Folder of the data file and the blobs, made if it is not there; ":memory:" keeps nothing. */
  dataDir: string;
  clock: Clock;
  ids: Ids;
  log: Log;
  fetch: typeof fetch;
  shop: Shop;
  channels: readonly ChannelEntry[];
  /** A channel without an entry does not exist. */
  channelSettings: ChannelSettingsByName;
  /** A model to ask about what was not understood; absent: nobody is asked. */
  assistant?: Assistant;
  /** Absent: nobody tells of money that came in. */
  bankSettings?: BankSettings;
  functions: readonly FunctionSpec[];
  loadFunction: (spec: FunctionSpec) => Reaction | Promise<Reaction>;
  /** Ask the channels for messages, where no webhook can reach us. */
  polling?: boolean;
  synchronous?: "FULL" | "NORMAL";
  /** The index shows nothing newer than the last settle(). */
  laggingIndex?: boolean;
};

export type Home = {
  readonly app: App;
  /** From now on what comes in is worked off, and time passes. */
  start(): void;
  /** Works off all that is due now, one message after another, due rows too, until nothing is left. */
  settle(): Promise<void>;
  /** Takes nothing more and ends what is at work. */
  stop(): Promise<void>;
  deadLetters(): readonly DeadLetter[];
  /** Sends what was put aside once more: of one queue, or of all; answers how many messages. */
  redrive(queue?: string): Promise<number>;
  /** A consistent copy of the data file, taken while it is in use. */
  copyTo(path: string): void;
  close(): Promise<void>;
};

export const DATA_FILE = "shop.sqlite";
/** How soon the writes of another process are seen; asking costs microseconds. */
const LOOK_ELSEWHERE_MS = 500;

export async function openHome(options: HomeOptions): Promise<Home> {
  const { dataDir, clock, functions, log } = options;
  const inMemory = dataDir === ":memory:";
  if (!inMemory) await mkdir(dataDir, { recursive: true });
  const path = inMemory ? dataDir : join(dataDir, DATA_FILE);
  const file = new SqliteFile({ path, ...(options.synchronous && { synchronous: options.synchronous }) });
  const table = new SqliteTable(file, clock, { laggingIndex: options.laggingIndex ?? false });
  const queue = new SqliteQueue(file, clock, holderName());
  await queue.releaseAbandoned(isAlive);
  const app = appOf(options, table, queue);
  const fanOut = new FanOut(file, queue, { functions, log });
  const reactions = new Reactions({ app, queue, functions, load: options.loadFunction });
  const poller = options.polling ? new Poller(app) : undefined;
  return wire({ app, file, table, queue, fanOut, reactions, poller });
}

function appOf(options: HomeOptions, table: SqliteTable, queue: SqliteQueue): App {
  const { dataDir, clock, ids, log, shop, fetch, assistant, bankSettings } = options;
  const { publicUrl } = shop;
  const blobs =
    dataDir === ":memory:" ? memoryBlobs({ publicUrl }) : fileBlobs({ folder: join(dataDir, "blobs"), publicUrl });
  const context = { fetch, table, clock, log, publicUrl };
  const channels = openChannels(options.channels, options.channelSettings, context);
  const optional = { ...(assistant && { assistant }), ...(bankSettings && { bankSettings }) };
  return { clock, ids, log, table, queue, blobs, channels, shop, ...optional };
}

type Parts = {
  app: App;
  file: SqliteFile;
  table: SqliteTable;
  queue: SqliteQueue;
  fanOut: FanOut;
  reactions: Reactions;
  poller: Poller | undefined;
};

function wire(parts: Parts): Home {
  const { app, file, table, queue, fanOut, reactions } = parts;
  const life = lifeOf(parts);
  return {
    app,
    ...life,
    async settle() {
      await settle(fanOut, reactions);
      await table.catchUp();
    },
    deadLetters: () => queue.deadLetters(),
    redrive: (name) => redrive(queue, name),
    copyTo: (path) => {
      file.copyTo(path);
    },
    async close() {
      await life.stop();
      await file.close();
    },
  };
}

function lifeOf({ app, file, table, queue, fanOut, reactions, poller }: Parts): Pick<Home, "start" | "stop"> {
  let looking: NodeJS.Timeout | undefined;
  const move = () => {
    fanOut.move().catch((error: unknown) => {
      app.log.error("home.fan-out-failed", error);
    });
  };
  const ticker = new Ticker(app.clock, async (minute) => {
    await reactions.runSchedules(minute);
    await sweep(app.log, table, queue);
  });
  file.onChange((topics) => {
    if (looking === undefined) return;
    if (topics === "all" || topics.has(OUTGOING)) move();
    reactions.wake(topics);
  });
  return {
    start() {
      looking ??= setInterval(() => {
        file.lookElsewhere();
      }, LOOK_ELSEWHERE_MS).unref();
      move();
      reactions.start();
      ticker.start();
      poller?.start();
    },
    async stop() {
      clearInterval(looking);
      looking = undefined;
      await poller?.stop();
      await ticker.stop();
      await reactions.stop();
    },
  };
}

async function redrive(queue: SqliteQueue, name: string | undefined): Promise<number> {
  const names = name === undefined ? new Set(queue.deadLetters().map((letter) => letter.queue)) : [name];
  let total = 0;
  for (const one of names) total += await queue.redrive(one);
  return total;
}

async function sweep(log: Log, table: SqliteTable, queue: SqliteQueue): Promise<void> {
  try {
    await table.sweep();
    await queue.sweep();
  } catch (error) {
    log.error("home.sweep-failed", error);
  }
}
