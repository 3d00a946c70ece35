/** One person on several channels is one customer once a code shown on one was typed on the other. */
import { describe, expect, it } from "vitest";
import { conversationId } from "../../shared/domain/conversation.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { allTurns } from "../../shared/stores/conversations.ts";
import { CHATS } from "./market.ts";
import { codeIn, link, markets, ORDER, orderOn, ordersIn, threadOf } from "./several-channels.ts";
import { bindOffice } from "./staff.ts";

const newMarket = markets();
const PAIRS = CHATS.flatMap((one) => CHATS.filter((other) => other !== one).map((other) => [one, other] as const));

describe.each(PAIRS)("an order on %s, the code typed on %s", (first, second) => {
  it("is seen and cancelled there, and asks for nothing that was said before", async () => {
    const market = await newMarket();
    const here = market.person(first, "900001");
    const there = market.person(second, "900002");
    const code = await orderOn(here);
    expect(await there.tell("đơn của tôi")).not.toContain(code);
    expect(await there.tell(code)).toContain("Mình không biết mã này");

    expect(await link(here, there)).toContain("Mình nhận ra bạn rồi");
    expect(here.news()).toContain("Mình nhận ra bạn rồi");
    expect(await there.tell("đơn của tôi")).toContain(code);
    expect(await there.tell("như lần trước")).toContain("Giao tới: Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong");
    await there.tell("bỏ giỏ");
    expect(await there.tell("huỷ")).toBe(`Đã huỷ đơn ${code}.`);
    expect((await ordersIn(market)).map(({ status }) => status)).toEqual(["cancelled"]);
  });
});

describe("a link code", () => {
  it("joins once, within a quarter of an hour, and never the chat that shows it", async () => {
    const market = await newMarket();
    const [zalo, web, telegram] = [
      market.person("zalo", "900001"),
      market.person("webchat", "khach"),
      market.person("telegram", "900003"),
    ];
    const code = codeIn(await zalo.tell("liên kết"));
    expect(await zalo.tell(code)).toContain("của chính cuộc trò chuyện này");
    expect(await web.tell(code)).toContain("Mình nhận ra bạn rồi");
    expect(await telegram.tell(code)).toContain("đã dùng hoặc quá 15 phút");
    expect(await link(web, zalo)).toContain("đã liên kết với nhau rồi");
    const late = codeIn(await zalo.tell("kết nối Telegram"));
    market.clock.advance(15 * MINUTE);
    expect(await telegram.tell(late)).toContain("đã dùng hoặc quá 15 phút");
    expect(await telegram.tell("đơn của tôi")).toContain("Mình không thấy đơn nào");
  });

  it("joins nobody by a link that opens the chat, which somebody else may have laid out", async () => {
    const market = await newMarket();
    const [thief, victim] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    const order = await orderOn(victim);
    await victim.start(codeIn(await thief.tell("liên kết")));
    await market.home.settle();
    expect(victim.news()).not.toContain("Mình nhận ra bạn rồi");
    expect(await thief.tell("đơn của tôi")).not.toContain(order);
  });

  it("typed on two channels at once joins one of them", async () => {
    const market = await newMarket();
    const shows = market.person("zalo", "900001");
    const others = [market.person("webchat", "khach"), market.person("telegram", "900002")];
    const code = codeIn(await shows.tell("liên kết"));
    for (const other of others) await other.tell("xin chào");
    await Promise.all(others.map((other) => other.say(code)));
    await market.home.settle();
    const said = others.map((other) => other.news());
    expect(said.filter((text) => text.includes("Mình nhận ra bạn rồi"))).toHaveLength(1);
    expect(said.filter((text) => text.includes("đã dùng"))).toHaveLength(1);
  });

  it("of each typed on the other at the same time joins the two once", async () => {
    const market = await newMarket();
    const [one, other] = [market.person("zalo", "900001"), market.person("webchat", "khach")];
    const [first, second] = [codeIn(await one.tell("liên kết")), codeIn(await other.tell("liên kết"))];
    await Promise.all([one.say(second), other.say(first)]);
    await market.home.settle();
    const said = `${one.news()}\n${other.news()}`;
    expect(said.match(/Hai nơi này đã liên kết/g)).toHaveLength(1);
    expect(market.home.deadLetters()).toEqual([]);
  });

  it("joins all contacts of both, and is undone for one of them by a word", async () => {
    const market = await newMarket();
    const [zalo, bot, telegram, web] = [
      market.person("zalo", "900001"),
      market.person("zalobot", "900001"),
      market.person("telegram", "900001"),
      market.person("webchat", "khach"),
    ];
    const order = await orderOn(zalo);
    await link(zalo, bot);
    await link(telegram, web);
    await link(bot, web);
    expect(await telegram.tell("đơn của tôi")).toContain(order);
    expect(await bot.tell("bỏ liên kết")).toContain("Đã bỏ liên kết");
    expect(await bot.tell("bỏ liên kết")).toContain("chưa liên kết với nơi nào");
    expect(await bot.tell("đơn của tôi")).not.toContain(order);
    expect(await telegram.tell("đơn của tôi")).toContain(order);
  });

  it("is refused where a person would have more than ten contacts", async () => {
    const market = await newMarket();
    const first = market.person("webchat", "khach-0");
    for (let n = 1; n < 10; n++) await link(first, market.person("webchat", `khach-${n}`));
    expect(await link(first, market.person("webchat", "khach-10"))).toContain("nhiều nhất 10 cuộc trò chuyện");
  });
});

