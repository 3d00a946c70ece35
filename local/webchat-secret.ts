/** The web chat needs nothing from anybody, so its secret is made here, once, and kept beside the data. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = "webchat.secret";
const BYTES = 32;

/** Losing the file makes every visitor a new one, and nothing worse. */
export async function keptWebchatSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true });
  try {
    // Fails where there is one: two processes that start at once end up with the same.
    await writeFile(path, randomBytes(BYTES).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret.length < BYTES) throw new Error(`${path} holds no whole secret: remove it and start again`);
  return secret;
}
