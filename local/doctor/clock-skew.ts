/** This machine's clock against the providers': signatures and tokens are good for minutes, so a wrong clock breaks them. */
import { SECOND } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Finding } from "./finding.ts";

export const MOST_SKEW_S = 60;

export type WatchedClock = {
  /** Does what `fetch` does, and reads the hour off each answer. */
  readonly fetch: typeof fetch;
  findings(): readonly Finding[];
};

/** By host, how many seconds ahead of it we are; the `Date` of an answer counts whole seconds. */
export function watchClock(clock: Clock, fetch: typeof globalThis.fetch): WatchedClock {
  const skews = new Map<string, number>();
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const { host } = new URL(request.url);
      const response = await fetch(request);
      const theirs = Date.parse(response.headers.get("date") ?? "");
      if (!Number.isNaN(theirs)) skews.set(host, Math.round((Date.parse(clock.now()) - theirs) / SECOND));
      return response;
    },
    findings: () => findingsOf(skews),
  };
}

function findingsOf(skews: ReadonlyMap<string, number>): readonly Finding[] {
  const wrong = [...skews].filter(([, seconds]) => Math.abs(seconds) > MOST_SKEW_S);
  const hosts = [...skews.keys()].join(", ");
  if (skews.size === 0)
    return [{ level: "note", about: "clock", text: "no provider was asked that it could be compared with" }];
  if (wrong.length === 0)
    return [{ level: "ok", about: "clock", text: `within ${MOST_SKEW_S} s of what ${hosts} say` }];
  return wrong.map(([host, seconds]) => ({
    level: "wrong",
    about: "clock",
    text: `this machine is ${Math.abs(seconds)} s ${seconds > 0 ? "ahead of" : "behind"} ${host}: ${CURE}`,
  }));
}

const CURE =
  "signatures and tokens are refused by a wrong hour. Let it be set over the network: timedatectl set-ntp true (Linux), or Settings, Time, Set time automatically (Windows)";
