/**
 * A notice to staff climbs its ladder: each rung is tried only when nobody was reached on the one before, until somebody has it.
 * The same event delivered twice, or a crash between two rungs, goes on from where the climb stands in the table.
 */
import { type NoticeKey, noticeId } from "../../shared/domain/notice.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { type App } from "../../shared/ports/app.ts";
import { noticeArrived } from "../../shared/stores/conversations.ts";
import { findClimb } from "../../shared/stores/notices.ts";
import { bindingsOf } from "../../shared/stores/staff.ts";
import { climbAnew, endClimb, passRung } from "../../shared/usecases/climb-ladder.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { ladderOf } from "./rungs.ts";
import { type StaffNotice, staffNotice } from "./staff-notice.ts";

/** Climbs as far as it can be climbed now; what is queued on a rung is given its time first. */
export async function tellStaff(app: App, key: NoticeKey): Promise<void> {
  const notice = await staffNotice(app, key);
  if (!notice || (await isHeard(app, notice))) return;
  const { tried, waitUntil } = await findClimb(app.table, key);
  if (waitUntil !== undefined && waitUntil > app.clock.now()) return;
  for (const rung of await ladderOf(app, notice)) {
    if (tried.includes(rung.name)) continue;
    const outcome = await rung.tell();
    await carryOut(app, () => passRung(app, { notice: key, rung: rung.name, outcome }));
    if (outcome !== "refused") return;
  }
  app.log.warn("notice.nobody-to-tell", { about: key.about, parcel: key.parcel });
}

/** Its time is up: where nobody has it, that is an alarm, once, and the ladder is climbed again. */
export async function seekHearer(app: App, { rounds, ...key }: NoticeKey & { rounds: number }): Promise<void> {
  const notice = await staffNotice(app, key);
  if (!notice) {
    await carryOut(app, () => endClimb(app, key));
    return;
  }
  if (await isHeard(app, notice)) return;
  if (rounds === 0 && (await findClimb(app.table, key)).unheardAt === undefined) raiseAlarm(app, key);
  await carryOut(app, () => climbAnew(app, { ...key, rounds }));
  await tellStaff(app, key);
}

function raiseAlarm(app: App, { about, parcel, orderId }: NoticeKey): void {
  const cure = "See with npm run doctor what is wrong with the channels, invite the office, and call the producer.";
  app.log.error("notice.unheard", new Error(`Nobody of the staff has got a notice. ${cure}`), {
    about,
    parcel,
    order: orderId,
  });
}

const OFFICE: Role = { role: "office" };

/** Known, or found out now: what was queued in some chat has gone out meanwhile. */
async function isHeard(app: App, { key, post }: StaffNotice): Promise<boolean> {
  const climb = await findClimb(app.table, key);
  if (climb.heardAt !== undefined) return true;
  // Nothing was queued anywhere before a rung was passed.
  if (climb.version === 0) return false;
  const bindings = [...(await bindingsOf(app.table, post)), ...(await bindingsOf(app.table, OFFICE))];
  const arrived = await Promise.all(
    bindings.map(({ conversation }) => noticeArrived(app.table, conversation, noticeId(key))),
  );
  if (!arrived.includes(true)) return false;
  await carryOut(app, () => endClimb(app, key));
  return true;
}
