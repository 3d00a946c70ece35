/** What is said, as calls of the Bot API. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isVisible, splitText } from "../../shared/domain/split-text.ts";
import { isPublic, render } from "./render.ts";

const choice = (label: string) => ({ label, payload: label });

describe("render", () => {
  it("puts two short labels side by side, a long one alone, and the link last", () => {
    const labels = ["Có", "Không", "Xem", "Miến dong Tân Việt Á, gói 500 g", "Thôi"];
    const [part] = render({
      text: "Chọn ạ",
      choices: labels.map(choice),
      link: { label: "Trang", url: "https://a.vn/x" },
    });
    expect(part?.markup).toEqual({
      inline_keyboard: [
        [
          { text: "Có", callback_data: "Có" },
          { text: "Không", callback_data: "Không" },
        ],
        [{ text: "Xem", callback_data: "Xem" }],
        [{ text: "Miến dong Tân Việt Á, gói 500 g", callback_data: "Miến dong Tân Việt Á, gói 500 g" }],
        [{ text: "Thôi", callback_data: "Thôi" }],
        [{ text: "Trang", url: "https://a.vn/x" }],
      ],
    });
  });

  it("sends the picture first and alone when the text is too long for a caption", () => {
    const text = "Miến dong. ".repeat(100).trim();
    expect(render({ text, photo: "https://a.vn/a.jpg", choices: [choice("Mua")] })).toEqual([
      { method: "sendPhoto", photo: "https://a.vn/a.jpg" },
      { method: "sendMessage", text, markup: { inline_keyboard: [[{ text: "Mua", callback_data: "Mua" }]] } },
    ]);
  });

  it("writes the link out beside a contact button, where it has no place", () => {
    const [part] = render({ text: "Số của bạn?", ask: "contact", link: { label: "Riêng tư", url: "https://a.vn/r" } });
    expect(part).toMatchObject({ text: "Số của bạn?\n\nRiêng tư: https://a.vn/r" });
  });

  it.each([
    ["a payload of 65 bytes", { text: "x", choices: [{ label: "A", payload: "ế".repeat(21) + "ab" }] }],
    ["an empty payload", { text: "x", choices: [{ label: "A", payload: "" }] }],
    ["a label that can't be seen", { text: "x", choices: [{ label: " ", payload: "a" }] }],
    ["a hundred choices", { text: "x", choices: Array.from({ length: 100 }, () => choice("A")) }],
    ["a text that can't be seen", { text: " \n" }],
  ])("throws at once for %s", (_, message) => {
    expect(() => render(message)).toThrow(RangeError);
  });

  it.each([
    ["https://ocop.example.vn/a", true],
    ["http://ocop.example.vn", true],
    ["http://localhost:3000/a", false],
    ["http://127.0.0.1:3000/a", false],
    ["http://192.168.1.7/a", false],
    ["http://172.20.0.1/a", false],
    ["http://[::1]/a", false],
    ["http://may-chu/a", false],
    ["http://shop.local/a", false],
    ["tel:0912345678", false],
    ["/san-pham/mien", false],
  ])("knows whether Telegram can reach %s: %s", (address, reachable) => {
    expect(isPublic(address)).toBe(reachable);
  });
});

describe("splitText", () => {
  it("keeps a short text as it is, and cuts a long one at its lines", () => {
    expect(splitText("một\nhai\nba", 40)).toEqual(["một\nhai\nba"]);
    expect(splitText("một\nhai\nba", 7)).toEqual(["một\nhai", "ba"]);
    expect(splitText("một hai ba", 7)).toEqual(["một hai", "ba"]);
    expect(splitText("mộthaiba", 3)).toEqual(["một", "hai", "ba"]);
  });

  it("keeps what people see as one letter in one piece", () => {
    expect(splitText("👨‍👩‍👧👨‍👩‍👧", 10)).toEqual(["👨‍👩‍👧", "👨‍👩‍👧"]);
    expect(splitText("aaa🇻🇳", 4)).toEqual(["aaa", "🇻🇳"]);
  });

  it("loses nothing that can be seen, and keeps every limit", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("\n", " ", "ế", "👨‍👩‍👧", "\ud83d"), fc.string()),
      maxLength: 300,
    });
    const visible = (said: string) => said.toWellFormed().replaceAll(/[\s\p{Cc}\p{Cf}\u2800]/gu, "");
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 50 }), (said, limit) => {
        const pieces = splitText(said, limit);
        expect(visible(pieces.join(""))).toBe(visible(said));
        expect(pieces.filter((piece) => piece.length > limit || !isVisible(piece) || !piece.isWellFormed())).toEqual(
          [],
        );
      }),
      { seed: 2311, numRuns: 1000 },
    );
  });
});
