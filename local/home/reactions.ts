/** The functions of the list that work by themselves: on queues, on events, by the clock. */
import { type Envelope } from "../../events/envelope.ts";
import { type Reaction } from "../../functions/reaction.ts";
import { type FunctionSpec } from "../../functions/spec.ts";
import { type Claimed, type SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { SECOND } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { reactionQueue } from "./fan-out.ts";
import { Worker } from "./worker.ts";

export type ReactionsOptions = {
  app: App;
  queue: SqliteQueue;
  functions: readonly FunctionSpec[];
  load: (spec: FunctionSpec) => Reaction | Promise<Reaction>;
};

/** Conversations of one channel at once; waiting for its provider's answer is most of a turn. */
const CONVERSATIONS = 16;
/** Of all channels: enough that one whose provider hangs leaves room for each of the others. */
const ALL_CONVERSATIONS = 8 * CONVERSATIONS;
const EVENTS = 4;

export class Reactions {
  readonly #options: ReactionsOptions;
  readonly #loaded = new Map<string, Promise<Reaction>>();
  readonly #workers: readonly Worker[];
  readonly #schedules: readonly FunctionSpec[];

  constructor(options: ReactionsOptions) {
    this.#options = options;
    this.#workers = options.functions.flatMap((spec) => this.#workerOf(spec) ?? []);
    this.#schedules = options.functions.filter(({ trigger }) => trigger.on === "schedule");
  }

  #workerOf(spec: FunctionSpec): Worker | undefined {
    const { name, trigger, timeoutS } = spec;
    if (trigger.on !== "queue" && trigger.on !== "events") return undefined;
    const { app, queue } = this.#options;
    return new Worker({
      queue: trigger.on === "queue" ? trigger.queue : reactionQueue(name),
      reaction: name,
      ...(trigger.on === "queue"
        ? { concurrency: ALL_CONVERSATIONS, perLane: CONVERSATIONS }
        : { concurrency: EVENTS }),
      timeoutMs: timeoutS * SECOND,
      handle: (message) => this.#handle(spec, message),
      queues: queue,
      clock: app.clock,
      log: app.log,
    });
  }

  async #handle(spec: FunctionSpec, message: Claimed): Promise<void> {
    const { app } = this.#options;
    const reaction = await this.#load(spec);
    const { id, group, body, receiveCount, lastTry } = message;
    if (reaction.on === "queue") await reaction.run(app, { id, group, body, receiveCount, lastTry });
    // The program wrote the envelope; the reaction checks it against its contract.
    else if (reaction.on === "events") await reaction.run(app, body as Envelope);
    else throw new Error(`${spec.entry} reacts to ${reaction.on}, but ${spec.name} is triggered on ${spec.trigger.on}`);
  }

  #load(spec: FunctionSpec): Promise<Reaction> {
    const known = this.#loaded.get(spec.name);
    if (known) return known;
    const loading = Promise.resolve(this.#options.load(spec));
    this.#loaded.set(spec.name, loading);
    loading.catch(() => this.#loaded.delete(spec.name));
    return loading;
  }

  /**
   * Runs what goes by the clock: what falls on this minute, or all of it.
   * A fault of one is logged and does not keep the others from running.
   */
  async runSchedules(minute = 0): Promise<void> {
    for (const spec of this.#schedules)
      try {
        if (spec.trigger.on === "schedule" && minute % spec.trigger.everyMinutes !== 0) continue;
        const reaction = await this.#load(spec);
        if (reaction.on !== "schedule") throw new Error(`${spec.entry} does not react to a schedule`);
        await reaction.run(this.#options.app);
      } catch (error) {
        this.#options.app.log.error("home.schedule-failed", error, { reaction: spec.name });
      }
  }

  start(): void {
    for (const worker of this.#workers) worker.start();
  }

  wake(topics: ReadonlySet<string> | "all"): void {
    for (const worker of this.#workers) if (this.#options.queue.isTouched(worker.queue, topics)) worker.wake();
  }

  /** One message after another, queue by queue; answers whether there was any. */
  async workOff(): Promise<boolean> {
    let any = false;
    for (const worker of this.#workers) {
      while (await worker.step()) any = true;
      await worker.idle();
    }
    return any;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
  }
}
