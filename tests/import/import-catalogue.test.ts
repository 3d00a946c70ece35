import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { csvCell } from "../../local/commands/csv-cell.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { add } from "../../shared/ports/table.ts";
import { allProducers } from "../../shared/stores/producers.ts";
import { allProducts, offerKey } from "../../shared/stores/products.ts";
import { type ImportingHome, openImportingHome } from "./importing-home.ts";

let home: ImportingHome;
beforeEach(async () => {
  home = await openImportingHome();
});
afterEach(() => home.close());

const take: ImportingHome["take"] = (...wish) => home.take(...wish);
const stored = () => home.stored();
const eventsOf = (product: string) => home.eventsOf(product);
const versions = async () => (await Array.fromAsync(allProducts(home.app.table))).map(({ version }) => version);

const LIST = [
  "id,Tên sản phẩm,Chủ thể,SĐT,Xã,Đơn vị tính,Quy cách,Giá (đ),Tồn kho,Số sao,Ngày chứng nhận,aliases",
  "mien,Miến dong,HTX A,0912 345 678,Xã Nguyên Bình,gói,gói 500g,45.000,20,4 sao,20/2/2024,miến|miến riềng",
  "mat,Mật ong,HTX  a,,,chai,chai 500ml,180k,,,,",
].join("\n");

describe("a list", () => {
  it("goes in with its facts, offers and producer", async () => {
    const report = await take(LIST);
    expect(report).toEqual({
      rows: [
        { line: 2, product: "mien", name: "Miến dong", slug: "mien-dong", outcome: "new" },
        { line: 3, product: "mat", name: "Mật ong", slug: "mat-ong", outcome: "new" },
      ],
      faults: [],
      announce: "all",
      announced: 2,
      together: 0,
      kept: [],
    });
    expect((await stored()).find(({ id }) => id === "mien")).toMatchObject({
      status: "published",
      aliases: "miến|miến riềng",
      producer: "HTX A",
      producer_phone: "0912345678",
      commune: "Xã Nguyên Bình",
      unit: "gói",
      pack: "gói 500g",
      weight_g: 500,
      price_vnd: 45_000,
      price_status: "known",
      stock: 20,
      stars: 4,
      certified_on: "2024-02-20",
    });
    expect(await Array.fromAsync(allProducers(home.app.table))).toMatchObject([
      { id: "htx-a", name: "HTX A", status: "verified", verifiedBy: "import", verifiedAt: home.clock.now() },
    ]);
    expect(await eventsOf("mien")).toEqual([
      { name: "product.published", detail: { productId: "mien", announce: true } },
    ]);
  });

  it("taken in again doubles nothing, changes nothing and gives nothing back to the shelf", async () => {
    await take(LIST);
    await home.app.table.commit([add(offerKey("mien" as ProductId, "gói"), { onHand: -3, sold: 3 })], { token: "t" });
    home.clock.advance(60_000);
    expect((await take(LIST)).rows.map(({ outcome }) => outcome)).toEqual(["same", "same"]);
    expect(await versions()).toEqual([1, 1]);
    expect((await stored()).map(({ stock }) => stock)).toEqual([null, 17]);
    expect(await eventsOf("mien")).toHaveLength(1);
  });

  it("without ids knows its products by producer and name, however they are spelled", async () => {
    await take("name,producer,unit\nBánh khảo Hòa An,HTX A,gói");
    const again = await take("name,producer,unit\nbánh khảo  Hoà An,HTX A,gói");
    expect(again.rows).toMatchObject([{ outcome: "changed" }]);
    expect(await stored()).toHaveLength(1);
  });

  it("that breaks off at any row is made whole by the next run", async () => {
    const all = LIST.split("\n");
    await take(all.slice(0, 2).join("\n"));
    expect((await take(LIST)).rows.map(({ outcome }) => outcome)).toEqual(["same", "new"]);
  });

  it("changes what it says, takes away what it leaves blank, and leaves alone what it has no column for", async () => {
    await take(`${LIST}\n`);
    const text = "id,name,producer,unit,aliases,stars\nmien,Miến dong,HTX A,gói,,";
    expect((await take(text)).rows).toMatchObject([{ outcome: "changed" }]);
    expect((await stored()).find(({ id }) => id === "mien")).toMatchObject({
      aliases: "",
      stars: null,
      price_vnd: 45_000,
      price_status: "known",
      certified_on: "2024-02-20",
      stock: 20,
    });
  });

  it("with several units gives each its price, the named one first", async () => {
    await take("name,producer,unit,units\nMiến,HTX A,kg,gói:45.000:gói 500g|kg:85k|thùng::thùng 20 gói");
    expect(await stored()).toMatchObject([
      { unit: "kg", units: "kg:85000:|gói:45000:gói 500g|thùng::thùng 20 gói", price_status: "known" },
    ]);
  });

  it("without a price sells nothing, and says so", async () => {
    await take("name,producer,unit,price_vnd\nMiến,HTX A,gói,");
    expect(await stored()).toMatchObject([{ price_vnd: null, price_status: "unknown", status: "published" }]);
  });

  it("that is tried dry writes nothing and tells the same", async () => {
    const dry = await take(LIST, { dryRun: true });
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
    expect(await stored()).toEqual([]);
    expect(await Array.fromAsync(allProducers(home.app.table))).toEqual([]);
    expect(await home.app.table.query({ pk: "outbox#product:mien" })).toEqual({ items: [] });
  });

  it("that was exported goes in again as it is", async () => {
    await take(LIST);
    const rows = await stored();
    const columns = Object.keys(rows[0]!);
    const cell = (value: unknown): string => `"${csvCell(value).replaceAll('"', '""')}"`;
    const csv = [columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column])).join(","))];
    await take(csv.join("\n"));
    expect(await stored()).toEqual(rows);
  });
});

