import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../local/commands/read-csv.ts";
import { readRows } from "../../local/commands/read-rows.ts";
import { inTcvn3, inVni } from "./old-fonts.ts";

/** As iconv writes it: vowels with their shape, tones behind them. */
const windows1258 = (text: string): Buffer => {
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder("windows-1258").decode(Buffer.of(byte)), byte]),
  );
  const bytes = Array.from(text).flatMap((letter) => {
    const toned = letter.normalize("NFD");
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(toned)?.[0] ?? "";
    const shape = toned.replace(tone, "").normalize("NFC");
    return [letters.get(shape)!, ...(tone === "" ? [] : [letters.get(tone)!])];
  });
  return Buffer.from(bytes);
};

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

  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("finds its header under titles that hold other signs, with %s", (_, sign) => {
    const line = (...cells: readonly string[]): string => cells.join(sign);
    const text = [
      'UBND tỉnh, Sở "Nông nghiệp"; Văn phòng',
      line("Danh sách", "", "", ""),
      "",
      line("STT", "Tên sản phẩm", "Chủ thể", "ĐVT"),
      line("(1)", "(2)", "(3)", "(4)"),
      line("I", "Thực phẩm", "", ""),
      line("1", "Miến", "HTX A", "gói"),
      line("", "Tổng cộng:", "", ""),
      "",
      line("", "", "", "Người lập"),
    ].join("\r\n");
    const { rows, skipped, faults } = readCsv(text);
    expect(rows.map((row) => [row.line, row.cells.get("name"), row.cells.get("unit")])).toEqual([[7, "Miến", "gói"]]);
    expect(skipped.map(({ line: at, why }) => [at, why])).toEqual([
      [1, "above the header"],
      [2, "above the header"],
      [5, "column numbers"],
      [6, "heading"],
      [8, "total"],
      [10, "below the table"],
    ]);
    expect(faults).toEqual([]);
  });

  it("keeps a product whose name begins like a total, and one at fault at the end", () => {
    const { rows, skipped } = readCsv(`${HEADER}\nTổng hợp hạt,P,kg\nCộng,P,gói\nMiến,,`);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(skipped).toEqual([]);
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

  it.each<[string, (text: string) => Buffer]>([
    ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16 with the big end first", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["Windows-1258", windows1258],
    ["TCVN3", (text) => Buffer.from(inTcvn3(text), "latin1")],
    ["VNI", (text) => Buffer.from(inVni(text), "latin1")],
  ])("in %s is read as what was meant", async (_, write) => {
    const text =
      "Tên sản phẩm;Chủ thể;Đơn vị tính\nMiến dong;Hợp tác xã Ngọc Động;gói\nTỏi đen;Hợp tác xã Nguyên Bình;hộp";
    const { rows, faults } = await readRows(file("vn.csv", write(text)));
    expect(rows.map(({ cells }) => [...cells.values()].join(";"))).toEqual(
      text.replace("TỎI", "Tỏi").split("\n").slice(1),
    );
    expect(faults).toEqual([]);
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
