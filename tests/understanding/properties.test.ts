/** What must hold of any message: accents, case, courtesy and order change nothing; nothing throws; quantities are sane. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage, type ReadItem } from "../../bots/understanding/read-message.ts";
import { fold } from "../../shared/domain/text.ts";
import { corpusEntries, corpusLexicon, messagesOf } from "./score.ts";

// One seed, so that a failure is the same failure tomorrow.
const RUNS = { seed: 20_261_123, numRuns: 200 };

const lexicon = corpusLexicon();

type Good = { readonly product: string; readonly names: readonly string[]; readonly units: readonly string[] };

/** Everything the corpus' shop sells, by every name of two words or more that it gives. */
const GOODS: readonly Good[] = corpusEntries().map(({ id, aliases, units }) => ({
  product: id,
  names: aliases.filter((alias) => alias.includes(" ")),
  // Nights are how long, not how many; "suất" is another word for "vé".
  units: units.map(({ unit }) => unit).filter((unit) => unit !== "đêm" && unit !== "suất"),
}));

type Wish = { readonly said: string; readonly product: string; readonly quantity: number; readonly unit: string };

const wish: fc.Arbitrary<Wish & { readonly name: string }> = fc
  .tuple(fc.constantFrom(...GOODS), fc.integer({ min: 1, max: 9999 }), fc.nat(), fc.nat())
  .map(([{ product, names, units }, quantity, nth, pick]) => {
    const unit = units[pick % units.length] ?? "";
    const name = names[nth % names.length] ?? "";
    return { said: `${String(quantity)} ${unit} ${name}`, name, product, quantity, unit };
  });
const wishes = fc.uniqueArray(wish, { minLength: 1, maxLength: 5, selector: (one) => one.product });

const JOINTS = [", ", " với ", " và ", "\n", " + ", "; "];
const list = (all: readonly Wish[], joint = ", "): string => all.map((one) => one.said).join(joint);
const key = (item: Pick<ReadItem, "product" | "quantity" | "unit">): string =>
  `${item.product ?? "?"} ${String(item.quantity)} ${item.unit ?? "?"}`;
const itemsOf = (text: string): string[] => readMessage(text, lexicon).items.map(key).toSorted();
const expected = (all: readonly Wish[]): string[] => all.map(key).toSorted();

const OPENINGS = [
  "cho mình ",
  "Shop ơi lấy ",
  "em đặt ",
  "lấy giúp chị ",
  "dạ cho con xin ",
  "alo shop, ship cho anh ",
];
const CLOSINGS = ["", " nhé", " nha shop", " ạ", " giúp em với ạ", " nghen", " nhé em, cảm ơn nhiều", " đi em"];

describe("items stay the same", () => {
  it("whatever the courtesy around them", () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(...OPENINGS), fc.constantFrom(...CLOSINGS), (all, open, close) => {
        expect(itemsOf(`${open}${list(all)}${close}`)).toEqual(expected(all));
      }),
      RUNS,
    );
  });

  it("with the accents off", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        expect(itemsOf(fold(`cho mình ${list(all)}`))).toEqual(expected(all));
      }),
      RUNS,
    );
  });

  it("in capitals", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        expect(itemsOf(`lấy ${list(all)} nhé`.toUpperCase())).toEqual(expected(all));
      }),
      RUNS,
    );
  });

  it("however they are joined", () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(...JOINTS), (all, joint) => {
        expect(itemsOf(`em lấy ${list(all, joint)} nhé`)).toEqual(expected(all));
      }),
    );
  });

  it("in any order", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        expect(itemsOf(`cho em ${list(all.toReversed())}`)).toEqual(expected(all));
      }),
      RUNS,
    );
  });

  it("with the amount after the product", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const said = all.map(({ name, quantity, unit }) => `${name} ${String(quantity)} ${unit}`);
        expect(itemsOf(said.join("\n"))).toEqual(expected(all));
      }),
      RUNS,
    );
  });

  it("however the phone is written", () => {
    const forms = [
      (n: string) => `0${n}`,
      (n: string) => `+84${n}`,
      (n: string) => `84${n}`,
      (n: string) => `0084 ${n}`,
      (n: string) => `0${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
      (n: string) => `0${n.slice(0, 2)}.${n.slice(2, 5)}.${n.slice(5)}`,
      (n: string) => `(+84) ${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`,
      (n: string) => Array.from(`0${n}`).join(" "),
    ];
    const national = fc.integer({ min: 30_000_000, max: 39_999_999 }).map((n) => `9${String(n)}`);
    fc.assert(
      fc.property(wishes, national, fc.constantFrom(...forms), (all, number, write) => {
        const reading = readMessage(`cho mình ${list(all)}, sđt ${write(number)}`, lexicon);
        expect([reading.phone, ...reading.items.map(key).toSorted()]).toEqual([`0${number}`, ...expected(all)]);
      }),
      RUNS,
    );
  });
});

const sane = (items: readonly ReadItem[]): boolean =>
  items.every(({ quantity }) => quantity === null || (Number.isFinite(quantity) && quantity > 0 && quantity <= 9999));

describe("any text", () => {
  it("is read without an error, and never with a quantity that cannot be", () => {
    const words = fc.constantFrom("cho", "miến", "dong", "-5", "0", "1e9", "gói", "NaN", "99999", "1/0", "không", "lấy", ",", "kg", "½", "rưỡi", "set", "mỗi", "bỏ", "0912345678", "xã", "à nhầm", "\n", "đổi", "thành", "trà", "hai", "trăm"); // prettier-ignore
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(sane(readMessage(text, lexicon).items)).toBe(true);
      }),
      { ...RUNS, numRuns: 600 },
    );
  });

  it("gives the same reading twice", () => {
    for (const { text } of messagesOf("dev.jsonl"))
      expect(readMessage(text, lexicon)).toEqual(readMessage(text, lexicon));
  });

  it("gives address and name as spans of what was typed", () => {
    for (const { text } of messagesOf("dev.jsonl", "more-tuned.jsonl", "more-untuned.jsonl")) {
      const { address, name } = readMessage(text, lexicon);
      expect([address, name].every((span) => span === null || text.includes(span))).toBe(true);
    }
  });
});
