import { describe, expect, it } from "vitest";
import { advertisingBan, forbiddenClaims, lawfulSentences } from "../../shared/domain/rules/advertising.ts";
import { type Drinkable, mayList, mayPromote } from "../../shared/domain/rules/alcohol.ts";
import { starsOn, starsWords } from "../../shared/domain/rules/stars.ts";
import { type IsoDate } from "../../shared/domain/time.ts";

const day = (text: string) => text as IsoDate;
const goods = (name: string, more: Partial<Drinkable> = {}): Drinkable => ({ name, aliases: [], ...more });

describe("alcohol", () => {
  it.each<[string, Drinkable, list: boolean, promote: boolean]>([
    ["food", goods("Miến dong", { group: "thực phẩm" }), true, true],
    ["a spirit of unknown strength", goods("Rượu ngô Bình Long", { group: "đồ uống" }), false, false],
    ["a spirit that was filed under food", goods("Rượu mơ", { group: "thực phẩm" }), false, false],
    ["a spirit typed without accents", goods("RUOU NGO"), false, false],
    ["a spirit in decomposed letters", goods("Rượu ngô".normalize("NFD")), false, false],
    ["a spirit known by its alias", goods("Đại Hoàng", { aliases: ["rượu ngô Hòa An"] }), false, false],
    ["a spirit known by its English name", goods("Đại Hoàng", { nameEn: "Corn liquor" }), false, false],
    ["any drink of unknown strength", goods("Nước mơ", { group: "đồ uống" }), false, false],
    ["a drink group in other letters", goods("Nước mơ", { group: "Đồ Uống" }), false, false],
    ["a drink without alcohol", goods("Nước mơ", { group: "đồ uống", abv: 0 }), true, true],
    ["14.9 %", goods("Rượu mơ", { abv: 14.9 }), true, false],
    ["15 %", goods("Rượu mơ", { abv: 15 }), false, false],
    ["40 % under a harmless name", goods("Quà Tết", { abv: 40 }), false, false],
    ["a slab of tofu, which folds to beer", goods("Bìa đậu"), true, true],
  ])("%s", (_, product, list, promote) => {
    expect({ list: mayList(product), promote: mayPromote(product) }).toEqual({ list, promote });
  });
});

describe("stars", () => {
  const certified = { stars: 4, certifiedOn: day("2023-11-23") };

  it.each([
    ["2023-11-22", undefined],
    ["2023-11-23", 4],
    ["2026-11-22", 4],
    ["2026-11-23", undefined],
  ])("on %s: %s", (today, stars) => {
    expect(starsOn(certified, day(today))).toBe(stars);
  });

  it("end with February where the certificate was signed on the 29th", () => {
    const leap = { stars: 3, certifiedOn: day("2024-02-29") };
    expect([starsOn(leap, day("2027-02-27")), starsOn(leap, day("2027-02-28"))]).toEqual([3, undefined]);
  });

  it("are words only as far as they are proved", () => {
    const today = day("2026-11-22");
    expect(starsWords(certified, today)).toBe("OCOP 4 sao");
    expect(starsWords(certified, day("2026-11-23"))).toBeUndefined();
    expect(starsWords({ stars: 4, recognisedYear: 2023 }, today)).toBe(
      "OCOP: công bố năm 2023, chưa có ngày chứng nhận",
    );
    expect(starsWords({ stars: 4 }, today)).toBe("OCOP: đã công bố, chưa có ngày chứng nhận");
    expect(starsWords({}, today)).toBeUndefined();
  });
});

describe("claims", () => {
  it.each([
    ["Giúp chữa đau dạ dày", ["chữa"]],
    ["Hỗ trợ ĐIỀU TRỊ tiểu đường", ["điều trị", "tiểu đường"]],
    ["Ngừa ung thư", ["ung thư"]],
    ["Ngừa ung  thư".normalize("NFD"), ["ung thư"]],
    ["Ngon nhất Cao Bằng", ["nhất"]],
    ["Giá trị dinh dưỡng cao, ít nhất 500g", []],
    ["Trịnh trọng giới thiệu", []],
    ["Làm từ củ dong trồng ở Phia Đén", []],
  ])("%s", (text, words) => {
    expect(forbiddenClaims(text)).toEqual(words);
  });

  it("leave the rest of a description standing", () => {
    expect(lawfulSentences("Làm từ củ dong. Chữa đau dạ dày!\nSợi dai, không phẩm màu.")).toEqual([
      "Làm từ củ dong.",
      "Sợi dai, không phẩm màu.",
    ]);
  });

  it("in a name, and health foods without a confirmed content, keep a product off the walls", () => {
    expect(advertisingBan(goods("Miến dong"))).toBeUndefined();
    expect(advertisingBan(goods("Rượu ngô"))).toBe("alcohol");
    expect(advertisingBan(goods("Cao trị đau khớp"))).toBe("claim-in-name");
    expect(advertisingBan({ ...goods("Viên nghệ"), claimClass: "health_food" })).toBe("needs-confirmed-content");
  });
});
