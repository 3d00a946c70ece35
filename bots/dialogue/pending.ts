/** What was read, as the cart takes it. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type ReadItem } from "../understanding/reading.ts";
import { type Pending } from "./state.ts";

export const toPending = ({ product, candidates, quantity, unit }: ReadItem): Pending => ({
  product: product as ProductId | null,
  ...(candidates === undefined ? {} : { candidates: candidates as readonly ProductId[] }),
  quantity,
  unit,
});
