/** What is kept of an account's grant, and the port through which it is kept: one item per account. */

export type Grant = {
  /** Empty until the first refresh, when only a refresh token is known. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970, like all times here. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The intent, stored before the call: found with the lock expired, it tells of a crash in between. */
  readonly refreshing?: { readonly since: number; readonly lockUntil: number };
  /** No refresh until a person has acted. */
  readonly halted?: { readonly why: HaltReason; readonly at: number };
  /** No refresh before this time: the last one surely did not reach Zalo. */
  readonly notBefore?: number;
  /** Marks (not values) of the seeds that were used, so that a spent one is never taken for a new one. */
  readonly seedMarks: readonly string[];
};

export type HaltReason = "interrupted" | "refused" | "unknown-outcome";

export type StoredTokens = { readonly grant: Grant; readonly version: number };

export type TokenStore = {
  /** Strongly consistent: a stale read would spend a refresh token twice. */
  read(): Promise<StoredTokens | undefined>;
  /** Durable when it returns; false when the stored version is another, and then nothing was written. */
  write(grant: Grant, expected: number | "absent"): Promise<boolean>;
};

/** For tests and first steps. A process that ends loses the grant with it. */
export function memoryTokenStore(): TokenStore {
  let stored: StoredTokens | undefined;
  return {
    read: () => Promise.resolve(stored),
    write: (grant, expected) => {
      if ((stored?.version ?? "absent") !== expected) return Promise.resolve(false);
      stored = { grant, version: (stored?.version ?? 0) + 1 };
      return Promise.resolve(true);
    },
  };
}
