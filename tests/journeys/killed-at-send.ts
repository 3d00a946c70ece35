/** A process that takes one message over Telegram and is killed by the first call to the provider: after the commit, before the send. */
import { openMarket } from "./market.ts";

const [, , dataDir = ""] = process.argv;
const market = await openMarket({ dataDir });
const telegram = market.simulators.get("telegram");
if (telegram) {
  telegram.handle = () => {
    process.kill(process.pid, "SIGKILL");
    return new Promise(() => undefined);
  };
  await market.person("telegram", "900001").say("cho mình 2 gói miến dong");
  await market.home.settle();
}
process.exitCode = 1;
