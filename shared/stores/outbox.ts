/**
 * Events on their way out, written with the change they tell of.
 * Access: insert (1 item, no index); read by the stream or the embedded home, and by aggregate for republishing.
 */
import { type Envelope, type EventContract } from "../../events/envelope.ts";
import { type EventId } from "../domain/ids.ts";
import { DAY, millis } from "../domain/time.ts";
import { type App } from "../ports/app.ts";
import { OUTBOX_PREFIX, put, type Write } from "../ports/table.ts";

const KEPT_MS = 30 * DAY;

/** An event that happens now, or is to happen when its due row comes up. */
export const happened = <Name extends string, Detail>(
  app: Pick<App, "clock" | "ids">,
  contract: EventContract<Name, Detail>,
  aggregate: string,
  detail: NoInfer<Detail>,
): Envelope<Name, Detail> => ({
  id: app.ids.random("evt") as EventId,
  name: contract.name,
  version: contract.version,
  at: app.clock.now(),
  aggregate,
  detail,
});

export const outboxWrite = (envelope: Envelope): Write =>
  put(
    {
      pk: `${OUTBOX_PREFIX}${envelope.aggregate}`,
      sk: `${envelope.at}#${envelope.id}`,
      envelope: JSON.stringify(envelope),
      expiresAt: Math.floor((millis(envelope.at) + KEPT_MS) / 1000),
    },
    "absent",
  );

/** `item` as the table or its stream gives it. */
export function readOutboxItem(item: Readonly<Record<string, unknown>>): Envelope {
  if (typeof item["envelope"] !== "string") throw new Error("An outbox item without an envelope");
  return JSON.parse(item["envelope"]) as Envelope;
}
