/** The Bus port over EventBridge: the envelope is the event's detail, its name the detail type. */
import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from "@aws-sdk/client-eventbridge";
import { type Envelope } from "../../../events/envelope.ts";
import { type Bus, EVENT_SOURCE } from "../../ports/bus.ts";
import { type Log } from "../../ports/log.ts";

/** EventBridge's most for one request. */
const BATCH = 10;
const BATCH_BYTES = 256 * 1024;
/** What the other fields of an entry weigh, generously. */
const ENTRY_BYTES = 512;

export type EventBridgeOptions = Pick<
  EventBridgeClientConfig,
  "region" | "credentials" | "endpoint" | "requestHandler" | "maxAttempts"
> & { readonly name: string; readonly log: Log };

export function eventBridgeBus({ name, log, ...config }: EventBridgeOptions): Bus {
  const client = new EventBridgeClient({
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...config,
  });
  return {
    async publish(envelopes) {
      const failed: number[] = [];
      for (const { first, entries } of batchesOf(name, envelopes)) {
        const places = await failedPlaces(client, entries, log);
        failed.push(...places.map((place) => first + place));
      }
      return failed;
    },
  };
}

/** A request that failed altogether leaves all its entries to be tried again. */
async function failedPlaces(
  client: EventBridgeClient,
  entries: PutEventsRequestEntry[],
  log: Log,
): Promise<readonly number[]> {
  try {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
    return entries.flatMap((_, place) => (Entries[place]?.EventId === undefined ? [place] : []));
  } catch (error) {
    log.error("bus.not-reached", error, { entries: entries.length });
    return [...entries.keys()];
  }
}

type Batch = { readonly first: number; readonly entries: PutEventsRequestEntry[] };

function batchesOf(bus: string, envelopes: readonly Envelope[]): readonly Batch[] {
  const batches: Batch[] = [];
  let bytes = 0;
  for (const [place, envelope] of envelopes.entries()) {
    const entry = entryOf(bus, envelope);
    const size = ENTRY_BYTES + Buffer.byteLength(entry.Detail ?? "");
    const open = batches.at(-1);
    if (open && open.entries.length < BATCH && bytes + size <= BATCH_BYTES) {
      open.entries.push(entry);
      bytes += size;
    } else {
      batches.push({ first: place, entries: [entry] });
      bytes = size;
    }
  }
  return batches;
}

const entryOf = (bus: string, envelope: Envelope): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: EVENT_SOURCE,
  DetailType: envelope.name,
  Detail: JSON.stringify(envelope),
  Time: new Date(envelope.at),
});
