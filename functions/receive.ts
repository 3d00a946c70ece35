/**
 * The door of every channel: cap, verify, enqueue by conversation, answer. The same in both homes, and small: a person waits.
 * A provider repeats what we refuse, so what is proved but can't be used is answered 200 and counted;
 * a home that has a place for it keeps it aside.
 */
import { conversationId } from "../shared/domain/conversation.ts";
import { type Incoming } from "../shared/domain/message.ts";
import { type Verdict, type Webhook, type WebhookAnswer, type WebhookRequest } from "../shared/ports/channel.ts";
import { isDeep } from "./json-depth.ts";
import { type Receiver, type WebhookReaction } from "./reaction.ts";

export const MAX_BODY_BYTES = 64 * 1024;
const MAX_DEPTH = 32;
const OK: WebhookAnswer = { status: 200 };

export const receive = (channel: string, webhook: Webhook): WebhookReaction => ({
  on: "webhook",
  async run(receiver, request) {
    // A channel without its settings does not exist, so nobody can speak through a pretended one.
    if (receiver.settings.length === 0) return { status: 404 };
    const verdict = judge(webhook, receiver, request);
    switch (verdict.kind) {
      case "rejected":
        receiver.log.warn("webhook.rejected", { channel, status: verdict.status, why: verdict.why });
        return { status: verdict.status };
      case "unusable":
        return await setAside(receiver, { channel, request, why: verdict.why });
      case "accepted":
        return (await enqueueAll(receiver, verdict.incoming)) ? (verdict.answer ?? OK) : { status: 503 };
    }
  },
});

/** What is too large or too deep is never taken: its sender is only asked to prove himself, so that he can be told to stop. */
function judge(webhook: Webhook, receiver: Receiver, request: WebhookRequest): Verdict {
  const large = request.body.byteLength > MAX_BODY_BYTES;
  if (!large && !isDeep(request.body, MAX_DEPTH)) return ask(webhook, receiver, request);
  const why = large ? `More than ${MAX_BODY_BYTES} bytes` : `Nested deeper than ${MAX_DEPTH} levels`;
  // Headers may prove it alone; where a signature covers the bytes, they are read up to the cap and no further.
  let verdict = ask(webhook, receiver, { ...request, body: new Uint8Array() });
  if (verdict.kind === "rejected" && !large) verdict = ask(webhook, receiver, request);
  if (verdict.kind === "rejected") return { ...verdict, status: large ? 413 : verdict.status, why };
  // An answer of its own is for a person's browser: nobody there repeats what is refused.
  if (verdict.kind === "accepted" && verdict.answer) return { kind: "rejected", status: 400, why };
  return { kind: "unusable", why };
}

/** By the newest secrets first; what they don't prove, the ones before them may. */
function ask(webhook: Webhook, { clock, log, settings }: Receiver, request: WebhookRequest): Verdict {
  let verdict: Verdict = { kind: "rejected", status: 401, why: "The channel has no settings" };
  for (const version of settings) {
    try {
      verdict = webhook(request, version, clock.now());
    } catch (error) {
      // Its message may quote the body, so only its kind is told.
      log.warn("webhook.threw", { path: request.path, kind: error instanceof Error ? error.name : typeof error });
      verdict = { kind: "rejected", status: 401, why: "The check of the request failed" };
    }
    if (verdict.kind !== "rejected" || verdict.status !== 401) return verdict;
  }
  return verdict;
}

async function setAside(
  { log, keepAside }: Pick<Receiver, "log" | "keepAside">,
  { channel, request, why }: { channel: string; request: WebhookRequest; why: string },
): Promise<WebhookAnswer> {
  log.warn("webhook.unusable", { channel, why, bytes: request.body.byteLength });
  try {
    await keepAside?.(channel, request, why);
  } catch (error) {
    log.error("webhook.not-kept", error, { channel });
  }
  return OK;
}

/** One after another, so that messages of one delivery keep their order. False: not all are durable, ask again. */
async function enqueueAll({ log, queue }: Receiver, incoming: readonly Incoming[]): Promise<boolean> {
  try {
    for (const one of incoming) {
      const dedupeId = `${one.channel}:${one.account}:${one.updateId}`;
      await queue.send("inbox", { group: conversationId(one), dedupeId, body: one });
    }
    return true;
  } catch (error) {
    log.error("webhook.not-enqueued", error);
    return false;
  }
}
