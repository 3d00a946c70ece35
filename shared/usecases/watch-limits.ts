/**
 * Rows that watch what waits: the first is written in the commit that begins the wait, each next one when its turn has
 * come. `passed`: the stage that was, and when its row came up.
 */
import { ConversationOverdue, OrderOverdue, ParcelOverdue } from "../../events/limit.ts";
import { type Envelope } from "../../events/envelope.ts";
import { type EventId } from "../domain/ids.ts";
import { dueAt, type Wait } from "../domain/limits.ts";
import { type Order, type Parcel } from "../domain/order.ts";
import { refuse } from "../domain/result.ts";
import { type IsoTime } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { type Due } from "../stores/due.ts";
import { happened } from "../stores/outbox.ts";
import { carryOut, type Plan } from "./plan.ts";

export type Passed = { stage: number; at: IsoTime };

/** For the first answer to an order, of all its producers. */
export const watchOrder = (app: App, { id: orderId, placedAt }: Order, passed?: Passed): readonly Due[] =>
  watched("order", { id: orderId, since: placedAt, passed }, (stage) =>
    happened(app, OrderOverdue, `order:${orderId}`, { orderId, stage }),
  );

/** For an accepted parcel to leave; guests come by themselves. */
export function watchParcel(app: App, { id: orderId }: Order, parcel: Parcel, passed?: Passed): readonly Due[] {
  const { code, decidedAt, lines, status } = parcel;
  if (status !== "accepted" && status !== "packed") return [];
  if (decidedAt === undefined || lines.every(({ visit }) => visit)) return [];
  return watched("parcel", { id: code, since: decidedAt, passed }, (stage) =>
    happened(app, ParcelOverdue, `order:${orderId}`, { orderId, parcel: code, stage }),
  );
}

/** For a person to answer a customer. */
export const watchConversation = (app: App, conversation: string, since: IsoTime, passed?: Passed): readonly Due[] =>
  watched("conversation", { id: `${conversation}@${since}`, since, passed }, (stage) =>
    happened(app, ConversationOverdue, `conversation:${conversation}`, { conversation, since, stage }),
  );

/** The same stage of the same wait is the same row, however often it is written. */
function watched(
  wait: Wait,
  { id, since, passed }: { id: string; since: IsoTime; passed: Passed | undefined },
  event: (stage: number) => Envelope,
): readonly Due[] {
  const stage = passed ? passed.stage + 1 : 0;
  const at = dueAt(wait, { stage, since, ...(passed && { passedAt: passed.at }) });
  return at === undefined ? [] : [{ at, event: { ...event(stage), id: `evt_${wait}_${id}_${stage}` as EventId } }];
}

const known = () => refuse({ code: "known" });

/** The wait goes on: its next row, unless that was written before. */
export async function goOnWatching(app: App, due: readonly Due[]): Promise<void> {
  const plan: Plan<null> = { writes: [], events: [], due, facts: null, explain: known };
  await carryOut(app, () => Promise.resolve(plan));
}
