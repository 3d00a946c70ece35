/** A whole shop on a free port, in this process, over a folder that goes with the test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { channels } from "../../bots/index.ts";
import { openShop, type RunningShop } from "../../local/open-shop.ts";
import { type Environment, parseSettings } from "../../shared/settings.ts";
import { collectingLog } from "../fakes/log.ts";

export async function shopFor(environment: Environment): Promise<{ shop: RunningShop; at: (path: string) => string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "shop-"));
  const given = { PORT: "0", DATA_DIR: dataDir, ...environment };
  const shop = await openShop({ settings: parseSettings(given, channels), environment: given, log: collectingLog() });
  onTestFinished(async () => {
    await shop.close();
    await rm(dataDir, { recursive: true });
  });
  return { shop, at: (path) => `http://127.0.0.1:${shop.port}${path}` };
}
