/** One write as DynamoDB takes it: the same fields stand in a plain request and in a transaction. */
import { type AttributeValue } from "@aws-sdk/client-dynamodb";
import { type Draft, type Key, type Value, type When, type Write } from "../../ports/table.ts";
import { type Attributes, TOKEN, toAttribute, toKey } from "./marshal.ts";

type Expression = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
  ReturnValuesOnConditionCheckFailure: "ALL_OLD";
  TableName: string;
};

export type Action =
  | { Put: Expression & { Item: Attributes } }
  | { Update: Expression & { Key: Attributes; UpdateExpression: string } }
  | { Delete: Expression & { Key: Attributes } }
  | { ConditionCheck: Expression & { Key: Attributes; ConditionExpression: string } };

/** What stays the same in all attempts of one commit, so that a repeated request is the same request. */
export type Frame = { readonly table: string; readonly token: string; readonly nowS: number };

/** DynamoDB refuses names that it reserves and names or values that go unused: each is listed as it is used. */
function draftExpression(frame: Frame) {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const name = (attribute: string): string => {
    const found = Object.entries(names).find(([, listed]) => listed === attribute);
    const placeholder = found?.[0] ?? `#${Object.keys(names).length}`;
    names[placeholder] = attribute;
    return placeholder;
  };
  const value = (one: Value): string => {
    const placeholder = `:${Object.keys(values).length}`;
    values[placeholder] = toAttribute(one);
    return placeholder;
  };
  const finish = (condition: string): Expression => ({
    TableName: frame.table,
    ...(condition !== "" && { ConditionExpression: condition }),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  return { name, value, finish };
}

type Drafting = ReturnType<typeof draftExpression>;

type Condition = Exclude<When, "any">;

function conditionOf(when: Condition, { name, value }: Drafting, nowS: number): string {
  if (when === "absent") return `attribute_not_exists(${name("pk")}) OR ${name("expiresAt")} <= ${value(nowS)}`;
  return `${name("version")} = ${value(when.version)} AND ${unexpired({ name, value }, nowS)}`;
}

const unexpired = ({ name, value }: Pick<Drafting, "name" | "value">, nowS: number): string =>
  `(attribute_not_exists(${name("expiresAt")}) OR ${name("expiresAt")} > ${value(nowS)})`;

/** The version that a put makes: an item that stands under `when` gets one more than it had. */
const versionAfter = (when: Condition): number => (typeof when === "object" ? when.version + 1 : 1);

export function putAction(item: Draft, when: Condition, frame: Frame): Action {
  const drafting = draftExpression(frame);
  const condition = conditionOf(when, drafting, frame.nowS);
  const stamped: Draft = { ...item, version: versionAfter(when), [TOKEN]: frame.token };
  const attributes = Object.entries(stamped).flatMap(([name, one]) =>
    one === undefined ? [] : [[name, toAttribute(one)] as const],
  );
  return { Put: { ...drafting.finish(condition), Item: Object.fromEntries(attributes) } };
}

export function removeAction(key: Key, when: When, frame: Frame): Action {
  const drafting = draftExpression(frame);
  const condition = when === "any" ? "" : conditionOf(when, drafting, frame.nowS);
  return { Delete: { ...drafting.finish(condition), Key: toKey(key) } };
}

export function checkAction(key: Key, when: Condition, frame: Frame): Action {
  const drafting = draftExpression(frame);
  const condition = conditionOf(when, drafting, frame.nowS);
  return { ConditionCheck: { ...drafting.finish(condition), ConditionExpression: condition, Key: toKey(key) } };
}

export type Addition = Write & { do: "add" };

/** Adds unless this very commit did so already: the token tells. */
export function addAction({ key, deltas, atLeast = {}, equals = {} }: Addition, frame: Frame): Action {
  const drafting = draftExpression(frame);
  const { name, value } = drafting;
  const token = value(frame.token);
  const conditions = [
    unexpired(drafting, frame.nowS),
    `(attribute_not_exists(${name(TOKEN)}) OR ${name(TOKEN)} <> ${token})`,
    ...Object.entries(atLeast).map(([attribute, bound]) => {
      const enough = `${name(attribute)} >= ${value(least(bound, deltas[attribute]))}`;
      // An absent attribute counts as zero.
      return (deltas[attribute] ?? 0) >= bound ? `(attribute_not_exists(${name(attribute)}) OR ${enough})` : enough;
    }),
    ...Object.entries(equals).map(([attribute, wanted]) => `${name(attribute)} = ${value(wanted)}`),
  ];
  const additions = Object.entries({ ...deltas, version: 1 }).map(([attribute, delta]) => {
    return `${name(attribute)} ${value(delta)}`;
  });
  const update = `ADD ${additions.join(", ")} SET ${name(TOKEN)} = ${token}`;
  return { Update: { ...drafting.finish(conditions.join(" AND ")), Key: toKey(key), UpdateExpression: update } };
}

/** What must stand before an addition; DynamoDB counts in decimals, so binary dust is rounded away. */
const least = (bound: number, delta = 0): number => Number((bound - delta).toPrecision(15));

/** The item that an addition makes of nothing. */
export const addedToNothing = ({ key, deltas }: Addition): Draft => ({ ...key, ...deltas });
