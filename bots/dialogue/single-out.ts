/** Which of a few products is meant by a word, a place or a price that only one of them has: "bạc hà ạ", "cái đầu". */
import { type ProductId } from "../../shared/domain/ids.ts";
import { fold, nfc } from "../../shared/domain/text.ts";
import { type Listing } from "../../shared/domain/catalogue.ts";
import words from "../understanding/words.json" with { type: "json" };
import { type Context } from "./step.ts";

type Among = Pick<Context, "facts">;

const tokens = (words: string): readonly string[] =>
  nfc(words)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Words that tell nothing although a name may hold them, in a message without accents. */
const PLAIN = new Set(
  "lay loai cho cai mon con cao bang goi hop chai tui an la em anh chi minh ban nhe nha thoi di".split(" "),
);
const MARKED_PLAIN = new Set("lấy loại cho cái món con cao bằng gói hộp chai tui ăn là em anh chị mình bạn".split(" "));

/** All that a product is called, in Vietnamese and as English speakers say it: "the forest one". */
function namesOf({ name, aliases, nameEn = "" }: Listing): string {
  const own = [name, ...aliases].map((each) => each.toLowerCase());
  const english = Object.entries(words.english).flatMap(([said, meant]) =>
    meant.some((each) => own.includes(each)) ? said : [],
  );
  return [...own, nameEn, ...english].join(" ");
}

/** Undefined where none or several fit equally well. */
export function singleOut({ facts }: Among, ids: readonly ProductId[], message: string): ProductId | undefined {
  const marked = fold(message) !== message.toLowerCase();
  const as = marked ? (text: string) => text : fold;
  const said = tokens(as(message)).filter((word) => !(marked ? MARKED_PLAIN : PLAIN).has(word));
  const own = [...new Set(ids)].map((id) => {
    const listing = facts.listings.get(id);
    return { id, names: new Set(tokens(as(listing ? namesOf(listing) : ""))) };
  });
  const tells = (word: string) => own.length === 1 || !own.every(({ names }) => names.has(word));
  const hits = own.map(({ id, names }) => ({
    id,
    count: said.filter((word) => names.has(word) && tells(word)).length,
  }));
  const most = Math.max(0, ...hits.map(({ count }) => count));
  const best = hits.filter(({ count }) => count === most);
  return most > 0 && best.length === 1 ? best[0]?.id : undefined;
}

const CHEAPEST = / (?:re nhat|cheapest|least expensive) /;
const DEAREST = / (?:dat nhat|mac nhat|xin nhat|cao cap nhat|most expensive) /;

/** "loại rẻ nhất", "loại 220k": by the price of what each is sold in first. */
export function byPrice({ facts }: Among, ids: readonly ProductId[], words: string): ProductId | undefined {
  const said = ` ${tokens(fold(words)).join(" ")} `;
  const price = (id: ProductId): number => facts.listings.get(id)?.offers[0]?.price ?? 0;
  const byRise = ids.toSorted((one, other) => price(one) - price(other));
  if (CHEAPEST.test(said)) return byRise[0];
  if (DEAREST.test(said)) return byRise.at(-1);
  const amount = /(?:^|\s)(\d{2,4})(?:k|[.,]000|000| (?:nghin|ngan))(?!\d)/.exec(fold(words))?.[1];
  const priced = amount === undefined ? [] : ids.filter((id) => price(id) === Number(amount) * 1000);
  return priced.length === 1 ? priced[0] : undefined;
}

const THING = "(?:cai|loai|mon|thu|hang|san pham|the)";

/** "cái giữa", "món thứ 2", "cái cuối": by its place on the list. */
export function byPlace<Thing>(things: readonly Thing[], words: string): Thing | undefined {
  const said = ` ${fold(words).replaceAll(/[^a-z0-9]+/g, " ")} `;
  const number = new RegExp(`${THING} (?:thu|so) (\\d)`).exec(said)?.[1];
  if (number !== undefined) return things[Number(number) - 1];
  if (new RegExp(`${THING} (?:o )?giua|middle one`).test(said)) {
    return things.length % 2 === 1 ? things[(things.length - 1) / 2] : undefined;
  }
  if (new RegExp(`${THING} (?:dau|thu nhat)|first one`).test(said)) return things[0];
  if (new RegExp(`${THING} (?:thu hai)|second one`).test(said)) return things[1];
  return new RegExp(`${THING} (?:cuoi|sau cung)|last one`).test(said) ? things.at(-1) : undefined;
}

const SHOWN = /^(?:show|pick):(.+)$/;

/** Products on the list shown last. */
export const shownProducts = ({ state, facts }: Pick<Context, "state" | "facts">): readonly ProductId[] =>
  (state.choices ?? []).flatMap((payload) => {
    const id = SHOWN.exec(payload)?.[1] as ProductId | undefined;
    return id !== undefined && facts.listings.has(id) ? [id] : [];
  });
