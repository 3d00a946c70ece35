/** Cells of a JSON list that hold no text, and names that are none. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRows } from "../../local/commands/read-rows.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { readRow } from "../../shared/usecases/import-row.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nested-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (...entries: readonly unknown[]) => {
  const path = join(folder, "list.json");
  writeFileSync(path, JSON.stringify(entries));
  return readRows(path);
};
const GOOD = { name: "Miến", producer: "HTX A", unit: "gói" };

describe("an entry of a JSON list", () => {
  it.each([
    ["name", { x: 1 }],
    ["name", ["Miến"]],
    ["producer", { name: "HTX A" }],
    ["price_vnd", [45_000]],
    ["aliases", [{ x: 1 }]],
    ["aliases", { x: 1 }],
    ["units", [["gói"]]],
  ])("is told where its %s is %j, and the others go in", async (column, value) => {
    const { rows, faults } = await read({ ...GOOD, [column]: value }, GOOD);
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(faults).toEqual([
      {
        line: 1,
        column,
        what: "holds an object or a list",
        cure: "write a text or a number; only units holds objects, and aliases a list of texts",
      },
    ]);
  });

  it("may have objects as units and texts as aliases", async () => {
    const { rows, faults } = await read({ ...GOOD, units: [{ unit: "gói" }, "kg"], aliases: ["miến"] }, GOOD);
    expect([rows.length, faults]).toEqual([2, []]);
  });
});

describe("a name", () => {
  const faultsOf = (name: string) => {
    const cells = new Map([
      ["name", name],
      ["producer", "HTX A"],
      ["unit", "gói"],
    ] as const);
    const row = readRow({ line: 2, cells }, "2026-11-23" as IsoDate);
    return "faults" in row ? row.faults : [];
  };

  it.each(["123", "—", "[1]", "2.5 %"])("is not %s", (name) => {
    expect(faultsOf(name)).toEqual([
      {
        line: 2,
        column: "name",
        what: `"${name}" is no name`,
        cure: "write what the product is called, such as Miến dong",
      },
    ]);
  });

  it.each(["Miến 123", "3 lê", "ô"])("is %s", (name) => {
    expect(faultsOf(name)).toEqual([]);
  });
});
