/** Paying a parcel by transfer: into which account, how much, with which memo. */
import { BANKS } from "./banks.ts";
import { type Code, type OrderId } from "./ids.ts";
import { type Vnd } from "./money.ts";
import { type Producer } from "./product.ts";
import { type BankAccount, brokenVietqr, vietqr } from "./vietqr.ts";

export type Account = BankAccount & {
  /** What people call the bank. */
  readonly bank: string;
  /** No bank has it: nothing can be paid there. */
  readonly sample?: true;
};

/** What a customer is shown of it. The memo is the parcel's code. */
export type TransferSlip = {
  readonly order: OrderId;
  readonly parcel: Code;
  readonly seller: string;
  readonly account: Account;
  readonly amount: Vnd;
};

type Banked = Pick<Producer, "bankBin" | "bankAccount" | "sample">;

/** No bank has the number 000000. */
const SAMPLE: Account = { bin: "000000", number: "0000000000", bank: "Ngân hàng mẫu", sample: true };

/** A bank that nobody knows is a slip of the pen, and money is not sent by it; an invented account needs no bank. */
export const hasAccount = ({ bankBin = "", bankAccount, sample }: Banked): boolean =>
  bankAccount !== undefined && (sample === true || Object.hasOwn(BANKS, bankBin));

/** In the sample shop always the sample's, so that nobody pays for what is not sold; an invented one nowhere else. */
export function accountOf(producer: Banked, shop: { sample: boolean }): Account | undefined {
  const { bankBin: bin = "", bankAccount: number = "", sample } = producer;
  if (!hasAccount(producer)) return undefined;
  if (shop.sample) return SAMPLE;
  return sample ? undefined : { bin, number, bank: BANKS[bin] ?? "" };
}

/** What the picture holds; of a sample it is broken on purpose. */
export const qrText = ({ account: { bin, number, sample }, amount, parcel: memo }: TransferSlip): string =>
  (sample ? brokenVietqr : vietqr)({ bin, number, amount, memo });

/** Where the picture is, as long as something is to be paid. */
export const qrPath = (parcel: Code): string => `/chuyen-khoan/${parcel}.png`;
