/** What was read, as the cart takes it. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type ReadItem } from "../understanding/reading.ts";
import { type Pending } from "./state.ts";

/** "cho con dao chặt" is one; "mấy gói" and "-5 gói" are to be asked about. */
export const toPending = ({ product, candidates, quantity, unit, problem }: ReadItem): Pending => ({
  product: product as ProductId | null,
  ...(candidates === undefined ? {} : { candidates: candidates as readonly ProductId[] }),
  quantity: quantity ?? (unit !== null && problem === undefined ? 1 : null),
  unit,
  ...(problem === "invalid" ? { bad: true } : {}),
});
