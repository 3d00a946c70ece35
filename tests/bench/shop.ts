/**
 * The shop that benches talk to: the embedded home, power-safe, behind its real doors. The file is a real one, written
 * with synchronous=FULL; only the provider is a stub, and the buyers write from a thread of their own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channels } from "../../bots/index.ts";
import { functions } from "../../functions/index.ts";
import { type Home, openHome } from "../../local/home/open-home.ts";
import { routesOf } from "../../local/server/routes.ts";
import { startServer } from "../../local/server/server.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { systemIds } from "../../shared/adapters/system/ids.ts";
import { collectingLog } from "../fakes/log.ts";
import { stockCatalogue } from "../journeys/catalogue.ts";
import { loadFunction } from "../journeys/market.ts";
import { startBuyers, type Talk } from "./buyers.ts";
import { quantile, round, type Row } from "./row.ts";

const SECRET = "bench-secret";

export type BenchShop = {
  readonly home: Home;
  /** Has the talks held, so many at once, and all that follows from them done: their times, and the shop's share of CPU. */
  measure(talks: readonly Talk[], atOnce: number): Promise<Row>;
  close(): Promise<void>;
};

export async function openBenchShop(): Promise<BenchShop> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const settings = { telegram: { TELEGRAM_BOT_TOKEN: "1:bench", TELEGRAM_WEBHOOK_SECRET: SECRET } };
  const server = await startServer({ port: 0, host: "127.0.0.1" });
  const buyers = startBuyers({ port: server.port, secret: SECRET });
  const home = await openHome({
    dataDir: folder,
    clock: systemClock,
    ids: systemIds,
    log: collectingLog(),
    fetch: (_, init) => {
      const { chat_id: chat } = JSON.parse(init?.body as string) as { chat_id?: string };
      buyers.answered(String(chat));
      return Promise.resolve(
        Response.json({ ok: true, result: { message_id: 1, date: 0, chat: { id: Number(chat) } } }),
      );
    },
    shop: { name: "OCOP Cao Bằng", publicUrl: "http://localhost", sample: true },
    channels,
    channelSettings: settings,
    functions: functions.filter(({ trigger }) => trigger.on !== "http"),
    loadFunction,
  });
  await stockCatalogue(home);
  server.serve(routesOf({ app: home.app, channels, channelSettings: settings }));
  home.start();
  return {
    home,
    async measure(talks, atOnce) {
      const began = { at: performance.now(), cpu: process.cpuUsage(), buyers: await buyers.cpuMs() };
      const times = await buyers.hold(talks, atOnce);
      await home.settle();
      const seconds = (performance.now() - began.at) / 1000;
      const { user, system } = process.cpuUsage(began.cpu);
      const cpuMs = (user + system) / 1000 - ((await buyers.cpuMs()) - began.buyers);
      return {
        count: times.length,
        "p50 ms": round(quantile(times, 0.5)),
        "p99 ms": round(quantile(times, 0.99)),
        "per second": Math.round(times.length / seconds),
        "CPU ms each": round(cpuMs / times.length),
      };
    },
    async close() {
      await buyers.end();
      await server.close();
      await home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
