/** What is shown is what is left: a sale is seen by the next customer, and so is what came back. */
import { expect, it } from "vitest";
import { openMarket } from "./market.ts";

it("shows the next customer what the last one left, and what was given back", async () => {
  const market = await openMarket();
  try {
    const first = market.person("telegram", "900001");
    await first.tell("7kg hạt dẻ, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    await first.tell("ừ");
    const second = market.person("telegram", "900002");
    expect(await second.tell("giá hạt dẻ")).toContain("còn 3 kg");
    await first.tell("huỷ");
    expect(await second.tell("giá hạt dẻ")).toContain("còn 10 kg");
  } finally {
    await market.close();
  }
});

it("sells ten kilograms to those who were first, of twelve who say yes at once", async () => {
  const market = await openMarket();
  try {
    const buyers = Array.from({ length: 12 }, (_, n) => market.person("webchat", `buyer-${n}`));
    for (const [n, buyer] of buyers.entries())
      await buyer.tell(`1kg hạt dẻ, Hoa 09123456${10 + n}, số ${n + 1} đường Hoàng Đình Giong, phường Thục Phán`);
    await Promise.all(buyers.map((buyer) => buyer.say("ừ")));
    await market.home.settle();
    const answers = buyers.map((buyer) => buyer.news());
    expect(answers.filter((answer) => answer.includes("Đã đặt!"))).toHaveLength(10);
    expect(await market.home.app.table.get({ pk: "product#hat-de", sk: "offer#kg" })).toMatchObject({
      onHand: 0,
      reserved: 10,
    });
  } finally {
    await market.close();
  }
});
