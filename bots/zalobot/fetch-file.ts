/** Pictures that people sent lie on Zalo's servers. An event names the address, so nothing but Zalo's own hosts is asked. */

const ZALOS = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zaloapp\.com|zaloplatforms\.com)$/;
const MOST_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

export type Files = {
  readonly fetch: typeof fetch;
  /** `ZALO_BOT_API_ROOT`, where a simulator keeps its pictures. */
  readonly simulatorRoot: string | undefined;
};

export async function fetchFile(files: Files, ref: string): Promise<{ bytes: Uint8Array; type: string }> {
  if (!isZalos(ref, files.simulatorRoot))
    throw new Error("A file of the Zalo Bot was not fetched: its address is not one of Zalo's servers");
  // A redirect could lead to any host.
  const response = await files.fetch(ref, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || !response.body)
    throw new Error(`Zalo gave no file (HTTP ${response.status}): ask the person to send it again`);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return { bytes: await capped(response.body), type };
}

function isZalos(address: string, simulatorRoot: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { href, protocol, hostname, port, username } = new URL(address);
  if (simulatorRoot !== undefined && href.startsWith(`${simulatorRoot.replace(/\/+$/, "")}/`)) return true;
  return protocol === "https:" && port === "" && username === "" && ZALOS.test(hostname);
}

async function capped(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new Error(`A file of Zalo is over ${MOST_BYTES} bytes: ask for a smaller one`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
