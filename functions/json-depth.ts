/** How deep JSON is nested, counted on the raw bytes: cheaper and safer than to parse it first. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** True as soon as more than `most` brackets are open at once. Bytes of UTF-8 beyond ASCII are never brackets or quotes. */
export function isDeep(json: Uint8Array, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < json.length; place++) {
    const byte = json[place] ?? 0;
    if (quoted) {
      if (byte === BACKSLASH) place++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (OPENING.has(byte) && ++depth > most) return true;
    else if (CLOSING.has(byte)) depth--;
  }
  return false;
}
