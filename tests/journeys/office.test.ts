/** The office's phone on every chat: bound by an invitation, it hears of who waits, answers on any other channel, and gives back. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { conversationId } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { HOUR } from "../../shared/domain/time.ts";
import { CHATS, type Market, openMarket, type Talker } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const BOT_IS_BACK = "Trợ lý tự động trả lời tiếp từ đây. Cần người thật, nhắn “gặp nhân viên”.";

async function officeOn(channel: string): Promise<Talker> {
  const desk = market.person(channel, "500001", "Văn phòng");
  expect(await desk.tell(await market.invite({ role: "office" }))).toContain(
    "Đã gắn máy này. Thông báo sẽ gửi về đây.",
  );
  return desk;
}

const accountOf = async (channel: string) => (await market.home.app.channels.get(channel))!.account;

const threadOf = async (channel: string, chat: string) =>
  conversationId({ channel, account: await accountOf(channel), chat });

/** As the webhook hands a button's payload on, whatever stood on the buttons that were shown. */
async function tap(channel: string, chat: string, payload: string): Promise<void> {
  const { app } = market.home;
  const body: Incoming = {
    channel,
    account: await accountOf(channel),
    chat,
    updateId: `tap:${payload}`,
    at: app.clock.now(),
    sender: { id: chat },
    content: { kind: "tap", payload },
  };
  await app.queue.send("inbox", { group: conversationId(body), dedupeId: body.updateId, body });
  await market.home.settle();
}

const whoOn = (channel: string, tail: string): string =>
  `khách ${channels.find(({ name }) => name === channel)?.title} …${tail}`;

/** Each channel as the office's, with a customer on each: on the same one as well. */
const PAIRS = CHATS.flatMap((office) => CHATS.map((customer) => [office, customer] as const));

describe.each(PAIRS)("an office on %s and a customer on %s", (office, channel) => {
  it("speak with each other until the office gives the thread back", async () => {
    const desk = await officeOn(office);
    const who = whoOn(channel, "0001");
    const customer = market.person(channel, "900001");
    await customer.tell("miến dong bao nhiêu tiền");
    await customer.tell("cho tôi gặp nhân viên, hàng bị hỏng");
    const waits = desk.news();
    expect(waits).toContain(`K${who.slice(1)} cần người trả lời:`);
    expect(waits).toContain("Khách: miến dong bao nhiêu tiền");
    expect(waits).toContain("Máy: Miến dong Tân Việt Á");
    expect(waits).toContain("Khách: cho tôi gặp nhân viên, hàng bị hỏng");

    expect(await desk.tell("Trả lời")).toContain(`Bạn đang trả lời ${who}:`);
    expect(await desk.tell("Chào bạn, hàng hỏng thế nào ạ?")).toBe(`Đã gửi ${who}.`);
    expect(customer.news()).toBe("(Nhân viên trả lời)\nChào bạn, hàng hỏng thế nào ạ?");
    expect(await customer.tell("bị mốc hết rồi")).toBe("");
    expect(desk.news()).toContain(`K${who.slice(1)}: bị mốc hết rồi`);
    await desk.tell("Mình gửi lại gói mới nhé");
    expect(customer.news()).toBe("Mình gửi lại gói mới nhé");

    expect(await desk.tell("trả bot")).toBe(`Đã trả ${who} lại cho trợ lý tự động.`);
    expect(customer.news()).toBe(BOT_IS_BACK);
    expect(await customer.tell("giỏ hàng")).toContain("Giỏ đang trống");
    expect(await desk.tell("giỏ hàng")).toContain("Giỏ đang trống");
    expect(customer.news()).toBe("");
  });
});

