import { describe, expect, it } from "vitest";
import { csvCell } from "../../local/commands/csv-cell.ts";

describe("a cell of an export", () => {
  it.each<[unknown, string]>([
    ["=1+1", "'=1+1"],
    ["+84912345678", "'+84912345678"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["Miến = ngon", "Miến = ngon"],
    [-5, "-5"],
    [null, ""],
    [undefined, ""],
    [false, "false"],
    [[{ unit: "gói" }], '[{"unit":"gói"}]'],
  ])("%j is written as %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
