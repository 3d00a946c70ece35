/** What is to be said, as Zalo takes it: five buttons, 2,000 characters, nothing lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, type Outgoing } from "../../shared/domain/message.ts";
import { ink } from "../../tests/contract/channel-home.ts";
import { type Part, render } from "./render.ts";

const PHOTO = "https://chophien.test/photos/mien.jpg";
const COVER = "https://chophien.test/cover.jpg";
const choices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, place) => ({ label: `Món ${place + 1}`, payload: `show:${place + 1}` }));
const buttonsOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === "text" ? (part.buttons ?? []) : []));
const wordsOf = (part: Part): string =>
  part.kind === "text" ? part.text : part.kind === "image" ? (part.caption ?? "") : "";

describe("choices", () => {
  it("become buttons whose payload bears the mark, up to five", () => {
    expect(render({ text: "Chọn đi ạ", choices: [{ label: "Miến dong", payload: "show:ocop-12" }] })).toEqual([
      {
        kind: "text",
        text: "Chọn đi ạ",
        buttons: [{ type: "oa.query.hide", title: "Miến dong", payload: "#show:ocop-12" }],
      },
    ]);
    expect(buttonsOf(render({ text: "Chọn", choices: choices(5) }))).toHaveLength(5);
  });

  it("of more than five become no buttons, and stay as they are numbered in the text", () => {
    const text = ["Chợ có:", ...choices(7).map(({ label }, place) => `${place + 1}. ${label}: 85.000 đ`)].join("\n");
    expect(render({ text, choices: choices(7) })).toEqual([{ kind: "text", text }]);
  });

  it("of more than five are numbered where the text does not do it", () => {
    const text = "Chợ có:\n1. Món 1: 85.000 đ\n2. Đơn của bạn";
    expect(render({ text, choices: choices(6) })).toEqual([
      { kind: "text", text: `${text}\n2. Món 2\n3. Món 3\n4. Món 4\n5. Món 5\n6. Món 6` },
    ]);
  });

  it("with a long label keep its whole words on the button", () => {
    const label = "Chè Đoỏng Pán thượng hạng ".repeat(6).trim();
    const [button] = buttonsOf(render({ text: "Chọn", choices: [{ label, payload: "yes" }] }));
    expect(button?.title).toBe(`${"Chè Đoỏng Pán thượng hạng ".repeat(3)}Chè Đoỏng Pán thượng…`);
  });

  it("with a payload that Zalo can't carry are refused before anything is sent", () => {
    expect(() => render({ text: "Chọn", choices: [{ label: "Có", payload: "x".repeat(1000) }] })).toThrow(RangeError);
    expect(() => render({ text: "Chọn", choices: [{ label: "Có", payload: "" }] })).toThrow(RangeError);
  });
});

describe("a link", () => {
  const link = { label: "Xem trên trang", url: "https://chophien.test/san-pham/mien-dong" };

  it("is a button below the choices while there is room", () => {
    expect(buttonsOf(render({ text: "Miến", link, choices: choices(4) })).at(-1)).toEqual({
      type: "oa.open.url",
      title: "Xem trên trang",
      url: link.url,
    });
  });

  it("stands in the text where five choices took the room, or where it is no web address", () => {
    expect(render({ text: "Miến", link, choices: choices(5) })[0]).toMatchObject({
      text: `Miến\nXem trên trang: ${link.url}`,
    });
    expect(render({ text: "Gọi", link: { label: "Gọi", url: "tel:+84912345678" } })).toEqual([
      { kind: "text", text: "Gọi\nGọi: tel:+84912345678" },
    ]);
  });

  it("is the only button beside a numbered menu", () => {
    const buttons = buttonsOf(render({ text: "Chợ có:", link, choices: choices(8) }));
    expect(buttons.map(({ type }) => type)).toEqual(["oa.open.url"]);
  });
});

describe("a picture", () => {
  it("bears all the words where there is nothing to press", () => {
    expect(render({ text: "Miến dong\n85.000 đ", photo: PHOTO })).toEqual([
      { kind: "image", url: PHOTO, caption: "Miến dong\n85.000 đ" },
    ]);
  });

  it("bears the first line, and the rest stands above the buttons: Zalo hangs none on a picture", () => {
    const parts = render({ text: "Miến dong\n85.000 đ", photo: PHOTO, choices: choices(1) });
    expect(parts).toEqual([
      { kind: "image", url: PHOTO, caption: "Miến dong" },
      { kind: "text", text: "85.000 đ", buttons: [{ type: "oa.query.hide", title: "Món 1", payload: "#show:1" }] },
    ]);
  });

  it("is left out where Zalo could not fetch it, but for a simulator on this machine", () => {
    const message = { text: "Miến", photo: "http://localhost:3000/photos/mien.jpg" };
    expect(render(message)).toEqual([{ kind: "text", text: "Miến" }]);
    expect(render(message, { plainHttp: true })[0]).toMatchObject({ kind: "image", url: message.photo });
    expect(render({ ...message, photo: "/photos/mien.jpg" }, { plainHttp: true })).toHaveLength(1);
  });
});

describe("asking for a contact", () => {
  it("is a card after the words, where there is a picture for it", () => {
    const message: Outgoing = { text: "Cho mình xin số điện thoại", ask: "contact" };
    expect(render(message, { cover: COVER }).map(({ kind }) => kind)).toEqual(["text", "ask-contact"]);
    expect(render(message).map(({ kind }) => kind)).toEqual(["text"]);
  });
});

describe("every message", () => {
  const text = fc
    .array(
      fc.oneof(fc.string({ unit: "grapheme", maxLength: 900 }), fc.constantFrom("\n", " ", "ế", "e\u0302\u0301", "👨‍👩‍👧‍👦")),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => `Dạ${pieces.join("")}`);
  const label = fc.string({ unit: "grapheme", maxLength: 200 }).map((some) => `Món ${some}`);
  const choice = fc.record({ label, payload: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 999 }) });
  const message: fc.Arbitrary<Outgoing> = fc.record(
    {
      text,
      photo: fc.constantFrom(PHOTO, "not an address"),
      choices: fc.array(choice, { maxLength: 9 }),
      link: fc.constant({ label: "Xem", url: "https://chophien.test/a" }),
      ask: fc.constant("contact" as const),
    },
    { requiredKeys: ["text"] },
  );

  it("stays within the limits, keeps all it says in order, and has its buttons on the last text", () => {
    fc.assert(
      fc.property(message, (given) => {
        const parts = render(given, { cover: COVER });
        expect(parts.filter((part) => wordsOf(part).normalize("NFC").length > 2000)).toEqual([]);
        expect(ink(parts.map(wordsOf).join(""))).toContain(ink(given.text));
        const buttons = buttonsOf(parts);
        expect(buttons.length).toBeLessThanOrEqual(5);
        expect(buttons.filter(({ title }) => title.normalize("NFC").length > 100)).toEqual([]);
        const texts = parts.filter((part) => part.kind === "text");
        expect(texts.slice(0, -1).filter((part) => part.buttons)).toEqual([]);
      }),
      { seed: 2311, numRuns: 300 },
    );
  });

  it("offers every choice, on a button or by its number", () => {
    fc.assert(
      fc.property(message, (given) => {
        const parts = render(given);
        const taps = buttonsOf(parts).filter(({ type }) => type === "oa.query.hide");
        const lines = ink(parts.map(wordsOf).join(""));
        const hidden = (given.choices ?? []).filter(
          (one, place) => taps.length === 0 && !lines.includes(ink(`${place + 1}. ${one.label}`)),
        );
        expect(hidden).toEqual([]);
      }),
      { seed: 2311, numRuns: 300 },
    );
  });

  it("that says nothing is refused", () => {
    expect(() => render({ text: " \n\u200b" })).toThrow(RangeError);
  });
});
