/** Everything a use case or a function may need from outside. Composition roots build it; tests build their own. */
import { type Blobs } from "./blobs.ts";
import { type Channels } from "./channel.ts";
import { type Clock } from "./clock.ts";
import { type Ids } from "./ids.ts";
import { type Log } from "./log.ts";
import { type Queue } from "./queue.ts";
import { type Table } from "./table.ts";

export type Shop = {
  /** "OCOP Cao Bằng": the name on pages and in greetings. */
  name: string;
  publicUrl: string;
  /** True in the sample shop: simulators run, invented prices and phones are marked. */
  sample: boolean;
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
};
