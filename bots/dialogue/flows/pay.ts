/** How an order is paid: on delivery, or by transfer where every seller in the cart has an account. */
import { type Choice, type Outgoing } from "../../../shared/domain/message.ts";
import { formatVnd } from "../../../shared/domain/money.ts";
import { qrPath, type TransferSlip } from "../../../shared/domain/transfer.ts";
import { type Heard } from "../answer-question.ts";
import { changed } from "../state.ts";
import { type Context, perform, saidBefore, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";
import { checkout } from "./checkout.ts";
import { travels } from "./recipient.ts";

const sellersOf = ({ state, facts }: Context) =>
  state.cart.flatMap(({ product }) => facts.listings.get(product)?.seller ?? []);

/** An invented account is good for the sample shop alone. */
const accountless = (context: Context): readonly string[] => {
  const without = sellersOf(context).filter(
    ({ transfers, sample }) => !transfers || (sample && !context.facts.shop.sample),
  );
  return [...new Set(without.map(({ name }) => name))];
};

const mayTransfer = (context: Context): boolean => context.state.cart.length > 0 && accountless(context).length === 0;

/** Chosen, and still possible with what is in the cart now. */
export const paysByTransfer = (context: Context): boolean => context.state.pay === "transfer" && mayTransfer(context);

/** The other way, where there is one. */
export function payChoices(context: Context): readonly Choice[] {
  if (!mayTransfer(context)) return [];
  const { byTransfer, onDelivery } = context.text.money;
  return paysByTransfer(context)
    ? [{ label: onDelivery, payload: "pay:cod" }]
    : [{ label: byTransfer, payload: "pay:transfer" }];
}

/** Undefined where it is paid on delivery. */
export function transferTotal(context: Context, shipping: string, total: string): string | undefined {
  if (!paysByTransfer(context)) return undefined;
  const { money } = context.text;
  return travels(context) ? money.total(shipping, total) : money.totalOnly(total);
}

export function choosePay(context: Context, how: string): Step {
  const { state, text } = context;
  if (how === "transfer" && state.cart.length > 0 && !mayTransfer(context))
    return saidBefore([{ text: text.money.noTransfer(accountless(context).join(", ")) }], checkout(context));
  return checkout({ ...context, state: changed(state, { pay: how === "transfer" ? "transfer" : undefined }) });
}

/** Where one parcel is to be paid, in words and as a picture. */
function slipMessage({ text, facts }: Pick<Context, "text" | "facts">, slip: TransferSlip): Outgoing {
  const { money } = text;
  const { account, seller, amount, parcel } = slip;
  return {
    text: [
      money.slip(seller, formatVnd(amount)),
      ...(account.sample ? [money.sampleSlip] : []),
      money.bank(account.bank),
      money.account(account.number),
      money.holder(seller),
      money.memo(parcel),
      ...(account.sample ? [] : [money.slipHint]),
    ].join("\n"),
    photo: `${facts.shop.publicUrl}${qrPath(parcel)}`,
  };
}

export const slipMessages = (context: Context, slips: readonly TransferSlip[]): readonly Outgoing[] =>
  slips.map((slip) => slipMessage(context, slip));

const PAID =
  / (?:da|vua|moi) (?:chuyen khoan|ck|chuyen tien|chuyen|thanh toan|tra tien) | (?:chuyen khoan|ck|chuyen tien|chuyen|thanh toan)(?: \S+){0,2} (?:roi|xong) | (?:i (?:have |ve )?(?:paid|transferred)|payment (?:sent|done)) /;
/** "đã chuyển hàng chưa?" asks after the parcel. */
const ASKS = / (?:hang|chua|khong|may|bao|gi|nao) |[?]/;
const BY_TRANSFER =
  / (?:chuyen khoan|ck|quet (?:ma|qr)|ma qr|qr|so tai khoan|stk|bank transfer|pay by transfer|account number) /;
const ON_DELIVERY = / (?:cod|khi nhan|luc nhan|tien mat|cash|on delivery) /;

/** What is said of paying, once there is something to pay; undefined where it is about something else. */
export function hearPay(context: Context, { words, reading }: Heard): Step | undefined {
  const said = wordsOf(words);
  const { cart, orders = [], pay } = context.state;
  if (reading.items.length > 0) return undefined;
  if (orders.length > 0 && cart.length === 0 && PAID.test(said) && !ASKS.test(`${said}${words}`)) return claim(context);
  if (BY_TRANSFER.test(said) && !ON_DELIVERY.test(said)) {
    if (mayTransfer(context)) return choosePay(context, "transfer");
    return cart.length === 0 && orders.length > 0 ? showSlips(context) : undefined;
  }
  return ON_DELIVERY.test(said) && pay === "transfer" && mayTransfer(context) ? choosePay(context, "cod") : undefined;
}

/** Also of an order that was to be paid on delivery: what is paid before is not collected. */
const showSlips = (context: Context): Step =>
  withSlips(context, (slips) =>
    slips.length > 0
      ? say(context.state, ...slipMessages(context, slips))
      : say(context.state, { text: context.text.topics.payment }),
  );

function claim(context: Context): Step {
  const { state, text } = context;
  return withSlips(context, ([slip]) =>
    slip
      ? perform(state, "claim-payment", { order: slip.order }, () => say(state, { text: text.money.claimed }))
      : say(state, { text: text.money.nothingDue }),
  );
}

const withSlips = ({ state }: Context, then: (slips: readonly TransferSlip[]) => Step): Step =>
  perform(state, "find-transfers", { orders: state.orders ?? [] }, then);
