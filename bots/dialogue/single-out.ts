/** Which of a few products is meant by words that only one of them has: "bạc hà ạ", "loại dong ấy". */
import { type ProductId } from "../../shared/domain/ids.ts";
import { fold } from "../../shared/domain/text.ts";
import { type Context } from "./step.ts";

const tokens = (words: string): readonly string[] =>
  fold(words)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** Words that tell nothing although a name may hold them. */
const PLAIN = new Set([
  "lay",
  "loai",
  "cho",
  "cai",
  "mon",
  "con",
  "cao",
  "bang",
  "goi",
  "hop",
  "chai",
  "tui",
  "an",
  "la",
]);

/** Undefined where none or several fit equally well. */
export function singleOut(
  { facts }: Pick<Context, "facts">,
  ids: readonly ProductId[],
  words: string,
): ProductId | undefined {
  const said = tokens(words).filter((word) => !PLAIN.has(word));
  const own = [...new Set(ids)].map((id) => {
    const listing = facts.listings.get(id);
    return { id, names: new Set(tokens([listing?.name, ...(listing?.aliases ?? [])].join(" "))) };
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

/** "loại rẻ nhất": by the price of what each is sold in first. */
export function byPrice(
  { facts }: Pick<Context, "facts">,
  ids: readonly ProductId[],
  words: string,
): ProductId | undefined {
  const said = ` ${tokens(words).join(" ")} `;
  const most = / (?:re nhat|cheapest|least expensive) /.test(said)
    ? -1
    : / (?:dat nhat|mac nhat|xin nhat|cao cap nhat|most expensive) /.test(said)
      ? 1
      : 0;
  const price = (id: ProductId): number => facts.listings.get(id)?.offers[0]?.price ?? 0;
  return most === 0 ? undefined : ids.toSorted((one, other) => most * (price(other) - price(one)))[0];
}

const SHOWN = /^(?:show|pick):(.+)$/;

/** Products on the list shown last. */
export const shownProducts = ({ state, facts }: Pick<Context, "state" | "facts">): readonly ProductId[] =>
  (state.choices ?? []).flatMap((payload) => {
    const id = SHOWN.exec(payload)?.[1] as ProductId | undefined;
    return id !== undefined && facts.listings.has(id) ? [id] : [];
  });
