/** The Table port over DynamoDB, by the AWS SDK and nothing between. */
import { millis } from "../../domain/time.ts";
import { type Clock } from "../../ports/clock.ts";
import { checkKey, checkWrites } from "../../ports/table-limits.ts";
import { type Table } from "../../ports/table.ts";
import { commit } from "./commit.ts";
import { type Attributes, isLive, toItem } from "./marshal.ts";
import { query } from "./query.ts";
import { readMany, readOne, type Store } from "./store.ts";

/** `client` comes from dynamoClient(): retries are ours, because the SDK's would not know our own success. */
export function openDynamoTable(options: Store & { readonly clock: Clock }): Table {
  const { clock, ...store } = options;
  const nowS = (): number => millis(clock.now()) / 1000;
  const live = (item: Attributes | undefined) => (isLive(item, nowS()) ? toItem(item) : undefined);
  return {
    async get(key, { strong = false } = {}) {
      checkKey(key);
      return live(await readOne(store, key, strong));
    },
    async getMany(keys) {
      keys.forEach(checkKey);
      return (await readMany(store, keys, false)).map(live);
    },
    query: (asked) => query(store, asked, nowS()),
    async commit(writes, { token }) {
      checkWrites(writes, token);
      const reader = { readStrongly: (keys: Parameters<typeof readMany>[1]) => readMany(store, keys, true) };
      return await commit({ ...store, ...reader }, writes, { token, nowS: nowS() });
    },
  };
}
