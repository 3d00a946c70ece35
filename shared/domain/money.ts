/** Money is whole đồng. */
import { type Brand } from "./ids.ts";

export type Vnd = Brand<number, "Vnd">;

/** Throws on fractions, negatives and amounts beyond safe integers: such money does not exist. */
export function vnd(amount: number): Vnd {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is not an amount of whole đồng`);
  return amount as Vnd;
}

export const sum = (amounts: readonly Vnd[]): Vnd => vnd(amounts.reduce<number>((total, amount) => total + amount, 0));

/** Price times quantity, rounded to whole đồng (1.5 kg at 85,555 đ). */
export const times = (price: Vnd, quantity: number): Vnd => vnd(Math.round(price * quantity));

/** "85.000 đ": dots between thousands, as written in Viet Nam. */
export const formatVnd = (amount: Vnd): string => `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ".")} đ`;
