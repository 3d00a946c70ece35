/** What a failed call of the Bot API means for the message that was in it. */
import { GrammyError, HttpError } from "grammy/web";
import { MINUTE, SECOND } from "../../shared/domain/time.ts";
import { networkFailureOf } from "../../shared/ports/network-failure.ts";

export type Failure =
  | { readonly outcome: "later"; readonly why: string; readonly retryAfterMs: number }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "unknown"; readonly why: string };

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
  const { neverSent, code } = networkFailureOf(error);
  const why = `Telegram gave no answer (${code})`;
  return neverSent ? { outcome: "later", why, retryAfterMs: RETRY_MS } : { outcome: "unknown", why };
}
