/** How fast a message is read: `npm run bench -- understanding`, or this file run by itself. */
import { readFileSync } from "node:fs";
import { buildLexicon, type CatalogueEntry, type Lexicon, readMessage } from "../../bots/understanding/read-message.ts";
import { entriesOf } from "../../local/commands/understand.ts";
import { quantile, round, type Row } from "./row.ts";

const corpus = new URL("../understanding/", import.meta.url);
const ROUNDS = 5;
const LONG = 10_000;

const catalogue = (): CatalogueEntry[] =>
  entriesOf(JSON.parse(readFileSync(new URL("catalogue.json", corpus), "utf8")));

const messages = (): string[] =>
  ["dev.jsonl", "more-tuned.jsonl", "more-untuned.jsonl"]
    .flatMap((file) => readFileSync(new URL(file, corpus), "utf8").trim().split("\n"))
    .map((line) => (JSON.parse(line) as { text: string }).text);

const SYLLABLES =
  "miến trà rượu gạo bánh măng nấm thịt mật chè hương đường lạc dao khăn túi vịt cá gà ngô sen đen đỏ trắng vàng xanh rừng núi suối bản làng nương khô tươi ngọt đắng thơm dẻo giòn cay chua hun khói gác bếp men lá quả hạt củ bột viên tinh dầu giấm tương mơ mận lê quýt cam hồi quế sở trúc thạch nếp tẻ khoai sắn đậu vừng";

/** A market of invented names: three to five syllables each, so that heads are shared by hundreds. */
export function manyProducts(count: number): CatalogueEntry[] {
  const syllables = SYLLABLES.split(" ");
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, n): CatalogueEntry => {
    const name = Array.from({ length: 3 + next(3) }, () => syllables[next(syllables.length)] ?? "miến").join(" ");
    return {
      id: `p-${String(n)}`,
      name,
      aliases: [],
      units: [{ unit: ["gói", "kg", "hộp", "chai"][next(4)] ?? "gói" }],
    };
  });
}

/** Milliseconds of each message, after one round to warm up. */
function times(lexicon: Lexicon, texts: readonly string[]): number[] {
  for (const text of texts) readMessage(text, lexicon);
  return Array.from({ length: ROUNDS }, () => texts)
    .flat()
    .map((text) => {
      const began = performance.now();
      readMessage(text, lexicon);
      return performance.now() - began;
    });
}

function row(what: string, products: number, measured: readonly number[]): Row {
  return {
    what,
    products,
    readings: measured.length,
    "p50 ms": round(quantile(measured, 0.5)),
    "p99 ms": round(quantile(measured, 0.99)),
    "max ms": round(Math.max(...measured)),
  };
}

/** Ten thousand characters of ordinary messages, and of the worst: one word, digits, open brackets. */
export function longTexts(texts: readonly string[]): Readonly<Record<string, string>> {
  return {
    "10,000 characters of orders": texts.join(". ").slice(0, LONG),
    "10,000 characters of one word": "miến ".repeat(LONG / 5),
    "10,000 characters of refusals": "không lấy ".repeat(LONG / 10),
    "10,000 characters of addresses": "xã Lương ".repeat(LONG / 9),
    "10,000 digits": "0912345678 ".repeat(LONG / 11),
    "10,000 characters without a space": "a".repeat(LONG),
  };
}

export default function bench(): Promise<readonly Row[]> {
  const texts = messages();
  const small = buildLexicon(catalogue());
  const began = performance.now();
  const large = buildLexicon([...catalogue(), ...manyProducts(10_000 - 40)]);
  const built = performance.now() - began;
  const rows = [row("a message", 40, times(small, texts)), row("a message", 10_000, times(large, texts))];
  for (const [what, text] of Object.entries(longTexts(texts))) rows.push(row(what, 40, times(small, [text])));
  rows.push(row("building the lexicon", 10_000, [built]));
  return Promise.resolve(rows);
}

if (process.argv[1] === import.meta.filename) console.table(await bench());
