/**
 * How a function file says what it does, free of either home: `export const handler = onEvent(…)`.
 * The cloud wraps it in runtime.ts; the embedded home calls `run` with its own app.
 */
import { type Envelope, type EventContract, parseEvent } from "../events/envelope.ts";
import { type App } from "../shared/ports/app.ts";
import { type Bus } from "../shared/ports/bus.ts";
import { type ChannelSettings, type WebhookAnswer, type WebhookRequest } from "../shared/ports/channel.ts";
import { type Delivered } from "../shared/ports/queue.ts";

export type EventReaction = { readonly on: "events"; run(app: App, envelope: Envelope): Promise<void> };
export type QueueReaction = { readonly on: "queue"; run(app: App, message: Delivered): Promise<void> };
export type ScheduleReaction = { readonly on: "schedule"; run(app: App): Promise<void> };
/** A web function answers with the platform's own Request and Response. */
export type HttpReaction = { readonly on: "http"; run(app: App, request: Request): Promise<Response> };
/** A channel's door; see receive.ts. */
export type WebhookReaction = {
  readonly on: "webhook";
  run(receiver: Receiver, request: WebhookRequest): Promise<WebhookAnswer>;
};
export type Reaction = EventReaction | QueueReaction | ScheduleReaction | HttpReaction;

/** Events on their way out; answers the places of those that the bus did not take. */
export type OutboxReaction = {
  readonly on: "outbox";
  run(publisher: Publisher, envelopes: readonly Envelope[]): Promise<readonly number[]>;
};
export type Publisher = Pick<App, "log"> & { readonly bus: Bus };

/** The little that a webhook needs; a home gives it without building the whole app. */
export type Receiver = Pick<App, "clock" | "log" | "queue"> & {
  /** The channel's settings as they are, then as they were before the last rotation. */
  readonly settings: readonly ChannelSettings[];
  /** Keeps a proved request that could not be used, where the home has a place for it. */
  keepAside?(channel: string, request: WebhookRequest, why: string): Promise<void>;
};

type Handle = { readonly name: string; run(app: App, envelope: Envelope): Promise<void> };

/** One contract and what happens on it. */
export const on = <Name extends string, Detail>(
  contract: EventContract<Name, Detail>,
  react: (app: App, event: Envelope<Name, Detail>) => Promise<void>,
): Handle => ({ name: contract.name, run: (app, envelope) => react(app, parseEvent(contract, envelope)) });

/** A function that reacts to one or several events; an event it does not know is a wiring fault and throws. */
export const onEvents = (...handles: readonly Handle[]): EventReaction => ({
  on: "events",
  async run(app, envelope) {
    const handle = handles.find(({ name }) => name === envelope.name);
    if (!handle) throw new Error(`No reaction to ${envelope.name} here: take it out of the function's trigger`);
    await handle.run(app, envelope);
  },
});

export const onQueue = (run: QueueReaction["run"]): QueueReaction => ({ on: "queue", run });
export const onSchedule = (run: ScheduleReaction["run"]): ScheduleReaction => ({ on: "schedule", run });
export const onHttp = (run: HttpReaction["run"]): HttpReaction => ({ on: "http", run });
