/** What a function of the program is: plain data that both homes are built from. */
import { type EventName } from "../events/index.ts";
import { type QueueName } from "../shared/ports/queue.ts";

export type Route = { readonly method: "GET" | "POST" | "ANY"; readonly path: string };

export type Trigger =
  | { readonly on: "http"; readonly routes: readonly Route[] }
  | { readonly on: "queue"; readonly queue: QueueName }
  | { readonly on: "events"; readonly events: readonly EventName[] }
  /** Inserts of outbox items in the table's stream. */
  | { readonly on: "outbox" }
  | { readonly on: "schedule"; readonly everyMinutes: number };

/** What a function may touch; infra turns each into exactly the actions and keys it stands for. */
export type Permission =
  | "table:read"
  | "table:write"
  | "inbox:send"
  | "bus:publish"
  | "catalogue:read"
  | "catalogue:write"
  | "photos:read"
  | "photos:write";

export type FunctionSpec = {
  readonly name: string;
  /** Path from the root of the repository to the file that exports `handler`. */
  readonly entry: string;
  /** For receive-*: the channel whose webhook the entry is given. */
  readonly channel?: string;
  readonly trigger: Trigger;
  readonly permissions: readonly Permission[];
  /** Channels whose settings and secrets it needs: "all" or none but its own. */
  readonly channels: "all" | "own" | "none";
  readonly memoryMb: number;
  readonly timeoutS: number;
  /** Ceiling of the minified bundle, asserted by a test. */
  readonly bundleKb: number;
};
