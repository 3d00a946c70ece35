/** A home for tests: in memory or in a folder, with the functions that a test names. */
import { type Reaction } from "../../functions/reaction.ts";
import { type FunctionSpec, type Trigger } from "../../functions/spec.ts";
import { type Home, type HomeOptions, openHome } from "../../local/home/open-home.ts";
import { seededIds } from "../fakes/ids.ts";
import { type CollectingLog, collectingLog } from "../fakes/log.ts";
import { type SettableClock, settableClock } from "../fakes/clock.ts";

export type TestFunction = { name: string; trigger: Trigger; reaction: Reaction; timeoutS?: number };

export type TestHome = Home & { clock: SettableClock; log: CollectingLog };

export const spec = ({ name, trigger, timeoutS = 5 }: TestFunction): FunctionSpec => ({
  name,
  trigger,
  timeoutS,
  entry: `functions/${name}.ts`,
  permissions: [],
  channels: "none",
  memoryMb: 128,
  bundleKb: 1,
});

export async function openTestHome(
  functions: readonly TestFunction[],
  options: Partial<HomeOptions> & { clock?: SettableClock; log?: CollectingLog } = {},
): Promise<TestHome> {
  const clock = options.clock ?? settableClock();
  const log = options.log ?? collectingLog();
  const home = await openHome({
    dataDir: ":memory:",
    ids: seededIds(),
    fetch: () => Promise.reject(new Error("Nothing is fetched here")),
    shop: { name: "OCOP Cao Bằng", publicUrl: "http://localhost:3000", sample: true },
    channels: [],
    channelSettings: {},
    functions: functions.map(spec),
    loadFunction: ({ name }) => functions.find((one) => one.name === name)!.reaction,
    ...options,
    clock,
    log,
  });
  return { ...home, clock, log };
}
