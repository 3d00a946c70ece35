/** Keys of blobs as paths: which are allowed, and what their extension says. */
const SEGMENT = /^[a-zA-Z0-9_][a-zA-Z0-9_.-]*$/;
const MOST = 300;

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webp: "image/webp",
  xml: "application/xml",
};

/** False for what could lead out of the folder, hide in it, or be no file name somewhere. */
export const isBlobKey = (key: string): boolean =>
  key.length <= MOST && key.split("/").every((segment) => SEGMENT.test(segment));

export function checkBlobKey(key: string): void {
  if (!isBlobKey(key))
    throw new TypeError(
      `The blob key ${JSON.stringify(key)} is no plain path of letters, digits, "_", "-", "." and "/"`,
    );
}

export const blobType = (key: string): string =>
  TYPES[/\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";

export const blobUrl = (publicUrl: string, key: string): string => `${publicUrl.replace(/\/+$/, "")}/blobs/${key}`;
