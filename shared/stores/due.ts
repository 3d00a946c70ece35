/**
 * The future: an event that is to be published at a time. The tick moves rows that are due to the outbox.
 * Access: insert (1 item, no index); all rows of the present and past minutes, oldest first (one query a shard);
 * rows that were put aside (one query, by the doctor alone).
 */
import { type Envelope } from "../../events/envelope.ts";
import { type IsoTime } from "../domain/time.ts";
import { type Item, put, remove, type Table, type Write } from "../ports/table.ts";
import { outboxWrite, readOutboxItem } from "./outbox.ts";

export type Due = { at: IsoTime; event: Envelope };

const DUE = "due";
const BROKEN = "due-broken";
const BATCH = 40;

export const dueWrite = ({ at, event }: Due): Write =>
  put({ pk: DUE, sk: `${at}#${event.id}`, envelope: JSON.stringify(event) }, "absent");

/** The oldest rows whose time has come. */
export async function dueRows(table: Table, now: IsoTime): Promise<readonly Item[]> {
  const page = await table.query({ pk: DUE, range: { between: ["0", `${now}~`] }, limit: BATCH });
  return page.items;
}

/** Takes the row away and publishes its event, in one commit: it happens once, however many ticks run. */
export function hatch(row: Item, now: IsoTime): readonly Write[] {
  const event = readOutboxItem(row);
  if (!event.name || !event.id || !event.aggregate) throw new Error(`The row ${row.sk} of what is due holds no event`);
  return [remove({ pk: row.pk, sk: row.sk }, { version: row.version }), outboxWrite({ ...event, at: now })];
}

/** Puts aside a row that holds no event, as it is, so that it can be looked at. */
export function buryDue(row: Item): readonly Write[] {
  const { version, ...rest } = row;
  return [remove({ pk: row.pk, sk: row.sk }, { version }), put({ ...rest, pk: BROKEN }, "any")];
}

/** Rows that were put aside, the oldest first, up to `limit`. */
export async function brokenDue(table: Table, limit: number): Promise<readonly Item[]> {
  return (await table.query({ pk: BROKEN, limit })).items;
}
