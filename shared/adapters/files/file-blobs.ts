/** Blobs as files of one folder; the type of a blob is what its extension says. */
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Blobs } from "../../ports/blobs.ts";
import { blobType, blobUrl, checkBlobKey } from "./blob-keys.ts";

export function fileBlobs({ folder, publicUrl }: { folder: string; publicUrl: string }): Blobs {
  let writes = 0;
  return {
    async put(key, { bytes }) {
      checkBlobKey(key);
      const path = join(folder, key);
      // A key can't begin a segment with a dot, so this is nobody's blob; renaming shows all of it or nothing.
      const draft = join(dirname(path), `.${process.pid}-${++writes}.part`);
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeThrough(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      checkBlobKey(key);
      try {
        return { bytes: await readFile(join(folder, key)), type: blobType(key) };
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    publicUrl: (key) => {
      checkBlobKey(key);
      return blobUrl(publicUrl, key);
    },
  };
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR");
