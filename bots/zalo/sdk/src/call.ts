/** One authenticated call: the bare token header, the envelope, one renewal of a dead token. */
import { API_RULES, ruleOf, scrub, ZaloError } from "./errors.ts";
import {
  addressUnder,
  ask,
  classOfStatus,
  DEFAULT_TIMEOUT_MS,
  globalFetch,
  type Fetch,
  type HttpAnswer,
} from "./http.ts";
import { numberOf, present, textOf } from "./json.ts";
import type { TokenSource } from "./tokens.ts";

export const API_ROOT = "https://openapi.zalo.me";
export const BUSINESS_ROOT = "https://business.openapi.zalo.me";

export type ClientSettings = {
  readonly tokens: TokenSource;
  readonly apiRoot?: string;
  /** Where templates go by phone. A given `apiRoot` stands in for it too, so that a simulator lets nothing slip out. */
  readonly businessRoot?: string;
  readonly fetch?: Fetch;
  /** Per request, the reading of the answer included. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970: only to say how long a night still lasts. */
  readonly clock?: () => number;
};

export type ApiRequest = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly business?: boolean;
  /** Becomes the one `data` parameter that most of Zalo's GETs take. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Plain parameters: articles and groups. */
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly form?: FormData;
  /** A POST that only asks, or that does no harm when it is done twice. */
  readonly repeatable?: boolean;
  /** At least this long, whatever the client's limit: uploads. */
  readonly timeoutMs?: number;
};

/** Gives the `data` of the envelope. Throws a ZaloError. */
export type Call = (request: ApiRequest) => Promise<unknown>;

export function createCall(settings: ClientSettings): Call {
  return async (request) => {
    const token = await settings.tokens.token();
    try {
      return await callWith(settings, request, token);
    } catch (error) {
      if (!(error instanceof ZaloError) || error.class !== "token") throw error;
      // Refused for its token, so nothing was done: the same request may go again, once.
      return await callWith(settings, request, await settings.tokens.renew(token));
    }
  };
}

async function callWith(settings: ClientSettings, request: ApiRequest, token: string): Promise<unknown> {
  const call = `${request.method} ${request.path}`;
  const repeatable = request.method === "GET" || request.repeatable === true;
  const timeoutMs = Math.max(settings.timeoutMs ?? DEFAULT_TIMEOUT_MS, request.timeoutMs ?? 0);
  const http = { fetch: settings.fetch ?? globalFetch, timeoutMs };
  const answer = await ask(http, { url: addressOf(settings, request), init: initOf(request, token), call, repeatable });
  return dataOf(answer, { call, repeatable, token, now: (settings.clock ?? Date.now)() });
}

function addressOf(settings: ClientSettings, request: ApiRequest): string {
  const { apiRoot = API_ROOT, businessRoot = settings.apiRoot ?? BUSINESS_ROOT } = settings;
  const url = addressUnder(request.business === true ? businessRoot : apiRoot, request.path);
  if (request.data !== undefined) url.searchParams.set("data", JSON.stringify(request.data));
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  return url.href;
}

function initOf({ method, json, form }: ApiRequest, token: string): RequestInit {
  if (form !== undefined) return { method, headers: { access_token: token }, body: form };
  if (json === undefined) return { method, headers: { access_token: token } };
  const headers = { access_token: token, "content-type": "application/json" };
  return { method, headers, body: JSON.stringify(json) };
}

type Asked = { readonly call: string; readonly repeatable: boolean; readonly token: string; readonly now: number };

/** Errors come with HTTP 200 and `error` other than 0. */
function dataOf({ body, status, retryAfterMs }: HttpAnswer, { call, repeatable, token, now }: Asked): unknown {
  const code = numberOf(body["error"]);
  if (code === 0 && status < 300) return body["data"];
  const reply = scrub(textOf(body["message"]), [token]);
  if (code === undefined || code === 0) {
    const facts = { code: "http", call, status, meaning: `HTTP ${status} without an error code` } as const;
    throw new ZaloError({ ...facts, ...present({ reply, retryAfterMs }), class: classOfStatus(status, repeatable) });
  }
  const found = ruleOf(API_RULES, code, now);
  const pause = retryAfterMs ?? found.retryAfterMs;
  throw new ZaloError({ ...found, call, ...present({ reply, retryAfterMs: pause }) });
}
