/** What every channel promises about what it says: it arrives whole, and inside the provider's limits. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Outgoing } from "../../shared/domain/message.ts";
import { type ChannelLimits } from "../../shared/ports/channel.ts";
import { type SeenMessage } from "../../shared/ports/simulator.ts";
import { API_ROOT, type ChannelUnderTest, fromUs, ink, openHome, promise, textsOf } from "./channel-home.ts";

const CHAT = "900001";

export function textPromises(entry: ChannelUnderTest): void {
  describe("what it says", () => {
    longTextPromises(entry);
    limitPromises(entry);
  });
}

function longTextPromises(entry: ChannelUnderTest): void {
  const { limits } = entry.manifest;

  it("arrives whole when it is over-long, cut between lines and never inside one", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    const lines = Array.from({ length: 400 }, (_, place) => `${place + 1}. Miến dong Tân Việt Á, 2 gói × 85.000 đ`);
    const sent = await home.channel.send(CHAT, { text: lines.join("\n") });
    expect(sent).toMatchObject({ outcome: "sent", parts: fromUs(person).length });
    expect(textsOf(person).flatMap((text) => text.split("\n"))).toEqual(lines);
    expect(textsOf(person).filter((text) => text.length > limits.text)).toEqual([]);
  });

  it("is cut between words where a line is too long, and between whole emoji where a word is", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    const words = Array.from({ length: limits.text / 4 }, (_, place) => `hạt-dẻ-${place}`);
    const families = Array.from({ length: limits.text / 4 }, () => "👨‍👩‍👧‍👦");
    await home.channel.send(CHAT, { text: words.join(" ") });
    expect(textsOf(person).flatMap((text) => text.split(" "))).toEqual(words);
    const before = textsOf(person).length;
    await home.channel.send(CHAT, { text: families.join("") });
    const rest = textsOf(person)
      .slice(before)
      .map((text) => text.replaceAll("👨‍👩‍👧‍👦", ""));
    expect(rest).toEqual(rest.map(() => ""));
  });

  it("keeps what can be chosen on the last part of a long text", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    const text = Array.from({ length: 400 }, () => "Trà Giảo cổ lam, hộp 20 túi lọc").join("\n");
    await home.channel.send(CHAT, { text, choices: [{ label: "Đặt hàng", payload: "order" }] });
    const offered = fromUs(person).map((message) => offeredBy(message, limits));
    expect(offered.length).toBeGreaterThan(1);
    expect(offered).toEqual(offered.map((_, place) => (place === offered.length - 1 ? ["Đặt hàng"] : [])));
  });
}

/** Labels on buttons; where a channel has none, those that the text numbers. */
const offeredBy = ({ buttons, text }: SeenMessage, limits: ChannelLimits): readonly string[] =>
  limits.buttons > 0
    ? buttons.map(({ label }) => label)
    : Array.from(text.matchAll(/^[^\d\n]*1[.:] (.*)$/gm), ([, label = ""]) => label);

function limitPromises(entry: ChannelUnderTest): void {
  const { limits } = entry.manifest;

  it("stays inside the manifest's limits and loses nothing, whatever is written", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    await fc.assert(
      fc.asyncProperty(outgoing(entry), async (message) => {
        const before = fromUs(person).length;
        expect(await home.channel.send(CHAT, message)).toMatchObject({ outcome: "sent" });
        const seen = fromUs(person).slice(before);
        expect(seen.filter(({ text }) => text.length > limits.text)).toEqual([]);
        expect(seen.filter(({ photo, text }) => photo && text.length > limits.caption)).toEqual([]);
        expect(ink(seen.map(({ text }) => text).join(""))).toContain(ink(message.text));
        const buttons = seen.map((one) => one.buttons);
        expect(buttons.filter(({ length }) => length > limits.buttons)).toEqual([]);
        expect(buttons.flat().filter(({ label }) => label.length > limits.buttonTitle)).toEqual([]);
        expect(buttons.flat().filter(({ payload = "" }) => Buffer.byteLength(payload) > limits.payloadBytes)).toEqual(
          [],
        );
      }),
      { seed: 2311, numRuns: 200 },
    );
  });

  for (const { limit, taken } of entry.breaches) {
    it(`is refused by the simulator where it is over the limit of ${limit}, so that the tests mean something`, async () => {
      const home = openHome(entry);
      const person = await home.person(CHAT);
      const call: typeof fetch = (input, init) => home.simulator.handle(new Request(input, init));
      expect(await taken(call, API_ROOT, home.simulator.settings, CHAT)).toBe(false);
      expect(fromUs(person)).toEqual([]);
    });
  }

  promise(entry, "breaches", "has a breach of the limit of text, at least, for its simulator to refuse", () => {
    expect(entry.breaches.map(({ limit }) => limit)).toContain("text");
    return Promise.resolve();
  });
}

/** Vietnamese, emoji of several code points, halves of pairs, blanks and lines, up to three times the limit. */
function texts(limit: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      "Miến dong Tân Việt Á ",
      "ừ",
      "Đặt 2 gói\n",
      "\n\n",
      "   ",
      "👨‍👩‍👧‍👦",
      "🇻🇳",
      "ế",
      "e\u0302\u0301",
      "<b>&amp;",
    ),
    fc.constantFrom("\ud83d", "\udc68", "\u0000", "\u200d", "\u202e", "_*[`"),
    fc.string({ unit: "grapheme" }),
  );
  const long = fc
    .tuple(piece, fc.integer({ min: 1, max: Math.ceil(limit / 2) }))
    .map(([unit, times]) => unit.repeat(times));
  return fc.array(fc.oneof({ weight: 9, arbitrary: piece }, long), { maxLength: 12 }).map((pieces) => {
    const text = pieces.join("").slice(0, limit * 3);
    return `Dạ${text}`;
  });
}

function outgoing({ manifest: { limits } }: ChannelUnderTest): fc.Arbitrary<Outgoing> {
  const label = fc.constantFrom(
    "1",
    "Có",
    "Miến dong Tân Việt Á, gói 500 g",
    "Chè Đoỏng Pán thượng hạng ".repeat(4).trim(),
  );
  const payload = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: limits.payloadBytes || 64 });
  const choices = fc.array(fc.record({ label, payload }), { maxLength: 12 });
  const link = fc.constant({ label: "Xem trên trang", url: "https://chophien.test/san-pham/mien-dong" });
  const photo = fc.constant("https://chophien.test/photos/mien.jpg");
  return fc.record({ text: texts(limits.text), choices, link, photo }, { requiredKeys: ["text"] });
}
