/** A channel is where people talk or read. Every channel folder has the same files and passes the same suite. */
import { type Incoming, type Outgoing } from "../domain/message.ts";
import { type Phone } from "../domain/phone.ts";
import { type PostCopy } from "../domain/promotion.ts";
import { type IsoTime } from "../domain/time.ts";
import { type Clock } from "./clock.ts";
import { type Log } from "./log.ts";
import { type Table } from "./table.ts";

/** Plain data: importing a manifest loads nothing. */
export type ChannelManifest = {
  readonly name: string;
  /** What people call it: "Zalo". */
  readonly title: string;
  /** The route its messages arrive at; `methods` other than this are served elsewhere. */
  readonly webhook?: { readonly method: "POST"; readonly path: string };
  /** True where it can be talked on. */
  readonly chat: boolean;
  /** What its public face is called, where it has one: "Kênh Telegram". */
  readonly wall?: string;
  /** Settings without which the channel does not exist. `secret` ones live in the secret store. */
  readonly settings: readonly ChannelSetting[];
  readonly limits: ChannelLimits;
  readonly abilities: {
    readonly photos: boolean;
    readonly links: boolean;
    /** One tap hands over the person's own phone. */
    readonly askContact: boolean;
    /** Asks for messages where no public https address can receive them. */
    readonly polling: boolean;
  };
  /** Replies may be sent only so long after the person last wrote; absent: always. */
  readonly windowMs?: number;
  /** Staff are looked for on the lowest rung first, and on the next when nobody was reached; absent: after all others. */
  readonly staffRung?: number;
};

export type ChannelSetting = {
  readonly name: string;
  readonly secret: boolean;
  /** Absent settings that are required make the channel absent. */
  readonly required: boolean;
  /** Without it no message of the channel gets in where PUBLIC_URL is https: there it is required as well. */
  readonly requiredInPublic?: boolean;
  /** The whole value, where what can't work can be known by its looks; kept generous. */
  readonly pattern?: { readonly matches: RegExp; readonly looks: string };
  readonly cure: string;
};

export type ChannelLimits = {
  /** Characters of one text, as the provider counts. */
  readonly text: number;
  readonly caption: number;
  readonly buttons: number;
  readonly buttonTitle: number;
  readonly payloadBytes: number;
};

/** Values of a channel's settings by name; absent = unset. */
export type ChannelSettings = Readonly<Record<string, string | undefined>>;

export type WebhookRequest = {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

/** What a webhook makes of a request; it never throws. */
export type Verdict =
  /** Proved; nothing or more to enqueue. `answer` replaces the plain 200. */
  | { readonly kind: "accepted"; readonly incoming: readonly Incoming[]; readonly answer?: WebhookAnswer }
  /** Proved, but nothing we can use: answered 200 and counted, and kept aside in the embedded home. `why` holds no personal data. */
  | { readonly kind: "unusable"; readonly why: string }
  /** 401 not proved, 413 too large, 400 broken where the sender is a person's browser. */
  | { readonly kind: "rejected"; readonly status: 400 | 401 | 413; readonly why: string };

export type WebhookAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** `bots/<name>/webhook.ts` exports one as `webhook`: pure but for hashing, small enough for a cold start. */
export type Webhook = (request: WebhookRequest, settings: ChannelSettings, now: IsoTime) => Verdict;

/** What came of sending one thing. */
export type Sent =
  | { readonly outcome: "sent"; readonly ref: string }
  /** Not taken, for sure; may be tried again no sooner than `retryAfterMs`. */
  | { readonly outcome: "later"; readonly why: string; readonly retryAfterMs: number }
  /** Not taken, and never will be for this person: blocked, gone, window closed. */
  | { readonly outcome: "refused"; readonly why: string }
  /** The request left and no answer came back. */
  | { readonly outcome: "unknown"; readonly why: string };

/** A notice of a fixed form, which the provider approved beforehand. The fields are its parameters: no line breaks. */
export type TemplateNotice = {
  readonly form: "parcel";
  /** The same for the same notice, up to 48 characters: to find it again at the provider. */
  readonly id: string;
  /** Up to 30 characters. */
  readonly code: string;
  /** Up to 30 characters. */
  readonly status: string;
  /** Up to 100 characters. */
  readonly goods: string;
  /** Up to 20 characters. */
  readonly amount: string;
};

export type TemplateRecipient = { readonly chat: string } | { readonly phone: Phone };

/** What came of a post on a wall; `submitted`: ask again with check(). */
export type Posted =
  | { readonly outcome: "posted"; readonly ref: string; readonly url?: string }
  | { readonly outcome: "submitted"; readonly ref: string }
  | { readonly outcome: "later"; readonly why: string; readonly retryAfterMs: number }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "unknown"; readonly why: string };

export interface Channel {
  readonly manifest: ChannelManifest;
  /** The bot, OA or shop id that conversations are keyed by. */
  readonly account: string;
  /** Sends to a chat what render() makes of it: one provider message after another, from part `from` on. */
  send(chat: string, message: Outgoing, options?: { from?: number }): Promise<Sent & { readonly parts: number }>;
  /** Tells the provider that a tap was seen, where it waits for that. */
  acknowledge?(incoming: Incoming): Promise<void>;
  /** Bytes of a picture or file a person sent. */
  fetchFile?(ref: string): Promise<{ bytes: Uint8Array; type: string }>;
  /** Reaches people whose window has closed, or who never wrote; absent where no such form was approved. Never repeated blindly: it costs money. */
  sendTemplate?(to: TemplateRecipient, notice: TemplateNotice): Promise<Sent>;
  post?(copy: PostCopy): Promise<Posted>;
  check?(ref: string): Promise<Posted>;
  /** The next messages where no webhook can reach us; resolves with [] after `waitMs`. */
  poll?(waitMs: number, signal: AbortSignal): Promise<readonly Incoming[]>;
  /** The link that opens a chat with us, carrying a code where the channel can. */
  chatLink(code?: string): string;
  /** Keeps alive what dies when nobody uses it (a grant), and learns what links are made of; called by the tick, mostly for nothing. */
  upkeep?(): Promise<void>;
  /** What is wrong with the account, in words with a cure; [] when it works. */
  diagnose?(): Promise<readonly string[]>;
  /** What can't be seen from here and is to be looked at elsewhere, or will be wrong before long: each says where and what. */
  advise?(): Promise<readonly string[]>;
}

/** What a channel is opened with. `fetch` is the process edge. */
export type ChannelContext = {
  readonly settings: ChannelSettings;
  readonly fetch: typeof fetch;
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
};

/** `bots/<name>/channel.ts` exports one as `openChannel`. */
export type OpenChannel = (context: ChannelContext) => Channel;

/** The channels that exist here and now. */
export interface Channels {
  readonly names: readonly string[];
  get(name: string): Promise<Channel | undefined>;
}
