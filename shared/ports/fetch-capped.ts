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
