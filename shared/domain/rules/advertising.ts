/** What the law asks of an advertisement: its mark, its advertiser, and words it may not use. Dated rules as data. */
import { type Product } from "../product.ts";
import { nfc } from "../text.ts";
import { type IsoDate } from "../time.ts";
import { mayPromote } from "./alcohol.ts";

type MarkRule = { from: IsoDate; mark: string; source: string };

const MARKS: readonly MarkRule[] = [
  {
    from: "2026-01-01" as IsoDate,
    mark: "[QC]",
    source: "Law 75/2025/QH15 and Decree 342/2025: advertisements on networks carry a clear sign and their advertiser",
  },
];

type ClaimRule = {
  from: IsoDate;
  /** As words of their own, in lower case with accents. */
  words: readonly string[];
  /** Harmless phrases that hold one of the words. */
  except: readonly string[];
  source: string;
};

const CLAIMS: readonly ClaimRule[] = [
  {
    from: "2018-02-02" as IsoDate,
    words: [
      "chữa",
      "điều trị",
      "trị",
      "đặc trị",
      "khỏi",
      "giảm huyết áp",
      "hạ huyết áp",
      "tiểu đường",
      "đái tháo đường",
      "ung thư",
      "bệnh",
      "thần dược",
    ],
    except: [
      "giá trị",
      "trị giá",
      "chính trị",
      "quản trị",
      "sửa chữa",
      "chữa cháy",
      "đi khỏi",
      "ra khỏi",
      "rời khỏi",
      "sạch bệnh",
    ],
    source: "Decree 15/2018/NĐ-CP art. 26 and 27: food is not advertised as a medicine",
  },
  {
    from: "2013-01-01" as IsoDate,
    words: ["nhất", "duy nhất", "tốt nhất", "số một", "số 1"],
    except: ["thống nhất", "thứ nhất", "lần nhất", "hợp nhất", "nhất định", "đồng nhất", "ít nhất", "sớm nhất"],
    source: "Law 16/2012/QH13 art. 8(11): no superlatives without papers that prove them",
  },
];

/** Says "this is an advertisement". */
export const AD_MARK: string = MARKS.at(-1)?.mark ?? "[QC]";

const whole = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${words.toSorted((one, other) => other.length - one.length).join("|")})(?![\\p{L}\\d])`,
    "gu",
  );

const MATCHERS = CLAIMS.map(({ words, except }) => ({ words: whole(words), except: whole(except) }));

/** Words in the text that an advertisement may not use; [] when it may stand. */
export function forbiddenClaims(text: string): readonly string[] {
  const said = nfc(text).toLowerCase().replaceAll(/\s+/g, " ");
  return MATCHERS.flatMap(({ words, except }) => said.replaceAll(except, "·").match(words) ?? []);
}

/** The sentences of a text that may stand in an advertisement, in order. */
export const lawfulSentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && forbiddenClaims(sentence).length === 0);

/** Foods that protect health may be advertised with a confirmed content only, which nobody can state here yet. */
const NEEDS_CONFIRMATION = new Set(["health_food", "cosmetic"]);

export type Advertised = Parameters<typeof mayPromote>[0] & Pick<Product, "claimClass">;

export type AdvertisingBan = "alcohol" | "needs-confirmed-content" | "claim-in-name";

/** Why this product may not be advertised at all; undefined when it may. */
export function advertisingBan(product: Advertised): AdvertisingBan | undefined {
  if (!mayPromote(product)) return "alcohol";
  if (product.claimClass !== undefined && NEEDS_CONFIRMATION.has(product.claimClass)) return "needs-confirmed-content";
  return forbiddenClaims(product.name).length > 0 ? "claim-in-name" : undefined;
}
