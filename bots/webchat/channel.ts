/** Sending in the web chat is storing: the page comes and fetches. */
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Channel, type ChannelContext, type Sent } from "../../shared/ports/channel.ts";
import { manifest } from "./manifest.ts";
import { appendMessage, messagesAfter, type StoredMessage } from "./messages.ts";
import { type Bubble, render } from "./render.ts";
import { readVisitor } from "./visitor.ts";
import { ACCOUNT } from "./webhook.ts";

const BUSY_RETRY_MS = 2000;

/** What the page may ask besides: its messages, by the visitor's own cookie. */
export type Webchat = Channel & {
  /** `forged`: the cookie is not ours and should be taken away. */
  fetchMessages(
    cookies: string | undefined,
    after: number,
  ): Promise<{ messages: readonly StoredMessage[]; last: number; forged: boolean }>;
};

export const isWebchat = (channel: Channel | undefined): channel is Webchat =>
  channel !== undefined && "fetchMessages" in channel;

export function openChannel(context: ChannelContext): Webchat {
  const { settings, table, publicUrl } = context;
  const secret = settings["WEBCHAT_SECRET"];
  if (!secret) throw new Error("The web chat has no secret: set WEBCHAT_SECRET to a long random text");

  return {
    manifest,
    account: ACCOUNT,

    async send(chat: string, message: Outgoing, { from = 0 } = {}) {
      const bubbles = render(message);
      let sent: Sent = { outcome: "sent", ref: "" };
      for (const [part, bubble] of bubbles.entries()) {
        if (part < from) continue;
        sent = await sendOne(context, chat, bubble);
        if (sent.outcome !== "sent") return { ...sent, parts: part };
      }
      return { ...sent, parts: bubbles.length };
    },

    async fetchMessages(cookies, after) {
      const visitor = readVisitor(secret, cookies);
      if (visitor.kind !== "visitor") return { messages: [], last: after, forged: visitor.kind === "forged" };
      return { ...(await messagesAfter(table, visitor.id, after)), forged: false };
    },

    chatLink: (code) => `${publicUrl}/?chat=${code ?? ""}`,
  };
}

async function sendOne({ table, clock, log }: ChannelContext, chat: string, bubble: Bubble): Promise<Sent> {
  try {
    const stored = await appendMessage(table, chat, bubble, clock.now());
    if (!stored) return { outcome: "later", why: "The table is busy", retryAfterMs: BUSY_RETRY_MS };
    return { outcome: "sent", ref: String(stored.seq) };
  } catch (error) {
    log.error("webchat.send-failed", error);
    return { outcome: "unknown", why: "The table did not say whether it stored the message" };
  }
}
