/** What people send besides words, on every channel that carries it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationId } from "../../shared/domain/conversation.ts";
import { findConversation } from "../../shared/stores/conversations.ts";
import { type Market, openMarket, type Talker } from "./market.ts";

const PICTURE = { bytes: Uint8Array.from([0xff, 0xd8, 0xff, 1]), type: "image/jpeg" };

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

async function answered(buyer: Talker, sent: Promise<number>): Promise<string> {
  expect(await sent).toBe(200);
  await market.home.settle();
  return buyer.news();
}

describe.each(["telegram", "zalo", "zalobot"])("a picture of a list on %s", (channel) => {
  it("is passed on to a person, and the order can go on in words", async () => {
    const buyer = market.person(channel, "870001");
    const said = await answered(buyer, buyer.sendPhoto(PICTURE));
    expect(said).toContain("Mình chưa xem được ảnh nên đã ghi lại cho người phụ trách.");
    const { account } = (await market.home.app.channels.get(channel))!;
    const key = { channel, account, chat: "870001" };
    const conversation = await findConversation(market.home.app.table, key);
    expect(conversation?.handedOverAt, conversationId(key)).toBeDefined();
    expect(await buyer.tell("2 gói miến dong")).toContain("Giỏ của bạn:");
  });
});

describe.each(["telegram", "zalo"])("a contact shared on %s", (channel) => {
  it("fills the name and the phone, so that only the address is asked for", async () => {
    const buyer = market.person(channel, "870002");
    await buyer.tell("2 gói miến dong");
    const said = await answered(buyer, buyer.shareContact("0912345678", "Hoa"));
    expect(said).toMatch(/thêm (?:tên người nhận và )?địa chỉ nhận hàng nhé/);
    expect(said).not.toContain("số điện thoại");
  });
});