describe.each(CHATS)("an office on %s", (office) => {
  it("finds who still waits by a word, also where another customer wrote in between", async () => {
    const desk = await officeOn(office);
    expect(await desk.tell("trả lời")).toBe("Không có khách nào đang chờ trả lời.");
    const first = market.person("webchat", "900011");
    const second = market.person("telegram", "900012");
    await first.tell("cho tôi gặp nhân viên");
    await desk.tell("trả lời");
    await desk.tell("Chào bạn");
    await second.tell("cho mình gặp người thật");
    await first.tell("mình hỏi về miến");
    for (const person of [first, second]) person.news();
    expect(await desk.tell("Miến còn bạn nhé")).toContain("Câu này gửi cho ai?");
    expect([first.news(), second.news()]).toEqual(["", ""]);
    expect(await desk.tell("1")).toBe(`Đã gửi ${whoOn("webchat", "0011")}.`);
    expect([first.news(), second.news()]).toEqual(["Miến còn bạn nhé", ""]);
    expect(await desk.tell("trả bot")).toBe(
      `Đã trả ${whoOn("webchat", "0011")} lại cho trợ lý tự động. Còn khách khác đang chờ: nhắn “trả lời”.`,
    );
    await desk.tell("trả lời");
    await desk.tell("Mình nghe đây ạ");
    expect(second.news()).toBe("(Nhân viên trả lời)\nMình nghe đây ạ");
    expect(await desk.tell("trả bot")).toBe(`Đã trả ${whoOn("telegram", "0012")} lại cho trợ lý tự động.`);
  });

  const other = CHATS.find((name) => name !== office) ?? office;

  it("hears of a lead", async () => {
    const desk = await officeOn(office);
    const customer = market.person(other, "900002");
    await customer.tell("bên mình muốn nhập sỉ miến dong số lượng lớn, gọi mình 0912345678");
    expect(desk.news()).toContain("Khách cần gọi lại:");
  });

  it("that leaves a customer alone loses the thread to the bot, and the customer is told", async () => {
    const desk = await officeOn(office);
    const customer = market.person(other, "900003");
    await customer.tell("cho tôi gặp nhân viên");
    await desk.tell("Trả lời");
    await desk.tell("Mình xem rồi báo lại nhé");
    expect(customer.news()).toContain("(Nhân viên trả lời)");
    market.clock.advance(2 * HOUR);
    await market.home.settle();
    expect(customer.news()).toBe(BOT_IS_BACK);
    expect(await customer.tell("giỏ hàng")).toContain("Giỏ đang trống");
  });

  it("is nobody before it is bound, nor by an invitation that was used", async () => {
    const code = await market.invite({ role: "office" });
    await market.person(other, "500009").tell(code);
    const stranger = market.person(office, "500002");
    await stranger.tell(code);
    const customer = market.person(other, "900004");
    await customer.tell("cho tôi gặp nhân viên");
    expect(stranger.news()).toBe("");
    customer.news();
    const waiting = await threadOf(other, "900004");
    for (const words of ["Trả lời", "xin chào, mình là văn phòng", "trả bot", `relay:${waiting}`])
      await stranger.tell(words);
    // Somebody who guessed what stands on the office's buttons presses them.
    for (const payload of [`relay:${waiting}`, `back:${waiting}`]) {
      await tap(office, "500002", payload);
      expect(stranger.news()).toContain("Mình không mở được cuộc trò chuyện đó.");
      await stranger.tell("mình là văn phòng đây");
    }
    expect(customer.news()).toBe("");
    expect(await customer.tell("giỏ hàng")).not.toContain("Nhân viên");
  });
});

it("gives one customer back by a button while it answers another", async () => {
  const desk = await officeOn("telegram");
  const first = market.person("webchat", "900021");
  const second = market.person("zalo", "900022");
  await second.tell("cho mình gặp người thật");
  await desk.tell("trả lời");
  await desk.tell("Chào bạn");
  await second.tell("cảm ơn nhé");
  await desk.tell("trả bot");
  await second.tell("giỏ hàng");
  await first.tell("cho tôi gặp nhân viên");
  await desk.tell("trả lời");
  await desk.press("Trả bot");
  for (const person of [first, second]) person.news();
  await desk.tell("Mình đang xem ạ");
  expect([first.news(), second.news()]).toEqual(["(Nhân viên trả lời)\nMình đang xem ạ", ""]);
});
