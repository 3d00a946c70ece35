/** A screenshot with the 256 colours that serve it best: a third of its size, and hardly to be told apart. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

type Pixels = { width: number; height: number; colours: Uint32Array };
type Counted = readonly [colour: number, count: number];

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const MOST_COLOURS = 256;
/** Where red, green and blue stand in a colour. */
const SHIFTS = [16, 8, 0] as const;

export function smallerPng(png: Buffer): Buffer {
  const { width, height, colours } = readPng(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const boxes = split([...counts]);
  const place = new Map(boxes.flatMap((box, index) => box.map(([colour]) => [colour, index] as const)));
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = place.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(boxes.flatMap((box) => SHIFTS.map((shift) => mean(box, shift))));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Boxes of colours that lie near each other: the widest and fullest is cut in the middle until there are enough. */
function split(all: Counted[]): readonly Counted[][] {
  const boxes = [{ box: all, ...spreadOf(all) }];
  while (boxes.length < MOST_COLOURS) {
    boxes.sort((one, other) => other.weight - one.weight);
    const [widest] = boxes;
    if (!widest || widest.weight === 0) break;
    const { box, shift } = widest;
    box.sort(([one], [other]) => part(one, shift) - part(other, shift));
    const middle = (part(box[0]?.[0] ?? 0, shift) + part(box.at(-1)?.[0] ?? 0, shift)) / 2;
    const cut = box.findIndex(([colour]) => part(colour, shift) > middle);
    boxes.splice(0, 1, ...[box.slice(0, cut), box.slice(cut)].map((half) => ({ box: half, ...spreadOf(half) })));
  }
  return boxes.map(({ box }) => box);
}

const part = (colour: number, shift: number): number => (colour >> shift) & 255;

/** Along which part the box is widest, and how much that is seen. */
function spreadOf(box: readonly Counted[]): { shift: number; weight: number } {
  const seen = Math.sqrt(box.reduce((total, [, count]) => total + count, 0));
  const [widest] = SHIFTS.map((shift) => {
    const parts = box.map(([colour]) => part(colour, shift));
    const range =
      parts.reduce((most, one) => Math.max(most, one), 0) - parts.reduce((least, one) => Math.min(least, one), 255);
    return { shift, weight: range * range * seen };
  }).toSorted((one, other) => other.weight - one.weight);
  return widest ?? { shift: 0, weight: 0 };
}

function mean(box: readonly Counted[], shift: number): number {
  const total = box.reduce((sum, [, count]) => sum + count, 0);
  return Math.round(box.reduce((sum, [colour, count]) => sum + part(colour, shift) * count, 0) / total);
}

/** Eight bits a channel, not interlaced: what the browser writes. */
function readPng(png: Buffer): Pixels {
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png.subarray(24, 29).toString("hex")];
  const channels = { "0802000000": 3, "0806000000": 4 }[kind];
  if (channels === undefined) throw new Error(`This picture is of a kind (${kind}) that the browser does not write`);
  const bytes = unfiltered(inflateSync(dataOf(png)), width * channels, channels);
  const colours = Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * channels, 3));
  return { width, height, colours };
}

function dataOf(png: Buffer): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

/** Each row begins with the number of its filter (PNG, chapter 9). */
function unfiltered(rows: Buffer, stride: number, step: number): Buffer {
  const height = rows.length / (stride + 1);
  const plain = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < step ? 0 : (plain[at - step] ?? 0);
      const above = y === 0 ? 0 : (plain[at - stride] ?? 0);
      const corner = x < step || y === 0 ? 0 : (plain[at - stride - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      plain[at] = (rows[at + y + 1] ?? 0) + guess;
    }
  }
  return plain;
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
