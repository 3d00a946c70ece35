/** Who answers, who sells and where the privacy page is; what a hasty person hears, and one whose message breaks the program. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../shared/domain/conversation.ts";
import { vi } from "../../bots/dialogue/text.vi.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { put } from "../../shared/ports/table.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const keyOf = async (channel: string, chat: string) => {
  const { account } = (await market.home.app.channels.get(channel))!;
  return { pk: `conv#${conversationId({ channel, account, chat })}`, sk: "state" };
};

describe.each(CHATS)("on %s", (channel) => {
  it("the first reply says that a machine answers, who sells and where the privacy page is, and no other does", async () => {
    const customer = market.person(channel, "900001");
    const first = await customer.tell("miến dong bao nhiêu tiền");
    expect(first).toContain("Mình là trợ lý tự động của OCOP Cao Bằng (máy trả lời)");
    expect(first).toContain("Hàng do các hợp tác xã, hộ sản xuất ở Cao Bằng trực tiếp bán");
    expect(first).toContain("https://chophien.test/quyen-rieng-tu");
    expect(first).toContain("55.000 đ");
    expect(await customer.tell("miến dong bao nhiêu tiền")).not.toContain("trợ lý tự động");
  });

  it("a first hello is answered with one greeting", async () => {
    const first = await market.person(channel, "900005").tell("xin chào");
    expect(first).toContain("Chào bạn! Mình là trợ lý tự động");
    expect(first).not.toContain(vi.welcome);
    expect(first).toContain(vi.invite);
  });

  it("twenty messages a minute are answered, one more politely, then none until the next minute", async () => {
    const hasty = market.person(channel, "900002");
    for (let n = 0; n < 20; n++) expect(await hasty.tell("giỏ hàng")).toContain("Giỏ đang trống");
    expect(await hasty.tell("giỏ hàng")).toContain("Bạn nhắn nhanh quá");
    expect([await hasty.tell("giỏ hàng"), await hasty.tell("giỏ hàng")]).toEqual(["", ""]);
    market.clock.advance(MINUTE);
    expect(await hasty.tell("giỏ hàng")).toContain("Giỏ đang trống");
  });

  it("a message that breaks the program is put aside, its customer is told once, and others are served", async () => {
    const unlucky = market.person(channel, "900003");
    await unlucky.tell("giỏ hàng");
    const { table } = market.home.app;
    await table.commit([put({ ...(await keyOf(channel, "900003")), body: "{broken" }, "any")], { token: "broken" });
    await unlucky.say("2 gói miến dong");
    for (let wait = 0; wait < 60; wait++) {
      await market.home.settle();
      market.clock.advance(MINUTE);
    }
    expect(market.home.deadLetters()).toMatchObject([{ queue: "inbox" }]);
    expect(unlucky.news()).toBe(vi.failed);
    const other = market.person(channel, "900004");
    expect(await other.tell("giỏ hàng")).toContain("Giỏ đang trống");
  });
});
