/** Many new products of one list, told of together in one promotion. */
import { type ProductId, type RoundUpId } from "./ids.ts";

export type RoundUp = {
  id: RoundUpId;
  /** In the order of the list; what of them may be named is looked up when it is posted. */
  products: readonly ProductId[];
};

/** An id has at most 64 letters, so that as many stay below the 400 KB of an item. */
export const MOST_IN_ROUND_UP = 5000;
/** One alone is told of by its own post. */
export const LEAST_IN_ROUND_UP = 2;
