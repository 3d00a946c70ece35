/** From the outbox to the reactions: one queue message per subscribed function, in one transaction with the removal. */
import { type FunctionSpec } from "../../functions/spec.ts";
import { type SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { type SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { type Log } from "../../shared/ports/log.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";

export const reactionQueue = (functionName: string): string => `events:${functionName}`;
/** Outbox items that hold no event are put aside under this name. */
const UNREADABLE = "outbox";
const BATCH = 200;

type Subscribers = ReadonlyMap<string, readonly string[]>;

export class FanOut {
  readonly #file: SqliteFile;
  readonly #queue: SqliteQueue;
  readonly #log: Log;
  readonly #subscribers: Subscribers;
  #moving: Promise<number> | undefined;

  constructor(
    file: SqliteFile,
    queue: SqliteQueue,
    { functions, log }: { functions: readonly FunctionSpec[]; log: Log },
  ) {
    this.#file = file;
    this.#queue = queue;
    this.#log = log;
    this.#subscribers = subscribersOf(functions);
  }

  /** Moves all that waits; answers how many events. Calls at once share one run. */
  async move(): Promise<number> {
    this.#moving ??= this.#moveAll().finally(() => {
      this.#moving = undefined;
    });
    return this.#moving;
  }

  async #moveAll(): Promise<number> {
    let total = 0;
    while (this.#file.get("SELECT 1 FROM outgoing LIMIT 1"))
      // Not durable by itself: a power cut that undoes the move finds the outbox row again.
      total += await this.#file.write(() => this.#moveBatch(), { durable: false });
    return total;
  }

  #moveBatch(): number {
    const rows = this.#file.all("SELECT seq, item FROM outgoing ORDER BY seq LIMIT ?", BATCH);
    for (const { seq, item } of rows) {
      this.#spread(Number(seq), String(item));
      this.#file.run("DELETE FROM outgoing WHERE seq = ?", Number(seq));
    }
    return rows.length;
  }

  #spread(seq: number, item: string): void {
    try {
      const envelope = readOutboxItem(JSON.parse(item) as Record<string, unknown>);
      const body = JSON.stringify(envelope);
      for (const queue of this.#subscribers.get(envelope.name) ?? [])
        this.#queue.insert(queue, envelope.aggregate, body);
    } catch (error) {
      this.#log.error("home.outbox-item-unreadable", error, { seq });
      this.#queue.bury({ origin: seq, queue: UNREADABLE, group: UNREADABLE, body: item, receives: 0 });
    }
  }
}

function subscribersOf(functions: readonly FunctionSpec[]): Subscribers {
  const subscribers = new Map<string, string[]>();
  for (const { name, trigger } of functions)
    for (const event of trigger.on === "events" ? trigger.events : [])
      subscribers.set(event, [...(subscribers.get(event) ?? []), reactionQueue(name)]);
  return subscribers;
}
