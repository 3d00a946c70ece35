/** The account's grant, kept in the table: one refresh for all processes, and nothing used before it is stored. */
import { randomUUID } from "node:crypto";
import { refreshTokens, TokenKeeper, type Grant, type OAuthSettings, type TokenStore } from "zalo-sdk-nodejs";
import { millis } from "../../shared/domain/time.ts";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { type Item, type Key, put, type Table } from "../../shared/ports/table.ts";

/** One item an account: read strongly when a token is due (every 20 h, and at start), written twice a refresh. */
const keyOf = (account: string): Key => ({ pk: `zalo#${account}`, sk: "grant" });

export function tableTokenStore(table: Table, account: string): TokenStore {
  const key = keyOf(account);
  return {
    async read() {
      const item = await table.get(key, { strong: true });
      return item && { grant: grantOf(item), version: item.version };
    },
    async write(grant, expected) {
      const when = expected === "absent" ? expected : { version: expected };
      // Two processes may claim the same grant in the same millisecond: each claim is a commit of its own.
      const committed = await table.commit([put({ ...key, body: JSON.stringify(grant) }, when)], {
        token: randomUUID(),
      });
      if (!committed.done && "busy" in committed)
        throw new Error(`The table is busy: the grant of Zalo account ${account} was not stored, try again`);
      return committed.done;
    },
  };
}

/** We wrote it, so only its presence is checked. */
function grantOf(item: Item): Grant {
  if (typeof item["body"] !== "string")
    throw new Error(`The item ${item.pk} / ${item.sk} holds no grant: remove it and set a new ZALO_REFRESH_TOKEN`);
  return JSON.parse(item["body"]) as Grant;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type TokenContext = Pick<ChannelContext, "table" | "clock" | "log"> & {
  readonly account: string;
  readonly oauth: OAuthSettings;
  /** `ZALO_REFRESH_TOKEN`. */
  readonly seed: string | undefined;
  /** Waits for another process that refreshes just now. */
  readonly sleep?: (ms: number) => Promise<void>;
};

/** Whatever goes wrong with the grant is logged as an error with its cure: nothing is sent until a person has acted. */
export function openTokens({ table, clock, log, account, oauth, seed, sleep = pause }: TokenContext): TokenKeeper {
  return new TokenKeeper({
    store: tableTokenStore(table, account),
    refresh: (refreshToken) => refreshTokens(oauth, refreshToken),
    clock: () => millis(clock.now()),
    sleep,
    seed,
    alarm: ({ kind, message, cause }) => {
      log.error("zalo.token", new Error(message, { cause }), { account, kind });
    },
  });
}
