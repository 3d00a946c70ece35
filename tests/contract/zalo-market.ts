/** The pretended Zalo, our channel in front of it over a real SQLite table, and what both of them did. */
import { onTestFinished } from "vitest";
import { openChannel } from "../../bots/zalo/channel.ts";
import { simulate, type ZaloSimulator } from "../../bots/zalo/simulator.ts";
import { openTokens } from "../../bots/zalo/tokens.ts";
import { webhook } from "../../bots/zalo/webhook.ts";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { settableClock } from "../fakes/clock.ts";
import { collectingLog } from "../fakes/log.ts";
import { seededIds } from "../fakes/ids.ts";

export const ROOT = "https://provider.test/zalo";
export const OA = "1887406625519038844";
export const CHAT = "4418829930017265512";
export const HOUR = 3_600_000;

export function openMarket({ root = ROOT }: { root?: string } = {}) {
  const clock = settableClock();
  const log = collectingLog();
  const file = new SqliteFile({ path: ":memory:" });
  onTestFinished(() => file.close());
  const inbox: Incoming[] = [];
  /** Paths of Zalo's API, in order. */
  const asked: string[] = [];
  const statuses: number[] = [];
  /** `door` is our webhook's status instead of its own, `answer` Zalo's answer instead of the simulator's. */
  const hooks: { door?: () => number; answer?: (path: string, body: string) => object | undefined } = {};
  const simulator: ZaloSimulator = simulate({
    apiRoot: root,
    clock,
    ids: seededIds(),
    deliver: (path, headers, body) => {
      const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const verdict = webhook({ method: "POST", path, headers: lowered, body }, simulator.settings, clock.now());
      const status = hooks.door?.() ?? (verdict.kind === "rejected" ? verdict.status : 200);
      if (status === 200 && verdict.kind === "accepted") inbox.push(...verdict.incoming);
      statuses.push(status);
      return Promise.resolve(status);
    },
  });
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.slice(new URL(root).pathname.length);
    asked.push(path);
    const instead = hooks.answer?.(path, await request.clone().text());
    return instead ? Response.json(instead) : simulator.handle(request);
  };
  /** Each has its own table over the same file, as two processes have. */
  const open = (settings: ChannelSettings = {}) =>
    openChannel({
      settings: { ...simulator.settings, ...settings },
      fetch: call,
      table: new SqliteTable(file, clock),
      clock,
      log,
      publicUrl: "https://chophien.test",
    });
  const tokens = (parts: { fetch?: typeof fetch; seed?: string } = {}) =>
    openTokens({
      table: new SqliteTable(file, clock),
      clock,
      log,
      account: OA,
      seed: parts.seed ?? simulator.settings["ZALO_REFRESH_TOKEN"],
      oauth: {
        appId: simulator.settings["ZALO_APP_ID"] ?? "",
        appSecret: simulator.settings["ZALO_APP_SECRET"] ?? "",
        oauthRoot: root,
        fetch: parts.fetch ?? call,
      },
      // The other process goes on meanwhile: all it does is done within a few turns of the event loop.
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
    });
  const refreshes = () => asked.filter((path) => path === "/v4/oa/access_token").length;
  const alarms = () =>
    log.entries.filter(({ level }) => level === "error").map(({ event, fields }) => [event, fields["kind"]]);
  return { simulator, clock, log, inbox, asked, statuses, hooks, call, open, tokens, refreshes, alarms };
}
