/** Stands for the SDK's event streams: 17 KB that no function needs, since the table and the bus answer whole. */
export function EventStreamSerde(): never {
  throw new Error("Event streams are left out of the bundles: local/build/bundle.ts says so");
}
