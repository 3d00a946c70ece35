/** Pictures that people sent lie on Zalo's servers. An event names the address, so nothing but Zalo's own hosts is asked. */

const HOSTS = ["zdn.vn", "zadn.vn", "zaloapp.com"];
const MOST_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

export type Files = {
  readonly fetch: typeof fetch;
  /** `ZALO_API_ROOT`, where a simulator keeps its pictures. */
  readonly simulatorRoot: string | undefined;
};

export async function fetchFile(
  { fetch, simulatorRoot }: Files,
  ref: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const address = zaloAddress(ref, simulatorRoot);
  if (address === undefined)
    throw new Error("A file of Zalo was not fetched: its address is not one of Zalo's servers");
  // A redirect could lead to any host.
  const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || !response.body)
    throw new Error(`Zalo gave no file (HTTP ${response.status}): ask the person to send it again`);
  return {
    bytes: await capped(response.body),
    type: response.headers.get("content-type") ?? "application/octet-stream",
  };
}

function zaloAddress(ref: string, simulatorRoot: string | undefined): string | undefined {
  if (!URL.canParse(ref)) return undefined;
  const url = new URL(ref);
  if (simulatorRoot !== undefined && url.href.startsWith(`${simulatorRoot.replace(/\/+$/, "")}/`)) return url.href;
  const zalos = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (!zalos || url.port !== "" || url.username !== "" || !/^https?:$/.test(url.protocol)) return undefined;
  // Zalo still writes http in some events; its servers speak https.
  url.protocol = "https:";
  return url.href;
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
