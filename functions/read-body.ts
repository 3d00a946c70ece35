/** Reads the body of a request up to a limit; what is longer is left unread. */

export const TOO_LARGE = Symbol("too large");

export async function readBody(request: Request, limit: number): Promise<Uint8Array | typeof TOO_LARGE> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return TOO_LARGE;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return TOO_LARGE;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
