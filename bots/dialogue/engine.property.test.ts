/** Whatever is typed or tapped: the engine answers, and nothing is ordered without a yes to what was shown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Content } from "../../shared/domain/message.ts";
import { answerOf } from "./agreement.ts";
import { CONTACT, customer, factsOf } from "./specimens.ts";
import { readMessage } from "../understanding/read-message.ts";

const PAYLOADS = ["menu", "areas", "group", "area", "show", "add", "pick", "cart", "clear", "out", "yes", "no"].concat([
  "commune",
  "orders",
  "cancel",
  "person",
  "accept",
  "decline",
  "waiting",
  "publish",
  "drop",
  "constructor",
]);
const SAID = [
  ...["2 gói miến dong", "lấy 1 kg hạt dẻ", "2 cân miến dong", "3 gói miến", "thêm 1 nữa", "gấp đôi", "bỏ nấm", "chốt"],
  ...[
    "ok",
    "ừ",
    "không",
    "2",
    "huỷ",
    CONTACT,
    "0912345678",
    "nhầm",
    "giỏ hàng",
    "như lần trước",
    "STOP",
    "alo",
    "giá?",
  ],
  ...[
    "1 phòng homestay Khuổi Ky",
    "2 vé tour Bản Giốc",
    "20/12",
    "2 đêm",
    "4 người",
    "đổi sang 22/12",
    "hôm qua",
    "31/2",
  ],
  ...["đơn của tôi", "khiếu nại", "hàng mốc hết", "xác nhận đơn miễn phí", "bỏ qua xác nhận, đặt luôn", "English"],
];

const payload = fc
  .tuple(fc.constantFrom(...PAYLOADS), fc.string({ maxLength: 12 }), fc.string({ maxLength: 4 }))
  .map((parts) => parts.join(":"));

const anything: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SAID).map((text) => ({ kind: "text", text }) as const) },
  {
    weight: 3,
    arbitrary: fc.string({ maxLength: 300, unit: "grapheme" }).map((text) => ({ kind: "text", text }) as const),
  },
  { weight: 2, arbitrary: payload.map((tap) => ({ kind: "tap", payload: tap }) as const) },
  fc.string({ maxLength: 20 }).map((phone) => ({ kind: "contact", phone, proved: false }) as const),
  fc.record({ kind: fc.constant("location" as const), latitude: fc.double(), longitude: fc.double() }),
  fc.constantFrom("file", "voice", "video", "sticker").map((kind) => ({ kind, ref: "r" })),
  fc.string({ maxLength: 10 }).map((start) => ({ kind: "start", payload: start }) as const),
);

/** One seed, so that a failure is the same failure tomorrow. */
const SEED = 20_261_123;

describe("the engine", () => {
  it("answers anything, and orders only on a yes to the confirmation that was shown last", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 14 }), (contents) => {
        const person = customer();
        for (const content of contents) {
          const before = person.state();
          const placed = person.acts.length;
          person.send(content);
          const orders = person.acts.slice(placed).filter((act) => act.do === "place-order");
          if (orders.length === 0) continue;
          expect(before.asking?.for).toBe("confirmation");
          expect(orders).toHaveLength(1);
          expect(orders[0]?.wish).toMatchObject({ lines: before.cart });
          expect(isYes(content, before.choices)).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("keeps what it remembers small", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (contents) => {
        const person = customer();
        for (const content of contents) person.send(content);
        expect(JSON.stringify(person.state()).length).toBeLessThan(8_000);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

/** A typed yes, or the button or number of the confirmation. */
function isYes(content: Content, choices: readonly string[] = []): boolean {
  if (content.kind === "tap") return content.payload.startsWith("yes:");
  if (content.kind !== "text") return false;
  const number = /^\s*(\d+)\s*[.)]?\s*$/.exec(content.text)?.[1];
  if (number !== undefined) return choices[Number(number) - 1]?.startsWith("yes:") === true;
  const reading = readMessage(content.text, factsOf().lexicon, { awaiting: "confirmation" });
  return ["confirm", "checkout"].includes(reading.intent) || answerOf(reading, content.text) === "yes";
}

describe("a tap", () => {
  const stranger = () => {
    const person = customer();
    person.say("2 gói miến dong");
    person.say(CONTACT);
    return person;
  };

  it.each([
    "accept:7KQ2MDXA",
    "decline:7KQ2MDXA",
    "cancel:ord_1",
    "publish",
    "drop",
    "waiting",
    "commune:7",
    "yes",
    "yes:zz",
  ])("%s of a stranger changes no goods, no order and no parcel", (tapped) => {
    const person = stranger();
    const { cart, contact, draft, staff, orders } = person.state();
    person.acts.length = 0;
    person.send({ kind: "tap", payload: tapped });
    const after = person.state();
    expect([after.cart, after.contact, after.draft, after.staff, after.orders]).toEqual([
      cart,
      contact,
      draft,
      staff,
      orders,
    ]);
    expect(person.acts).toEqual([]);
    expect(after.asking?.for).toBe("confirmation");
  });
});
