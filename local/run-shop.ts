/** Starts the shop, says where it is, and ends it when it is told to. */
import { channels } from "../bots/index.ts";
import { systemClock } from "../shared/adapters/system/clock.ts";
import { openLog } from "../shared/log.ts";
import { environment, parseSettings, SettingsError } from "../shared/settings.ts";
import { DataFault } from "./home/data-fault.ts";
import { openShop, type RunningShop } from "./open-shop.ts";
import { tellProblems } from "./tell-problems.ts";

export async function runShop(): Promise<void> {
  try {
    const settings = parseSettings(environment(), channels);
    const log = openLog({ clock: systemClock, level: settings.logLevel });
    const shop = await openShop({ settings, environment: environment(), log });
    process.stdout.write(greeting(shop));
    if (!shop.sample) void tellProblems(shop.home.app.channels, (text) => process.stderr.write(`  ${text}\n`));
    endWhenTold(shop);
  } catch (error) {
    // A wrong setting, a taken port, data that can't be opened: each is told in a sentence; a stack would hide it.
    const told =
      error instanceof SettingsError || error instanceof DataFault || (error instanceof Error && "cause" in error);
    process.stderr.write(`${told ? error.message : error instanceof Error ? (error.stack ?? "") : String(error)}\n`);
    process.exitCode = 1;
  }
}

function greeting({ publicUrl, sample, channelNames }: RunningShop): string {
  const lines = [
    "",
    sample ? "  Chợ Phiên is open: a sample shop, prices and phones are invented." : "  Chợ Phiên is open.",
    "",
    `    Shop and web chat   ${publicUrl}/`,
    ...(sample ? [`    Phones to try it    ${publicUrl}/simulator`] : []),
    `    Channels            ${channelNames.join(", ")}`,
    "",
    "  Ctrl+C ends it.",
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function endWhenTold(shop: RunningShop): void {
  let ending = false;
  const end = () => {
    // Asked a second time, it ends at once: what was acknowledged is on disk.
    if (ending) process.exit(1);
    ending = true;
    shop.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
