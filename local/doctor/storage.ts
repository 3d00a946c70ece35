/** Whether the data have room to grow, and may be written where they lie. */
import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Finding } from "./finding.ts";

const MB = 1024 * 1024;
/** Below this the database may stop in the middle of a day of orders. */
const LEAST_MB = 200;
const SCARCE_MB = 1024;

export type Disk = Pick<Awaited<ReturnType<typeof statfs>>, "bavail" | "bsize">;

export async function examineStorage(
  folder: string,
  ask: (folder: string) => Promise<Disk> = statfs,
): Promise<readonly Finding[]> {
  return [...(await unwritable(folder)), room(folder, await ask(folder))];
}

async function unwritable(folder: string): Promise<readonly Finding[]> {
  const parts = [folder, join(folder, "blobs")];
  const problems = await Promise.all(parts.map((part) => problemOf(part)));
  return problems.flat();
}

async function problemOf(path: string): Promise<readonly Finding[]> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    // Made with the first picture.
    if (code === "ENOENT") return [];
    const text = `${path} may not be written to (${code}): give it to the user that the shop runs as, chown -R USER ${path}`;
    return [{ level: "wrong", about: "data folder", text }];
  }
}

function room(folder: string, { bavail, bsize }: Disk): Finding {
  const free = Math.floor((Number(bavail) * Number(bsize)) / MB);
  const cure = "make room there, or move DATA_DIR to a larger disk while the shop is stopped";
  if (free < LEAST_MB) return { level: "wrong", about: "disk", text: `${free} MB are free under ${folder}: ${cure}` };
  if (free < SCARCE_MB) return { level: "note", about: "disk", text: `${free} MB are free under ${folder}: ${cure}` };
  return { level: "ok", about: "disk", text: `${free} MB are free under ${folder}` };
}
