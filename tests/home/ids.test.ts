/** Ids and codes: their shape, and that no letter is likelier than another. */
import { describe, expect, it } from "vitest";
import { letters, systemIds } from "../../shared/adapters/system/ids.ts";
import { CODE_ALPHABET, parseCode } from "../../shared/domain/ids.ts";
import { seededIds } from "../fakes/ids.ts";

describe.each([
  ["from the system", () => systemIds],
  ["from a seed", () => seededIds(7)],
])("ids %s", (_name, open) => {
  it("carry a prefix and 130 bits in base 32", () => {
    expect(open().random("ord")).toMatch(/^ord_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it("are not given twice", () => {
    const ids = open();
    const given = Array.from({ length: 2000 }, (_, n) => (n % 2 ? ids.random("x") : ids.code()));
    expect(new Set(given).size).toBe(given.length);
  });

  it("come with codes that people can read back", () => {
    const code = open().code();
    expect(parseCode(code.toLowerCase())).toBe(code);
  });
});

it("gives every letter of the code alphabet the same weight", () => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, n) => n);
  const text = letters(CODE_ALPHABET, 240, () => everyByte);
  const counts = Array.from(CODE_ALPHABET, (letter) => text.split(letter).length - 1);
  expect(counts).toEqual(counts.map(() => 8));
});

it("repeats itself under the same seed alone", () => {
  expect(seededIds(3).random("ord")).toBe(seededIds(3).random("ord"));
  expect(seededIds(3).random("ord")).not.toBe(seededIds(4).random("ord"));
});
