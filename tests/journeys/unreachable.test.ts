/** Whoever can't be reached by chat is called: the office hears of it. */
import { expect, it } from "vitest";
import { openMarket } from "./market.ts";
import { bindOffice } from "./staff.ts";

it("tells the office of an order whose producer has blocked us, and of news a customer can't get", async () => {
  const market = await openMarket();
  try {
    const desk = await bindOffice(market);
    const stall = market.person("telegram", "700001");
    await stall.tell(await market.invite("htx-0"));
    await stall.block(true);
    const customer = market.person("telegram", "900001");
    await customer.tell("2 gói miến dong, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    await customer.tell("ừ");
    const news = desk.news();
    expect(news).toContain("Không nhắn được cho HTX Tân Việt Á, văn phòng gọi giúp:");
    expect(news).toContain("Danh mục chưa có số điện thoại");
    expect(news).toContain("0912 345 678");

    await stall.block(false);
    await customer.block(true);
    await stall.tell("nhận");
    expect(desk.news()).toContain("Không nhắn được cho khách Hoa, 0912345678");
  } finally {
    await market.close();
  }
});
