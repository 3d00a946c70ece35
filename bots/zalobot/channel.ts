/** Talking as a bot of the Zalo Bot Platform. */
import { type Channel, type ChannelContext, type OpenChannel, type Sent } from "../../shared/ports/channel.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type Answer, type Api, openApi, tokenOf } from "./api.ts";
import { diagnose } from "./diagnose.ts";
import { fetchFile } from "./fetch-file.ts";
import { object, text } from "./fields.ts";
import { manifest } from "./manifest.ts";
import { openPoll } from "./poll.ts";
import { type Part, render } from "./render.ts";
import { botIdOf } from "./update.ts";

export const openChannel: OpenChannel = (context): Channel => {
  const { settings, publicUrl, fetch } = context;
  const account = botIdOf(tokenOf(settings));
  const api = openApi(context);
  return {
    manifest,
    account,
    send: (chat, message, { from = 0 } = {}) => send(api, context, { chat, message, from }),
    fetchFile: (ref) => fetchFile({ fetch, simulatorRoot: settings["ZALO_BOT_API_ROOT"] }, ref),
    poll: openPoll(api, context, account),
    // Zalo documents no link that opens a bot: the shop's page for the code leads on.
    chatLink: (code) => (code === undefined ? publicUrl : `${publicUrl}/d/${encodeURIComponent(code)}`),
    diagnose: () => diagnose(api, context),
  };
};

type Wish = { chat: string; message: Outgoing; from: number };

/** `parts` counts from the first part of the message, also when sending begins later. */
async function send(
  api: Api,
  context: ChannelContext,
  { chat, message, from }: Wish,
): Promise<Sent & { parts: number }> {
  const plainHttp = context.settings["ZALO_BOT_API_ROOT"]?.startsWith("http:") ?? false;
  const parts = render(message, { plainHttp });
  let ref = "";
  for (const [place, part] of parts.entries()) {
    if (place < from) continue;
    const answer = await deliverAnyway(api, context, { chat, part });
    if (!answer.ok) return { ...withoutStatus(answer.failure), parts: place };
    ref = text(object(answer.result)?.["message_id"]) ?? "unnamed";
  }
  return { outcome: "sent", ref, parts: parts.length };
}

/** The status is for choosing what to do next, here alone. */
function withoutStatus(failure: Extract<Answer, { ok: false }>["failure"]): Exclude<Sent, { outcome: "sent" }> {
  return failure.outcome === "later"
    ? { outcome: "later", why: failure.why, retryAfterMs: failure.retryAfterMs }
    : { outcome: failure.outcome, why: failure.why };
}

/** A picture that Zalo does not take costs nobody the words: they go out alone. */
async function deliverAnyway(
  api: Api,
  { log }: ChannelContext,
  { chat, part }: { chat: string; part: Part },
): Promise<Answer> {
  const { method, ...params } = part;
  const answer = await api.call(method, { chat_id: chat, ...params });
  if (answer.ok || part.method !== "sendPhoto" || answer.failure.status !== 400) return answer;
  log.warn("zalobot.photo-left-out", { why: answer.failure.why });
  if (part.caption === undefined) return { ok: true, result: { message_id: "left-out" } };
  return await api.call("sendMessage", { chat_id: chat, text: part.caption });
}