describe("every trouble is told with its line, its column and its cure", () => {
  const COLUMNS =
    "id,name,producer,producer_phone,unit,units,price_vnd,price_status,stock,stars,certified_on,abv,season_from,season_to,photo,group,bank_bin";
  const GOOD: Readonly<Record<string, string>> = { name: "Miến", producer: "HTX A", unit: "gói" };
  const cells = (row: Readonly<Record<string, string>>): string =>
    COLUMNS.split(",")
      .map((column) => `"${(row[column] ?? "").replaceAll('"', '""')}"`)
      .join(",");

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["no name", { name: "" }, "name"],
    ["a name of blanks", { name: " \u00a0\u200b" }, "name"],
    ["a name too long", { name: "m".repeat(201) }, "name"],
    ["no producer", { producer: "" }, "producer"],
    ["no unit", { unit: "" }, "unit"],
    ["an id with blanks", { id: "a b" }, "id"],
    ["a price in words", { price_vnd: "liên hệ" }, "price_vnd"],
    ["a price below nothing", { price_vnd: "-5" }, "price_vnd"],
    ["a price that lacks its thousands", { price_vnd: "45" }, "price_vnd"],
    ["a price said to be unknown", { price_vnd: "45000", price_status: "unknown" }, "price_status"],
    ["two prices of one unit", { price_vnd: "45000", units: "gói:50000" }, "price_vnd"],
    ["a list of units that is none", { units: "gói:abc" }, "units"],
    ["a unit that comes twice", { units: "gói:45000|gói:50000" }, "units"],
    ["a stock in words", { stock: "nhiều" }, "stock"],
    ["a stock below nothing", { stock: "-1" }, "stock"],
    ["nine stars", { stars: "9" }, "stars"],
    ["a date that is none", { certified_on: "31/2/2024" }, "certified_on"],
    ["a certificate of tomorrow", { certified_on: "24/11/2026" }, "certified_on"],
    ["a strength above all", { abv: "101" }, "abv"],
    ["half a season", { season_from: "15/9" }, "season_to"],
    ["a picture on a disk", { photo: "C:\\anh.jpg" }, "photo"],
    ["a group of its own", { group: "bia" }, "group"],
    ["a phone that can't be", { producer_phone: "0123" }, "producer_phone"],
    ["a bank number too short", { bank_bin: "97" }, "bank_bin"],
    ["a text without end", { group: "x".repeat(5001) }, "group"],
  ])("%s", async (_, wrong, column) => {
    const text = [
      COLUMNS,
      cells({ ...GOOD, name: "Trước" }),
      cells({ ...GOOD, ...wrong }),
      cells({ ...GOOD, name: "Sau" }),
    ];
    const report = await take(text.join("\n"));
    const [fault] = report.faults;
    expect(fault).toMatchObject({ line: 3, column });
    expect(fault!.what).not.toBe("");
    expect(fault!.cure).not.toBe("");
    expect((await stored()).map(({ name }) => name)).toEqual(["Sau", "Trước"]);
  });

  it("never repeats a phone or an account in a report", async () => {
    const { faults } = await take(`${COLUMNS}\n${cells({ ...GOOD, producer_phone: "091234", bank_bin: "12345" })}`);
    expect(faults).toHaveLength(2);
    expect(JSON.stringify(faults)).not.toMatch(/091234|12345/);
  });

  it("tells all that is wrong with a row at once", async () => {
    const { faults } = await take(`${COLUMNS}\n${cells({ price_vnd: "x", stars: "x" })}`);
    expect(faults.map(({ column }) => column)).toEqual(["name", "producer", "price_vnd", "unit", "stars"]);
  });

  it("takes the first of two rows of one product and tells the other", async () => {
    const report = await take("name,producer,unit,price_vnd\nMiến,HTX A,gói,45000\nmiến,htx a,kg,85000");
    expect(report.faults).toMatchObject([{ line: 3, column: "name", what: "is the same product as line 2" }]);
    expect(await stored()).toMatchObject([{ unit: "gói" }]);
  });

  it("keeps two products of one name apart, each with an address of its own", async () => {
    await take("name,producer,unit\nMiến,HTX A,gói\nMiến,HTX B,gói");
    const slugs = (await stored()).map(({ slug }) => slug);
    expect(slugs).toEqual(["mien", expect.stringMatching(/^mien-[0-9a-f]{6}$/)]);
  });
});
