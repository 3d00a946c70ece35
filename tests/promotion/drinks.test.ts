/** What counts as alcohol whatever it calls itself, and what only looks like it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../local/commands/read-csv.ts";
import { countedAbv, type Drinkable, mayList, mayPromote } from "../../shared/domain/rules/alcohol.ts";

type More = Partial<Drinkable>;
const goods = (name: string, more: More = {}): Drinkable => ({ name, aliases: [], ...more });
const by = (unit: string, pack?: string): More => ({ units: [{ unit, ...(pack === undefined ? {} : { pack }) }] });

describe("a strength", () => {
  it.each<[string, Drinkable, abv: number]>([
    ["in degrees", goods("Soju men lá Hạ Lang 30 độ"), 30],
    ["in percent", goods("Nước cốt nếp nương men lá 45%"), 45],
    ["behind a sign", goods("Đại Hoàng 45°", by("chai")), 45],
    ["by volume", goods("Đại Hoàng 29,5 % vol"), 29.5],
    ["typed without accents", goods("Nep nuong Ha Lang 30 do", by("chai")), 30],
    ["in the pack", goods("Nếp nương Hạ Lang", by("chai", "chai 500ml 40 độ")), 40],
    ["in the offer of a listing", goods("Nếp nương", { offers: [{ unit: "chai", pack: "chai 40 độ" }] }), 40],
    ["in the description", goods("Quà Hạ Lang", { description: "Nồng độ cồn: 38%." }), 38],
    ["the higher of two", goods("Rượu mơ 12 độ", by("chai", "chai 20 độ")), 20],
    ["of a light wine", goods("Rượu vang mơ 12%"), 12],
    ["that is stated apart", goods("Rượu mơ 30 độ", { abv: 10 }), 10],
  ])("%s", (_, product, abv) => {
    expect(countedAbv(product)).toBe(abv);
  });

  it.each<[string, Drinkable]>([
    ["a reduced price", goods("Rượu ngô giảm 10%")],
    ["a share of rice", goods("Rượu 10% nếp")],
    ["how cold it is drunk", goods("Rượu ngô", { description: "Ngon hơn khi ướp lạnh 10 độ." })],
  ])("is not %s: a spirit stays one", (_, product) => {
    expect(countedAbv(product)).toBe(100);
  });
});

describe("no drink of alcohol", () => {
  it.each<[string, Drinkable]>([
    ["fish sauce by its protein", goods("Nước mắm cá cơm 40 độ đạm", by("chai"))],
    ["vinegar", goods("Giấm táo mèo 5%", by("chai"))],
    ["chocolate", goods("Sô cô la 70%", by("hộp"))],
    ["what is pure", goods("Miến 100% dong riềng", by("gói"))],
    ["what is dried warm", goods("Măng khô", { ...by("gói"), description: "Sấy ở 60 độ, bảo quản dưới 30 độ C." })],
    ["what is kept cool", goods("Bánh bảo quản 18 độ C", by("hộp"))],
    ["a knife by its angle", goods("Dao mài 15 độ", { ...by("con"), group: "thủ công mỹ nghệ" })],
    ["yeast", goods("Bánh men lá", by("gói"))],
    ["sweet potatoes", goods("Khoai lang vàng đỏ", by("kg"))],
    ["a far sound", goods("Vang vọng tiếng sli")],
    ["fruit", goods("Mơ Hòa An", by("kg"))],
    ["rice", goods("Nếp cái hoa vàng", by("kg"))],
    ["oil", goods("Dầu sở Cốc Pàng", by("chai", "chai 500ml"))],
    ["honey", goods("Mật ong rừng", by("lít"))],
    ["honey typed without accents", goods("Mat ong rung", by("lit"))],
    ["juice", goods("Nước ép lê Đông Khê", by("chai"))],
    ["syrup", goods("Siro mận", by("chai", "chai 500ml"))],
    ["essential oil", goods("Tinh dầu hồi", by("lọ", "lọ 10ml"))],
    ["lemon essence", goods("Nước cốt chanh", by("chai"))],
    ["a bottled sauce", goods("Tương Mẹc Cảng", by("chai"))],
  ])("%s", (_, product) => {
    expect({ list: mayList(product), promote: mayPromote(product) }).toEqual({ list: true, promote: true });
  });
});

describe("alcohol by another name", () => {
  it.each([
    "Rựu ngô bản Giốc",
    "Rươu ngô",
    "Ruợu ngô",
    "R\u200bượu ngô",
    "Soju Hạ Lang",
    "Sake gạo nương",
    "Gin hồi Cao Bằng",
    "Rum mía Phục Hòa",
    "Brandy lê",
    "Cocktail mơ",
    "Bia ngô",
    "Craft beers",
    "Plum wines",
    "Vang mận Bảo Lạc",
    "Chai vang nho",
    "Nếp men lá Hạ Lang",
  ])("%s is neither listed nor promoted", (name) => {
    expect({ list: mayList(goods(name)), promote: mayPromote(goods(name)) }).toEqual({ list: false, promote: false });
  });

  it("is a bottled drink that belongs to no group and says nothing", () => {
    const drink = goods("Nước nếp nương ủ", by("chai", "chai 500ml"));
    expect({ list: mayList(drink), promote: mayPromote(drink) }).toEqual({ list: false, promote: false });
  });

  it("may be any other bottle of no group: listed, never promoted", () => {
    const bottle = goods("Đại Hoàng Long Phụng", by("chai", "chai 500ml"));
    expect({ list: mayList(bottle), promote: mayPromote(bottle) }).toEqual({ list: true, promote: false });
    expect(mayPromote({ ...bottle, group: "thực phẩm" })).toBe(true);
    expect(mayPromote({ ...bottle, abv: 0 })).toBe(true);
  });
});

it("hides the nine spirits of the seed, and nothing else, also where it is bottled or of no group", () => {
  const { rows } = readCsv(readFileSync(join(import.meta.dirname, "../../local/seed/products.csv"), "utf8"));
  const names = rows.map(({ cells }) => ({ name: cells.get("name") ?? "", group: cells.get("group") ?? "" }));
  expect(names.length).toBeGreaterThan(70);
  const spirit = ({ name }: { name: string }) => name.startsWith("Rượu");
  for (const more of [{}, by("chai", "chai 500ml")])
    expect(names.filter(({ name, group }) => !mayList(goods(name, { group, ...more })))).toEqual(names.filter(spirit));
  expect(names.filter(({ name }) => !mayList(goods(name)))).toEqual(names.filter(spirit));
  expect(names.filter(spirit)).toHaveLength(9);
});
