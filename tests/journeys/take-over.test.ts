/** A person behind the bot: called, answering from the office's chat or in Zalo's own app, and giving back. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { conversationId } from "../../shared/domain/conversation.ts";
import { HOUR } from "../../shared/domain/time.ts";
import { answerCustomer } from "../../shared/usecases/speak-for-shop.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { allTurns } from "../../shared/stores/conversations.ts";
import { seededRandom } from "../fakes/random.ts";
import { type Market, openMarket } from "./market.ts";
import { bindOffice } from "./staff.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

it("relays a customer to the office and its answers back, until the office gives back", async () => {
  const desk = await bindOffice(market);
  const customer = market.person("webchat", "khach");
  await customer.tell("cho mình 2 gói miến dong");
  expect(await customer.tell("cho tôi gặp nhân viên, hàng bị hỏng")).not.toBe("");
  expect(desk.news()).toContain("Khách: cho tôi gặp nhân viên, hàng bị hỏng");

  expect(await desk.press("Trả lời")).toContain("trả bot");
  expect(await desk.tell("Chào bạn, mình là Thu, hàng hỏng thế nào ạ?")).toBe("Đã gửi khách.");
  expect(customer.news()).toBe("(Nhân viên trả lời)\nChào bạn, mình là Thu, hàng hỏng thế nào ạ?");
  expect(await customer.tell("bị mốc hết rồi")).toBe("");
  expect(desk.news()).toContain("bị mốc hết rồi");
  await desk.tell("Mình gửi lại gói mới nhé");
  expect(customer.news()).toBe("Mình gửi lại gói mới nhé");

  expect(await desk.tell("trả bot")).toContain("trợ lý tự động");
  expect(customer.news()).toContain("Trợ lý tự động trả lời tiếp");
  expect(await customer.tell("giỏ hàng")).toContain("Miến dong Tân Việt Á");
});

it("is silent after a reply typed in Zalo's own app, and returns by itself when that person has left", async () => {
  const customer = market.person("zalo", "900001");
  await customer.tell("giỏ hàng");
  const zalo = market.simulators.get("zalo") as unknown as {
    staffReply(person: string, text: string): Promise<number>;
  };
  await zalo.staffReply("900001", "Chào bạn, mình xem giúp nhé");
  await market.home.settle();
  customer.news();
  expect(await customer.tell("giỏ hàng")).toBe("");
  market.clock.advance(2 * HOUR);
  await market.home.settle();
  expect(customer.news()).toContain("Trợ lý tự động trả lời tiếp");
  expect(await customer.tell("giỏ hàng")).toContain("Giỏ đang trống");
});

it("lets nobody but the office answer a customer", async () => {
  const customer = market.person("webchat", "khach");
  await customer.tell("giỏ hàng");
  const stranger = market.person("telegram", "900009");
  await stranger.tell("xin chào");
  const producer = market.person("telegram", "700001");
  await producer.tell(await market.invite("htx-0"));
  for (const person of [stranger, producer]) await person.tell("trả bot");
  expect(customer.news()).toBe("");
});

it("commits no reply of the bot after a take-over in the middle of a turn, tried 1,000 times at random moments", async () => {
  const random = seededRandom(7);
  const { app } = market.home;
  const account = (await app.channels.get("webchat"))!.account;
  for (let round = 0; round < 1000; round++) {
    const chat = `khach-${round}`;
    const customer = market.person("webchat", chat);
    const id = conversationId({ channel: "webchat", account, chat });
    await customer.tell("giỏ hàng");
    await customer.say("miến dong bao nhiêu tiền");
    const answered = (async () => {
      for (let wait = Math.floor(random() * 12); wait > 0; wait--) await Promise.resolve();
      return carryOut(app, () => answerCustomer(app, { conversation: id, words: () => [{ text: "người thật" }] }));
    })();
    await Promise.all([answered, market.home.settle()]);
    await customer.tell("còn hàng không");
    const turns = await Array.fromAsync(allTurns(app.table, id));
    const taken = turns.findIndex(({ by }) => by === "person");
    expect(taken).toBeGreaterThan(0);
    expect(turns.slice(taken + 1).flatMap(({ out }) => out)).toEqual([]);
    expect(turns.filter((turn) => turn.in)).toHaveLength(3);
  }
}, 120_000);
