/** What goes into the cart, what it is asked about, and second thoughts. */
import { describe, expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { catalogueOf, CONTACT, customer, type Customer, factsOf, LISTINGS } from "./specimens.ts";

const cart = (buyer: Customer) =>
  buyer.state().cart.map(({ product, quantity, unit }) => `${product} ${quantity} ${unit}`);

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

describe("the cart", () => {
  it.each([
    [["2 gói miến dong", "thêm 1 nữa"], ["mien-dong 3 gói"]],
    [["2 gói miến dong", "gấp đôi lên em"], ["mien-dong 4 gói"]],
    [["2 gói miến dong", "à nhầm, 3 gói thôi"], ["mien-dong 3 gói"]],
    [["2 gói miến dong", "2 gói miến dong nhé shop"], ["mien-dong 2 gói"]],
    [["2 gói miến dong", "thêm 2 gói miến dong"], ["mien-dong 4 gói"]],
    [["2 gói miến dong, 1 gói nấm hương", "không lấy nấm nữa"], ["mien-dong 2 gói"]],
    [["3 gói miến dong", "bớt 1 gói miến dong"], ["mien-dong 2 gói"]],
    [["2 gói miến dong", "đổi miến dong sang nấm hương"], ["nam-huong 2 gói"]],
    [["2 gói miến dong", "đổi sang nấm hương giúp em"], ["nam-huong 2 gói"]],
    [["2 gói miến dong", "đổi sang nấm hương được không"], ["nam-huong 2 gói"]],
    [["1 kg hạt dẻ", "đổi hạt dẻ sang miến dong"], ["mien-dong 1 gói"]],
    [["chị Tâm 2 gói miến dong, mình 3 gói miến dong"], ["mien-dong 5 gói"]],
    [["miến dong bao nhiêu 1 gói", "lấy 2 gói"], ["mien-dong 2 gói"]],
    [["2 gói miến", "khoai nhé"], ["mien-khoai 2 gói"]],
    [["2 gói miến", "2"], ["mien-khoai 2 gói"]],
    [
      ["2 gói miến", "mỗi loại 2 gói"],
      ["mien-dong 2 gói", "mien-khoai 2 gói"],
    ],
    [["shop còn miến k", "loại dong ấy", "4 gói"], ["mien-dong 4 gói"]],
    [["cho -3 gói miến dong", "nhầm, 3 gói"], ["mien-dong 3 gói"]],
  ])("after %j holds %j", (words, held) => {
    expect(cart(after(...words))).toEqual(held);
  });

  it("keeps an open question for after goods that came between", () => {
    const buyer = after("2 gói miến", "với 1 kg hạt dẻ");
    expect(cart(buyer)).toEqual(["hat-de 1 kg"]);
    buyer.say("loại dong");
    expect(cart(buyer)).toEqual(["hat-de 1 kg", "mien-dong 2 gói"]);
  });

  it("asks again for the kind when the contact came instead of an answer", () => {
    const buyer = after("2 gói miến");
    expect(buyer.say(CONTACT)[0]).toContain("Bạn lấy loại nào?");
    expect(buyer.say("dong")[0]).toContain("1. Miến dong: 2 gói × 45.000 đ = 90.000 đ");
  });

  it("says what is not sold here, and takes the number for what is named next", () => {
    const buyer = customer();
    expect(buyer.say("cho 2 gói mì tôm")[0]).toBe("Ở đây chưa bán mì tôm.");
    buyer.say("vậy miến dong");
    expect(cart(buyer)).toEqual(["mien-dong 2 gói"]);
  });
});

describe("a weight of what is sold in packs", () => {
  it("is asked back with the packs it makes", () => {
    expect(customer().say("2 cân miến dong")).toEqual([
      "Miến dong bán theo gói sẵn: 2 kg tương đương 4 gói 500g. Bạn lấy 4 gói 500g nhé?",
    ]);
  });

  it.each([
    ["ừ", ["mien-dong 4 gói"]],
    ["lấy vậy đi", ["mien-dong 4 gói"]],
    ["3 gói thôi", ["mien-dong 3 gói"]],
    ["thôi không", []],
  ])("is settled by %s", (words, held) => {
    expect(cart(after("2 cân miến dong", words))).toEqual(held);
  });

  it("is stated before the confirmation when the customer goes on with the contact", () => {
    const [note, confirmation] = after("2 cân miến dong").say(CONTACT);
    expect(note).toBe("2 kg Miến dong mình tính thành 4 gói (bán theo gói sẵn). Bạn xem lại bên dưới nhé.");
    expect(confirmation).toContain("1. Miến dong: 4 gói × 45.000 đ = 180.000 đ");
  });
});

describe("out of season", () => {
  const seasonal = LISTINGS.map((listing) =>
    listing.id === ("hat-de" as ProductId)
      ? { ...listing, season: { from: "12-01", to: "02-28" } }
      : listing.id === ("nam-huong" as ProductId)
        ? { ...listing, season: { from: "10-01", to: "11-30" } }
        : listing,
  );

  it("is said with the season, an offer to tell, and what there is now", () => {
    const buyer = customer(factsOf(catalogueOf(seasonal)));
    expect(buyer.say("2kg hạt dẻ")).toEqual([
      "Hạt dẻ đang trái mùa (mùa từ 1/12 đến 28/2) nên chưa đặt được. Khi có hàng mình nhắn bạn nhé? Đang đúng mùa: Nấm hương.",
    ]);
    expect(buyer.say("ừ")).toEqual([
      "Mình ghi lại rồi: vào mùa (01/12/2026) mình nhắn bạn một tin về Hạt dẻ. Không cần nữa thì nhắn “TC”.",
    ]);
    expect(cart(buyer)).toEqual([]);
    const season = { product: "hat-de", opens: "2026-12-01" };
    expect(buyer.acts).toEqual([{ do: "capture-lead", wish: { kind: "news", interest: "Hạt dẻ", season } }]);
  });
});
