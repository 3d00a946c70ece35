/** Many new products of a list become one round-up, whatever breaks the import off and however often it runs. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reportLines } from "../../local/commands/import-report.ts";
import { readCsv } from "../../local/commands/read-csv.ts";
import { type App } from "../../shared/ports/app.ts";
import { allRoundUps, findOpen } from "../../shared/stores/round-ups.ts";
import { importCatalogue } from "../../shared/usecases/import-catalogue.ts";
import { type ImportingHome, openImportingHome } from "./importing-home.ts";

let home: ImportingHome;
beforeEach(async () => {
  home = await openImportingHome();
});
afterEach(() => home.close());

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => `p${from + place}`);
const listOf = (some: readonly string[]) =>
  ["id,name,producer,unit", ...some.map((id) => `${id},Món ${id},HTX A,gói`)].join("\n");

const roundUps = async () => (await Array.fromAsync(allRoundUps(home.app.table))).map(({ products }) => products);
const open = async () => (await findOpen(home.app.table)).products;

/** The import as far as it comes before its process dies at commit number `commits`. */
async function brokenOff(text: string, commits: number): Promise<number> {
  const { table } = home.app;
  let made = 0;
  const dying: App["table"] = {
    get: (...given) => table.get(...given),
    getMany: (...given) => table.getMany(...given),
    query: (...given) => table.query(...given),
    commit: (...given) => {
      if (++made > commits) return Promise.reject(new Error("killed"));
      return table.commit(...given);
    },
  };
  const run = importCatalogue({ ...home.app, table: dying }, readCsv(text).rows, { verifiedBy: "import" });
  await run.catch(() => undefined);
  return made;
}

describe("a list of many new products", () => {
  it("becomes one round-up in the order of the list, and none when it is imported again in any way", async () => {
    expect(await home.take(listOf(ids(0, 8)))).toMatchObject({ announce: "paced", announced: 8, together: 8 });
    expect(await roundUps()).toEqual([ids(0, 8)]);
    expect(await home.take(listOf(ids(0, 8)))).toMatchObject({ announced: 0, together: 0 });
    expect(await home.take(listOf(ids(0, 8)), { announce: "paced" })).toMatchObject({ announced: 0, together: 0 });
    expect(await roundUps()).toEqual([ids(0, 8)]);
    expect(await open()).toEqual([]);
  });

  it("is none where each is announced at once, or nothing is", async () => {
    await home.take(listOf(ids(0, 8)), { announce: "all" });
    await home.take(listOf(ids(10, 18)), { announce: "none" });
    await home.take(listOf(ids(20, 25)));
    expect(await roundUps()).toEqual([]);
  });

  it("can be asked for later, for those that went in silently, and leaves one alone to its own post", async () => {
    await home.take(listOf(ids(0, 8)), { announce: "none" });
    expect(await home.take(listOf(ids(0, 1)), { announce: "paced" })).toMatchObject({ announced: 1, together: 0 });
    expect(await home.take(listOf(ids(0, 3)), { announce: "paced" })).toMatchObject({ together: 3 });
    expect(await roundUps()).toEqual([ids(0, 3)]);
  });

  it("holds nothing that may not be advertised", async () => {
    const spirit = "\nruou,Rượu ngô,HTX A,chai";
    await home.take(listOf(ids(0, 6)) + spirit, { announce: "paced" });
    expect(await roundUps()).toEqual([ids(0, 6)]);
  });

  it("is told before and after, with the day of its last announcement, and no dry run writes or takes a time", async () => {
    const text = listOf(ids(0, 6));
    const words = async (dryRun: boolean) =>
      reportLines(readCsv(text), await home.take(text, { dryRun }), { dryRun, announce: undefined, took: 0 }).find(
        (line) => line.startsWith("To be announced"),
      );
    const told =
      "To be announced: 1 round-up of 6 products at once, then each by itself, 2 a day until 26/11/2026, as more than 5 products are new. The posts go out while the server runs (npm start).";
    expect([await words(true), await words(true)]).toEqual([told, told]);
    expect([await roundUps(), await open()]).toEqual([[], []]);
    expect(await words(false)).toBe(told);
  });
});

describe("an import that is broken off", () => {
  it("at any commit becomes exactly one round-up of all when it is run again", async () => {
    const text = listOf(ids(0, 70));
    const whole = await brokenOff(text, Number.POSITIVE_INFINITY);
    expect(await roundUps()).toEqual([ids(0, 70)]);
    for (let commits = 0; commits < whole; commits++) {
      await home.close();
      home = await openImportingHome();
      await brokenOff(text, commits);
      expect(await roundUps()).toEqual([]);
      await home.take(text);
      expect(await roundUps()).toEqual([ids(0, 70)]);
      expect(await open()).toEqual([]);
    }
    expect(whole).toBeGreaterThan(5);
  });

  it("and mended to a few new rows goes on as it began", async () => {
    const { length } = ids(0, 70);
    await brokenOff(listOf(ids(0, 70)), 6);
    expect(await open()).toHaveLength(length);
    const report = await home.take(listOf(ids(0, 72)));
    expect(report).toMatchObject({ announce: "paced", together: 72 });
    expect(await roundUps()).toEqual([ids(0, 72)]);
  });

  it("is forgotten where the next one is to announce nothing, or each at once", async () => {
    await brokenOff(listOf(ids(0, 70)), 5);
    await home.take(listOf(ids(0, 70)), { announce: "none" });
    expect([await roundUps(), await open()]).toEqual([[], []]);
  });
});

it("two imports at once tell of each product once", async () => {
  await Promise.all([home.take(listOf(ids(0, 40))), home.take(listOf(ids(40, 80)))]);
  expect((await roundUps()).flat().toSorted()).toEqual(ids(0, 80).toSorted());
  expect(await open()).toEqual([]);
});
