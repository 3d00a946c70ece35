/** What must hold of any message: accents, case, courtesy and order change nothing; nothing throws; quantities are sane. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage, type ReadItem } from "../../bots/understanding/read-message.ts";
import { fold } from "../../shared/domain/text.ts";
import { corpusLexicon, messagesOf } from "./score.ts";

// One seed, so that a failure is the same failure tomorrow.
const RUNS = { seed: 20_261_123, numRuns: 200 };

const lexicon = corpusLexicon();

const GOODS = [
  ["miến dong", "mien-dong", ["gói", "kg", "thùng"]],
  ["nấm hương", "nam-huong", ["gói", "kg"]],
  ["trà Kolia", "tra-kolia", ["hộp", "gói"]],
  ["hạt dẻ", "hat-de-trung-khanh", ["kg", "túi"]],
  ["măng ớt", "mang-ot", ["lọ"]],
  ["rượu ngô", "ruou-ngo", ["chai", "lít"]],
  ["lạp sườn", "lap-suon-hun-khoi", ["kg", "gói"]],
  ["bánh khảo", "banh-khao", ["hộp", "phong"]],
  ["đường phên", "duong-phen", ["gói", "kg"]],
  ["mật ong rừng", "mat-ong-rung", ["chai", "lít"]],
  ["chè đắng", "che-dang", ["hộp", "gói"]],
  ["lá mác mật", "la-mac-mat-kho", ["gói"]],
] as const;

type Wish = { readonly said: string; readonly product: string; readonly quantity: number; readonly unit: string };

const wish: fc.Arbitrary<Wish> = fc
  .tuple(fc.constantFrom(...GOODS), fc.integer({ min: 1, max: 60 }), fc.nat())
  .map(([[name, product, units], quantity, pick]) => {
    const unit = units[pick % units.length] ?? units[0];
    return { said: `${String(quantity)} ${unit} ${name}`, product, quantity, unit };
  });
const wishes = fc.uniqueArray(wish, { minLength: 1, maxLength: 5, selector: (one) => one.product });

const list = (all: readonly Wish[]): string => all.map((one) => one.said).join(", ");
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
        const said = all.map((one) => `${one.said.split(" ").slice(2).join(" ")} ${String(one.quantity)} ${one.unit}`);
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
