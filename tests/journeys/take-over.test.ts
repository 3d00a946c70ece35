/** A person behind the bot: called, answering from the office's chat or in Zalo's own app, and giving back. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { converse } from "../../bots/dialogue/converse.ts";
import { conversationId } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { HOUR } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Table } from "../../shared/ports/table.ts";
import { answerCustomer, giveBack } from "../../shared/usecases/speak-for-shop.ts";
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
  expect(await desk.tell("Chào bạn, mình là Thu, hàng hỏng thế nào ạ?")).toBe("Đã gửi khách Web …hach.");
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

it("answers nobody in the thread that the answer comes from", async () => {
  const { app } = market.home;
  const desk = await bindOffice(market);
  const own = conversationId({
    channel: "telegram",
    account: (await app.channels.get("telegram"))!.account,
    chat: "500001",
  });
  const wish = { conversation: own, by: own, words: () => [{ text: "Chào" }] };
  expect(await answerCustomer(app, wish)).toEqual({ refused: true, code: "own-thread" });
  expect(await giveBack(app, wish)).toEqual({ refused: true, code: "own-thread" });
  expect(await desk.tell("giúp")).toContain("“ai đang chờ”");
});

const ANSWER = "người thật";
const NEVER = -1;
/** Turns that read and write more and less. */
const MESSAGES = ["giỏ hàng", "cho mình 2 gói miến dong", "đơn của tôi", "gặp nhân viên", "12 gói asdf"];

/** The home's program over a table that counts what a turn asks of it, and lets others work before one of its calls. */
function watchedApp(app: App) {
  const { table } = app;
  const turn = { calls: 0, refused: 0, moment: NEVER, others: () => Promise.resolve() };
  const before = async (): Promise<void> => {
    if (turn.calls++ === turn.moment) await turn.others();
  };
  const watched: Table = {
    get: async (...asked) => (await before(), table.get(...asked)),
    getMany: async (...asked) => (await before(), table.getMany(...asked)),
    query: async (...asked) => (await before(), table.query(...asked)),
    async commit(...asked) {
      await before();
      const committed = await table.commit(...asked);
      if (!committed.done) turn.refused++;
      return committed;
    },
  };
  return { turn, app: { ...app, table: watched } };
}

/** Customers of the web chat whose turns are interrupted: before call number `moment` a person answers them. */
async function interruptedTurns() {
  const { app } = market.home;
  const { account } = (await app.channels.get("webchat"))!;
  const watched = watchedApp(app);
  return async (chat: string, text: string, moment: number) => {
    const key = { channel: "webchat", account, chat };
    const conversation = conversationId(key);
    const at = app.clock.now();
    const body: Incoming = { ...key, updateId: text, at, sender: { id: chat }, content: { kind: "text", text } };
    const others = async (): Promise<void> => {
      await carryOut(app, () => answerCustomer(app, { conversation, words: () => [{ text: ANSWER }] }));
    };
    Object.assign(watched.turn, { calls: 0, refused: 0, moment, others });
    const id = `${chat}: ${text}`;
    await converse(watched.app, { id, group: conversation, receiveCount: 1, lastTry: true, body });
    return { conversation, ...watched.turn };
  };
}

it("commits no reply of the bot after a take-over in the middle of a turn, tried 1,000 times at random moments", async () => {
  const random = seededRandom(7);
  const { table } = market.home.app;
  const turnOf = await interruptedTurns();
  const calls = new Map<string, number>();
  for (const words of MESSAGES) {
    await turnOf(`alone: ${words}`, "xem hàng", NEVER);
    calls.set(words, (await turnOf(`alone: ${words}`, words, NEVER)).calls);
  }
  const ROUNDS = 1000;
  const met = { before: 0, amidst: 0, after: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const chat = `khach-${round}`;
    await turnOf(chat, "xem hàng", NEVER);
    const words = MESSAGES[Math.floor(random() * MESSAGES.length)]!;
    const moment = Math.floor(random() * calls.get(words)!);
    const { conversation, refused } = await turnOf(chat, words, moment);
    await turnOf(chat, "còn hàng không", NEVER);
    const turns = await Array.fromAsync(allTurns(table, conversation));
    const taken = turns.findIndex(({ by }) => by === "person");
    expect(turns[taken]?.out).toEqual([{ text: ANSWER }]);
    expect(turns.slice(taken + 1).flatMap(({ out }) => out)).toEqual([]);
    expect(turns.flatMap((turn) => (turn.in?.content.kind === "text" ? [turn.in.content.text] : []))).toEqual([
      "xem hàng",
      words,
      "còn hàng không",
    ]);
    met[refused > 0 ? "amidst" : taken === 1 ? "before" : "after"]++;
  }
  expect(met.before + met.amidst + met.after).toBe(ROUNDS);
  expect(met.amidst).toBeGreaterThanOrEqual(200);
  expect(met.before).toBeGreaterThanOrEqual(50);
  expect(met.after).toBeGreaterThanOrEqual(20);
}, 120_000);
