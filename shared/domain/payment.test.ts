/** The table of outcomes at the head of payment.ts, row by row. */
import { describe, expect, it } from "vitest";
import { orderOf } from "../../tests/customers/order-of.ts";
import { codesAlone, codesWithin } from "./memo.ts";
import { vnd } from "./money.ts";
import { type Order, type Parcel, type ParcelStatus } from "./order.ts";
import {
  collectedFor,
  credited,
  excessOf,
  givenBack,
  missingFrom,
  parcelPayment,
  paymentOf,
  vouchedFor,
} from "./payment.ts";

const OWED = 30_000;
const [fresh] = orderOf("webchat:shop:1", "1").parcels as [Parcel];
const pay = (parcel: Parcel, amount: number): Parcel => ({ ...parcel, money: credited(parcel, vnd(amount)).money });
const becomes = (parcel: Parcel, status: ParcelStatus): Parcel => ({ ...parcel, status });
const seen = (parcel: Parcel) => [parcelPayment(parcel), missingFrom(parcel), excessOf(parcel)];

describe("money of a parcel", () => {
  it.each<[what: string, parcel: Parcel, seen: readonly unknown[]]>([
    ["nothing", fresh, ["due", OWED, 0]],
    ["the amount", pay(fresh, OWED), ["paid", 0, 0]],
    ["the amount when it is on its way already", pay(becomes(fresh, "sent"), OWED), ["paid", 0, 0]],
    ["less", pay(fresh, 10_000), ["part", 20_000, 0]],
    ["less and then the rest", pay(pay(fresh, 10_000), 20_000), ["paid", 0, 0]],
    ["more", pay(fresh, 31_000), ["over", 0, 1_000]],
    ["the amount twice", pay(pay(fresh, OWED), OWED), ["over", 0, OWED]],
    ["the amount after it was cancelled", pay(becomes(fresh, "cancelled"), OWED), ["refund-due", 0, OWED]],
    ["the amount before it was declined", becomes(pay(fresh, OWED), "declined"), ["refund-due", 0, OWED]],
    ["the amount before it came back", becomes(pay(fresh, OWED), "returned"), ["refund-due", 0, OWED]],
    ["the amount before it expired", becomes(pay(fresh, OWED), "expired"), ["refund-due", 0, OWED]],
    ["nothing for what was cancelled", becomes(fresh, "cancelled"), ["void", 0, 0]],
  ])("after %s", (_, parcel, expected) => {
    expect(seen(parcel)).toEqual(expected);
  });

  it("that staff saw and the bank then tells of is one payment, whatever order they come in", () => {
    const vouched = { ...fresh, money: vouchedFor(fresh) };
    expect(vouched.money).toEqual({ received: OWED, vouched: OWED });
    expect(credited(vouched, vnd(OWED))).toEqual({ money: { received: OWED }, fresh: 0 });
    expect(credited(vouched, vnd(10_000))).toEqual({ money: { received: OWED, vouched: 20_000 }, fresh: 0 });
    expect(credited(vouched, vnd(40_000))).toEqual({ money: { received: 40_000 }, fresh: 10_000 });
    const paid = pay(fresh, OWED);
    expect(missingFrom(paid)).toBe(0);
  });

  it("is even again once what was too much is given back", () => {
    const twice = pay(pay(fresh, OWED), OWED);
    expect(seen({ ...twice, money: givenBack(twice) })).toEqual(["paid", 0, 0]);
    const cancelled = becomes(pay(fresh, OWED), "cancelled");
    expect(seen({ ...cancelled, money: givenBack(cancelled) })).toEqual(["void", 0, 0]);
  });

  it("that is collected in cash is what a transfer left missing, and goes back when the parcel does", () => {
    const delivered = becomes(pay(fresh, 10_000), "delivered");
    const paid = { ...delivered, money: collectedFor(delivered) };
    expect([paid.money, seen(paid)]).toEqual([{ received: OWED }, ["paid", 0, 0]]);
    expect(seen(becomes(paid, "returned"))).toEqual(["refund-due", 0, OWED]);
    expect(seen(becomes(fresh, "delivered"))).toEqual(["due", OWED, 0]);
  });
});

describe("money of an order", () => {
  const order = (...parcels: readonly Parcel[]): Order => ({
    ...orderOf("webchat:shop:1", "1"),
    parcels,
    payment: { method: "transfer", status: "due" },
  });
  const declined = becomes(fresh, "declined");
  it.each<[status: string, parcels: readonly Parcel[]]>([
    ["due", [fresh, fresh]],
    ["due", [fresh, declined]],
    ["part", [fresh, pay(fresh, OWED)]],
    ["paid", [pay(fresh, OWED), pay(fresh, OWED)]],
    ["paid", [pay(fresh, OWED), declined]],
    ["over", [fresh, pay(fresh, OWED + 1)]],
    ["refund-due", [pay(fresh, OWED + 1), becomes(pay(fresh, OWED), "declined")]],
    ["void", [declined, declined]],
  ])("is %s", (status, parcels) => {
    expect(paymentOf(order(...parcels))).toEqual({ method: "transfer", status });
  });
});

describe("a code in a memo", () => {
  it.each([
    ["K7Q2M4XZ"],
    ["k7q2m4xz"],
    ["MBVCB.3278907687.K7Q2M4XZ.CT tu 0123499999 NGUYEN VAN A toi 257678859"],
    ["Thanh toán đơn K7Q2M4XZ ạ"],
  ])("stands alone in %s", (memo) => {
    expect(codesAlone(memo)).toContain("K7Q2M4XZ");
  });

  it.each([["K7Q2 M4XZ"], ["CTK7Q2M4XZchuyen tien"], ["don k7q2m-4xz"], ["IBFT K7Q2M4 XZ"]])(
    "is found within %s",
    (memo) => {
      expect(codesAlone(memo)).not.toContain("K7Q2M4XZ");
      expect(codesWithin(memo)).toContain("K7Q2M4XZ");
    },
  );

  it("is in no memo without one, and a long memo is cut", () => {
    expect(codesWithin("chuyen tien mua iphone")).not.toContain("K7Q2M4XZ");
    expect(codesWithin("")).toEqual([]);
    expect(codesWithin("A".repeat(5000))).toEqual(["AAAAAAAA"]);
  });
});
