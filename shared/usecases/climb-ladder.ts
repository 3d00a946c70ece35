/** How a notice to staff moves up its ladder; each step is one commit with the due row that watches it. */
import { NoticeDelayed, NoticeOverdue } from "../../events/notice.ts";
import { type Climb, type NoticeKey, RUNG_MS, UNHEARD_MS } from "../domain/notice.ts";
import { type Order } from "../domain/order.ts";
import { after, DAY } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Due } from "../stores/due.ts";
import { climbWrite, findClimb } from "../stores/notices.ts";
import { happened } from "../stores/outbox.ts";
import { type Plan } from "./plan.ts";

/** A week of trying; from then on it is only listed. */
const MOST_ROUNDS = 13;

const keyOf = ({ orderId, parcel, about }: NoticeKey): NoticeKey => ({ orderId, parcel, about });

/** One for each parcel, to be committed with what staff are to be told of. */
export const watchNotices = (app: App, order: Order, about: NoticeKey["about"]): readonly Due[] =>
  order.parcels.map(({ code: parcel }) => overdue(app, { orderId: order.id, parcel, about, rounds: 0 }));

/** Doubling from a quarter of an hour to a day. */
function overdue(app: App, notice: NoticeKey & { rounds: number }): Due {
  const at = after(app.clock.now(), Math.min(UNHEARD_MS * 2 ** notice.rounds, DAY));
  const detail = { ...keyOf(notice), rounds: notice.rounds };
  return { at, event: happened(app, NoticeOverdue, `order:${notice.orderId}`, detail) };
}

/** Somebody has it on this rung, or may yet get it there, or nobody will. Never refuses. */
export async function passRung(
  app: App,
  wish: { notice: NoticeKey; rung: string; outcome: "sent" | "later" | "refused" },
): Promise<Plan<Climb>> {
  const now = app.clock.now();
  const before = await findClimb(app.table, wish.notice);
  if (before.heardAt !== undefined || before.tried.includes(wish.rung)) return unchanged(before);
  const climb: Climb = {
    ...before,
    tried: [...before.tried, wish.rung],
    ...(wish.outcome === "sent" ? { heardAt: now } : {}),
    ...(wish.outcome === "later" ? { waitUntil: after(now, RUNG_MS) } : {}),
  };
  const event = happened(app, NoticeDelayed, `order:${climb.orderId}`, keyOf(climb));
  const due = wish.outcome === "later" ? [{ at: after(now, RUNG_MS), event }] : [];
  return { writes: [climbWrite(climb, now)], events: [], due, facts: climb };
}

/** Somebody has got it in another way, or nobody needs it any more. Never refuses. */
export async function endClimb(app: App, notice: NoticeKey): Promise<Plan<Climb>> {
  const before = await findClimb(app.table, notice);
  if (before.heardAt !== undefined) return unchanged(before);
  const now = app.clock.now();
  const climb: Climb = { ...before, heardAt: now };
  return { writes: [climbWrite(climb, now)], events: [], facts: climb };
}

/** Nobody got it: it is listed as unheard and begins anew at the foot, once for each time that it came due. Never refuses. */
export async function climbAnew(app: App, notice: NoticeKey & { rounds: number }): Promise<Plan<Climb>> {
  const before = await findClimb(app.table, notice);
  if (before.heardAt !== undefined || before.rounds > notice.rounds) return unchanged(before);
  const now = app.clock.now();
  const { unheardAt = now, version } = before;
  const climb: Climb = { ...keyOf(notice), tried: [], unheardAt, rounds: notice.rounds + 1, version };
  const due = climb.rounds < MOST_ROUNDS ? [overdue(app, climb)] : [];
  return { writes: [climbWrite(climb, now)], events: [], due, facts: climb };
}

const unchanged = (climb: Climb): Plan<Climb> => ({ writes: [], events: [], facts: climb });