it("takes “như lần trước” for what was bought last, on whichever channel", async () => {
  const market = await newMarket();
  const [zalo, web] = [market.person("zalo", "900001"), market.person("webchat", "khach")];
  await orderOn(zalo);
  await link(zalo, web);
  market.clock.advance(MINUTE);
  await web.tell("1 kg hạt dẻ");
  await web.tell("ừ");
  const again = await zalo.tell("như lần trước");
  expect(again).toContain("Hạt dẻ");
  expect(again).not.toContain("Miến dong");
});

describe("an order that is being made", () => {
  it("goes on where the code was typed, and is gone where it began: it can be placed once only", async () => {
    const market = await newMarket();
    const [zalo, telegram] = [market.person("zalo", "900001"), market.person("telegram", "900002")];
    await zalo.tell(ORDER);
    const went = await link(zalo, telegram);
    expect(went).toContain("Đơn bạn chọn dở bên Zalo");
    expect(went).toContain("Giao tới: Hoa, 0912 345 678");
    expect(zalo.news()).toContain("mình đã chuyển sang Telegram");
    expect((await threadOf(market, "zalo", "900001")).state.cart).toEqual([]);
    // The old button is still on the phone, and so is the word.
    await zalo.press("Đặt hàng");
    await zalo.tell("ừ");
    expect(await ordersIn(market)).toEqual([]);
    await telegram.tell("ừ");
    expect(await ordersIn(market)).toHaveLength(1);
  });

  it("is placed once where its yes and the code are said at the same time", async () => {
    const market = await newMarket();
    for (let round = 0; round < 10; round++) {
      const [zalo, web] = [market.person("zalo", `90000${round}`), market.person("webchat", `khach-${round}`)];
      await zalo.tell(ORDER);
      const code = codeIn(await zalo.tell("liên kết"));
      await Promise.all(round % 2 === 0 ? [zalo.say("ừ"), web.say(code)] : [web.say(code), zalo.say("ừ")]);
      await market.home.settle();
      await web.tell("ừ");
      await zalo.tell("ừ");
      expect(await ordersIn(market)).toHaveLength(round + 1);
    }
  });

  it("goes on with its open question", async () => {
    const market = await newMarket();
    const [zalo, web] = [market.person("zalo", "900001"), market.person("webchat", "khach")];
    expect(await zalo.tell("cho mình miến dong")).toContain("Bạn lấy mấy gói Miến dong Tân Việt Á?");
    expect(await link(zalo, web)).toContain("Bạn lấy mấy gói Miến dong Tân Việt Á?");
    expect(await web.tell("3")).toContain("Miến dong Tân Việt Á: 3 gói");
  });

  it("stays where it is while another is being made, and where a person of ours holds the thread", async () => {
    const market = await newMarket();
    const [zalo, web] = [market.person("zalo", "900001"), market.person("webchat", "khach")];
    await zalo.tell("2 gói miến dong");
    await web.tell("1 kg hạt dẻ");
    expect(await link(zalo, web)).not.toContain("chọn dở");
    expect((await threadOf(market, "zalo", "900001")).state.cart).toHaveLength(1);

    const desk = await bindOffice(market);
    const held = market.person("zalo", "900005");
    await held.tell("2 gói miến dong");
    const code = codeIn(await held.tell("liên kết"));
    await held.tell("gặp nhân viên");
    await desk.press("Trả lời");
    await desk.tell("Chào bạn");
    held.news();
    expect(await market.person("telegram", "900006").tell(code)).toContain("Mình nhận ra bạn rồi");
    expect(held.news()).toBe("");
    expect((await threadOf(market, "zalo", "900005")).state.cart).toHaveLength(1);
  });
});

it("costs a turn that joins nothing what it cost before: one strong read and two writes", async () => {
  const market = await newMarket();
  const { table } = market.home.app;
  const person = market.person("telegram", "900001");
  await person.tell("xin chào");
  const counted = { strong: 0, writes: 0 };
  const [get, commit] = [table.get.bind(table), table.commit.bind(table)];
  table.get = (key, options) => {
    if (options?.strong) counted.strong += 1;
    return get(key, options);
  };
  table.commit = (writes, options) => {
    counted.writes += writes.length;
    return commit(writes, options);
  };
  await person.tell("cho mình 2 gói miến dong");
  expect(counted).toEqual({ strong: 1, writes: 2 });
  const turns = await Array.fromAsync(allTurns(table, conversationId(await threadOf(market, "telegram", "900001"))));
  expect(turns).toHaveLength(2);
});
