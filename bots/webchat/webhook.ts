/** A message of a visitor: JSON from our own page, a signed cookie, and an id that makes resending safe. */
import { createHash, randomUUID } from "node:crypto";
import { type Content } from "../../shared/domain/message.ts";
import { type Verdict, type Webhook, type WebhookRequest } from "../../shared/ports/channel.ts";
import { manifest } from "./manifest.ts";
import { isRandom, newVisitor, readVisitor, signVisitor, visitorCookie } from "./visitor.ts";

/** There is one shop to talk to. */
export const ACCOUNT = "shop";
const MAX_TEXT = manifest.limits.text;
const MAX_ID = 100;

export const webhook: Webhook = (request, settings, now) => {
  const secret = settings["WEBCHAT_SECRET"];
  if (!secret) return rejected(401, "WEBCHAT_SECRET is not set");
  const visitor = readVisitor(secret, request.headers["cookie"]);
  if (visitor.kind === "forged") return rejected(401, "The visitor cookie is not signed by this shop");
  if (!fromOurPage(request)) return rejected(400, "Only JSON from the shop's own pages is taken");
  const message = readBody(request.body);
  if ("kind" in message) return message;
  // A client that names no message gets a random id here: such a message cannot be resent safely, but it is taken.
  const id = message.id ?? randomUUID();
  const chat = visitor.kind === "visitor" ? visitor.id : newVisitor(secret, isRandom(id) ? id : randomUUID());
  const updateId = createHash("sha256").update(`${chat} ${id}`).digest("base64url").slice(0, 22);
  return {
    kind: "accepted",
    incoming: [
      {
        channel: manifest.name,
        account: ACCOUNT,
        chat,
        updateId,
        at: now,
        sender: { id: chat },
        content: message.content,
      },
    ],
    answer: {
      status: 200,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        "set-cookie": visitorCookie(signVisitor(secret, chat), isHttps(request)),
      },
      body: JSON.stringify({ ok: true, updateId }),
    },
  };
};

const rejected = (status: 400 | 401 | 413, why: string): Verdict => ({ kind: "rejected", status, why });

const isHttps = ({ headers }: WebhookRequest): boolean => headers["x-forwarded-proto"] === "https";

/** A form on another site can send neither this content type nor hide where it came from. */
function fromOurPage({ headers }: WebhookRequest): boolean {
  const json = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === "application/json";
  const site = headers["sec-fetch-site"];
  return json && (site === undefined || site === "same-origin" || site === "none");
}

type Message = { id?: string; content: Content };

function readBody(body: Uint8Array): Message | Verdict {
  const fields = parseObject(body);
  if (!fields) return rejected(400, "The body is not a JSON object in UTF-8");
  const { id, text, tap, start } = fields;
  if (id !== undefined && (typeof id !== "string" || id === "" || id.length > MAX_ID))
    return rejected(400, `"id" is to be a text of 1 to ${MAX_ID} characters`);
  if ([text, tap, start].some((said) => typeof said === "string" && said.length > MAX_TEXT))
    return rejected(413, `A message has at most ${MAX_TEXT} characters`);
  const content = contentOf(text, tap, start);
  if (!content) return rejected(400, 'One of "text", "tap" and "start" is to be given, as text');
  return { content, ...(id === undefined ? {} : { id }) };
}

function contentOf(text: unknown, tap: unknown, start: unknown): Content | null {
  if (typeof text === "string" && text.trim() !== "") return { kind: "text", text: text.toWellFormed() };
  if (typeof tap === "string" && tap !== "") return { kind: "tap", payload: tap.toWellFormed() };
  if (typeof start === "string") return { kind: "start", ...(start === "" ? {} : { payload: start.toWellFormed() }) };
  return null;
}

function parseObject(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
