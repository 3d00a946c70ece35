/** A QR code as a PNG of black and white: walls and chats take no drawings in SVG. */
import { crc32, deflateSync } from "node:zlib";
import { create } from "qrcode";

/** Pixels of one module, and the white modules around the code that scanners want. */
const SCALE = 8;
const QUIET = 4;

/** Rows of dark and light modules, true = dark. */
type Bitmap = boolean[][];

/** `stamp`: "MẪU" across the middle, so that neither a person nor a camera takes it for a real one. */
export function qrPicture(text: string, { stamp }: { stamp: boolean }): Uint8Array {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * QUIET;
  const bitmap: Bitmap = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => isDark(modules, row - QUIET, column - QUIET)),
  );
  if (stamp) press(bitmap);
  return png(bitmap);
}

type Modules = ReturnType<typeof create>["modules"];

const isDark = (modules: Modules, row: number, column: number): boolean =>
  row >= 0 && column >= 0 && row < modules.size && column < modules.size && modules.get(row, column) === 1;

const SAMPLE = [
  ".......  .##.#.  .......",
  ".......  #.##..  .......",
  ".......  ..#...  .......",
  ".......  .#.#..  .......",
  "#.....#  ..#...  #.....#",
  "##...##  .#.#..  #.....#",
  "#.#.#.#  #...#.  #.....#",
  "#..#..#  #####.  #.....#",
  "#.....#  #...#.  #.....#",
  "#.....#  #...#.  .#####.",
];
const MARGIN = 2;

/** A white band through the middle with the word in it. */
function press(bitmap: Bitmap): void {
  const top = Math.floor((bitmap.length - SAMPLE.length) / 2);
  for (let row = top - MARGIN; row < top + SAMPLE.length + MARGIN; row++) bitmap[row]?.fill(false);
  const left = Math.floor((bitmap.length - (SAMPLE[0]?.length ?? 0)) / 2);
  for (const [row, line] of SAMPLE.entries())
    for (const [column, sign] of Array.from(line).entries()) {
      const target = bitmap[top + row];
      if (target && sign === "#") target[left + column] = true;
    }
}

const SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One bit a pixel, white = 1: a code of 37 modules weighs about 1 KB. */
function png(bitmap: Bitmap): Uint8Array {
  const side = bitmap.length * SCALE;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = bitmap.flatMap((row) => Array.from({ length: SCALE }, () => packed(row)));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A row of pixels after its filter byte; SCALE is 8, so a module is a byte. */
const packed = (row: readonly boolean[]): Uint8Array =>
  Uint8Array.from([0, ...row.map((dark) => (dark ? 0x00 : 0xff))]);

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, "ascii"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
