import { describe, expect, it } from "vitest";
import { BANKS } from "./banks.ts";
import { type Vnd, vnd } from "./money.ts";
import { brokenVietqr, checksum, isMemo, type Transfer, vietqr } from "./vietqr.ts";

const ACB = { bin: "970416", number: "257678859" };

describe("the text of a VietQR", () => {
  it.each<[what: string, transfer: Transfer, text: string]>([
    [
      "an account alone",
      ACB,
      "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
    ],
    [
      "an amount and a memo",
      { ...ACB, amount: vnd(10_000), memo: "Chuyen tien" },
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
    ],
    [
      "another amount and memo",
      { ...ACB, amount: vnd(999_999), memo: "Cam on nhe" },
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454069999995802VN62140810Cam on nhe6304E786",
    ],
    [
      "an account with letters",
      { bin: "970454", number: "99ZP24009M07248267" },
      "00020101021138620010A00000072701320006970454011899ZP24009M072482670208QRIBFTTA53037045802VN6304073C",
    ],
  ])("is the published one of %s", (_, transfer, text) => {
    expect(vietqr(transfer)).toBe(text);
  });

  it.each<[what: string, transfer: Transfer]>([
    ["a bank that is no number", { ...ACB, bin: "ACB" }],
    ["an account with signs", { ...ACB, number: "2576-78859" }],
    ["an account without digits", { ...ACB, number: "" }],
    ["nothing to pay", { ...ACB, amount: vnd(0) }],
    ["less than nothing", { ...ACB, amount: -5 as Vnd }],
    ["a memo with accents", { ...ACB, memo: "Chuyển tiền" }],
    ["a memo that banks would cut", { ...ACB, memo: "A".repeat(26) }],
    ["an empty memo", { ...ACB, memo: "" }],
  ])("is never made of %s", (_, transfer) => {
    expect(() => vietqr(transfer)).toThrow(RangeError);
  });

  it("is refused by its checksum where it was broken on purpose, and differs in nothing else", () => {
    const transfer = { ...ACB, amount: vnd(10_000), memo: "K7Q2M4XZ" };
    const [whole, broken] = [vietqr(transfer), brokenVietqr(transfer)];
    expect(broken.slice(0, -4)).toBe(whole.slice(0, -4));
    expect(checksum(whole.slice(0, -4))).toBe(whole.slice(-4));
    expect(checksum(broken.slice(0, -4))).not.toBe(broken.slice(-4));
  });
});

it("has the published check value of its checksum", () => {
  expect(checksum("123456789")).toBe("29B1");
});

it("takes a memo of exactly as many letters as banks keep", () => {
  expect([isMemo("A".repeat(25)), isMemo("A".repeat(26)), isMemo("K7Q2M4XZ")]).toEqual([true, false, true]);
});

it("knows every bank by six digits and a name", () => {
  const wrong = Object.entries(BANKS).filter(([bin, name]) => !/^\d{6}$/.test(bin) || name === "");
  expect(wrong).toEqual([]);
  expect(Object.keys(BANKS).length).toBeGreaterThan(50);
});
