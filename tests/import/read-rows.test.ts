import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../local/commands/read-csv.ts";
import { readRows } from "../../local/commands/read-rows.ts";

const HEADER = "name,producer,unit";
const rowsOf = (text: string) =>
  readCsv(text).rows.map(({ line, cells }) => [line, cells.get("name"), cells.get("producer"), cells.get("unit")]);

describe("a CSV file", () => {
  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("is read with %s, a mark at its beginning and Windows line ends", (_, sign) => {
    const text = `\ufeffTên sản phẩm${sign}Chủ thể${sign}Đơn vị tính\r\nMiến${sign}HTX A${sign}gói\r\n`;
    expect(rowsOf(text)).toEqual([[2, "Miến", "HTX A", "gói"]]);
  });

  it("finds its sign though a quoted header holds another", () => {
    expect(rowsOf('"Ghi chú, thêm, nữa";Tên sản phẩm;Chủ thể;ĐVT\nx;Miến;HTX A;gói')).toEqual([
      [2, "Miến", "HTX A", "gói"],
    ]);
  });

  it("counts the lines that people see, over blank lines and cells of several lines", () => {
    const text = `${HEADER},description\n\nA,P,kg,"một\nhai, ba"\n\n\nB,P,kg,\n,,,\nC,P,kg`;
    expect(rowsOf(text).map(([line, name]) => [line, name])).toEqual([
      [3, "A"],
      [7, "B"],
      [9, "C"],
    ]);
  });

  it("keeps quotes inside a text, and takes a short row for one with blank cells at its end", () => {
    expect(rowsOf(`${HEADER},stock\nMật "ong" rừng,P,chai\n"Miến ""ngon""",P,gói,1`).map(([, name]) => name)).toEqual([
      'Mật "ong" rừng',
      'Miến "ngon"',
    ]);
  });

  it("tells a row with too many cells, and goes on", () => {
    const { rows, faults } = readCsv(`${HEADER}\nA,P,kg,thừa\nB,P,kg,,,\nC,P,kg`);
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(faults).toMatchObject([{ line: 2, what: "has 4 cells, the header has 3" }]);
  });

  it.each([
    ["at the end", `${HEADER}\nA,P,kg\n"B,P,kg\nC,P,kg`, [3], ["A", "C"]],
    ["closed by another row's", `${HEADER}\nA,P,kg\nB,"P,kg\nC,P,kg\nD,"P",kg\nE,P,kg`, [3], ["A", "C", "D", "E"]],
    ["twice", `${HEADER}\n"A,P,kg\nB,P,kg\n"C,P,kg\nD,P,kg`, [2, 4], ["B", "D"]],
  ])("loses no row but its own to a quote that is not closed, %s", (_, text, lines, names) => {
    const { rows, faults } = readCsv(text);
    expect(faults.map(({ line }) => line)).toEqual(lines);
    expect(rows.map(({ cells }) => cells.get("name"))).toEqual(names);
  });

  it("names columns that it does not know, and takes the first of two that mean the same", () => {
    const { rows, ignored } = readCsv("name,Tên,producer,unit,Ghi chú\nA,B,P,kg,x");
    expect(ignored).toEqual(["Ghi chú"]);
    expect(rows[0]!.cells.get("name")).toBe("A");
  });

  it.each([
    ["without a producer", "name,unit\nA,kg", /names no column producer/],
    ["without anything", "", /names no column name, no producer, no unit or units/],
    ["of other things", "a,b\n1,2", /Tên sản phẩm/],
  ])("%s is refused with the cure", (_, text, problem) => {
    expect(() => readCsv(text)).toThrow(problem);
  });
});

describe("a file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "import-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, bytes: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it("of JSON is read entry by entry, lists as the columns take them", async () => {
    const entry = {
      name: "Miến",
      "Chủ thể": "HTX A",
      units: [{ unit: "gói", price_vnd: 45_000, pack: "gói 500g" }, { unit: "kg" }],
      aliases: ["miến dong", "miến"],
      stock: 4,
      abv: null,
      color: "x",
    };
    const { rows, faults, ignored } = await readRows(file("a.json", JSON.stringify([entry, "Miến"])));
    expect([...rows[0]!.cells]).toEqual([
      ["name", "Miến"],
      ["producer", "HTX A"],
      ["units", "gói:45000:gói 500g|kg::"],
      ["aliases", "miến dong|miến"],
      ["stock", "4"],
      ["abv", ""],
    ]);
    expect(faults).toMatchObject([{ line: 2, what: "is no product" }]);
    expect(ignored).toEqual(["color"]);
  });

  it("of UTF-16 is read as Excel writes it", async () => {
    const path = file("u16.txt", Buffer.from(`\ufeff${HEADER.replaceAll(",", "\t")}\nMiến\tHTX A\tgói`, "utf16le"));
    expect((await readRows(path)).rows[0]!.cells.get("name")).toBe("Miến");
  });

  it.each([
    ["a.xlsx", "PK\u0003\u0004…", /no workbook that can be read .* save it as \.xlsx anew/],
    ["a.csv", "PK\u0003\u0004…", /no workbook/],
    ["a.xls", "\u00d0\u00cf", /old \.xls, or has a password/],
    ["locked.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /without a password/],
    ["noise.csv", Buffer.from([0x4d, 0xe9, 0xff, 0xea, 0x6e, 0x2c]), /not UTF-8/],
    ["cut.csv", Buffer.from([0xef, 0xbb, 0xbf, 0x4d, 0xe9]), /not UTF-8/],
    ["broken.json", "[{", /broken JSON/],
    ["object.json", '{"a":1}', /holds no list/],
  ])("%s is refused with the cure", async (name, bytes, problem) => {
    await expect(readRows(file(name, bytes))).rejects.toThrow(problem);
  });

  it("that is not there is refused with its name", async () => {
    await expect(readRows(join(folder, "no.csv"))).rejects.toThrow(/no\.csv can't be read \(ENOENT\)/);
  });
});
