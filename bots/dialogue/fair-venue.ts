/** Where a fair is: as it was said, with the commune of today where the words name exactly one. */
import { type Fair } from "../../shared/domain/fair.ts";
import { fold } from "../../shared/domain/text.ts";
import { matchCommune } from "../understanding/commune.ts";
import { bareName } from "../understanding/places.ts";

const TYPED = /^(?:phuong|p|xa|thi tran|tt) /;

/** "phố đi bộ Kim Đồng" is a street: a commune is named with its kind, or stands alone between commas. */
export function venueOf(text: string): Fair["venue"] {
  const match = matchCommune(text);
  const [only, ...others] = match?.communes ?? [];
  if (!match || !only || others.length > 0) return { text };
  const alone = text.split(",").some((part) => bareName(part.trim()) === bareName(match.said));
  if (!TYPED.test(match.said) && !alone) return { text };
  const { name, old } = only;
  const renamed = old !== undefined && fold(old.name) !== fold(name);
  return { text, commune: name, ...(renamed ? { formerly: `${old.name}, ${old.district}` } : {}) };
}
