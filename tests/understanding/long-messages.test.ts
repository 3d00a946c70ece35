/** A message four times as long costs about four times as much, whatever it is made of: somebody will send a wall of anything. */
import { describe, expect, it } from "vitest";
import { readMessage } from "../../bots/understanding/read-message.ts";
import { corpusLexicon, messagesOf } from "./score.ts";

const lexicon = corpusLexicon();
const orders = messagesOf("dev.jsonl")
  .map(({ text }) => text)
  .join(". ");

const MADE_OF: Readonly<Record<string, string>> = {
  "orders of all kinds": orders,
  "one product": "miến dong ",
  "one head word": "miến ",
  "one order": "2 gói miến dong, ",
  "a word of refusal": "không ",
  "second thoughts": "à nhầm 2 gói ",
  swaps: "đổi miến dong thành miến khoai ",
  phones: "0912345678 ",
  digits: "1",
  "digits with spaces": "1 ",
  "one letter": "a",
  "words without a space": "miếndong",
  pictures: "🌰",
  commas: ",",
  lines: "\n",
  brackets: "<",
  addresses: "xã Đàm Thủy ",
  "house numbers": "số 12 ngõ 5, ",
  names: "Nguyễn Văn An ",
  "marks over letters": "a\u0301\u0301",
  "nothing to see": "\u200b",
};

const ofLength = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time of this thread for one reading, the least of several. */
function cost(text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const before = process.threadCpuUsage();
    readMessage(text, lexicon);
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

/** Four times as long costs four times as much where the cost is linear, and sixteen times where each pair counts. */
const BETWEEN = 8;

describe("a message of 20,000 characters", () => {
  const ordinary = cost(ofLength(orders, 5_000));

  it.each(Object.keys(MADE_OF))("costs about four times one of 5,000: %s", (name) => {
    const piece = MADE_OF[name] ?? "";
    const [quarter, whole] = [cost(ofLength(piece, 5_000)), cost(ofLength(piece, 20_000))];
    // What costs next to nothing is measured against the cost of ordinary orders.
    expect(whole / Math.max(quarter, ordinary / 4)).toBeLessThanOrEqual(BETWEEN);
  });

  it("is read to its end", () => {
    const { items } = readMessage(`${ofLength("trời đẹp quá. ", 20_000)} lấy 2 gói miến dong`, lexicon);
    expect(items).toEqual([{ product: "mien-dong", quantity: 2, unit: "gói" }]);
  });
});
