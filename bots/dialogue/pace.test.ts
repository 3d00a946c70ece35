import { expect, it } from "vitest";
import { MINUTE } from "../../shared/domain/time.ts";
import { openMarket } from "../../tests/journeys/market.ts";
import { bindOffice, bindStall } from "../../tests/journeys/staff.ts";

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

it("carries every line of the office to its customer, and answers a producer however fast they write", async () => {
  const market = await openMarket();
  try {
    const desk = await bindOffice(market);
    const customer = market.person("webchat", "900001");
    await customer.tell("gặp nhân viên");
    await desk.tell("trả lời");
    customer.news();
    const lines = Array.from({ length: 25 }, (_, place) => `dòng ${place}`);
    for (const line of lines) await desk.tell(line);
    expect(customer.news().replace("(Nhân viên trả lời)\n", "").split("\n\n")).toEqual(lines);
    const stall = await bindStall(market, "zalobot", "700001");
    for (let n = 0; n < 25; n++) expect(await stall.tell("đơn")).toBe("Không có đơn nào đang chờ bạn.");
  } finally {
    await market.close();
  }
});
