/** What the pretend Telegram remembers: people, messages, files, taps and the updates on their way. */
import { type IsoTime } from "../../shared/domain/time.ts";
import { type Fault, type SimulatorContext } from "../../shared/ports/simulator.ts";

export type File = { readonly id: string; readonly path: string; readonly bytes: Uint8Array; readonly type: string };

/** `link`, `tap`, `word` and `contact` are what pressing it does; `word` and `contact` stand on the reply keyboard. */
export type Button =
  | { readonly does: "link"; readonly label: string; readonly url: string }
  | { readonly does: "tap"; readonly label: string; readonly data: string }
  | { readonly does: "word" | "contact"; readonly label: string };

export type Message = {
  readonly id: number;
  readonly from: "us" | "person";
  text: string;
  readonly photo?: string;
  buttons: readonly Button[];
  /** As we sent it: it comes back in the update of a tap. */
  markup?: unknown;
  readonly at: IsoTime;
};

export type Chat =
  | { readonly kind: "person"; readonly id: string; name: string; met: boolean; blocked: boolean; messages: Message[] }
  | { readonly kind: "channel"; readonly id: string; readonly title: string; messages: Message[] };

export type Update = { readonly id: number; readonly queue: string; readonly body: Uint8Array };

/** One call of the Bot API, for tests to look at; files are left out. */
export type Call = {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly status: number;
};

export type World = {
  readonly context: SimulatorContext;
  readonly token: string;
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  readonly channel: Extract<Chat, { kind: "channel" }>;
  readonly people: Map<string, Extract<Chat, { kind: "person" }>>;
  readonly files: Map<string, File>;
  /** Ids of taps, and whether they were answered. */
  readonly taps: Map<string, boolean>;
  readonly faults: { fault: Fault; left: number }[];
  readonly calls: Call[];
  /** Not yet taken by us. */
  readonly waiting: Update[];
  webhook: {
    url: string;
    secret: string;
    /** Kinds of update it is for; empty: those that Telegram gives unasked. */
    allowed?: readonly unknown[];
    /** Of the last delivery that failed. */
    lastError?: { message: string; atMs: number };
  };
  last?: Update;
  /** Wakes a long poll. */
  wake: () => void;
  messageId: number;
  updateId: number;
};

/** A call that Telegram refuses, in its own words. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(status: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.name = "Refusal";
    this.status = status;
    this.parameters = parameters;
  }
}

export const badRequest = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);

/** Undefined for a number or name that nobody has, and for a person who never wrote to the bot. */
export function findChat(world: World, id: string): Chat | undefined {
  if (id === world.channel.id) return world.channel;
  const person = world.people.get(id);
  return person?.met === true ? person : undefined;
}

export function addMessage(world: World, chat: Chat, message: Omit<Message, "id" | "at">): Message {
  world.messageId += 1;
  const added: Message = { ...message, id: world.messageId, at: world.context.clock.now() };
  chat.messages.push(added);
  return added;
}

export function addFile(world: World, { bytes, type }: { bytes: Uint8Array; type: string }): File {
  const id = world.context.ids.random("file");
  const file = { id, path: `photos/${id}.${type === "image/png" ? "png" : "jpg"}`, bytes, type };
  world.files.set(id, file);
  return file;
}

/** Shown on pages, so without the token that Telegram's own addresses of files hold. */
export const pageAddress = ({ context }: World, file: File): string => `${context.apiRoot}/photo/${file.id}`;
