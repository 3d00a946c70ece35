/** A query of the port as SQL, and the cursor that goes on behind a row. */
import { type Query, type Range } from "../../ports/table.ts";
import { type Row } from "./table.ts";

export type PageQuery = {
  /** Takes, behind `values`, the present second and the number of rows. */
  sql: string;
  values: string[];
  readonly cursorOf: (row: Row) => string;
};

type Place = keyof Pick<Row, "pk" | "sk" | "gsi1sk">;

export function pageQuery({ index, pk, range, cursor, order }: Query, indexTable: string): PageQuery {
  const places: readonly Place[] = index ? ["gsi1sk", "pk", "sk"] : ["sk"];
  const [sort] = places;
  const direction = order === "descending" ? "DESC" : "ASC";
  const bounds = boundsOf(range);
  const conditions = [index ? "gsi1pk = ?" : "pk = ?", ...bounds.map(({ operator }) => `${sort} ${operator} ?`)];
  const values = [pk, ...bounds.map(({ value }) => value)];
  if (cursor !== undefined) {
    conditions.push(`(${places.join(", ")}) ${direction === "ASC" ? ">" : "<"} (${places.map(() => "?").join(", ")})`);
    values.push(...readCursor(cursor, places.length));
  }
  const columns = index ? "gsi1pk, gsi1sk, pk, sk" : "*";
  const sql = `SELECT ${columns} FROM ${index ? indexTable : "items"} WHERE ${conditions.join(" AND ")}
    AND (expires_at IS NULL OR expires_at > ?) ORDER BY ${places.map((place) => `${place} ${direction}`).join(", ")} LIMIT ?`;
  return { sql, values, cursorOf: (row) => writeCursor(places.map((place) => row[place] ?? "")) };
}

function boundsOf(range: Range | undefined): { operator: ">=" | "<" | "<="; value: string }[] {
  if (!range) return [];
  if ("between" in range) {
    const [from, to] = range.between;
    return [
      { operator: ">=", value: from },
      { operator: "<=", value: to },
    ];
  }
  const end = above(range.prefix);
  return [
    { operator: ">=", value: range.prefix },
    ...(end === undefined ? [] : [{ operator: "<" as const, value: end }]),
  ];
}

/** The least text above everything that begins with `prefix`; undefined when nothing is. */
function above(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    // Between U+D7FF and U+E000 stand halves of pairs, which are no characters.
    if (last < 0x10ffff) return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
  return undefined;
}

const writeCursor = (places: readonly string[]): string => Buffer.from(JSON.stringify(places)).toString("base64url");

function readCursor(cursor: string, count: number): string[] {
  const places = parseJson(Buffer.from(cursor, "base64url").toString());
  if (Array.isArray(places) && places.length === count && places.every((place) => typeof place === "string"))
    return places;
  throw new TypeError("The cursor of the query was not given by this query: begin without one");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
