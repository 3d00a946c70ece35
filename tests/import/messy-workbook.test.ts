import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ReadRows } from "../../local/commands/grid.ts";
import { allFaults, reportLines } from "../../local/commands/import-report.ts";
import { readRows } from "../../local/commands/read-rows.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { dueRows } from "../../shared/stores/due.ts";
import { importCatalogue, type ImportOptions, type ImportReport } from "../../shared/usecases/import-catalogue.ts";
import { type ImportingHome, openImportingHome } from "./importing-home.ts";
import { ROWS, type Truth } from "./messy-products.ts";
import { messyWorkbook } from "./messy-workbook.ts";
import { writeWorkbook } from "./write-workbook.ts";

const { sheets, faults: expected, good } = messyWorkbook();

describe("a workbook of 200 products as offices keep it", () => {
  let read: ReadRows;
  let home: ImportingHome;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "workbook-"));
    const path = join(folder, "danh sách.xlsx");
    writeFileSync(path, writeWorkbook(sheets));
    read = await readRows(path);
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    home = await openImportingHome();
  });
  afterEach(() => home.close());

  const take = (options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importCatalogue(home.app, read.rows, { verifiedBy: "import", ...options });
  const stored = async (): Promise<unknown[]> =>
    (await home.stored())
      .map(({ name, producer, unit, price_vnd, stars, certified_on, stock }) => {
        return { name, producer, unit, price_vnd, stars, certified_on, stock } as Truth;
      })
      .toSorted(byName);
  const byName = (one: Truth, other: Truth): number => (one.name < other.name ? -1 : 1);

  it("tells exactly the rows at fault, each with its sheet, line, column and cure", async () => {
    const faults = allFaults(read, await take());
    expect(faults.map(({ sheet, line, column }) => ({ sheet, line, column }))).toEqual(
      expected.map(({ sheet, line, column }) => ({ sheet, line, column })),
    );
    expect(faults.filter(({ what, cure }) => what.length < 8 || cure.length < 8)).toEqual([]);
    expect(new Set(expected.map(({ sheet, line }) => `${sheet} ${line}`)).size).toBe(ROWS - good.length);
  });

  it("takes in all the others, with the facts that their cells mean", async () => {
    await take();
    expect(await stored()).toEqual(good.toSorted(byName));
  });

  it("doubles nothing and changes nothing when it comes again", async () => {
    const first = await take();
    const again = await take();
    expect(again.faults).toEqual(first.faults);
    expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(["same"]));
    expect(await stored()).toHaveLength(good.length);
  });

  it("posts nothing at once: its products are announced two a day", async () => {
    expect(await take()).toMatchObject({ announce: "paced", announced: good.length });
    const rows = await dueRows(home.app.table, "2030-01-01T00:00:00.000Z" as IsoTime);
    const days = Map.groupBy(rows, ({ sk }) => sk.slice(0, 10));
    expect(days.size).toBeGreaterThan(10);
    expect([...days.values()].filter((some) => some.length > 2)).toEqual([]);
  });

  it("tells what it left out, and why", () => {
    const left = Map.groupBy(read.skipped, ({ sheet, why }) => `${sheet}: ${why}`);
    expect(Object.fromEntries([...left].map(([key, some]) => [key, some.map(({ line }) => line)]))).toEqual({
      "Thực phẩm: above the header": [1, 2, 4],
      "Thực phẩm: column numbers": [7],
      "Thực phẩm: heading": [8, 50],
      "Thực phẩm: total": [102],
      "Thực phẩm: below the table": [104, 105],
      "Phông cũ: above the header": [1],
      "Phông cũ: header again": [29],
      "Huyện khác: total": [66],
    });
    expect(read.ignored).toEqual(["STT", "Ghi chú"]);
    expect(read.notes).toEqual([
      'Sheet "Nháp" is hidden: left out.',
      'Sheet "Ghi chú" holds no list, as no row of it names name, producer and unit: left out.',
    ]);
  });

  it("converts the old encodings of one sheet, and not a cell of the others", () => {
    expect(new Set(read.converted.map(({ sheet }) => sheet))).toEqual(new Set(["Phông cũ"]));
    expect(new Set(read.converted.map(({ encoding }) => encoding))).toEqual(new Set(["TCVN3", "VNI"]));
    expect(read.doubtful).toEqual([]);
  });

  it("shows by a dry run what would become of every row, and writes nothing", async () => {
    const dry = reportLines(read, await take({ dryRun: true }), { dryRun: true, announce: undefined, took: 0 });
    expect(dry.filter((line) => /: would be new: /.test(line))).toHaveLength(good.length);
    expect(dry).toContain('sheet "Phông cũ", line 4, name: was in VNI, is now "Miến dong Đông Khê"');
    expect(dry).toContain(
      'sheet "Thực phẩm", line 35, price_vnd: is for one kg, and it is sold by gói. To mend it: write the price of one gói.',
    );
    expect(dry.slice(-3)).toEqual([
      `Dry run, nothing was written: ${good.length} new, 0 changed, 0 as before, ${ROWS - good.length} faulty (0.0 s)`,
      `To be announced: 1 round-up of ${good.length} products at once, then each by itself, 2 a day until 20/02/2027, as more than 5 products are new. The posts go out while the server runs (npm start).`,
      "To choose otherwise: --announce all posts them at once, --announce none posts nothing.",
    ]);
    expect(await stored()).toEqual([]);
    await take();
    const again = reportLines(read, await take({ dryRun: true }), { dryRun: true, announce: undefined, took: 0 });
    expect(again.filter((line) => /: would stay the same: /.test(line))).toHaveLength(good.length);
  });
});
