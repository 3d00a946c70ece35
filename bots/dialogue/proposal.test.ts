/** What a model makes of a message is asked back, and nothing comes of it without the customer's own yes. */
import { describe, expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Content } from "../../shared/domain/message.ts";
import { customer, CONTACT, factsOf, type PretendModel } from "./specimens.ts";
import { initialState, type ProposedItem } from "./state.ts";
import { type Proposed } from "./step.ts";

const GIBBERISH = "qwrtp zxcvb";
const greeted = { ...initialState(), greeted: true } as const;

const item = (product: string, quantity: number | null, unit: string | null): ProposedItem => ({
  product: product as ProductId,
  quantity,
  unit,
});

const order = (...items: readonly ProposedItem[]): Proposed => ({ intent: "order", items });

function meeting(proposed: Proposed, begin = greeted) {
  const asked: Parameters<PretendModel>[0][] = [];
  const buyer = customer(factsOf(), begin, (wish) => {
    asked.push(wish);
    return proposed;
  });
  return {
    say: (words: string) => buyer.say(words),
    send: (content: Content) => buyer.send(content),
    state: () => buyer.state(),
    acts: buyer.acts,
    asked,
  };
}

const MIEN = order(item("mien-dong", 2, "gói"));

describe("a proposal of goods", () => {
  it("is a question, and the cart stays as it was", () => {
    const { say, state, acts } = meeting(MIEN);
    expect(say(GIBBERISH)).toEqual(["Mình chưa chắc đã hiểu. Ý bạn là 2 gói Miến dong phải không ạ?"]);
    expect([state().cart, acts]).toEqual([[], []]);
  });

  it.each(["ừ", "đúng rồi", "1", "yes"])("goes into the cart by “%s”", (yes) => {
    const { say, state, acts } = meeting(MIEN);
    say(GIBBERISH);
    say(yes);
    expect(state().cart).toEqual([{ product: "mien-dong", unit: "gói", quantity: 2 }]);
    expect(acts).toEqual([]);
  });

  it.each(["không", "2", "không phải"])("is forgotten by “%s”", (no) => {
    const { say, state } = meeting(MIEN);
    say(GIBBERISH);
    say(no);
    expect([state().cart, state().asking]).toEqual([[], undefined]);
  });

  it("gives way to what the customer says instead", () => {
    const { say, state } = meeting(MIEN);
    say(GIBBERISH);
    say("cho 3 gói nấm hương");
    expect(state().cart).toEqual([{ product: "nam-huong", unit: "gói", quantity: 3 }]);
  });

  it("is taken by its own button, not by one of another question", () => {
    const { say, send, state } = meeting(MIEN);
    say(GIBBERISH);
    const [yes = ""] = state().choices ?? [];
    send({ kind: "tap", payload: "yes" });
    expect(state().cart).toEqual([]);
    say("không");
    send({ kind: "tap", payload: yes });
    expect(state().cart).toEqual([]);
  });

  it("asks for the number where none was said", () => {
    const { say, state } = meeting(order(item("mien-dong", null, null)));
    expect(say(GIBBERISH)).toEqual(["Mình chưa chắc đã hiểu. Ý bạn là Miến dong phải không ạ?"]);
    say("ừ");
    expect([state().cart, state().asking?.for]).toEqual([[], "quantity"]);
  });

  it("still needs the order's own confirmation, with the catalogue's prices", () => {
    const { say, acts } = meeting(MIEN);
    say(GIBBERISH);
    say("ừ");
    expect(say(CONTACT).join("\n")).toContain("Miến dong: 2 gói × 45.000 đ = 90.000 đ");
    // Their own phone is noted, as ever; the order waits for one more yes.
    expect(acts.map((act) => act.do)).toEqual(["capture-lead"]);
    say("ừ");
    expect(acts.map((act) => act.do)).toEqual(["capture-lead", "place-order", "withdraw-leads"]);
  });

  it("is worded in the language of the conversation", () => {
    const { say } = meeting(MIEN, { ...greeted, language: "en", spoken: true });
    expect(say(GIBBERISH)).toEqual(["I am not sure I understood. Do you mean 2 gói Miến dong?"]);
  });
});

it("of a question shows names to choose from, and nothing is put anywhere", () => {
  const { say, state } = meeting({ intent: "ask", items: [item("hat-de", 5, "kg"), item("nam-huong", null, null)] });
  expect(say(GIBBERISH)).toEqual([
    "Mình chưa chắc đã hiểu. Bạn hỏi về món nào dưới đây ạ? Nhắn số để xem.\n1. Hạt dẻ\n2. Nấm hương",
  ]);
  expect([state().cart, state().asking]).toEqual([[], undefined]);
  expect(say("1")[0]).toContain("160.000 đ/");
});

describe("a model is asked", () => {
  it("only about what was not understood", () => {
    const { say, asked } = meeting(MIEN);
    for (const words of ["xin chào", "cho 2 gói miến dong", CONTACT, "giỏ hàng", "mấy ngày thì tới", "ừ"]) say(words);
    expect(asked).toEqual([]);
    say("cảm ơn");
    say(GIBBERISH);
    expect(asked).toHaveLength(1);
  });

  it("not while another question or a confirmation stands", () => {
    const { say, asked } = meeting(MIEN);
    say("miến dong");
    say(GIBBERISH);
    say("2");
    say(CONTACT);
    say(GIBBERISH);
    expect(asked).toEqual([]);
  });

  it("never by staff", () => {
    const { say, asked } = meeting(MIEN, { ...greeted, staff: { role: "office" } });
    say(GIBBERISH);
    expect(asked).toEqual([]);
  });

  it("thirty times a day by one person at most, and not counted where nobody was asked", () => {
    const { say, asked, state } = meeting({ none: "none" }, greeted);
    for (let place = 0; place < 60; place++) say(`${GIBBERISH} ${"z".repeat(place)}`);
    // Paced at 20 a minute, so the clock that stands lets 20 through.
    expect([asked.length, state().asked?.times]).toEqual([20, 20]);
    const spent = { ...greeted, asked: { day: factsOf().today, times: 30 } } as typeof greeted;
    const other = meeting({ none: "none" }, spent);
    other.say(GIBBERISH);
    expect(other.asked).toEqual([]);
    const unasked = meeting({ none: "not-asked" });
    unasked.say(GIBBERISH);
    expect(unasked.state().asked).toBeUndefined();
  });
});

it.each(["not-asked", "no-answer", "nonsense", "none"] as const)(
  "an outcome of %s leaves every answer as it is without a model",
  (none) => {
    const words = [GIBBERISH, "cho 2 gói miến dong", GIBBERISH, GIBBERISH, "bán thanh long không", GIBBERISH];
    const without = customer();
    const withIt = meeting({ none });
    expect(words.map((one) => withIt.say(one))).toEqual(words.map((one) => without.say(one)));
  },
);

it("proposes nothing that the catalogue can't give", () => {
  const impossible = [item("gone", 1, "gói"), item("mien-dong", 2, "kg"), item("hat-de", 99_999, "kg")];
  const without = customer();
  const withIt = meeting(order(...impossible));
  expect(withIt.say(GIBBERISH)).toEqual(without.say(GIBBERISH));
  expect(withIt.state().cart).toEqual([]);
});
