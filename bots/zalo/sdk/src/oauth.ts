/** OAuth v4 of an Official Account: the link that asks for permission, the exchange, the refresh. */
import { createHash, randomBytes } from "node:crypto";
import { OAUTH_RULES, ruleOf, scrub, ZaloError } from "./errors.ts";
import { addressUnder, ask, DEFAULT_TIMEOUT_MS, globalFetch, type Fetch, type HttpAnswer } from "./http.ts";
import { numberOf, present, textOf } from "./json.ts";
import { isSet } from "./signature.ts";

export const OAUTH_ROOT = "https://oauth.zaloapp.com";

export type OAuthSettings = {
  readonly appId: string;
  /** The app secret. It is not the OA Secret Key that signs the webhook. */
  readonly appSecret: string;
  readonly oauthRoot?: string;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
};

export type TokenPair = {
  readonly accessToken: string;
  /** Single use: spent by the refresh that gives the next one. */
  readonly refreshToken: string;
  /** Seconds; 90,000 (25 h) as Zalo documents it. */
  readonly expiresIn: number;
};

export type PermissionRequest = {
  readonly appId: string;
  readonly redirectUri: string;
  /** For an account this is saved in Zalo's console: one fixed pair per app, not one per request. */
  readonly codeChallenge?: string;
  readonly state?: string;
  readonly oauthRoot?: string;
};

export function permissionLink(request: PermissionRequest): string {
  const link = addressUnder(request.oauthRoot ?? OAUTH_ROOT, "/v4/oa/permission");
  link.searchParams.set("app_id", request.appId);
  link.searchParams.set("redirect_uri", request.redirectUri);
  if (request.codeChallenge !== undefined) link.searchParams.set("code_challenge", request.codeChallenge);
  if (request.state !== undefined) link.searchParams.set("state", request.state);
  return link.href;
}

export type PkcePair = { readonly verifier: string; readonly challenge: string };

/** `random` gives that many unguessable bytes. */
export function pkcePair(random: (size: number) => Uint8Array = randomBytes): PkcePair {
  const verifier = Buffer.from(random(32)).toString("base64url");
  return { verifier, challenge: challengeOf(verifier) };
}

export function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

/** `code` comes with the callback, lives 10 minutes and works once. Throws a ZaloError. */
export function exchangeCode(
  settings: OAuthSettings,
  { code, codeVerifier }: { readonly code: string; readonly codeVerifier?: string },
): Promise<TokenPair> {
  const verifier: Record<string, string> = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
  return tokenCall(settings, { code, grant_type: "authorization_code", ...verifier });
}

/**
 * Spends the refresh token. Throws a ZaloError: `unknown-outcome` when the token may or may not have been spent,
 * `back-off` only when it surely was not. Call it through TokenKeeper: two at once lose the grant.
 */
export function refreshTokens(settings: OAuthSettings, refreshToken: string): Promise<TokenPair> {
  return tokenCall(settings, { refresh_token: refreshToken, grant_type: "refresh_token" });
}

const CALL = "POST /v4/oa/access_token";

async function tokenCall(settings: OAuthSettings, fields: Readonly<Record<string, string>>): Promise<TokenPair> {
  const { appId, appSecret, oauthRoot = OAUTH_ROOT, timeoutMs = DEFAULT_TIMEOUT_MS } = settings;
  if (!isSet(appId) || !isSet(appSecret))
    throw failure({ code: "no-grant", meaning: "the app id or app secret is unset" });
  const init = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", secret_key: appSecret },
    body: new URLSearchParams({ ...fields, app_id: appId }).toString(),
  };
  const url = addressUnder(oauthRoot, "/v4/oa/access_token").href;
  const http = { fetch: settings.fetch ?? globalFetch, timeoutMs };
  const answer = await ask(http, { url, init, call: CALL, repeatable: false }).catch((error: unknown) => {
    throw certain(error);
  });
  return pairOf(answer, [appSecret, ...Object.values(fields)]);
}

/** A server error may come after the token was spent, so here it leaves the outcome open. */
function certain(error: unknown): unknown {
  if (!(error instanceof ZaloError) || error.status === undefined || error.status < 500) return error;
  const { code, call, status } = error;
  return new ZaloError({ code, call, status, class: "unknown-outcome", meaning: `HTTP ${status}`, cause: error });
}

function pairOf({ body, status }: HttpAnswer, secrets: readonly string[]): TokenPair {
  const accessToken = textOf(body["access_token"]);
  const refreshToken = textOf(body["refresh_token"]);
  const expiresIn = numberOf(body["expires_in"]);
  if (accessToken !== undefined && refreshToken !== undefined && expiresIn !== undefined && expiresIn > 0)
    return { accessToken, refreshToken, expiresIn };
  const error = numberOf(body["error"]);
  if (error === undefined || error === 0)
    throw failure({ code: "unreadable", class: "unknown-outcome", meaning: "an answer without the two tokens" });
  const { code, class: kind, meaning } = ruleOf(OAUTH_RULES, error, 0);
  const said = textOf(body["error_description"]) ?? textOf(body["message"]);
  const optional = { errorName: scrub(textOf(body["error_name"]), secrets), reply: scrub(said, secrets) };
  throw failure({ code, class: status >= 500 ? "unknown-outcome" : kind, meaning, ...present(optional) });
}

type Failure = Omit<ConstructorParameters<typeof ZaloError>[0], "call" | "class"> & {
  readonly class?: ZaloError["class"];
};

function failure(facts: Failure): ZaloError {
  return new ZaloError({ class: "alarm", ...facts, call: CALL });
}
