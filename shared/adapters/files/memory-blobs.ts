/** Blobs that live as long as the process: for a home in memory. */
import { type Blobs } from "../../ports/blobs.ts";
import { blobType, blobUrl, checkBlobKey } from "./blob-keys.ts";

export function memoryBlobs({ publicUrl }: { publicUrl: string }): Blobs {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (key, { bytes }) =>
      Promise.resolve().then(() => {
        checkBlobKey(key);
        kept.set(key, bytes.slice());
      }),
    get: (key) =>
      Promise.resolve().then(() => {
        checkBlobKey(key);
        const bytes = kept.get(key);
        return bytes && { bytes: bytes.slice(), type: blobType(key) };
      }),
    publicUrl: (key) => {
      checkBlobKey(key);
      return blobUrl(publicUrl, key);
    },
  };
}
