/** Fetches a file that a provider keeps, without following it anywhere else and without taking more than we can hold. */

const MOST_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

type Place = { readonly fetch: typeof fetch; readonly address: string; readonly provider: string };

/** The address is in no error: it may hold a token. */
export async function fetchCapped({ fetch, address, provider }: Place): Promise<{ bytes: Uint8Array; type: string }> {
  // A redirect could lead to any host.
  const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || !response.body)
    throw new Error(`${provider} gave no file (HTTP ${response.status}): ask the person to send it again`);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return { bytes: await capped(response.body, provider), type };
}

export type FilesOf = {
  readonly fetch: typeof fetch;
  /** Where a simulator of the provider keeps its pictures. */
  readonly simulatorRoot: string | undefined;
};

/** The provider's servers, by their names or the ends of them. */
type Servers = { readonly provider: string; readonly hosts: readonly string[] };

/** A file whose address an event names, so from outside: nothing but the provider's own servers is asked. */
export async function fetchFrom(
  { provider, hosts }: Servers,
  { fetch, simulatorRoot }: FilesOf,
  ref: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const address = addressOn(hosts, simulatorRoot, ref);
  if (address === undefined)
    throw new Error(`A file of ${provider} was not fetched: its address is not one of ${provider}'s servers`);
  return fetchCapped({ fetch, address, provider });
}

function addressOn(hosts: readonly string[], simulatorRoot: string | undefined, ref: string): string | undefined {
  if (!URL.canParse(ref)) return undefined;
  const url = new URL(ref);
  if (simulatorRoot !== undefined && url.href.startsWith(`${simulatorRoot.replace(/\/+$/, "")}/`)) return url.href;
  const theirs = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (!theirs || url.port !== "" || url.username !== "" || !/^https?:$/.test(url.protocol)) return undefined;
  // Some events still say http; the servers speak https.
  url.protocol = "https:";
  return url.href;
}

async function capped(body: ReadableStream<Uint8Array>, provider: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new Error(`A file of ${provider} is over ${MOST_BYTES} bytes: ask for a smaller one`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
