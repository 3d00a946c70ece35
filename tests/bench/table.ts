/** How fast the embedded home commits on this disk: `npm run bench -- table`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteQueue } from "../../shared/adapters/sqlite/queue.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { put } from "../../shared/ports/table.ts";
import { round, type Row } from "./row.ts";

const MILLISECONDS = 3000;
const TEXT = "x".repeat(800);

type Act = (n: number) => Promise<unknown>;

async function measure(clients: number, act: Act): Promise<{ perSecond: number; p50: number; p99: number }> {
  const times: number[] = [];
  const began = performance.now();
  let n = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < MILLISECONDS) {
      const start = performance.now();
      await act(n++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { perSecond: Math.round(times.length / seconds), p50: at(0.5), p99: at(0.99) };
}

function actsOn(file: SqliteFile): Readonly<Record<string, Act>> {
  const table = new SqliteTable(file, systemClock);
  const queue = new SqliteQueue(file, systemClock, "bench");
  const message = (n: number) => ({ group: `g${n}`, dedupeId: `d${n}`, body: { text: TEXT } });
  return {
    "commit of a turn (3 items)": (n) =>
      table.commit(
        ["state", "turn", "order"].map((sk) => put({ pk: `c${n}`, sk, text: TEXT }, "absent")),
        { token: `t${n}` },
      ),
    "message kept": (n) => queue.send("inbox", message(n)),
    "message kept, claimed, finished": async (n) => {
      await queue.send(`q${n % 64}`, message(n));
      for (const claimed of await queue.claim(`q${n % 64}`, 1, 60_000)) await queue.finish(claimed);
    },
    "item read": (n) => table.get({ pk: `c${n % 1000}`, sk: "state" }),
  };
}

export default async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const rows: Row[] = [];
  for (const synchronous of ["FULL", "NORMAL"] as const) {
    const file = new SqliteFile({ path: join(folder, `${synchronous}.sqlite`), synchronous });
    for (const clients of [1, 64])
      for (const [what, act] of Object.entries(actsOn(file))) {
        const { perSecond, p50, p99 } = await measure(clients, (n) => act(clients * 10_000_000 + n));
        rows.push({ what, synchronous, clients, "per second": perSecond, "p50 ms": round(p50), "p99 ms": round(p99) });
      }
    await file.close();
  }
  rmSync(folder, { recursive: true });
  return rows;
}
