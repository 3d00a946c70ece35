/** One stored grant, a Zalo that rotates refresh tokens, and as many keepers as a test likes. */
import { isZaloError } from "../src/errors.ts";
import { refreshTokens } from "../src/oauth.ts";
import { memoryTokenStore, type Grant, type StoredTokens, type TokenStore } from "../src/token-store.ts";
import { TokenKeeper, type TokenAlarm, type TokenKeeperOptions } from "../src/tokens.ts";
import { answering } from "./fake-answers.ts";
import type { Answer } from "./local-server.ts";

export const HOUR = 3_600_000;
export const START = Date.parse("2026-11-23T08:00:00+07:00");

/** Zalo's rule: each refresh token works once; a new pair retires the old one. */
export async function rotatingZalo(fault?: (call: number) => Answer | undefined) {
  let live = "rt-0";
  let calls = 0;
  const server = await answering((seen) => {
    calls += 1;
    const broken = fault?.(calls);
    if (broken !== undefined) return broken;
    const given = new URLSearchParams(seen.body.toString()).get("refresh_token");
    if (given !== live) return { json: { error: -14014, error_name: "Invalid refresh token" } };
    live = `rt-${calls}`;
    return { json: { access_token: `at-${calls}`, refresh_token: live, expires_in: "90000" } };
  });
  return server;
}

/** Sleeping ends when the store is next written: no clock, no guess. */
function watched(store: TokenStore) {
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const write: TokenStore["write"] = async (grant, expected) => {
    const done = await store.write(grant, expected);
    wake();
    return done;
  };
  return { read: () => store.read(), write, nextWrite: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

export function world(zalo: { readonly root: string }, changes: Partial<Grant> = {}) {
  const time = { now: START };
  const store = watched(memoryTokenStore());
  const alarms: TokenAlarm[] = [];
  const grant: Grant = {
    accessToken: "at-0",
    refreshToken: "rt-0",
    issuedAt: START,
    expiresAt: START + 25 * HOUR,
    seedMarks: [],
    ...changes,
  };
  const refresh = (token: string) =>
    refreshTokens({ appId: "1", appSecret: "s", oauthRoot: zalo.root, timeoutMs: 300 }, token);
  const keeper = (options: Partial<TokenKeeperOptions> = {}) =>
    new TokenKeeper({
      store,
      refresh,
      clock: () => time.now,
      sleep: () => store.nextWrite(),
      alarm: (alarm) => void alarms.push(alarm),
      ...options,
    });
  const kinds = () => alarms.map((alarm) => alarm.kind);
  return { time, store, alarms, kinds, keeper, begin: () => store.write(grant, "absent"), grant };
}

export const stored = async (store: { read(): Promise<StoredTokens | undefined> }) => (await store.read())?.grant;
export const failure = (work: Promise<unknown>) =>
  work.then(
    () => "no failure",
    (error: unknown) => (isZaloError(error) ? `${error.class} ${error.code}` : String(error)),
  );
