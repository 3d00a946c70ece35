/** fairs-and-festivals.csv as fairs to come: their days follow from a rule, so they are expected, not confirmed. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type Fair, fairKindOf } from "../../shared/domain/fair.ts";
import { type FairId } from "../../shared/domain/ids.ts";
import { nfc } from "../../shared/domain/text.ts";
import { DAY, type IsoDate, parseDate, vietnamDate } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Key, put } from "../../shared/ports/table.ts";
import { loadFairs, newFairWrites, refreshFairs } from "../../shared/stores/fairs.ts";
import { fairIdOf, fairSlugs } from "../../shared/usecases/announce-fair.ts";

type Source = Readonly<Record<string, string>>;

const DONE: Key = { pk: "seed", sk: "fairs" };
const AHEAD_DAYS = 400;

/** Silent and once, with a mark of its own: shops that were opened before there were fairs get them too. */
export async function seedFairs(app: App): Promise<void> {
  const ids = (await app.table.get(DONE, { strong: true })) ? [] : await sow(app);
  // A run that was broken off between the two is made good by the next one.
  if ((await loadFairs(app)).length === 0) await refreshFairs(app, ids);
}

async function sow(app: App): Promise<readonly FairId[]> {
  const fairs = await fairsToCome(vietnamDate(app.clock.now()));
  const writes = [...fairs.flatMap(newFairWrites), put({ ...DONE, at: app.clock.now() }, "any")];
  const committed = await app.table.commit(writes, { token: app.ids.random("cmt") });
  if (!committed.done) throw new Error("The fairs could not be sown: start again, or start with an empty DATA_DIR");
  return fairs.map(({ id }) => id);
}

export async function fairsToCome(today: IsoDate): Promise<readonly Fair[]> {
  const text = await readFile(join(import.meta.dirname, "fairs-and-festivals.csv"), "utf8");
  const sources = parse(text, { columns: true }) as unknown as readonly Source[];
  return sources.flatMap((source) => fairOf(source, today) ?? []);
}

/** Its next time within the 400 days to come; undefined where nobody knows when that is. */
function fairOf(source: Source, today: IsoDate): Fair | undefined {
  const last = shifted(today, AHEAD_DAYS);
  const days = Object.keys(source)
    .filter((column) => column.startsWith("solar_"))
    .flatMap((column) => daysOf(source, source[column] ?? ""))
    .find(({ from, to }) => to >= today && from <= last);
  if (!days) return undefined;
  const name = nfc(source["name"] ?? "");
  const id = fairIdOf({ name, from: days.from });
  return {
    id,
    slug: fairSlugs({ id, name, from: days.from })[0],
    status: "announced",
    name,
    kind: fairKindOf(name),
    ...days,
    venue: venueOf(source),
    ...(source["rule_vi"] ? { description: nfc(source["rule_vi"]) } : {}),
    expected: true,
    ...(source["source"] ? { source: source["source"].split(";")[0] ?? "" } : {}),
  };
}

function daysOf(source: Source, day: string): readonly Pick<Fair, "from" | "to">[] {
  const computed = parseDate(day);
  if (!computed) return [];
  const from = shifted(computed, Number(source["first_day"]));
  return [{ from, to: shifted(from, Number(source["days"] || 1) - 1) }];
}

const shifted = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as IsoDate;

/** What stands in brackets is a remark about the source. */
function venueOf(source: Source): Fair["venue"] {
  const commune = nfc(source["place_new"] ?? "").replace(/\s*\(.*\)$/, "");
  const formerly = nfc(source["place_old"] ?? "");
  return { text: commune, commune, ...(formerly === "" ? {} : { formerly }) };
}
