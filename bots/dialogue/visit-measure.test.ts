/** Days counted from today, and nights and people that can't be: read or asked about, never dropped in silence. */
import { describe, expect, it } from "vitest";
import { catalogueOf, customer, type Customer, factsOf, LISTINGS } from "./specimens.ts";

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

describe("what can't be so, or is said in other words", () => {
  const BOOKED = ["homestay Khuổi Ky 29/11, 1 đêm, 2 người", "Sen 0912345679"];
  const CROWD =
    "Đoàn trên 50 người thì phải có người xếp chỗ: bạn nhắn “gặp nhân viên” giúp mình. Nếu gõ nhầm, bạn nhắn lại số người.";

  it.each([
    ["5 hôm nữa, 3 khách lớn 1 trẻ em", { from: "2026-11-28", to: "2026-11-29", people: 4 }],
    ["đổi sang 5 hôm nữa", { from: "2026-11-28", to: "2026-11-29", people: 2 }],
    ["2 tuần nữa", { from: "2026-12-07", to: "2026-12-08", people: 2 }],
  ])("days counted from today move the booking: “%s”", (words, visit) => {
    expect(after(...BOOKED, words).state().cart[0]?.visit).toMatchObject(visit);
  });

  it.each([
    ["200 người", CROWD],
    ["0 người", "Số người phải từ 1 trở lên, bạn nhắn lại giúp mình."],
    ["ngày 1/1/2020", "Ngày đó đã qua rồi."],
    ["100 đêm", "Mỗi lần ở nhiều nhất 90 đêm, bạn nhắn lại số đêm giúp mình."],
  ])("“%s” is asked about and never taken", (words, why) => {
    const sen = after(...BOOKED);
    expect(sen.say(words)[0]).toContain(why);
    expect(sen.state().cart[0]?.visit?.people).toBe(2);
  });

  it("nights beyond all measure are said where the booking begins", () => {
    expect(customer().say("homestay Khuổi Ky 100 đêm")[0]).toContain("Mỗi lần ở nhiều nhất 90 đêm");
  });

  it("a crowd of tickets is asked about", () => {
    const sen = customer();
    expect(sen.say("cho 200 vé tour thác Bản Giốc").at(-1)).toBe(CROWD);
    expect(sen.state().cart).toEqual([]);
  });
});

describe("a pack called phong", () => {
  const cake = { ...LISTINGS[0]!, id: "banh-khao", name: "Bánh khảo", slug: "banh-khao" } as (typeof LISTINGS)[number];
  const sold = { ...cake, offers: cake.offers.map((offer) => ({ ...offer, unit: "phong" })) };

  it("is no room, where accents are typed", () => {
    const hoa = customer(factsOf(catalogueOf([...LISTINGS, sold])));
    hoa.say("bánh khảo bao nhiêu");
    hoa.say("gói kỹ cho chị, lấy 4 phong");
    expect(hoa.state().cart).toEqual([{ product: "banh-khao", unit: "phong", quantity: 4 }]);
  });
});
