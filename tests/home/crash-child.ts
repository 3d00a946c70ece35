/**
 * The process that crash.test.ts kills: takes messages and orders as fast as it can in several lanes,
 * and prints each acknowledgement at once. Run: node crash-child.ts FOLDER NEXT-OF-LANE-0 NEXT-OF-LANE-1 …
 */
import { writeSync } from "node:fs";
import { enqueue, openCrashHome, placeOrder } from "./crash-world.ts";

const [folder = "", ...next] = process.argv.slice(2);
const home = await openCrashHome(folder);
home.start();

const acknowledge = (what: string, lane: number, n: number) => writeSync(1, `${what} ${lane} ${n}\n`);
const { app } = home;

await Promise.all(
  next.map(async (first, lane) => {
    for (let n = Number(first); ; n++) {
      await enqueue(app, lane, n);
      acknowledge("message", lane, n);
      await placeOrder(app, lane, n);
      acknowledge("order", lane, n);
    }
  }),
);
