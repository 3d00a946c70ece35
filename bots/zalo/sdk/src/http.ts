/** One request to Zalo: a time limit, the lossless JSON of the answer, and an honest word about a lost one. */
import { isRecord, readJson, type JsonRecord } from "./json.ts";
import { ZaloError, type LocalCode } from "./errors.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type HttpRequest = {
  readonly url: string;
  readonly init: RequestInit;
  /** How the request is called in errors: method and path, no parameters. */
  readonly call: string;
  /** True when asking again changes nothing, so that a lost answer is no riddle. */
  readonly repeatable: boolean;
};

export type HttpSettings = { readonly fetch: Fetch; readonly timeoutMs: number };

export type HttpAnswer = {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly body: JsonRecord;
};

/** 5 s: a customer waits, and 3 × this must fit in the token's lock. */
export const DEFAULT_TIMEOUT_MS = 5_000;

/** Node's own fetch; passed through a function so that importing this module captures nothing. */
export const globalFetch: Fetch = (url, init) => fetch(url, init);

/** The address of `path` under a root that may have a path of its own, as a simulator's has. */
export function addressUnder(root: string, path: string): URL {
  return new URL(root.replace(/\/+$/, "") + path);
}

/** Gives the JSON object that came, whatever the status. Throws a ZaloError when none came. */
export async function ask(settings: HttpSettings, request: HttpRequest): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  let response: Response;
  let text: string;
  try {
    // A redirect followed would carry the token header to another host.
    response = await settings.fetch(request.url, { ...request.init, signal, redirect: "manual" });
    text = await response.text();
  } catch (error) {
    throw lost(request, error, signal.aborted);
  }
  const body = parsed(text);
  if (body === undefined) throw unreadable(request, response);
  return { status: response.status, retryAfterMs: retryAfter(response), body };
}

function parsed(text: string): JsonRecord | undefined {
  try {
    const json = readJson(text);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

// No byte of the request left this machine when one of these came.
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

function lost(request: HttpRequest, error: unknown, timedOut: boolean): ZaloError {
  const code: LocalCode = timedOut ? "timeout" : "connection";
  const neverSent = !timedOut && NEVER_SENT.has(codeOf(error));
  const meaning = neverSent
    ? "no connection could be made"
    : timedOut
      ? "no answer in time"
      : "the connection was lost";
  const kind = neverSent || request.repeatable ? "back-off" : "unknown-outcome";
  return new ZaloError({ code, class: kind, call: request.call, meaning, cause: error });
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = isRecord(cause) ? cause["code"] : undefined;
  return typeof code === "string" ? code : "";
}

function unreadable(request: HttpRequest, response: Response): ZaloError {
  const { status } = response;
  const meaning = `HTTP ${status} without a JSON object`;
  const retryAfterMs = retryAfter(response);
  const facts = { code: status < 300 ? "unreadable" : "http", call: request.call, meaning, status } as const;
  const pause = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new ZaloError({ ...facts, ...pause, class: classOfStatus(status, request.repeatable) });
}

/** A gateway's 502 or 504, like a success that can't be read, leaves open what the server behind it did. */
export function classOfStatus(status: number, repeatable: boolean): ZaloError["class"] {
  if (status === 401) return "token";
  if (status === 408 || status === 429) return "back-off";
  if (status < 300 || status === 502 || status === 504) return repeatable ? "back-off" : "unknown-outcome";
  return status >= 500 ? "back-off" : "alarm";
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
