/** products.csv as rows of an import: what the sources say, and a marked sample for what they don't. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { nfc, slugify } from "../../shared/domain/text.ts";
import { type RawRow } from "../../shared/usecases/import-cells.ts";
import { type Column } from "../../shared/usecases/import-columns.ts";
import { type Kind, SAMPLE_KINDS } from "./kinds.ts";

type Source = Readonly<Record<string, string>>;

export async function seedRows(): Promise<readonly RawRow[]> {
  const text = await readFile(join(import.meta.dirname, "products.csv"), "utf8");
  const sources = parse(text, { columns: true }) as unknown as readonly Source[];
  return sources.map((source, place) => ({ line: place + 2, cells: new Map(cellsOf(source)) }));
}

function cellsOf(source: Source): readonly (readonly [Column, string])[] {
  const name = nfc(source["name"] ?? "");
  const kind = SAMPLE_KINDS.find(({ names }) => names.test(name.toLowerCase()));
  if (!kind) throw new Error(`No kind of goods fits ${name}: add one to local/seed/kinds.ts`);
  const id = slugify(name);
  const cells: Partial<Record<Column, string | undefined>> = {
    id,
    name,
    ...factsOf(source),
    ...goodsOf(kind, name),
    ...pricesOf(kind, source, name),
    ...producerOf(source),
    photo: `photos/${id}.svg`,
  };
  return Object.entries(cells).flatMap(([column, text]) => (text ? [[column as Column, text] as const] : []));
}

/** Stars and years only where a source names it as an OCOP product. */
function factsOf(source: Source): Partial<Record<Column, string | undefined>> {
  const verified = source["verified"] === "y";
  const [, certificate, certifiedOn] = /(QĐ \S+) (\d{2}\/\d{2}\/\d{4})/.exec(source["note"] ?? "") ?? [];
  return {
    group: source["group"],
    district: source["district"],
    stars: verified ? source["stars"] : undefined,
    recognised_year: verified && source["stars"] ? source["year"] : undefined,
    certificate,
    certified_on: certifiedOn,
    source: source["source"],
  };
}

function goodsOf(kind: Kind, name: string): Partial<Record<Column, string | undefined>> {
  return {
    kind: kind.kind ?? "goods",
    name_en: `${name} (${kind.english.toLowerCase()})`,
    aliases: kind.aliases?.filter((alias) => alias !== name.toLowerCase()).join("|"),
    ship_policy: kind.ship ?? "any",
    description: kind.story,
    storage: kind.storage,
    season_from: kind.season?.[0],
    season_to: kind.season?.[1],
  };
}

/** A price that the press has seen stays as it is; one that is invented is the same on every run. */
function pricesOf(kind: Kind, source: Source, name: string): Partial<Record<Column, string | undefined>> {
  const unit = source["unit"] ? source["unit"] : kind.unit;
  const seen = source["price_vnd"];
  // A stay or tour books days, which no count of pieces knows.
  const stock = kind.kind === undefined ? stockOf(name) : undefined;
  if (seen) return { unit, price_vnd: seen, price_status: "seen", stock };
  if (!kind.price) return { unit, price_status: "unknown" };
  const price = samplePrice(kind.price, name);
  const more = (kind.more ?? []).map(({ unit: other, pack = "", times }) => {
    const amount = Math.round((price * times) / 1000) * 1000;
    return `${other}:${amount}:${pack}`;
  });
  return {
    unit,
    pack: unit === kind.unit ? kind.pack : undefined,
    units: [`${unit}:${price}:${unit === kind.unit ? (kind.pack ?? "") : ""}`, ...more].join("|"),
    price_status: "sample",
    stock,
  };
}

const STEP = 5;

function samplePrice([lowest, highest]: readonly [number, number], name: string): number {
  const steps = Math.floor((highest - lowest) / STEP) + 1;
  return (lowest + STEP * draw(`${name} price`, steps)) * 1000;
}

const stockOf = (name: string): string => String(20 + draw(`${name} stock`, 81));

/** A number below `sides` that the text always gives. */
const draw = (text: string, sides: number): number =>
  createHash("sha256").update(text).digest().readUInt32BE(0) % sides;

function producerOf(source: Source): Partial<Record<Column, string | undefined>> {
  const producer = source["producer"] ? source["producer"] : unnamed(source["district"] ?? "");
  // A number has to be possible to be taken at all; these are plainly made up, and marked as a sample.
  const phone = `0900000${String(draw(producer, 1000)).padStart(3, "0")}`;
  // No bank has the number 000000: who chooses a transfer in the sample sees how it goes, and can pay nobody.
  const account = `0000000${String(draw(producer, 1000)).padStart(3, "0")}`;
  return {
    producer,
    producer_type: source["producer_type"],
    producer_phone: phone,
    bank_bin: "000000",
    bank_account: account,
  };
}

function unnamed(district: string): string {
  if (district === "") return "Cơ sở tại Cao Bằng (nguồn chưa nêu tên)";
  const place = district.startsWith("Thành phố") ? district : `huyện ${district}`;
  return `Cơ sở tại ${place} (nguồn chưa nêu tên)`;
}
