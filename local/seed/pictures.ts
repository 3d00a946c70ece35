/** Placeholder pictures: an SVG with the product's name for pages, and a woven pattern as PNG for walls, which take no SVG. */
import { crc32, deflateSync } from "node:zlib";

type Colours = readonly [ground: string, thread: string, accent: string];

const BY_GROUP: Readonly<Record<string, Colours>> = {
  "thực phẩm": ["#7a3b12", "#f2c14e", "#f7efe0"],
  "đồ uống": ["#1f4e5f", "#79c0b4", "#f1f7f5"],
  "dược liệu": ["#2f5d3a", "#a7c957", "#f4f8ec"],
  "thủ công mỹ nghệ": ["#4a1942", "#e0567c", "#fbeef4"],
  "du lịch": ["#14376b", "#7cb5ec", "#eef5fd"],
};
const OTHER: Colours = ["#3d405b", "#e07a5f", "#f4f1de"];

const coloursOf = (group: string | undefined): Colours => BY_GROUP[group ?? ""] ?? OTHER;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const LINE = 18;

/** Words in lines of about eighteen letters. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4);
}

export function placeholderSvg(name: string, group: string | undefined): Uint8Array {
  const [ground, thread, accent] = coloursOf(group);
  const lines = wrapped(name);
  const top = 250 - (lines.length - 1) * 30;
  const rows = lines.map((line, place) => `<text x="320" y="${top + place * 60}">${escaped(line)}</text>`).join("");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" role="img" aria-label="Ảnh mẫu: ${escaped(name)}">` +
    `<defs><pattern id="w" width="40" height="40" patternUnits="userSpaceOnUse">` +
    `<path d="M20 4 36 20 20 36 4 20z" fill="none" stroke="${thread}" stroke-width="3"/>` +
    `<circle cx="20" cy="20" r="3" fill="${thread}"/></pattern></defs>` +
    `<rect width="640" height="480" fill="${ground}"/><rect width="640" height="80" fill="url(#w)"/>` +
    `<rect y="400" width="640" height="80" fill="url(#w)"/>` +
    `<g font-family="system-ui,sans-serif" font-size="48" font-weight="600" text-anchor="middle" fill="${accent}">${rows}</g>` +
    `<text x="320" y="376" font-family="system-ui,sans-serif" font-size="26" letter-spacing="6" text-anchor="middle" fill="${thread}">ẢNH MẪU</text></svg>`;
  return new TextEncoder().encode(svg);
}

const WIDTH = 640;
const HEIGHT = 480;

/** Diamonds of the brocade: 0 ground, 1 thread, 2 accent; `turn` shifts them so that neighbours differ. */
function colourAt(x: number, y: number, turn: number): number {
  const size = 32 + (turn % 3) * 16;
  const distance = Math.abs((x % size) - size / 2) + Math.abs((y % size) - size / 2);
  if (y < 24 || y >= HEIGHT - 24) return (x + y + turn) % 16 < 8 ? 1 : 2;
  if (Math.abs(distance - size / 3) < 3) return 1;
  return distance < 4 ? 2 : 0;
}

/** A palette picture of four bits a pixel: 640 × 480 in about two kilobytes. */
export function placeholderPng(group: string | undefined, turn: number): Uint8Array {
  const rows = Buffer.alloc((WIDTH / 2 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const row = y * (WIDTH / 2 + 1) + 1;
    for (let x = 0; x < WIDTH; x += 2) rows[row + x / 2] = (colourAt(x, y, turn) << 4) | colourAt(x + 1, y, turn);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    coloursOf(group)
      .map((colour) => colour.slice(1))
      .join(""),
    "hex",
  );
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
