/** Keeps an account's grant alive: refresh tokens are single use, so two refreshes at once, or a lost answer, lose it. */
import { createHash } from "node:crypto";
import { ZaloError, type LocalCode } from "./errors.ts";
import { DEFAULT_TIMEOUT_MS } from "./http.ts";
import type { TokenPair } from "./oauth.ts";
import type { Grant, HaltReason, StoredTokens, TokenStore } from "./token-store.ts";

/** What the client needs of a keeper. */
export type TokenSource = {
  token(): Promise<string>;
  /** A token other than `stale`, which Zalo has just refused. */
  renew(stale: string): Promise<string>;
};

export type TokenAlarm = {
  readonly kind: HaltReason | "postponed" | "unsaved" | "fresh-token-rejected";
  /** For a person: what happened and what to do. Holds no token. */
  readonly message: string;
  readonly cause?: unknown;
};

export type TokenKeeperOptions = {
  readonly store: TokenStore;
  /** The call that spends a refresh token, e.g. `(token) => refreshTokens(settings, token)`. */
  readonly refresh: (refreshToken: string) => Promise<TokenPair>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Tells a person; called once per incident by whoever found it. */
  readonly alarm: (alarm: TokenAlarm) => void | Promise<void>;
  /** A refresh token from the settings: used when the store is empty, or halted and this one is new. */
  readonly seed?: string | undefined;
  /** The time limit of `refresh`; the lock must last three times as long. */
  readonly httpTimeoutMs?: number;
  readonly lockMs?: number;
  /** 20 h of the 25 that an access token lives. */
  readonly refreshAfterMs?: number;
};

const MINUTE = 60_000;
const POLL_MS = 200;
const POSTPONE_MS = 15 * MINUTE;
const SAVE_TRIES = 5;
/** A token that Zalo refuses this soon after issuing it is not cured by another refresh. */
const FRESH_MS = 10 * MINUTE;

const CURE = "Get a new refresh token in Zalo's API Explorer and set it as the seed, or connect the account again.";

export class TokenKeeper implements TokenSource {
  readonly #options: TokenKeeperOptions;
  readonly #lockMs: number;
  #cached: Grant | undefined;
  #unsaved: { readonly spent: string; readonly next: Grant } | undefined;
  #rejected: string | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: TokenKeeperOptions) {
    const least = 3 * (options.httpTimeoutMs ?? DEFAULT_TIMEOUT_MS);
    this.#options = options;
    this.#lockMs = options.lockMs ?? least;
    if (this.#lockMs < least)
      throw new RangeError(`The lock of Zalo's token lasts ${this.#lockMs} ms: give it ${least} ms or more.`);
  }

