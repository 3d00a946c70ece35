/** One page of a partition or of the index, by the bytes of the sort key. */
import { type AttributeValue, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { checkQuery } from "../../ports/table-limits.ts";
import { type Page, type Query, type Range } from "../../ports/table.ts";
import { type Attributes, isLive, toItem, toKey } from "./marshal.ts";
import { patiently, type Store } from "./store.ts";

const EMPTY: Page = { items: [] };

type Names = { pk: string; sk: string };

export async function query(store: Store, asked: Query, nowS: number): Promise<Page> {
  checkQuery(asked);
  if (isEmpty(asked.range)) return EMPTY;
  const names: Names = asked.index ? { pk: "gsi1pk", sk: "gsi1sk" } : { pk: "pk", sk: "sk" };
  const found: Attributes[] = [];
  // One more than asked for tells whether there is more.
  const enough = asked.limit === undefined ? Infinity : asked.limit + 1;
  let from = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  do {
    const command = new QueryCommand({
      ...request(store.name, asked, names),
      ...(from && { ExclusiveStartKey: from }),
    });
    const answer = await patiently(store.pace, () => store.client.send(command));
    found.push(...(answer.Items ?? []).filter((item) => isLive(item, nowS)));
    from = answer.LastEvaluatedKey;
  } while (from && found.length < enough);
  return pageOf(found, asked, names);
}

function pageOf(found: readonly Attributes[], { limit = Infinity }: Query, names: Names): Page {
  const kept = found.slice(0, limit);
  const last = kept.at(-1);
  const items = kept.map(toItem);
  return found.length > limit && last ? { items, cursor: writeCursor(last, names) } : { items };
}

function request(table: string, asked: Query, names: Names): QueryCommandInput {
  const range = rangeCondition(asked.range);
  return {
    TableName: table,
    ...(asked.index && { IndexName: asked.index }),
    KeyConditionExpression: ["#pk = :pk", ...(range ? [range.condition] : [])].join(" AND "),
    ExpressionAttributeNames: { "#pk": names.pk, ...(range && { "#sk": names.sk }) },
    ExpressionAttributeValues: { ":pk": { S: asked.pk }, ...range?.values },
    ScanIndexForward: asked.order !== "descending",
    ...(asked.limit !== undefined && { Limit: asked.limit + 1 }),
  };
}

const bytesCompare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** DynamoDB refuses a range whose ends are the wrong way round; here nothing is in it. */
const isEmpty = (range: Range | undefined): boolean =>
  range !== undefined && "between" in range && bytesCompare(range.between[0], range.between[1]) > 0;

/** DynamoDB takes no empty text in a key condition: an open end is left out. */
function rangeCondition(range: Range | undefined) {
  if (!range) return undefined;
  if ("prefix" in range)
    return range.prefix === ""
      ? undefined
      : { condition: "begins_with(#sk, :from)", values: { ":from": { S: range.prefix } } };
  const [from, to] = range.between;
  if (from === "") return { condition: "#sk <= :to", values: { ":to": { S: to } } };
  return { condition: "#sk BETWEEN :from AND :to", values: { ":from": { S: from }, ":to": { S: to } } };
}

const CURSOR_NAMES = ["pk", "sk", "gsi1pk", "gsi1sk"];

function writeCursor(item: Attributes, names: Names): string {
  const place = names.pk === "pk" ? ["pk", "sk"] : CURSOR_NAMES;
  return Buffer.from(JSON.stringify(place.map((name) => item[name]?.S))).toString("base64url");
}

function readCursor(cursor: string): Record<string, AttributeValue> {
  const [pk, sk, gsi1pk, gsi1sk] = partsOf(cursor);
  if (pk === undefined || sk === undefined) throw new RangeError("This cursor was not given by a query of this table");
  const key = toKey({ pk, sk });
  return gsi1pk === undefined || gsi1sk === undefined ? key : { ...key, gsi1pk: { S: gsi1pk }, gsi1sk: { S: gsi1sk } };
}

function partsOf(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}
