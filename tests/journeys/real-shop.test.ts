/** Outside the sample shop an invented price binds nobody, whatever is in the catalogue. */
import { expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { placeOrder, type PlaceOrder } from "../../shared/usecases/place-order.ts";
import { openMarket } from "./market.ts";

it("takes no order for an invented price in a real shop, and does in a sample shop", async () => {
  const market = await openMarket();
  try {
    const { app } = market.home;
    const wish: PlaceOrder = {
      conversation: "telegram:1:2",
      lines: [{ product: "hat-de" as ProductId, unit: "kg", quantity: 1, price: vnd(120_000) }],
      recipient: { name: "Hoa", phone: "0912345678", address: "số 25 Hoàng Đình Giong" } as PlaceOrder["recipient"],
      language: "vi",
    };
    const shop = { ...app.shop, sample: false };
    expect(await placeOrder({ ...app, shop }, wish)).toEqual({
      refused: true,
      code: "not-offered",
      product: "hat-de",
      unit: "kg",
    });
    expect(await placeOrder(app, wish)).toMatchObject({ facts: { total: expect.any(Number) as number } });
  } finally {
    await market.close();
  }
});
