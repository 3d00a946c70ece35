import { describe, expect, it } from "vitest";
import { columnOf } from "../../shared/usecases/import-columns.ts";
import {
  gramsOf,
  readAbv,
  readDate,
  readGroup,
  readKind,
  readMoney,
  readSeason,
  readStars,
} from "../../shared/usecases/import-values.ts";
import { producerIdOf, productIdOf, sameName } from "../../shared/usecases/product-identity.ts";

describe("money", () => {
  it.each<[string, number | undefined]>([
    ["45000", 45_000],
    ["45.000", 45_000],
    ["45,000", 45_000],
    ["45 000", 45_000],
    ["45.000đ", 45_000],
    ["45.000 đ", 45_000],
    ["45.000 VNĐ", 45_000],
    ["45000 vnd", 45_000],
    ["45.000®", 45_000],
    ["45.000 ñ", 45_000],
    ["45k", 45_000],
    ["45K", 45_000],
    ["45,5k", 45_500],
    ["45 nghìn", 45_000],
    ["45 ngàn đồng", 45_000],
    ["1tr2", 1_200_000],
    ["1,2tr", 1_200_000],
    ["1.200.000", 1_200_000],
    ["2 triệu", 2_000_000],
    ["45", undefined],
    ["0", undefined],
    ["-45000", undefined],
    ["45.5", undefined],
    ["4.50.000", undefined],
    ["45000/gói", undefined],
    ["1e9", undefined],
    ["Infinity", undefined],
    ["99999999999", undefined],
    ["liên hệ", undefined],
  ])("%s", (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });
});

describe("dates", () => {
  it.each([
    ["2024-02-20", "2024-02-20"],
    ["20/2/2024", "2024-02-20"],
    ["20-02-2024", "2024-02-20"],
    ["20.2.2024", "2024-02-20"],
    ["2024-02-20T00:00:00", "2024-02-20"],
    ["29/2/2023", undefined],
    ["2/20/2024", undefined],
    ["20/2/24", undefined],
    ["45342", "2024-02-20"],
    ["45342.5", "2024-02-20"],
    ["ngày 20 tháng 2 năm 2024", "2024-02-20"],
    ["20 tháng 02 năm 2024", "2024-02-20"],
    ["20242", undefined],
    ["80000", undefined],
    ["hôm qua", undefined],
  ])("%s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

describe("stars, strength, seasons, weights", () => {
  it.each([
    ["4", 4],
    ["4 sao", 4],
    ["4 SAO", 4],
    ["****", 4],
    ["★★★", 3],
    ["⭐⭐⭐⭐⭐", 5],
    ["4*", 4],
    ["OCOP 4 sao", 4],
    ["Hạng 4 sao", 4],
    ["4 sao OCOP", 4],
    ["2", undefined],
    ["6", undefined],
    ["bốn", undefined],
  ])("stars %s", (text, stars) => {
    expect(readStars(text)).toBe(stars);
  });

  it.each([
    ["29,5", 29.5],
    ["29.5%", 29.5],
    ["30 độ", 30],
    ["0", 0],
    ["101", undefined],
    ["mạnh", undefined],
  ])("strength %s", (text, abv) => {
    expect(readAbv(text)).toBe(abv);
  });

  it.each([
    ["15/9", "from", "09-15"],
    ["09-15", "to", "09-15"],
    ["tháng 9", "from", "09-01"],
    ["Tháng 9", "to", "09-30"],
    ["2", "to", "02-29"],
    ["31/4", "from", undefined],
    ["13", "from", undefined],
  ] as const)("season %s, %s", (text, end, day) => {
    expect(readSeason(text, end)).toBe(day);
  });

  it.each([
    ["gói 500g", 500],
    ["chai 1,5 kg", 1500],
    ["Túi 5KG", 5000],
    ["thùng 20 gói 500g", undefined],
    ["gói", undefined],
    ["chai 500ml", undefined],
  ])("weight of %s", (pack, grams) => {
    expect(gramsOf(pack)).toBe(grams);
  });

  it("knows groups by their names of 2019 and 2023, and kinds in both languages", () => {
    expect(["Thực phẩm", "Thảo dược", "Vải và may mặc", "Food", "bia"].map(readGroup)).toEqual([
      "thực phẩm",
      "dược liệu",
      "thủ công mỹ nghệ",
      "thực phẩm",
      undefined,
    ]);
    expect(["stay", "Homestay", "hàng hóa", "tour", "xe"].map(readKind)).toEqual([
      "stay",
      "stay",
      "goods",
      "tour",
      undefined,
    ]);
  });
});

describe("headers", () => {
  it.each([
    ["Tên sản phẩm", "name"],
    ["TÊN SẢN PHẨM ", "name"],
    ["ten san pham", "name"],
    ["Chủ thể", "producer"],
    ["Đơn vị tính", "unit"],
    ["Giá (đ)", "price_vnd"],
    ["Giá bán (VNĐ)", "price_vnd"],
    ["price_vnd", "price_vnd"],
    ["Số sao", "stars"],
    ["Tồn kho", "stock"],
    ["Ghi chú", undefined],
    ["", undefined],
  ])("%s", (header, column) => {
    expect(columnOf(header)).toBe(column);
  });
});

describe("identity", () => {
  it("holds across case, blanks and the letter a tone sits on, and not across accents", () => {
    expect(sameName("HTX  Tâm Hòa")).toBe(sameName("htx tâm Hoà"));
    expect(sameName("Minh Tuấn")).not.toBe(sameName("Minh Tuân"));
    const producer = producerIdOf("HTX Tâm Hòa", () => undefined);
    expect(producer).toBe("htx-tam-hoa");
    expect(productIdOf(producer, "Lạp sườn hun khói Hoà An")).toBe(productIdOf(producer, "lạp sườn hun khói Hòa An "));
  });

  it("gives a producer whose address is taken one of its own, the same every time", () => {
    const taken = () => "Minh Tuấn";
    expect(producerIdOf("Minh Tuấn", taken)).toBe("minh-tuan");
    expect(producerIdOf("Minh Tuân", taken)).toMatch(/^minh-tuan-[0-9a-f]{6}$/);
    expect(producerIdOf("Minh Tuân", taken)).toBe(producerIdOf("Minh Tuân", taken));
  });
});
