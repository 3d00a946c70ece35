/** One tap of staff about money. Who may say it is in the state, never in the tap. */
import { type Outgoing } from "../../../shared/domain/message.ts";
import { formatVnd, type Vnd } from "../../../shared/domain/money.ts";
import { type Order, type Parcel } from "../../../shared/domain/order.ts";
import { amountOf, missingFrom, parcelPayment, PROVIDERS } from "../../../shared/domain/payment.ts";
import { parseCode } from "../../../shared/domain/ids.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { type Texts } from "../text.vi.ts";

export function noteMoney(context: Context, parcel: string, what: "received" | "returned"): Step {
  const { state, text } = context;
  const code = parseCode(parcel);
  if (code === null || state.staff === undefined) return say(state, { text: text.noSuchParcel });
  return perform(state, "note-money", { parcel: code, role: state.staff, what }, (outcome) => {
    if (!isRefused(outcome)) return say(state, { text: text.money.youNoted });
    switch (outcome.code) {
      case "no-such-parcel":
        return say(state, { text: text.noSuchParcel });
      case "nothing-open":
        return say(state, { text: text.money.nothingOpen });
    }
  });
}

/** Only the office looks after money that is nobody's. */
export function settleStray(context: Context, name: string, id: string): Step {
  const { state, text } = context;
  const provider = PROVIDERS.find((one) => one === name);
  if (provider === undefined || state.staff?.role !== "office") return say(state, { text: text.money.nothingOpen });
  return perform(state, "settle-stray", { provider, id }, (outcome) =>
    say(state, { text: isRefused(outcome) ? text.money.nothingOpen : text.money.youNoted }),
  );
}

/** What a producer is told of a parcel's money; undefined where it is all to be collected. */
export function moneyLine({ money }: Texts, { payment }: Order, parcel: Parcel): string | undefined {
  const received = formatVnd(parcel.money?.received ?? (0 as Vnd));
  switch (parcelPayment(parcel)) {
    case "paid":
    case "over":
      return parcel.money ? money.parcelPaid(formatVnd(amountOf(parcel))) : undefined;
    case "part":
      return money.parcelPart(received, formatVnd(missingFrom(parcel)));
    case "due":
      return payment.method === "transfer" ? money.parcelUnpaid(formatVnd(missingFrom(parcel))) : undefined;
    case "refund-due":
    case "void":
      return undefined;
  }
}

/** A tap that says the money is in, where a transfer is awaited. */
export const moneyChoices = ({ money }: Texts, { payment }: Order, parcel: Parcel): NonNullable<Outgoing["choices"]> =>
  payment.method === "transfer" && missingFrom(parcel) > 0
    ? [{ label: money.moneyCame, payload: `paid:${parcel.code}` }]
    : [];
