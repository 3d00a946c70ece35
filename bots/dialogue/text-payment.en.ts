/** What is said of money, in English. */
import { type Texts } from "./text.vi.ts";

export const paymentEn: Texts["money"] = {
  byTransfer: "Bank transfer",
  onDelivery: "Cash on delivery",
  total: (shipping, total) => `Shipping ${shipping}. Total ${total}, by bank transfer beforehand.`,
  totalOnly: (total) => `Total ${total}, by bank transfer beforehand.`,
  noTransfer: (sellers) => `${sellers} can't take transfers here, so this order is paid on delivery.`,
  noAccount: (seller) => `${seller} can't take transfers any more. The order is paid on delivery now:`,
  placed: (code, total) => `Ordered! Order ${code}, total ${total}. Please transfer it as shown below.`,
  slip: (seller, amount) => `Transfer to ${seller}: ${amount}`,
  bank: (bank) => `Bank: ${bank}`,
  account: (number) => `Account: ${number}`,
  holder: (name) => `Payee: ${name}`,
  memo: (code) => `Memo: ${code}`,
  slipHint:
    "Scanning the picture is enough. If you type, write exactly this memo; I will tell you when the money is in.",
  sampleSlip: "SAMPLE (MẪU), DO NOT PAY: no bank has this account, and the code in the picture is broken on purpose.",

  status: {
    due: "awaiting your transfer",
    part: "part of the transfer is missing",
    paid: "paid",
    over: "paid too much, to be given back",
    "refund-due": "money to be given back",
  },
  claimed: "Noted; the seller is asked to look. I will tell you as soon as the money is in.",
  nothingDue: "I see nothing that you still have to transfer. If that is wrong, write “talk to a person”.",
  received: (amount, seller, code) => `${amount} for ${seller}, order ${code}, is in. Thank you!`,
  short: (amount, seller, missing) =>
    `${amount} for ${seller} is in, ${missing} is missing. Please transfer the rest with the same memo.`,
  over: (amount, seller, excess) =>
    `${amount} for ${seller} is in, ${excess} more than ordered. The seller will give the rest back.`,
  late: (amount, seller) =>
    `${amount} for ${seller} is in, but these goods are no longer part of the order. The seller will give it back.`,
  willBeReturned: (amount) => `What you transferred (${amount}) will be given back by the seller.`,
  returned: (seller, code) =>
    `${seller} says that the money of order ${code} was given back. If you don't see it, write “talk to a person”.`,

  parcelUnpaid: (amount) => `The customer chose to transfer ${amount}: it is not in yet.`,
  parcelPart: (received, missing) => `The customer has transferred ${received}, ${missing} is missing.`,
  parcelPaid: (amount) => `The customer has transferred all of ${amount}: collect nothing.`,
  moneyCame: "Money is in",
  cameFor: (amount, code) => `Money is in: ${amount} for order ${code}.`,
  customerSays: (code, missing) =>
    `The customer says that order ${code} is transferred; ${missing} is awaited. Look at your account and tap “Money is in”.`,
  giveBack: (amount, code, seller) => `Give ${amount} back to the customer of order ${code} (${seller}).`,
  gaveBack: "Given back",
  officeToo: (seller) => `${seller} has the money; please see that they give it back.`,
  stray: (amount, memo, why) =>
    `${amount} came in and it is not known for which order (${why}). Memo: “${memo}”. Tap “Settled” when you saw to it.`,
  strayWhy: {
    "unknown-code": "no order code",
    "several-parcels": "several order codes",
    "wrong-account": "into an account that is not the seller's",
  },
  straySettled: "Settled",
  youNoted: "Noted.",
  nothingOpen: "That is noted already; nothing is left to do.",
};