  /** A token to use now; refreshes when it is due. A schedule only has to call this. Throws a ZaloError. */
  async token(): Promise<string> {
    const cached = this.#cached;
    if (cached !== undefined && this.#options.clock() < this.#dueAt(cached)) return cached.accessToken;
    return this.#inTurn(() => this.#settle(undefined));
  }

  renew(stale: string): Promise<string> {
    return this.#inTurn(() => this.#settle(stale));
  }

  /** Stores a pair from a code exchange or from a person, over whatever is there. It ends a halt. */
  adopt(pair: TokenPair): Promise<void> {
    return this.#inTurn(async () => {
      this.#cached = this.#unsaved = undefined;
      for (let tries = 0; tries < SAVE_TRIES; tries += 1) {
        const stored = await this.#options.store.read();
        const next = this.#grantOf(pair, stored?.grant.seedMarks ?? []);
        if (await this.#options.store.write(next, stored?.version ?? "absent")) return;
      }
      throw this.#failure("no-grant", "the new tokens could not be stored");
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #settle(stale: string | undefined): Promise<string> {
    const { clock, sleep, store } = this.#options;
    if (this.#unsaved !== undefined) await this.#save(this.#unsaved);
    for (let polls = this.#lockMs / POLL_MS + 10; polls > 0; polls -= 1) {
      const stored = await this.#read();
      if (stored === undefined) continue;
      const { grant, version } = stored;
      const due = stale === undefined ? clock() >= this.#dueAt(grant) : grant.accessToken === stale;
      if (!due && grant.accessToken !== "") return this.#use(grant);
      if (grant.refreshing !== undefined) {
        if (clock() < grant.refreshing.lockUntil) await sleep(POLL_MS);
        else await this.#interrupted(stored);
        continue;
      }
      if (grant.halted !== undefined || clock() < (grant.notBefore ?? 0)) return this.#makeDo(grant, stale);
      if (stale !== undefined && clock() - grant.issuedAt < FRESH_MS) return this.#rejectedFresh(grant);
      const since = clock();
      const claim = { ...grant, refreshing: { since, lockUntil: since + this.#lockMs } };
      if (await store.write(claim, version)) return this.#refresh(grant, stale);
    }
    throw this.#failure("grant-halted", "another process holds the refresh lock", "back-off");
  }

  /** The stored grant; undefined when a seed has just been written and has to be read back. */
  async #read(): Promise<StoredTokens | undefined> {
    const { store, seed } = this.#options;
    const stored = await store.read();
    const mark = seed === undefined || seed === "" ? undefined : markOf(seed);
    if (stored === undefined && mark === undefined) throw this.#failure("no-grant", `no grant is stored. ${CURE}`);
    const marks = stored?.grant.seedMarks ?? [];
    // A seed that is already marked was spent long ago, e.g. by an older process with older settings.
    const useSeed =
      mark !== undefined && !marks.includes(mark) && (stored === undefined || stored.grant.halted !== undefined);
    if (!useSeed) return stored;
    const grant = { accessToken: "", refreshToken: seed ?? "", issuedAt: 0, expiresAt: 0, seedMarks: [...marks, mark] };
    await store.write(grant, stored?.version ?? "absent");
    return undefined;
  }

  async #refresh(spending: Grant, stale: string | undefined): Promise<string> {
    let pair: TokenPair;
    try {
      pair = await this.#options.refresh(spending.refreshToken);
    } catch (error) {
      return this.#makeDo(await this.#failed(spending, error), stale);
    }
    return this.#save({ spent: spending.refreshToken, next: this.#grantOf(pair, spending.seedMarks) });
  }

  /** Nobody uses a pair that is not stored: after a crash it would be gone, and the old one is spent. */
  async #save(unsaved: { readonly spent: string; readonly next: Grant }): Promise<string> {
    const { store, sleep } = this.#options;
    this.#unsaved = unsaved;
    let cause: unknown;
    for (let tries = 0; tries < SAVE_TRIES; tries += 1) {
      if (tries > 0) await sleep(POLL_MS * tries);
      try {
        const stored = await store.read();
        const replaced = stored !== undefined && stored.grant.refreshToken !== unsaved.spent;
        if (!replaced && !(await store.write(unsaved.next, stored?.version ?? "absent"))) continue;
        this.#unsaved = undefined;
        return this.#use(replaced ? stored.grant : unsaved.next);
      } catch (error) {
        cause = error;
      }
    }
    const message = "Zalo gave new tokens but they could not be stored: mend the store before this process ends.";
    await this.#tell({ kind: "unsaved", message, cause });
    throw this.#failure("grant-halted", "the new tokens could not be stored", "alarm", cause);
  }

  /** Stores what the failure means and tells a person; gives the grant as it now is. */
  async #failed(spent: Grant, error: unknown): Promise<Grant> {
    const now = this.#options.clock();
    const kind = error instanceof ZaloError ? error.class : "unknown-outcome";
    if (kind === "back-off" || kind === "reschedule") {
      const message = "Zalo's token could not be refreshed now; tried again in 15 minutes. Look at the network first.";
      return this.#mark({ ...spent, notBefore: now + POSTPONE_MS }, { kind: "postponed", message, cause: error });
    }
    const why = kind === "unknown-outcome" ? kind : "refused";
    const what = why === "refused" ? "Zalo refused the refresh token" : "The answer to Zalo's token refresh was lost";
    return this.#mark({ ...spent, halted: { why, at: now } }, { kind: why, message: `${what}. ${CURE}`, cause: error });
  }

  async #mark(next: Grant, alarm: TokenAlarm): Promise<Grant> {
    const stored = await this.#options.store.read().catch(() => undefined);
    const mine = stored?.grant.refreshToken === next.refreshToken;
    // If this write fails the intent stays, and its expiry raises the alarm again: nothing reuses the token.
    if (stored !== undefined && mine) await this.#options.store.write(next, stored.version).catch(() => false);
    await this.#tell(alarm);
    return stored !== undefined && !mine ? stored.grant : next;
  }

  async #interrupted({ grant, version }: StoredTokens): Promise<void> {
    const { accessToken, refreshToken, issuedAt, expiresAt, seedMarks } = grant;
    const halted = { why: "interrupted", at: this.#options.clock() } as const;
    const next = { accessToken, refreshToken, issuedAt, expiresAt, seedMarks, halted };
    if (!(await this.#options.store.write(next, version))) return;
    const message = `A process ended while it refreshed Zalo's token, which may be spent. ${CURE}`;
    await this.#tell({ kind: "interrupted", message });
  }

  async #rejectedFresh(grant: Grant): Promise<never> {
    const message =
      "Zalo refuses a token that it has just issued: see whether the app still has the account's permission.";
    if (this.#rejected !== grant.accessToken) await this.#tell({ kind: "fresh-token-rejected", message });
    this.#rejected = grant.accessToken;
    throw this.#failure("grant-halted", "a token that was just issued is refused");
  }

  /** The old token while it lives: better than none, and Zalo says if it is dead. */
  #makeDo(grant: Grant, stale: string | undefined): string {
    const now = this.#options.clock();
    if (grant.accessToken !== "" && grant.accessToken !== stale && now < grant.expiresAt) return grant.accessToken;
    if (grant.halted === undefined) throw this.#failure("grant-halted", "the refresh is postponed", "back-off");
    throw this.#failure("grant-halted", `refreshing stopped (${grant.halted.why}). ${CURE}`);
  }

  #use(grant: Grant): string {
    this.#cached = grant;
    return grant.accessToken;
  }

  #grantOf(pair: TokenPair, seedMarks: readonly string[]): Grant {
    const issuedAt = this.#options.clock();
    const { accessToken, refreshToken } = pair;
    return { accessToken, refreshToken, issuedAt, expiresAt: issuedAt + pair.expiresIn * 1000, seedMarks };
  }

  #dueAt(grant: Grant): number {
    const life = grant.expiresAt - grant.issuedAt;
    return grant.issuedAt + Math.min(this.#options.refreshAfterMs ?? 20 * 60 * MINUTE, 0.8 * life);
  }

  async #tell(alarm: TokenAlarm): Promise<void> {
    try {
      await this.#options.alarm(alarm);
    } catch {
      // The error that is thrown next says the same: a broken alarm must not hide it.
    }
  }

  #failure(code: LocalCode, meaning: string, kind: ZaloError["class"] = "alarm", cause?: unknown): ZaloError {
    return new ZaloError({ code, class: kind, call: "the account's token", meaning, cause });
  }
}

function markOf(seed: string): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, 16);
}
