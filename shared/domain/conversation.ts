/** A conversation is one thread: channel + account + chat. A turn is one message in and what came out. */
import { type Code } from "./ids.ts";
import { type IsoTime } from "./time.ts";
import { type Incoming, type Outgoing } from "./message.ts";

export type ConversationKey = {
  /** "telegram", "zalo", "webchat" … */
  channel: string;
  /** The bot, OA or shop that is talked to: the provider's id. */
  account: string;
  /** The provider's id of the thread, as text. */
  chat: string;
};

/** "telegram:123:456": the inbox group, and the key of the stored conversation. */
export const conversationId = ({ channel, account, chat }: ConversationKey): string => `${channel}:${account}:${chat}`;

export function parseConversationId(id: string): ConversationKey {
  const [channel = "", account = "", ...chat] = id.split(":");
  return { channel, account, chat: chat.join(":") };
}

export type Owner = "bot" | "person";

/** `State` belongs to the dialogue; this record only carries it. */
export type Conversation<State = unknown> = ConversationKey & {
  owner: Owner;
  /** A person was called, and nobody has given the thread back since. */
  handedOverAt?: IsoTime;
  /** When a person last answered here. */
  answeredAt?: IsoTime;
  /** Number of the last turn; 0 before the first. */
  seq: number;
  state: State;
  /** 8-byte hashes of update ids with the minute they came in, packed: a repeat is known by membership. */
  seen: string;
  lastAt: IsoTime;
  /** Last time the person wrote or tapped: opens Zalo's window. */
  lastIncomingAt: IsoTime;
  /** Code of the post, link or QR that brought the person here. */
  source?: Code;
  version: number;
};

export type Turn = {
  seq: number;
  at: IsoTime;
  /** Id of the inbox message that made it; absent for notices. */
  inbox?: string;
  in?: Incoming;
  out: readonly Outgoing[];
  /** Who spoke, where it was not the bot answering. */
  by?: Owner;
  /** Version of the catalogue that was read. */
  catalogue?: string;
  /** What the use cases answered, so that replaying the log gives the same state. */
  outcomes?: readonly unknown[];
};
