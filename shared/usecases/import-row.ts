/** One row of a list as facts, or what is wrong with each of its cells and what to write instead. */
import { type ProductId } from "../domain/ids.ts";
import { type Phone } from "../domain/phone.ts";
import { type Producer } from "../domain/product.ts";
import { type IsoDate } from "../domain/time.ts";
import { type OfferWish } from "../stores/products.ts";
import { Cells, type Fault, type Place, placeOf, type RawRow } from "./import-cells.ts";
import { readPhotoKey, readProducer } from "./import-producer.ts";
import { readUnits } from "./import-units.ts";
import {
  readAbv,
  readClaimClass,
  readDate,
  readGroup,
  readKind,
  readName,
  readSeason,
  readShipPolicy,
  readStars,
  readYear,
} from "./import-values.ts";
import { type OptionalFact, type ProductFacts } from "./publish-product.ts";

export type ProducerRow = { name: string; phone?: Phone } & Partial<
  Pick<Producer, "type" | "status" | "commune" | "district" | "bankBin" | "bankAccount">
>;

export type ImportRow = {
  place: Place;
  producer: ProducerRow;
  product: Omit<ProductFacts, "producer">;
  offers: readonly OfferWish[];
};

type Read = { row: ImportRow } | { faults: readonly Fault[] };

/** `today` is the day certificates may not lie behind. */
export function readRow(raw: RawRow, today: IsoDate): Read {
  const cells = new Cells(raw);
  const id = cells.read("id", (text) => (/^[\w.-]{1,64}$/.test(text) ? (text as ProductId) : undefined), [
    "is no id",
    "use up to 64 letters, digits, _, - and ., or leave it blank",
  ]);
  const name = cells.required("name");
  cells.read("name", readName, ["is no name", "write what the product is called, such as Miến dong"]);
  const producer = readProducer(cells);
  const { units, offers, priceStatus } = readUnits(cells);
  const optional = readFacts(cells, today);
  if (cells.faults.length > 0 || name === undefined || producer === undefined) return { faults: cells.faults };
  const { facts, forget } = optional;
  const product: ImportRow["product"] = { name, units, ...priceStatus, ...facts, forget, ...(id && { id }) };
  return { row: { place: placeOf(raw), producer, product, offers } };
}

type Facts = Partial<Omit<ProductFacts, "name" | "producer" | "id" | "forget">>;

function readFacts(cells: Cells, today: IsoDate): { facts: Facts; forget: readonly OptionalFact[] } {
  const read = { ...readTexts(cells), ...readProofs(cells, today), ...readSelling(cells) };
  const facts = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Facts;
  const forget = cells
    .blanks()
    .flatMap((column) => FORGETS[column] ?? [])
    .filter((fact) => facts[fact] === undefined);
  return { facts: { ...facts, ...(cells.isBlank("aliases") ? { aliases: [] } : {}) }, forget };
}

/** A blank cell of a column that is there takes the fact away. */
const FORGETS: Readonly<Record<string, OptionalFact>> = {
  name_en: "nameEn",
  scheme: "scheme",
  group: "group",
  stars: "stars",
  certificate: "certificate",
  certified_on: "certifiedOn",
  recognised_year: "recognisedYear",
  commune: "commune",
  district: "district",
  season_from: "season",
  shelf_life: "shelfLife",
  storage: "storage",
  ingredients: "ingredients",
  abv: "abv",
  licence_no: "licenceNo",
  licence_until: "licenceUntil",
  claim_class: "claimClass",
  origin_proof: "originProof",
  description: "description",
  photo: "photo",
  source: "source",
};

const readTexts = (cells: Cells) => ({
  nameEn: cells.text("name_en"),
  aliases: cells
    .text("aliases")
    ?.split("|")
    .map((alias) => alias.trim())
    .filter((alias) => alias !== ""),
  scheme: cells.text("scheme"),
  commune: cells.text("commune"),
  district: cells.text("district"),
  shelfLife: cells.text("shelf_life"),
  storage: cells.text("storage"),
  ingredients: cells.text("ingredients"),
  originProof: cells.text("origin_proof"),
  description: cells.text("description"),
  source: cells.text("source"),
  photo: readPhotoKey(cells),
});

const DATE = ["is no date", "write day/month/year, such as 20/02/2024, or 2024-02-20"] as const;

const readProofs = (cells: Cells, today: IsoDate) => ({
  stars: cells.read("stars", readStars, ["are no OCOP stars", "write 3, 4 or 5, or leave it blank"]),
  certificate: cells.text("certificate"),
  certifiedOn: cells.read(
    "certified_on",
    (text) => {
      const date = readDate(text);
      return date !== undefined && date <= today ? date : undefined;
    },
    ["is no date up to today", DATE[1]],
  ),
  recognisedYear: cells.read("recognised_year", readYear, ["is no year", "write it with four digits, such as 2023"]),
  licenceNo: cells.text("licence_no"),
  licenceUntil: cells.read("licence_until", readDate, DATE),
  abv: cells.read("abv", readAbv, ["is no strength", "write percent by volume, such as 29,5, or 0 for none"]),
  claimClass: cells.read("claim_class", readClaimClass, ["is no class", "write food, health_food, herbal or cosmetic"]),
});

const SEASON = ["is no day of the year", "write day/month, such as 15/9, or a month, such as tháng 9"] as const;

function readSelling(cells: Cells) {
  const from = cells.read("season_from", (text) => readSeason(text, "from"), SEASON);
  const to = cells.read("season_to", (text) => readSeason(text, "to"), SEASON);
  if (cells.isBlank("season_from") !== cells.isBlank("season_to"))
    cells.fault(cells.isBlank("season_from") ? "season_from" : "season_to", [
      "a season needs both its ends",
      "fill in season_from and season_to, or leave both blank",
    ]);
  return {
    kind: cells.read("kind", readKind, ["is no kind", "write goods, stay or tour"]),
    group: cells.read("group", readGroup, [
      "is no OCOP group",
      "write thực phẩm, đồ uống, dược liệu, thủ công mỹ nghệ, sinh vật cảnh or du lịch",
    ]),
    season: from !== undefined && to !== undefined ? { from, to } : undefined,
    shipPolicy: cells.read("ship_policy", readShipPolicy, ["is no policy", "write any, ground_only or pickup_only"]),
  };
}
