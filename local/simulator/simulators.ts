/** The pretended providers of the sample shop, reached over HTTP as the real ones are. */
import { type ChannelEntry } from "../../bots/index.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Ids } from "../../shared/ports/ids.ts";
import { type Simulate, type Simulator } from "../../shared/ports/simulator.ts";

export type Simulators = ReadonlyMap<string, Simulator>;

type Context = {
  channels: readonly ChannelEntry[];
  /** Where this process answers: "http://127.0.0.1:3000". */
  base: string;
  clock: Clock;
  ids: Ids;
};

/** One for each channel that has a provider; the web chat is nobody's but ours. */
export async function openSimulators({ channels, base, clock, ids }: Context): Promise<Simulators> {
  const provided = channels.filter(({ name }) => name !== "webchat");
  const opened = provided.map(async ({ name }) => {
    const path = new URL(`../../bots/${name}/simulator.ts`, import.meta.url).href;
    const { simulate } = (await import(path)) as { simulate: Simulate };
    return [
      name,
      simulate({ apiRoot: `${base}/simulator/${name}/api`, deliver: deliverTo(base), clock, ids }),
    ] as const;
  });
  return new Map(await Promise.all(opened));
}

const deliverTo =
  (base: string) =>
  async (path: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<number> => {
    const response = await fetch(`${base}${path}`, { method: "POST", headers, body: Uint8Array.from(body) });
    await response.arrayBuffer();
    return response.status;
  };
