/** What the pretended Zalo Bot Platform remembers: the bot, the people, what stands on their phones, and events on their way. */
import { type Fault, type SeenMessage, type SimulatorContext } from "../../shared/ports/simulator.ts";

export type Phone = {
  readonly id: string;
  readonly name: string;
  /** Wrote to the bot once: it may write to nobody else. */
  met: boolean;
  blocked: boolean;
  readonly messages: SeenMessage[];
};

export type Event = { readonly body: Uint8Array };

export type World = {
  readonly context: SimulatorContext;
  readonly bot: { readonly id: string; readonly name: string };
  readonly token: string;
  readonly phones: Map<string, Phone>;
  readonly files: Map<string, { bytes: Uint8Array; type: string }>;
  readonly faults: Fault[];
  /** Paths asked for, without the token that stands in the real ones. */
  readonly calls: string[];
  /** Waits for a poll, where no webhook is set. */
  readonly waiting: Event[];
  webhook: { url: string; secret: string };
  last?: Event;
  /** Ends a poll's waiting. */
  wake: () => void;
};

/** A call that Zalo refuses. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, description: string) {
    super(description);
    this.name = "Refusal";
    this.code = code;
  }
}

/** What stands on a phone now, under a new id. */
export function show(world: World, phone: Phone, message: Pick<SeenMessage, "from" | "text" | "photo">): SeenMessage {
  const { clock, ids } = world.context;
  const shown: SeenMessage = { id: ids.random("msg").replace(/\W/g, ""), ...message, buttons: [], at: clock.now() };
  phone.messages.push(shown);
  return shown;
}
