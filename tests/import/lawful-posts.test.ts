/** Of a list, only what may be advertised is counted and paced as announced. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IsoTime } from "../../shared/domain/time.ts";
import { dueRows } from "../../shared/stores/due.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { type ImportingHome, openImportingHome } from "./importing-home.ts";

let home: ImportingHome;
beforeEach(async () => {
  home = await openImportingHome();
});
afterEach(() => home.close());

const LIST = [
  "id,name,producer,unit,claim_class,abv",
  "a,Miến dong,HTX A,gói,,",
  "b,Rượu ngô,HTX A,chai,,",
  "c,Cao trị ho,HTX A,hộp,,",
  "d,Viên nghệ,HTX A,hộp,health_food,",
  "e,Nước mơ,HTX A,chai,,0",
].join("\n");

describe("announcing", () => {
  it("counts two of five where spirits, claims and health foods are among them", async () => {
    expect(await home.take(LIST)).toMatchObject({ announce: "all", announced: 2 });
    expect(await home.take(LIST, { announce: "all" })).toMatchObject({ announced: 2 });
  });

  it("spends no time of the pace on what is never posted", async () => {
    expect(await home.take(LIST, { announce: "paced" })).toMatchObject({ announced: 2 });
    const rows = await dueRows(home.app.table, "2027-01-01T00:00:00.000Z" as IsoTime);
    expect(rows.map((row) => (readOutboxItem(row).detail as { productId: string }).productId)).toEqual(["a", "e"]);
  });

  it("goes by what is known of a product from before, and by what a row takes away", async () => {
    await home.take(LIST, { announce: "none" });
    expect(await home.take("id,name,producer,unit\nd,Viên nghệ,HTX A,hộp", { announce: "all" })).toMatchObject({
      announced: 0,
    });
    const again = await home.take("id,name,producer,unit,claim_class\nd,Viên nghệ,HTX A,hộp,", { announce: "all" });
    expect(again).toMatchObject({ announced: 1 });
  });
});
