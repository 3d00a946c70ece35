/**
 * A pretend provider: its API with the real limits and error envelopes, and the people who use it.
 * `bots/<name>/simulator.ts` exports one as `simulate`. The sample shop and the tests use the same.
 */
import { type ChannelSettings } from "./channel.ts";
import { type Clock } from "./clock.ts";
import { type Ids } from "./ids.ts";

/** A message as it stands on a person's phone. */
export type SeenMessage = {
  id: string;
  from: "us" | "person";
  text: string;
  photo?: string;
  buttons: readonly { label: string; payload?: string; url?: string; asksContact?: boolean }[];
  at: string;
};

/** A post as it stands on a wall. */
export type SeenPost = {
  id: string;
  title?: string;
  text: string;
  photo?: string;
  link?: { label: string; url: string };
  at: string;
};

/** Played by the next `times` calls (default 1) that match; then the provider is itself again. */
export type Fault = {
  /** The provider's method or path; absent: any that sends to a person or a wall. */
  call?: string;
  times?: number;
} & (
  | { kind: "rate-limited"; retryAfterS: number }
  | { kind: "server-error" }
  /** The connection drops before the provider took the request. */
  | { kind: "lost-before" }
  /** The provider took it, and the answer is lost. */
  | { kind: "lost-after" }
);

export interface SimulatedPerson {
  readonly id: string;
  say(text: string): Promise<number>;
  /** Presses a button of the latest message that has it, by its label. */
  tap(label: string): Promise<number>;
  start(payload?: string): Promise<number>;
  sendPhoto(photo: { bytes: Uint8Array; type: string }, caption?: string): Promise<number>;
  shareContact(phone: string, name: string): Promise<number>;
  /** From now on the provider refuses messages to this person (and back). */
  block(blocked: boolean): Promise<void>;
  messages(): readonly SeenMessage[];
}

/** Deliveries answer the HTTP status our webhook gave. */
export interface Simulator {
  /** Settings to open the channel with, so that it talks to this simulator. */
  readonly settings: ChannelSettings;
  /** The provider's API, mounted at `apiRoot`. */
  handle(request: Request): Promise<Response>;
  person(id: string, name?: string): SimulatedPerson;
  people(): readonly SimulatedPerson[];
  wall(): readonly SeenPost[];
  fault(fault: Fault): void;
  /** The last delivery again, byte for byte, so many times at once. */
  redeliver(times: number): Promise<readonly number[]>;
  /** A well-formed message that somebody without the secret made up. */
  forge(text: string): Promise<number>;
}

export type SimulatorContext = {
  /** Absolute address under which `handle` is served. */
  readonly apiRoot: string;
  /** Carries a request to our webhook: over HTTP, or straight into the function. */
  readonly deliver: (path: string, headers: Readonly<Record<string, string>>, body: Uint8Array) => Promise<number>;
  readonly clock: Clock;
  readonly ids: Ids;
};

export type Simulate = (context: SimulatorContext) => Simulator;
