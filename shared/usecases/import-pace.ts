/** Announcing a long list without shouting: two products a day, in the order of the list. */
import { ProductPublished } from "../../events/product.ts";
import { type ProductId } from "../domain/ids.ts";
import { DAY, HOUR, type IsoTime, isoTime, millis } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Due } from "../stores/due.ts";
import { happened } from "../stores/outbox.ts";
import { type Item, type Key, put } from "../ports/table.ts";

/** 9:00 and 16:00 in Viet Nam, as hours of the day in UTC. */
const HOURS_UTC = [2, 9];
const KEY: Key = { pk: "pace", sk: "announcements" };
const TRIES = 5;

/** The next free times; nothing is taken. */
export const freeTimes = async (app: App, count: number): Promise<readonly IsoTime[]> =>
  timesFrom(app, await app.table.get(KEY, { strong: true }), count);

/** Takes the next free times; lists that are imported one after another follow each other. */
export async function reserveTimes(app: App, count: number): Promise<readonly IsoTime[]> {
  for (let round = 0; round < TRIES; round++) {
    const item = await app.table.get(KEY, { strong: true });
    const times = timesFrom(app, item, count);
    const last = times.at(-1);
    if (last === undefined) return times;
    const when = item ? { version: item.version } : "absent";
    const committed = await app.table.commit([put({ ...KEY, until: last }, when)], { token: app.ids.random("cmt") });
    if (committed.done) return times;
  }
  throw new Error("Another import is taking the same times for its announcements: wait for its end, then try again");
}

function timesFrom({ clock }: App, item: Item | undefined, count: number): readonly IsoTime[] {
  const now = clock.now();
  const until = typeof item?.["until"] === "string" ? (item["until"] as IsoTime) : now;
  return timesAfter(until > now ? until : now, count);
}

export function timesAfter(from: IsoTime, count: number): readonly IsoTime[] {
  const times: IsoTime[] = [];
  for (let day = Math.floor(millis(from) / DAY); times.length < count; day++)
    for (const hour of HOURS_UTC) {
      const at = isoTime(day * DAY + hour * HOUR);
      if (at > from && times.length < count) times.push(at);
    }
  return times;
}

/** The product is announced then; that it is published already, everybody can see before. */
export const announcedAt = (app: App, product: ProductId, at: IsoTime): Due => ({
  at,
  event: happened(app, ProductPublished, `product:${product}`, { productId: product, announce: true }),
});
