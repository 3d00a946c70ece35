/** What is no text: voice, pictures, stickers, places and contacts, each with an answer that leads on. */
import { describe, expect, it } from "vitest";
import { type Content } from "../../shared/domain/message.ts";
import { CONTACT, customer } from "./specimens.ts";

const texts = (replies: readonly { text: string }[]): readonly string[] => replies.map(({ text }) => text);

describe("a file", () => {
  it.each<[Content, string]>([
    [{ kind: "voice", ref: "1" }, "Mình chưa nghe được tin thoại nên đã chuyển cho người phụ trách."],
    [{ kind: "photo", ref: "1" }, "Mình chưa xem được ảnh nên đã chuyển cho người phụ trách."],
    [{ kind: "video", ref: "1" }, "Mình chưa đọc được tệp này nên đã chuyển cho người phụ trách."],
    [{ kind: "file", ref: "1" }, "Mình chưa đọc được tệp này nên đã chuyển cho người phụ trách."],
  ])("goes to a person, and what can be done meanwhile is said: %j", (content, answer) => {
    const buyer = customer();
    expect(texts(buyer.send(content))[0]).toContain(answer);
    expect(buyer.acts).toEqual([{ do: "call-person", wish: { interest: `tệp: ${content.kind}` } }]);
  });

  it("leaves the confirmation open", () => {
    const buyer = customer();
    buyer.say("2 gói miến dong");
    buyer.say(CONTACT);
    expect(texts(buyer.send({ kind: "photo", ref: "1" })).at(-1)).toContain("Đơn ở trên vẫn đang chờ");
    expect(buyer.say("ok")[0]).toContain("Đã đặt!");
  });

  it("is answered to by what is written to it", () => {
    const buyer = customer();
    const said = texts(buyer.send({ kind: "photo", ref: "1", caption: "cho mình 2 gói miến dong như hình" }));
    expect(said[0]).toContain("Mình chưa xem được ảnh");
    expect(said[1]).toContain("Miến dong: 2 gói");
    expect(buyer.acts.map(({ do: name }) => name)).toEqual(["call-person"]);
  });
});

describe("a sticker", () => {
  it("opens the shelves, and is no yes to a confirmation", () => {
    const buyer = customer();
    expect(texts(buyer.send({ kind: "sticker", ref: "1" }))[0]).toContain("Dạ, mình đây. Bạn cần gì ạ?");
    buyer.say("2 gói miến dong");
    buyer.say(CONTACT);
    expect(texts(buyer.send({ kind: "sticker", ref: "1" })).at(-1)).toContain("Đơn ở trên vẫn đang chờ");
    expect(buyer.acts.filter(({ do: name }) => name === "place-order")).toEqual([]);
  });
});

describe("the language", () => {
  it("changes in the middle of an order, and nothing of the order is lost", () => {
    const buyer = customer();
    expect(buyer.say("cho mình 2 gói miến dong")[0]).toContain("Giỏ của bạn:");
    const [answer, cart] = buyer.say("English");
    expect(answer).toBe("I will answer in English from now on.");
    expect(cart).toContain("Your cart:");
    const [shown] = buyer.say(CONTACT);
    expect(shown).toContain("Please check your order:");
    expect(shown).toContain("2 gói × 45.000 đ");
    const [again, confirmation] = buyer.say("tiếng Việt");
    expect(again).toBe("Từ giờ mình trả lời bằng tiếng Việt.");
    expect(confirmation).toContain("Bạn xem lại đơn giúp mình:");
    expect(buyer.say("ok")[0]).toContain("Đã đặt!");
  });

  it("stays English for an English speaker, the shelves too", () => {
    const guest = customer();
    expect(guest.say("Hello, what do you sell?")).toEqual(["This is what we have:\n1. By area"]);
    expect(guest.say("ok")).toEqual(["Thank you!"]);
    expect(guest.send({ kind: "voice", ref: "1" })[0]?.text).toContain("I can't listen to voice messages");
  });
});
