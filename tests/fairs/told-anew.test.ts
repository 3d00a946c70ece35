/** A fair that was announced, told of once more by its id; and one that no wall may carry. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FairId } from "../../shared/domain/ids.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { allFairs, unversionedFair } from "../../shared/stores/fairs.ts";
import { announceFair } from "../../shared/usecases/announce-fair.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { announce, hoiCho } from "./fairs.ts";

let home: TestHome;
beforeEach(async () => {
  home = await openTestHome([]);
});
afterEach(() => home.close());

const fairs = async () => (await Array.fromAsync(allFairs(home.app.table))).map(unversionedFair);

it("keeps its id and address under a new name and other days", async () => {
  const { fair } = await announce(home.app);
  const renamed = { name: "Hội chợ Tết", from: "2027-01-20" as IsoDate, to: "2027-01-22" as IsoDate };
  const moved = await announce(home.app, { id: fair.id, ...renamed });
  expect(moved).toEqual({ fair: { ...fair, ...renamed }, outcome: "changed" });
  expect(await fairs()).toEqual([moved.fair]);
});

it("is a new one under an id that nothing has", async () => {
  const { fair, outcome } = await announce(home.app, { id: "fai_nothing" as FairId });
  expect(outcome).toBe("new");
  expect(await fairs()).toEqual([fair]);
  expect(fair.id).not.toBe("fai_nothing");
});

it("says why no wall may carry it", async () => {
  const plan = await announceFair(home.app, hoiCho({ name: "Lễ hội rượu ngô" }));
  expect("refused" in plan ? plan : plan.facts).toMatchObject({ outcome: "new", ban: "alcohol" });
});
