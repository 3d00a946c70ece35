/** What counts as a Vietnamese phone number, and how one is shown and passed on. */
import { describe, expect, it } from "vitest";
import { formatPhone, internationalPhone, parsePhone, type Phone } from "./phone.ts";

describe("a phone number", () => {
  it("is one number in every spelling", () => {
    const spellings = [
      "0912345678",
      "+84912345678",
      "84912345678",
      "0084912345678",
      "912345678",
      "0912.345.678",
      "(+84) 912 345 678",
      "+84 (0)912345678",
    ];
    expect(spellings.map(parsePhone)).toEqual(spellings.map(() => "0912345678"));
  });

  it("may be a landline", () => {
    expect(parsePhone("0206 3852 123")).toBe("02063852123");
    expect(parsePhone("(024) 3825 1234")).toBe("02438251234");
  });

  it("has a prefix that was given out", () => {
    const given = ["0522", "0528", "0559", "0568", "0596", "0703", "0799", "0812", "0888", "0896", "0899", "0993"];
    const never = ["0526", "0533", "0551", "0671", "0717", "0801", "0891", "0992", "0112", "0210", "0231"];
    expect(given.filter((prefix) => parsePhone(`${prefix}123456`) === null)).toEqual([]);
    expect(never.filter((prefix) => parsePhone(`${prefix}123456`) !== null)).toEqual([]);
    expect(parsePhone("02311234567")).toBeNull();
  });

  it("has its digits, no fewer and no more", () => {
    expect(["091234567", "09123456789", "01234567890", "", "không có"].map(parsePhone)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("is shown in groups and passed on with the country code", () => {
    expect(formatPhone("0912345678" as Phone)).toBe("0912 345 678");
    expect(internationalPhone("0912345678" as Phone)).toBe("84912345678");
  });
});
