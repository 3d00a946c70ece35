import { expect, it } from "vitest";
import { MINUTE } from "../../shared/domain/time.ts";
import { openMarket } from "../../tests/journeys/market.ts";

it("answers twenty messages a minute, one more politely, and then none until the next minute", async () => {
  const market = await openMarket();
  try {
    const hasty = market.person("webchat", "hasty");
    const other = market.person("webchat", "other");
    for (let n = 0; n < 20; n++) expect(await hasty.tell("giỏ hàng")).toContain("Giỏ đang trống");
    expect(await hasty.tell("giỏ hàng")).toContain("Bạn nhắn nhanh quá");
    for (let n = 0; n < 5; n++) expect(await hasty.tell("giỏ hàng")).toBe("");
    expect(await other.tell("giỏ hàng")).toContain("Giỏ đang trống");
    market.clock.advance(MINUTE);
    expect(await hasty.tell("giỏ hàng")).toContain("Giỏ đang trống");
  } finally {
    await market.close();
  }
});
