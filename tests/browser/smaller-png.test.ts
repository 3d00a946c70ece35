import { deflateSync, inflateSync, crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { smallerPng } from "./smaller-png.ts";

const WIDTH = 3;
/** Five rows of three colours each. */
const COLOURS = [
  [0x102030, 0xffffff, 0x000000],
  [0x123456, 0x102030, 0xfedcba],
  [0xffffff, 0x000000, 0x808080],
  [0x7f0001, 0x0102ff, 0x102030],
  [0xc9822a, 0xb23a30, 0x232b5c],
];

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

const bytesOf = (row: readonly number[]): number[] =>
  row.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  return [a, b, c].toSorted((one, other) => Math.abs(p - one) - Math.abs(p - other))[0] ?? 0;
}

/** A picture of true colour whose row `y` is filtered by the filter `y`: each of the five is met. */
function pngOf(rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const plain = rows.map(bytesOf);
  const filtered = plain.flatMap((row, y) => [
    y,
    ...row.map((byte, x) => {
      const [left, above, corner] = [row[x - 3] ?? 0, plain[y - 1]?.[x] ?? 0, plain[y - 1]?.[x - 3] ?? 0];
      const guess = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, corner)][y] ?? 0;
      return (byte - guess) & 255;
    }),
  ]);
  const data = deflateSync(Buffer.from(filtered));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    // In two pieces, as large pictures have it.
    chunk("IDAT", data.subarray(0, 7)),
    chunk("IDAT", data.subarray(7)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const chunkOf = (png: Buffer, type: string): Buffer => {
  const at = png.indexOf(type, 0, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
};

function coloursOf(png: Buffer): number[][] {
  const palette = chunkOf(png, "PLTE");
  const rows = inflateSync(chunkOf(png, "IDAT"));
  return Array.from({ length: rows.length / (WIDTH + 1) }, (_, y) =>
    Array.from({ length: WIDTH }, (__, x) => palette.readUIntBE((rows[y * (WIDTH + 1) + x + 1] ?? 0) * 3, 3)),
  );
}

describe("a smaller picture", () => {
  it("keeps every colour where there are few, whichever filters the browser chose", () => {
    expect(coloursOf(smallerPng(pngOf(COLOURS)))).toEqual(COLOURS);
  });

  it("is refused where it is not what a browser writes", () => {
    const grey = Buffer.from(pngOf(COLOURS));
    grey[25] = 0;
    expect(() => smallerPng(grey)).toThrow("of a kind (0800000000)");
  });
});
