/** Files under keys such as "photos/abc.jpg" and "catalogue/latest.json". */

export type Blob = { bytes: Uint8Array; type: string };

export interface Blobs {
  put(key: string, blob: Blob): Promise<void>;
  get(key: string): Promise<Blob | undefined>;
  /** Absolute address under which anybody may read a blob of the "photos/" prefix. */
  publicUrl(key: string): string;
}
