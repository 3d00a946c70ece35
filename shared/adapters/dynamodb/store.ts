/** Reads: strong or not, one or many, each tried again while DynamoDB is busy. */
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type KeysAndAttributes,
} from "@aws-sdk/client-dynamodb";
import { type Key } from "../../ports/table.ts";
import { failureOf, isOurs } from "./failure.ts";
import { type Attributes, toKey } from "./marshal.ts";
import { type Pace, retries } from "./pace.ts";

export type Store = { readonly client: DynamoDBClient; readonly name: string; readonly pace: Pace };

export type Reader = {
  /** In the order asked. */
  readStrongly(keys: readonly Key[]): Promise<readonly (Attributes | undefined)[]>;
};

/** DynamoDB's most for one batch. */
const BATCH = 100;

/** A read may always be repeated. */
export async function patiently<T>(pace: Pace, read: () => Promise<T>): Promise<T> {
  const retry = retries(pace);
  for (;;) {
    try {
      return await read();
    } catch (error) {
      const { kind } = failureOf(error);
      if (isOurs(error) || kind === "broken" || kind === "refused" || !(await retry())) throw error;
    }
  }
}

export async function readOne(store: Store, key: Key, strong: boolean): Promise<Attributes | undefined> {
  const command = new GetItemCommand({ TableName: store.name, Key: toKey(key), ConsistentRead: strong });
  const answer = await patiently(store.pace, () => store.client.send(command));
  return answer.Item;
}

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

export async function readMany(
  store: Store,
  keys: readonly Key[],
  strong: boolean,
): Promise<readonly (Attributes | undefined)[]> {
  // A batch refuses a key that is asked for twice.
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const found = new Map<string, Attributes>();
  for (let start = 0; start < wanted.length; start += BATCH) {
    for (const item of await readBatch(store, wanted.slice(start, start + BATCH), strong))
      found.set(nameOf({ pk: item["pk"]?.S ?? "", sk: item["sk"]?.S ?? "" }), item);
  }
  return keys.map((key) => found.get(nameOf(key)));
}

async function readBatch(store: Store, keys: readonly Key[], strong: boolean): Promise<readonly Attributes[]> {
  const found: Attributes[] = [];
  let ask: KeysAndAttributes = { Keys: keys.map(toKey), ConsistentRead: strong };
  const retry = retries(store.pace);
  for (;;) {
    const command = new BatchGetItemCommand({ RequestItems: { [store.name]: ask } });
    const answer = await patiently(store.pace, () => store.client.send(command));
    found.push(...(answer.Responses?.[store.name] ?? []));
    const rest = answer.UnprocessedKeys?.[store.name];
    if (!rest?.Keys?.length) return found;
    ask = { ...ask, Keys: rest.Keys };
    if (!(await retry()))
      throw new Error(`DynamoDB left ${rest.Keys.length} keys of ${store.name} unread for 2 s: try again`);
  }
}
