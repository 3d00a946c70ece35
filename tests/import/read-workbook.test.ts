import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../local/commands/read-workbook.ts";
import { type Style, type WrittenCell, type WrittenSheet, writeWorkbook } from "./write-workbook.ts";

const HEADER: readonly WrittenCell[] = ["Tên sản phẩm", "Chủ thể", "ĐVT", "Độ cồn", "Mùa từ", "Ngày cấp"];
const lines = (...rows: readonly (readonly WrittenCell[])[]) => new Map(rows.map((row, place) => [place + 1, row]));
const read = (...sheets: readonly WrittenSheet[]) => readWorkbook("list.xlsx", writeWorkbook(sheets));
const one = async (...rows: readonly (readonly WrittenCell[])[]) =>
  (await read({ name: "A", rows: lines(HEADER, ...rows) })).rows.map(({ cells }) => [...cells.values()]);
const styled = (number: number, style: Style): WrittenCell => ({ number, style });

describe("a workbook", () => {
  it("gives numbers, percents, days and formulas as people see them", async () => {
    expect(
      await one(
        ["Rượu", "P", "chai", styled(0.295, "percent"), styled(46_280, "date"), styled(45_342.75, "date-vn")],
        ["Miến", "P", { formula: "1", number: 3 }, 0.1 + 0.2, { runs: ["tháng", " 9"] }, { text: " x ", inline: true }],
      ),
    ).toEqual([
      ["Rượu", "P", "chai", "29.5%", "2026-09-15", "2024-02-20"],
      ["Miến", "P", "3", "0.3", "tháng 9", " x "],
    ]);
  });

  it("carries a merged cell down over rows that end before it, and none across", async () => {
    const rows = lines(["Tên", "ĐVT", "Chủ thể"], ["A", "kg", "P"], ["B", "kg"], ["C", "kg"], ["D", "kg"]);
    const { rows: taken } = await read({ name: "A", rows, merges: ["C2:D4"] });
    expect(taken.map(({ cells }) => cells.get("producer"))).toEqual(["P", "P", "P", ""]);
  });

  it("finds the header of each sheet, in whatever order its columns are", async () => {
    const { rows } = await read(
      { name: "Một", rows: lines(["Danh sách"], ["Tên", "Chủ thể", "ĐVT"], ["A", "P", "kg"]) },
      { name: "Hai", rows: lines(["ĐVT", "Chủ thể", "Tên"], ["hộp", "Q", "B"]) },
    );
    expect(rows.map(({ sheet, line, cells }) => [sheet, line, cells.get("name"), cells.get("unit")])).toEqual([
      ["Một", 3, "A", "kg"],
      ["Hai", 2, "B", "hộp"],
    ]);
  });

  it("looks for a header in its first 20 lines alone", async () => {
    const rows = (at: number) =>
      new Map<number, readonly WrittenCell[]>([
        [at, ["Tên", "Chủ thể", "ĐVT"]],
        [at + 1, ["A", "P", "kg"]],
      ]);
    expect((await read({ name: "A", rows: rows(20) })).rows).toHaveLength(1);
    await expect(read({ name: "A", rows: rows(21) })).rejects.toThrow(/one of the first 20 lines has to name/);
  });

  it("without a list is refused, with the row that most looks like a header", async () => {
    const rows = lines(["Danh sách"], ["Tên", "Giá", "ĐVT"], ["A", 1, "kg"]);
    await expect(read({ name: "A", rows })).rejects.toThrow(
      "The header (Tên | Giá | ĐVT) names no column producer: one of the first 20 lines has to name at least name",
    );
    await expect(read({ name: "A", rows: new Map() })).rejects.toThrow(/The header \(nothing\) names no column name/);
  });

  it("that is cut short is refused with the cure", async () => {
    const bytes = writeWorkbook([{ name: "A", rows: lines(HEADER) }]);
    await expect(readWorkbook("list.xlsx", bytes.subarray(0, 900))).rejects.toThrow(/list\.xlsx is no workbook/);
  });
});
