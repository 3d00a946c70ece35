/** Everything a use case or a function may need from outside. Composition roots build it; tests build their own. */
import { type Assistant } from "./assistant.ts";
import { type Blobs } from "./blobs.ts";
import { type Channels } from "./channel.ts";
import { type Clock } from "./clock.ts";
import { type Ids } from "./ids.ts";
import { type Log } from "./log.ts";
import { type BankSettings } from "./payments.ts";
import { type Queue } from "./queue.ts";
import { type Table } from "./table.ts";

export type Shop = {
  /** "OCOP Cao Bằng": the name on pages and in greetings. */
  name: string;
  publicUrl: string;
  /** True in the sample shop: simulators run, invented prices and phones are marked. */
  sample: boolean;
  /** A language model may be asked what a message means: the privacy page says so. */
  model?: true;
};

export type App = {
  clock: Clock;
  ids: Ids;
  log: Log;
  table: Table;
  queue: Queue;
  blobs: Blobs;
  channels: Channels;
  shop: Shop;
  /** Absent unless configured; its absence changes no answer but those to what was not understood. */
  assistant?: Assistant;
  /** Of those who tell of money that came in; absent where nobody may ask. */
  bankSettings?: BankSettings;
};
