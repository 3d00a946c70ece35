/**
 * How far each notice to staff has climbed. A notice is kept for 30 days, one that nobody got until it is settled.
 * Access: one climb (strong) · those that nobody got, oldest first (index, keys only; for the doctor).
 * Cost: 1 item, most often written once; an index entry for those that nobody got.
 */
import { type Climb, noticeId, type NoticeKey } from "../domain/notice.ts";
import { DAY, type IsoTime, millis } from "../domain/time.ts";
import { type Key, put, type Table, type Write } from "../ports/table.ts";
import { pages } from "./conversations.ts";
import { fromItem, record } from "./record.ts";

const KEPT_MS = 30 * DAY;

const key = (notice: NoticeKey): Key => ({ pk: `notice#${noticeId(notice)}`, sk: "notice" });

/** Refused if it changed since it was read. */
export function climbWrite(climb: Climb, now: IsoTime): Write {
  const unheard = climb.unheardAt !== undefined && climb.heardAt === undefined;
  const extras = unheard
    ? { gsi1pk: "notices#unheard", gsi1sk: `${climb.unheardAt}#${noticeId(climb)}` }
    : { expiresAt: Math.floor((millis(now) + KEPT_MS) / 1000) };
  return put(record(key(climb), climb, extras), climb.version === 0 ? "absent" : { version: climb.version });
}

/** At the foot of the ladder where nothing is known of it. */
export async function findClimb(table: Table, { orderId, parcel, about }: NoticeKey): Promise<Climb> {
  const item = await table.get(key({ orderId, parcel, about }), { strong: true });
  return item ? fromItem<Climb>(item) : { orderId, parcel, about, tried: [], rounds: 0, version: 0 };
}

/** Notices that raised the alarm and that nobody has got since, oldest first. */
export async function* unheardNotices(table: Table): AsyncGenerator<Climb> {
  for await (const keys of pages(table, { index: "gsi1", pk: "notices#unheard" })) {
    const items = await table.getMany(keys);
    for (const item of items) if (item) yield fromItem<Climb>(item);
  }
}
