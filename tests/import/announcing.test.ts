import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reportLines } from "../../local/commands/import-report.ts";
import { readCsv } from "../../local/commands/read-csv.ts";
import { type ProducerId } from "../../shared/domain/ids.ts";
import { type IsoTime } from "../../shared/domain/time.ts";
import { dueRows } from "../../shared/stores/due.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { findProducers } from "../../shared/stores/producers.ts";
import { timesAfter } from "../../shared/usecases/import-pace.ts";
import { type ImportingHome, openImportingHome } from "./importing-home.ts";

let home: ImportingHome;
beforeEach(async () => {
  home = await openImportingHome();
});
afterEach(() => home.close());

const take: ImportingHome["take"] = (...wish) => home.take(...wish);
const stored = () => home.stored();
const eventsOf = (product: string) => home.eventsOf(product);

describe("producers", () => {
  const producer = async () =>
    (await findProducers(home.app.table, ["htx-a" as ProducerId])).get("htx-a" as ProducerId);

  it("that are drafts offer nothing until somebody verifies them", async () => {
    await take("name,producer,unit,producer_status\nMiến,HTX A,gói,draft");
    expect(await stored()).toMatchObject([{ status: "draft", producer_status: "draft" }]);
    const report = await take("name,producer,unit\nMiến,HTX A,gói");
    expect(report).toMatchObject({ rows: [{ outcome: "changed" }], announced: 1 });
    expect(await stored()).toMatchObject([{ status: "published", producer_status: "verified" }]);
  });

  it("that are suspended stay so until somebody says otherwise", async () => {
    await take("name,producer,unit,producer_status\nMiến,HTX A,gói,suspended");
    await take("name,producer,unit\nMiến,HTX A,gói");
    expect(await producer()).toMatchObject({ status: "suspended" });
    await take("name,producer,unit,producer_status\nMiến,HTX A,gói,verified");
    expect(await producer()).toMatchObject({ status: "verified" });
  });

  it("keep who verified them, and lose the mark of the sample with a real phone", async () => {
    await take("name,producer,unit\nMiến,HTX A,gói", { verifiedBy: "seed", sample: true });
    expect(await producer()).toMatchObject({ sample: true, verifiedBy: "seed" });
    await take("name,producer,unit,producer_phone\nMiến,HTX A,gói,0912345678");
    expect(await producer()).toMatchObject({ verifiedBy: "seed", phone: "0912345678" });
    expect(await producer()).not.toHaveProperty("sample");
  });
});

describe("announcing", () => {
  const list = (count: number) =>
    ["id,name,producer,unit", ...Array.from({ length: count }, (_, place) => `p${place},Món ${place},HTX A,gói`)].join(
      "\n",
    );

  it("happens unasked: at once for five new products, at a pace for six", async () => {
    expect(await take(list(5))).toMatchObject({ announce: "all", announced: 5 });
    await home.close();
    home = await openImportingHome();
    expect(await take(list(6))).toMatchObject({ announce: "paced", announced: 6 });
    expect(await eventsOf("p0")).toEqual([{ name: "product.published", detail: { productId: "p0", announce: false } }]);
    expect(await dueRows(home.app.table, "2027-01-01T00:00:00.000Z" as IsoTime)).toHaveLength(6);
    expect(await take(list(6))).toMatchObject({ announced: 0 });
    expect(await dueRows(home.app.table, "2027-01-01T00:00:00.000Z" as IsoTime)).toHaveLength(6);
  });

  it("leaves out what may not be advertised, and tells it", async () => {
    const rows = [
      "Rượu ngô,HTX A,chai,,",
      "Miến,HTX A,gói,,",
      "Trà thử số 1,HTX A,gói,,",
      "Viên nghệ,HTX A,hộp,,health_food",
    ];
    const text = ["name,producer,unit,abv,claim_class", ...rows].join("\n");
    const told = { dryRun: false, announce: undefined, took: 0 };
    expect(reportLines(readCsv(text), await take(text), told).slice(-4)).toEqual([
      "Announced: 1. The posts go out while the server runs (npm start).",
      'Not announced: "Rượu ngô": a strong drink, or a drink whose strength (abv) is not stated, may not be advertised.',
      'Not announced: "Trà thử số 1": an advertisement may not say "số 1", which stands in the name: give it another name.',
      'Not announced: "Viên nghệ": a health food or cosmetic is advertised only with confirmed content, which can\'t be stated here yet.',
    ]);
  });

  it("can be asked for later, for those that went in silently", async () => {
    await take(list(6), { announce: "none" });
    home.clock.advance(1000);
    expect(await take(list(6), { announce: "all" })).toMatchObject({ announced: 6 });
    expect((await eventsOf("p5")).at(-1)).toEqual({
      name: "product.published",
      detail: { productId: "p5", announce: true },
    });
  });

  it("is paced at two a day, and a second list waits for the first", async () => {
    await take(list(3), { announce: "paced" });
    expect(await eventsOf("p0")).toEqual([{ name: "product.published", detail: { productId: "p0", announce: false } }]);
    await take("id,name,producer,unit\nq,Món khác,HTX B,gói", { announce: "paced" });
    const rows = await dueRows(home.app.table, "2027-01-01T00:00:00.000Z" as IsoTime);
    expect(rows.map((row) => [row.sk.slice(0, 16), readOutboxItem(row).detail])).toEqual([
      ["2026-11-23T09:00", { productId: "p0", announce: true }],
      ["2026-11-24T02:00", { productId: "p1", announce: true }],
      ["2026-11-24T09:00", { productId: "p2", announce: true }],
      ["2026-11-25T02:00", { productId: "q", announce: true }],
    ]);
  });

  it("falls on nine in the morning and four in the afternoon in Viet Nam", () => {
    expect(timesAfter("2026-11-23T09:00:00.000Z" as IsoTime, 3)).toEqual([
      "2026-11-24T02:00:00.000Z",
      "2026-11-24T09:00:00.000Z",
      "2026-11-25T02:00:00.000Z",
    ]);
  });
});
