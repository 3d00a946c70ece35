/** The commune of today that an address means: by its new name, or by an old one through the map of July 2025. */
import { fold } from "../../shared/domain/text.ts";
import data from "./communes.json" with { type: "json" };
import { bareName, isDistrict, isProvince } from "./places.ts";
import { type CommuneMatch } from "./reading.ts";

type Commune = CommuneMatch["communes"][number];
type Named = { readonly commune: Commune; readonly district: string; readonly type: string };

const nameOf = new Map(data.communes.map(([code = "", name = ""]) => [code, name]));

/** Everything a bare folded name may be, new units first. */
const byName = new Map<string, Named[]>();
const put = (name: string, named: Named): void => {
  const key = bareName(name);
  const known = byName.get(key);
  if (known === undefined) byName.set(key, [named]);
  else known.push(named);
};
const typeOf = (name: string): string => fold(name).split(" ")[0] ?? "";

for (const [code = "", name = ""] of data.communes)
  put(name, { commune: { code, name }, district: "", type: typeOf(name) });
for (const [oldCode = "", oldName = "", district = "", code = ""] of data.former) {
  const old = { code: oldCode, name: oldName, district };
  put(oldName, {
    commune: { code, name: nameOf.get(code) ?? "", old },
    district: bareName(district),
    type: typeOf(oldName),
  });
}

const TYPES = /(?:^| )(?:phuong|p|xa|thi tran|tt) (?=\S)/;
const LONGEST = 3;

/** Word runs of an address that name a commune, longest first; a district or province word is not taken for one. */
function mentions(words: readonly string[]): { readonly name: string; readonly at: number }[] {
  const out: { readonly name: string; readonly at: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = LONGEST; length >= 1; length -= 1) {
      const name = words.slice(at, at + length).join(" ");
      const before = words[at - 1] ?? "";
      if (length === 1 || !byName.has(name) || /^(?:huyen|pho|tinh|tp|duong|ngo)$/.test(before)) continue;
      out.push({ name, at });
      at += length - 1;
      break;
    }
  }
  return out;
}

/** Several places may share the name: the district said, or being outside Cao Bằng, decides. */
export function matchCommune(address: string): CommuneMatch | null {
  const words = fold(address)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const line = words.join(" ");
  const found = mentions(words);
  if (found.length === 0 || elsewhere(words)) return null;
  const typed = found.find(({ at }) => TYPES.test(` ${words[at - 1] ?? ""} x`)) ?? found[0];
  if (typed === undefined) return null;
  const all = byName.get(typed.name) ?? [];
  const type = words[typed.at - 1] ?? "";
  const ofType = narrowed(all, (one) => type === "" || one.type.startsWith(type) || type === "p");
  const inDistrict = narrowed(
    ofType,
    (one) => one.district !== "" && line.slice(line.indexOf(typed.name) + typed.name.length).includes(one.district),
  );
  const communes = unique(inDistrict.length < ofType.length ? inDistrict : settled(ofType, line));
  const said = `${TYPES.test(` ${type} x`) ? `${type} ` : ""}${typed.name}`;
  return { said, communes };
}

const narrowed = (all: readonly Named[], keep: (one: Named) => boolean): readonly Named[] => {
  const some = all.filter(keep);
  return some.length > 0 ? some : all;
};

/** "…, tỉnh Cao Bằng" with no district between is written the new way. */
function settled(all: readonly Named[], line: string): readonly Named[] {
  const now = all.filter((one) => one.commune.old === undefined);
  const newForm = /(?:tinh )?cao bang$/.test(line) && !/(?:huyen|thanh pho|tp) /.test(line);
  return now.length > 0 && newForm ? now : all;
}

const ours = new Set(data.former.map(([, , district = ""]) => bareName(district)));

/** Another province or a district of one: a street there may bear the name of a commune of ours. */
const elsewhere = (words: readonly string[]): boolean =>
  words.some((_, at) =>
    [1, 2, 3].some((length) => {
      const name = words.slice(at, at + length).join(" ");
      const here = name === "cao bang" || name === "cb" || byName.has(name) || ours.has(name);
      const whole = words.length >= at + length && name.length > 1 && !here;
      // A district's name is a street's too, so it counts only where it closes the address.
      return whole && (isProvince(name) || (isDistrict(name) && at + length === words.length));
    }),
  );

/** One entry per unit of today; two old names that went to one unit are no question. */
function unique(all: readonly Named[]): Commune[] {
  const byCode = new Map<string, Commune>();
  for (const { commune } of all) if (!byCode.has(commune.code)) byCode.set(commune.code, commune);
  return [...byCode.values()];
}
