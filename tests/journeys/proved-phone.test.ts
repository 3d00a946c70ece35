/** A phone joins two chats where a channel vouches for it and its owner says so; typed, it joins nobody. */
import { describe, expect, it } from "vitest";
import { DAY } from "../../shared/domain/time.ts";
import { CHATS, type Market, type Talker } from "./market.ts";
import { deliver, markets, orderOn, ordersIn, PHONE } from "./several-channels.ts";

const newMarket = markets();

async function share(market: Market, person: Talker, phone = PHONE): Promise<string> {
  await person.shareContact(phone, "Hoa");
  await market.home.settle();
  return person.news();
}

describe("a phone that was proved", () => {
  it("joins Zalo's form and Telegram's own contact by the word of whoever proved it", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    const order = await orderOn(zalo);
    await share(market, zalo);
    const asked = await share(market, telegram);
    expect(asked).toContain("có người nhắn với chợ trên Zalo");
    expect(asked).not.toContain(order);
    expect(await telegram.tell("đơn của tôi")).not.toContain(order);
    expect(await telegram.press("Đúng là mình")).toContain("Mình nhận ra bạn rồi");
    expect(zalo.news()).toContain("Mình nhận ra bạn rồi");
    expect(await telegram.tell("đơn của tôi")).toContain(order);
  });

  it("is asked about in the thread that proved it, when Zalo's form comes after", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    const order = await orderOn(telegram);
    await share(market, telegram);
    await zalo.tell("xin chào");
    const told = await share(market, zalo);
    expect(told).not.toContain("Telegram");
    expect(telegram.news()).toContain("có người nhắn với chợ trên Zalo");
    expect(await zalo.tell("đơn của tôi")).not.toContain(order);
    expect(await telegram.tell("ừ")).toContain("Mình nhận ra bạn rồi");
    expect(await zalo.tell("đơn của tôi")).toContain(order);
  });

  it("goes on with the order in which it was asked for", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    await orderOn(zalo);
    await share(market, zalo);
    await telegram.tell("1 kg hạt dẻ");
    await share(market, telegram);
    const confirmed = await telegram.tell("ừ");
    expect(confirmed).toContain("Giao tới: Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong");
    expect(confirmed).toContain("Hạt dẻ");
  });

  it("joins nobody after a no, and is not asked about again", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    const order = await orderOn(zalo);
    await share(market, zalo);
    await share(market, telegram);
    expect(await telegram.tell("không phải")).toContain("hai nơi vẫn để riêng");
    expect(await telegram.tell("ừ")).not.toContain("Mình nhận ra bạn rồi");
    expect(await share(market, telegram)).not.toContain("có người nhắn");
    await share(market, zalo);
    expect(telegram.news()).toBe("");
    expect(await telegram.tell("đơn của tôi")).not.toContain(order);
  });

  it("belongs to whoever proved it last, and shows them nothing of who had it before", async () => {
    const market = await newMarket();
    const [before, zalo, after] = [
      market.person("telegram", "900001"),
      market.person("zalo", "900001"),
      market.person("telegram", "900002"),
    ];
    const order = await orderOn(before);
    await share(market, before);
    await share(market, zalo);
    expect(before.news()).toContain("có người nhắn với chợ trên Zalo");
    market.clock.advance(DAY);
    expect(await share(market, after)).not.toContain("có người nhắn");
    expect(await after.tell("đơn của tôi")).not.toContain(order);
    // The question that was open went with the phone.
    expect(await before.tell("ừ")).not.toContain("Mình nhận ra bạn rồi");
    expect(await before.tell("đơn của tôi")).toContain(order);
  });

  it("asks nothing about a form of more than thirty days ago", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    await share(market, zalo);
    market.clock.advance(30 * DAY);
    expect(await share(market, telegram)).not.toContain("có người nhắn");
  });
});

describe("an attacker who knows the victim's phone", () => {
  it("learns and moves nothing by typing it, by their name, by a tap, a form or a card", async () => {
    const market = await newMarket();
    const victim = market.person("telegram", "900001", "Hoa");
    const code = await orderOn(victim);
    await share(market, victim);
    victim.news();
    const [order] = await ordersIn(market);
    for (const channel of CHATS) {
      const thief = market.person(channel, "666001", "Hoa");
      await thief.tell(`Hoa, ${PHONE}`);
      await thief.tell("ừ");
      expect(await thief.tell("đơn của tôi")).not.toContain(code);
      expect(await thief.tell(code)).toContain("Mình không biết mã này");
      expect(await thief.tell("huỷ")).not.toContain(code);
      expect(await thief.tell("liên kết")).not.toContain(code);
      for (const payload of [`cancel:${order!.id}`, "same"])
        expect(await deliver(market, channel, { person: thief, content: { kind: "tap", payload } })).not.toContain(
          code,
        );
      expect(await thief.tell("đơn của tôi")).not.toContain(code);
    }
    // In Zalo's form it can be typed as well: the victim is asked, and nothing happens without them.
    const form = market.person("zalo", "666001");
    await share(market, form);
    await form.tell("ừ");
    expect(await form.tell("đơn của tôi")).not.toContain(code);
    expect((await ordersIn(market)).map(({ status }) => status)).toEqual(["placed"]);
  });

  it("proves nothing by the victim's contact card", async () => {
    const market = await newMarket();
    const zalo = market.person("zalo", "900001");
    const order = await orderOn(zalo);
    await share(market, zalo);
    const thief = market.person("telegram", "666001");
    await thief.tell("xin chào");
    const content = { kind: "contact", phone: PHONE, name: "Hoa", proved: false } as const;
    expect(await deliver(market, "telegram", { person: thief, content })).not.toContain("có người nhắn");
    await thief.tell("ừ");
    expect(await thief.tell("đơn của tôi")).not.toContain(order);
  });
});
