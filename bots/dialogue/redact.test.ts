/** What leaves the house says nothing of who wrote it. */
import { describe, expect, it } from "vitest";
import { MOST_WORDS, redact } from "./redact.ts";
import { factsOf } from "./specimens.ts";

const { lexicon } = factsOf();
const of = (words: string): string => redact(words, lexicon, { contact: {} });

describe("a phone", () => {
  it.each([
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "0912-345-678",
    "+84 912 345 678",
    "(+84)912345678",
    "84912345678",
    "o912345678",
    "O912 345 678",
    "0 9 1 2 3 4 5 6 7 8",
    "0912345678",
    "0\u200b9\u200b1\u200b2\u200b345678",
    "0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "0912/345/678",
    "0912_345_678",
    "không chín một hai ba bốn năm sáu bảy tám",
    "zero nine one two three four five six seven eight",
  ])("written %s is a mark", (phone) => {
    expect(of(`zxcvb ${phone} qwrtp`)).not.toMatch(/\d|chín|nine/);
  });
});

it.each([
  ["thư tới mai.le@example.vn nhé", "mai.le"],
  ["thư tới mai (at) example (dot) vn", "example"],
  ["stk 19034567891234 ngân hàng", "19034567891234"],
  ["cccd 004 195 001 234", "195"],
  ["đơn K7Q2M9XP đâu", "K7Q2M9XP"],
  ["đơn ord_8f3k2m9x7q đâu", "8f3k2m9x7q"],
  ["xem https://example.vn/a?b=1 đi", "example"],
  ["nhắn @maile123 nhé", "maile123"],
  ["của Nguyễn Thị Mai đó", "Nguyễn"],
  ["gửi chị Hoa giúp", "Hoa"],
  ["tên Bình nhé", "Bình"],
  ["giao số 25 Hoàng Đình Giong, phường Thục Phán", "Giong"],
  ["giao số 25 Hoàng Đình Giong, phường Thục Phán", "Thục Phán"],
  ["ngõ 12 tổ 5 sông hiến nha", "sông hiến"],
  ["xóm Bản Viết, xã Phong Châu", "Phong Châu"],
])("of “%s”, “%s” does not leave", (words, secret) => {
  expect(of(words)).not.toContain(secret);
});

it("hides what is known of the person however they write it again", () => {
  const contact = { name: "Tuyết", phone: "0912345678", address: "Bản Giốc, Đàm Thủy" };
  const words = redact("tuyết đây, bản giốc, đàm thủy, zxcvb Bông", lexicon, { contact, profileName: "Bông" });
  expect(words).toBe("[NAME] đây, [ADDRESS], zxcvb [NAME]");
});

it("leaves the goods and their numbers", () => {
  expect(of("zxcvb 2 gói miến dong 500g với 1,5 kg hạt dẻ, đường phên 3 gói")).toBe(
    "zxcvb 2 gói miến dong 500g với 1,5 kg hạt dẻ, đường phên 3 gói",
  );
});

it("lets out 500 characters of any message, and no half of a phone at the cut", () => {
  const words = of(`${"z".repeat(MOST_WORDS - 5)} 0912345678`);
  expect([Array.from(words).length <= MOST_WORDS, /\d/.test(words)]).toEqual([true, false]);
  expect(Array.from(of("ă".repeat(20_000))).length).toBe(MOST_WORDS);
});
