/** What people say to us and what we say to them, free of any channel. */
import { type IsoTime } from "./time.ts";

/** One message, tap or act of a person, as a channel's webhook hands it to the inbox. */
export type Incoming = {
  channel: string;
  account: string;
  chat: string;
  /** The provider's id of this delivery: the same id is the same message. */
  updateId: string;
  /** The provider's time. */
  at: IsoTime;
  sender: { id: string; name?: string };
  content: Content;
};

export type Content =
  | { kind: "text"; text: string }
  /** A button: `payload` is what we put on it, and carries no authority. */
  | { kind: "tap"; payload: string; tapId?: string }
  /**
   * `proved`: the channel vouches that it is the sender's own number. `claimed`: they say that it is, in a form that
   * can be typed into. Neither: a card of anybody.
   */
  | { kind: "contact"; phone: string; name?: string; address?: string; proved: boolean; claimed?: true }
  | { kind: "location"; latitude: number; longitude: number }
  /** `ref` is what the channel needs to fetch the file. `album` groups pictures sent together. */
  | { kind: "photo"; ref: string; caption?: string; album?: string }
  | { kind: "file" | "voice" | "video" | "sticker"; ref: string }
  /** Opened the chat, perhaps by a deep link with a payload. */
  | { kind: "start"; payload?: string }
  /** Blocked us or unfollowed. */
  | { kind: "stop" }
  /** Our own side answered by hand in the provider's app: a take-over. */
  | { kind: "staff-reply"; staff: string; text: string };

/** A button, and what typing its number or its words means too. */
export type Choice = { label: string; payload: string };

/** One thing to say. The channel splits, numbers and shortens nothing but by its own limits. */
export type Outgoing = {
  text: string;
  /** Absolute https address of a picture shown above the text. */
  photo?: string;
  choices?: readonly Choice[];
  link?: { label: string; url: string };
  /** Ask for the person's own contact where the channel has a one-tap way. */
  ask?: "contact";
};
