/** Hands the messages of one queue to one function: woken by what arrives, never asking in vain. */
import { millis } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Log } from "../../shared/ports/log.ts";
import { type Claimed, laneOf, type SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";

export type WorkerOptions = {
  queue: string;
  /** Name of the function, for the log. */
  reaction: string;
  /** Messages at work at once, each of another group. */
  concurrency: number;
  /** How many of them may be of one lane, which is what groups begin with: a slow channel holds up itself alone. */
  perLane?: number;
  timeoutMs: number;
  handle: (message: Claimed) => Promise<void>;
  queues: SqliteQueue;
  clock: Clock;
  log: Log;
};

/** A message is nobody else's for the function's time and this much more. */
const LEASE_MARGIN_MS = 10_000;
/** After a fault of the file itself. */
const PAUSE_MS = 1000;

export class Worker {
  readonly queue: string;
  readonly #options: WorkerOptions;
  readonly #running = new Map<Promise<void>, string>();
  #started = false;
  #filling: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.queue = options.queue;
  }

  start(): void {
    this.#started = true;
    this.wake();
  }

  /** Something may have come, or a place has become free. */
  wake(): void {
    this.#again = true;
    if (!this.#started || this.#filling) return;
    this.#filling = this.#fillAll().finally(() => {
      this.#filling = undefined;
    });
  }

  async #fillAll(): Promise<void> {
    try {
      while (this.#started && this.#again) {
        this.#again = false;
        await this.#fill();
      }
      this.#sleepUntilDue();
    } catch (error) {
      this.#options.log.error("home.claim-failed", error, { queue: this.queue });
      this.#wakeIn(PAUSE_MS);
    }
  }

  async #fill(): Promise<void> {
    const free = this.#options.concurrency - this.#running.size;
    if (free <= 0) return;
    for (const message of await this.#claim(free)) {
      const task = this.#work(message).finally(() => {
        this.#running.delete(task);
        this.wake();
      });
      this.#running.set(task, laneOf(message.group));
    }
  }

  #claim(all: number): Promise<readonly Claimed[]> {
    const { queues, timeoutMs, perLane } = this.#options;
    const room = perLane === undefined ? all : { all, inLane: (lane: string) => perLane - this.#atWork(lane) };
    return queues.claim(this.queue, room, timeoutMs + LEASE_MARGIN_MS);
  }

  #atWork(lane: string): number {
    return [...this.#running.values()].filter((one) => one === lane).length;
  }

  #fullLanes(): readonly string[] {
    const { perLane = Infinity } = this.#options;
    return [...new Set(this.#running.values())].filter((lane) => this.#atWork(lane) >= perLane);
  }

  #sleepUntilDue(): void {
    const { queues, clock, concurrency } = this.#options;
    const due =
      this.#started && this.#running.size < concurrency ? queues.nextDue(this.queue, this.#fullLanes()) : undefined;
    if (due !== undefined) this.#wakeIn(Math.max(due - millis(clock.now()), 1));
  }

  #wakeIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.wake();
    }, milliseconds).unref();
  }

  /** Never rejects: a fault of the function or of the file leaves the message to be delivered again. */
  async #work(message: Claimed): Promise<void> {
    const { queues, log, reaction } = this.#options;
    try {
      const failure = await this.#failureOf(message);
      if (failure === undefined) {
        await queues.finish(message);
        return;
      }
      const { id, receiveCount, lastTry } = message;
      log.error("home.reaction-failed", failure.error, { reaction, message: id, receiveCount, lastTry });
      await queues.fail(message);
    } catch (error) {
      log.error("home.settle-failed", error, { reaction, message: message.id });
    }
  }

  async #failureOf(message: Claimed): Promise<{ error: unknown } | undefined> {
    const { reaction, timeoutMs, handle } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`The function ${reaction} took longer than ${timeoutMs / 1000} s`));
      }, timeoutMs);
    });
    try {
      await Promise.race([handle(message), timeout]);
      return undefined;
    } catch (error) {
      return { error };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Works off one message, if one is due; for a home that is not started. */
  async step(): Promise<boolean> {
    const [message] = await this.#claim(1);
    if (message) await this.#work(message);
    return message !== undefined;
  }

  /** Resolves when nothing is at work. */
  async idle(): Promise<void> {
    while (this.#filling ?? this.#running.size > 0) {
      await this.#filling;
      await Promise.all(this.#running.keys());
    }
  }

  /** Takes no more; resolves when what is at work has ended. */
  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.idle();
    clearTimeout(this.#timer);
  }
}
