/** Units people say, their spellings, and which of them weigh, hold or only count. */
import words from "./words.json" with { type: "json" };

type UnitKind = "weight" | "pack" | "count" | "lodging" | "head";

const KIND: Readonly<Record<string, UnitKind>> = {
  kg: "weight",
  g: "weight",
  lạng: "weight",
  yến: "weight",
  tạ: "weight",
  tấn: "weight",
  lít: "weight",
  ml: "weight",
  phòng: "lodging",
  đêm: "lodging",
  vé: "head",
};

const bySpelling = new Map<string, string>();
for (const [key, spellings] of Object.entries(words.units)) {
  for (const spelling of [key, ...spellings]) bySpelling.set(spelling, key);
}

/** "kí" → "kg", "bịch" → "gói"; null when the word is no unit. */
export const unitKey = (word: string): string | null => bySpelling.get(word) ?? null;

export const unitKind = (key: string): UnitKind => KIND[key] ?? "pack";

/** Whether a product sold in `sold` can be meant with this unit: its own units, and any weight of what is weighed. */
export function sellsIn(sold: ReadonlySet<string> | undefined, key: string): boolean {
  if (sold === undefined) return false;
  return (
    sold.has(key) || (unitKind(key) === "weight" && (key === "lít" || key === "ml" ? sold.has("lít") : sold.has("kg")))
  );
}
