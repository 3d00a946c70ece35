/** What a failed call of the Bot API means for the message that was in it. */
import { GrammyError, HttpError } from "grammy/web";
import { MINUTE, SECOND } from "../../shared/domain/time.ts";

export type Failure =
  | { readonly outcome: "later"; readonly why: string; readonly retryAfterMs: number }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "unknown"; readonly why: string };

/** No connection was made, so nothing was taken. Names of Node and of its HTTP client. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const RETRY_MS = 5 * SECOND;
const TOKEN_RETRY_MS = 5 * MINUTE;

export const BAD_TOKEN =
  "Telegram refused the token of the bot: get a new one from @BotFather and set TELEGRAM_BOT_TOKEN";

/** Throws what is no failure of the provider. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return answered(error);
  if (error instanceof HttpError) return unanswered(error);
  throw error;
}

/** 401: the token was revoked; 404: it never was one. */
export const isBadToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

/** A picture that Telegram can't load or read; the text of the message was fine. */
export const isBadPhoto = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /HTTP URL|web page content|remote file|file identifier|PHOTO_|IMAGE_PROCESS_FAILED/.test(error.description);

function answered(error: GrammyError): Failure {
  const { error_code: code, description, parameters } = error;
  const why = `Telegram answered ${code}: ${description}`;
  if (code === 429) return { outcome: "later", why, retryAfterMs: waitOf(parameters.retry_after) };
  if (isBadToken(error)) return { outcome: "later", why: BAD_TOKEN, retryAfterMs: TOKEN_RETRY_MS };
  // A gateway that lost Telegram's answer: the message may be there.
  if (code === 502 || code === 504) return { outcome: "unknown", why };
  if (code >= 500) return { outcome: "later", why, retryAfterMs: RETRY_MS };
  return { outcome: "refused", why };
}

const waitOf = (seconds: number | undefined): number => (seconds === undefined ? RETRY_MS : seconds * SECOND);

function unanswered({ error }: HttpError): Failure {
  const code = networkCodeOf(error);
  const why = `Telegram gave no answer (${code ?? "timeout or lost connection"})`;
  return code !== undefined && NEVER_SENT.has(code)
    ? { outcome: "later", why, retryAfterMs: RETRY_MS }
    : { outcome: "unknown", why };
}

/** fetch hides the reason in `cause`, and tries several addresses of one name. */
export function networkCodeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if ("cause" in error) return networkCodeOf(error.cause);
  return "errors" in error && Array.isArray(error.errors) ? networkCodeOf(error.errors[0]) : undefined;
}
