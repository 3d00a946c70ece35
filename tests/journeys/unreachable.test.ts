/** Whoever can't be reached by chat is called: the office hears of it. */
import { expect, it } from "vitest";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { findProducers, producerWrite } from "../../shared/stores/producers.ts";
import { producerId } from "./catalogue.ts";
import { openMarket } from "./market.ts";
import { bindOffice, orderNoodles } from "./staff.ts";

it("tells the office of an invented phone as one, and whom to tell of a cancelled order", async () => {
  const market = await openMarket();
  try {
    const { table } = market.home.app;
    const stored = (await findProducers(table, [producerId(0)])).get(producerId(0));
    if (!stored) throw new Error("The catalogue has no such producer");
    const { version, ...facts } = stored;
    const write = producerWrite({ ...facts, sample: true, phone: "0912345670" }, { version });
    expect(await table.commit([write], { token: "phone" })).toEqual({ done: true });
    const desk = await bindOffice(market);
    const { parcel } = await orderNoodles(market);
    expect(desk.news()).toContain("Điện thoại nhà sản xuất: 0912 345 670 (số mẫu)");
    await market.person("webchat", "900001").tell("huỷ đơn");
    const news = desk.news();
    expect(news).toContain(`Khách đã huỷ đơn ${parcel}. Báo nhà sản xuất không cần chuẩn bị đơn này nữa.`);
    expect(news).not.toContain("Bạn không cần chuẩn bị");
    const calls = (await Array.fromAsync(EXPORTS["leads"]!(market.home.app))).filter(({ kind }) => kind === "call");
    expect(calls[0]).toMatchObject({ who: "producer", channel: null, chat: null, phone: "0912345670" });
  } finally {
    await market.close();
  }
});

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
