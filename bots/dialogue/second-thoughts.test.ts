/** What a message means in the light of those before it: said in pieces, taken back, mended, multiplied. */
import { describe, expect, it } from "vitest";
import { CONTACT, customer, type Customer } from "./specimens.ts";

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

const cart = (...words: readonly string[]): readonly string[] =>
  after(...words)
    .state()
    .cart.map(({ product, quantity, unit }) => `${quantity} ${unit} ${product}`);

describe("an amount", () => {
  it("waits for what is named next", () => {
    expect(cart("cho mình 4 gói", "miến dong")).toEqual(["4 gói mien-dong"]);
  });

  it("of sets waits for what goes into each, and is changed afterwards", () => {
    expect(cart("cho mình 10 set quà", "mỗi set 2 gói miến dong")).toEqual(["20 gói mien-dong"]);
    expect(cart("cho mình 10 set quà", "mỗi set 2 gói miến dong", "à 8 set thôi")).toEqual(["16 gói mien-dong"]);
    expect(cart("2 gói miến dong", "làm 5 phần như vậy nhé")).toEqual(["10 gói mien-dong"]);
  });

  it("in a bare word answers how many", () => {
    expect(cart("miến dong", "hai")).toEqual(["2 gói mien-dong"]);
  });

  it("of a house or of the end of a phone is none of goods", () => {
    const buyer = after("2 gói miến dong", "Hoa 0912345678, 112 Trường Chinh, Phủ Lý", "số nhà 121 nhé, viết lộn");
    expect(buyer.state().contact.address).toBe("121 Trường Chinh, Phủ Lý");
    buyer.say("số đuôi là 687 chứ không phải 678");
    expect(buyer.state().contact.phone).toBe("0912345687");
    expect(buyer.state().cart).toEqual([{ product: "mien-dong", unit: "gói", quantity: 2 }]);
  });
});

describe("what was taken out", () => {
  it("comes back with its quantity", () => {
    expect(cart("3 gói miến dong, 1 kg hạt dẻ", "bỏ miến dong đi", "à thôi giữ lại miến dong")).toEqual([
      "1 kg hat-de",
      "3 gói mien-dong",
    ]);
  });

  it("goes as a whole when nothing is named", () => {
    expect(cart("3 gói miến dong", "đắt thế, thôi em xin phép không lấy")).toEqual([]);
  });
});

describe("a yes", () => {
  const placed = (words: string): boolean =>
    after("2 gói miến dong", CONTACT, words).acts.some(({ do: name }) => name === "place-order");

  it("may stand behind a wish", () => {
    expect(placed("nhận hàng trả tiền nha, ok đặt")).toBe(true);
    expect(placed("ok em, gọi lại trước khi giao nhé")).toBe(true);
  });

  it("is neither thanks nor a promise to think about it", () => {
    expect(placed("cảm ơn em")).toBe(false);
    expect(placed("ok để chị hỏi chồng đã")).toBe(false);
    expect(placed("ok đợi chị tí")).toBe(false);
  });
});

describe("a recipient told of by somebody else", () => {
  it("stays the recipient when the buyer says who they are", () => {
    const buyer = after(
      "tặng cô giáo 2 gói miến dong",
      "cô tên Phạm Thị Hợi, 0328 771 046, trường THCS Đề Thám, phường Thục Phán",
      "em là Nam, 0376 220 981, báo em trước khi giao nhé",
    );
    expect(buyer.state().contact).toMatchObject({ name: "Phạm Thị Hợi", phone: "0328771046" });
  });
});
