/** Numbers and units: what is an amount, and what only looks like one. */
import { describe, expect, it } from "vitest";
import { readAmounts } from "./amounts.ts";
import { normalise } from "./normalise.ts";

const amounts = (text: string) =>
  readAmounts(normalise(text).tokens, () => false)
    .amounts.filter((amount) => !amount.bare && !amount.thin)
    .map(({ quantity, unit, problem }) => [quantity, unit, ...(problem === undefined ? [] : [problem])].join(" "));

describe("amounts", () => {
  it.each([
    ["hai cân rưỡi", "2.5 kg"],
    ["nửa ký", "0.5 kg"],
    ["cân rưỡi", "1.5 kg"],
    ["1kg2", "1.2 kg"],
    ["1 kg 2 lạng", "1.2 kg"],
    ["2 chục gói", "20 gói"],
    ["hai mươi lăm hộp", "25 hộp"],
    ["trăm rưỡi gói", "150 gói"],
    ["½ kg", "0.5 kg"],
    ["1.500 g", "1500 g"],
    ["nam goi", "5 gói"],
    ["3 hũ", "3 lọ"],
  ])("reads %s", (text, amount) => {
    expect(amounts(text)).toEqual([amount]);
  });

  it("takes a pack size for no amount", () => {
    expect(amounts("2 gói 500g")).toEqual(["2 gói"]);
    expect(amounts("1 can 5 lít")).toEqual(["1 can"]);
  });

  it.each(["-5 gói", "0 gói", "1e9 kg", "Infinity gói", "NaN hộp", "99999 kg", "0.0 kg"])("refuses %s", (text) => {
    expect(amounts(text)).toHaveLength(1);
    expect(amounts(text)[0]).toContain("invalid");
  });

  it.each(["vài gói", "2-3 kg", "hai ba gói", "mấy lạng", "một ít"])("asks about %s", (text) => {
    expect(amounts(text)[0]).toContain("vague");
  });

  it("leaves money, times, dates and labels alone", () => {
    expect(amounts("45k, 1tr2, 5h chiều thứ 7 ngày 20/11, loại 1, 3 ngày, mấy giờ")).toEqual([]);
  });
});
