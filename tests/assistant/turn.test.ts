/** A model in the real turn: asked once about a message, on record for a replay, and in nobody else's way. */
import { afterEach, describe, expect, it } from "vitest";
import { converse } from "../../bots/dialogue/converse.ts";
import { conversationId } from "../../shared/domain/conversation.ts";
import { type State } from "../../bots/dialogue/state.ts";
import { type Assistant, type ModelAnswer, type ModelQuestion } from "../../shared/ports/assistant.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Delivered } from "../../shared/ports/queue.ts";
import { allTurns, findConversation } from "../../shared/stores/conversations.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { replay } from "../journeys/replay.ts";

const GIBBERISH = "qwrtp zxcvb";
const open: Market[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Wants two of whatever stands first on the shortlist. */
const wanting = ({ products }: ModelQuestion): ModelAnswer => ({
  outcome: "proposal",
  proposal: { intent: "order", items: [{ ref: 1, quantity: 2, unit: products[0]?.units[0] ?? null }] },
});

async function marketWith(propose: Assistant["propose"]): Promise<Market> {
  const market = await openMarket({ assistant: () => ({ propose, diagnose: () => Promise.resolve([]) }) });
  open.push(market);
  return market;
}

async function threadOf(market: Market, chat: string) {
  const { account } = (await market.home.app.channels.get("telegram"))!;
  const { table } = market.home.app;
  const turns = await Array.fromAsync(allTurns(table, `telegram:${account}:${chat}`));
  return { turns, stored: await findConversation<State>(table, { channel: "telegram", account, chat }) };
}

it("goes from a guess over the customer's yes and their confirmation to an order, and replays to the same", async () => {
  const market = await marketWith((question) => Promise.resolve(wanting(question)));
  const person = market.person("telegram", "900001");
  expect(await person.tell(GIBBERISH)).toContain("Ý bạn là 2 kg Hạt dẻ Trùng Khánh phải không ạ?");
  expect((await threadOf(market, "900001")).stored?.state.cart).toEqual([]);
  expect(await person.press("Đúng rồi")).toContain("240.000 đ");
  await person.tell("Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng");
  expect(await person.tell("ừ")).toContain("Đã đặt!");
  const { turns, stored } = await threadOf(market, "900001");
  expect(turns.flatMap(({ outcomes = [] }) => outcomes)).toContainEqual({
    intent: "order",
    items: [{ product: "hat-de", quantity: 2, unit: "kg" }],
  });
  const { state, differs } = await replay(market.home.app, conversationId(stored!));
  expect({ state: JSON.parse(JSON.stringify(state)) as unknown, differs }).toEqual({
    state: stored?.state,
    differs: undefined,
  });
});

/** The first commit is refused, as if another turn had come between. */
function refusingOnce(app: App): App {
  let refused = false;
  const { table } = app;
  const commit: App["table"]["commit"] = (writes, options) => {
    if (refused) return table.commit(writes, options);
    refused = true;
    return Promise.resolve({ done: false, refused: { which: 0, why: "when" } });
  };
  const refusing: App["table"] = {
    get: (...request) => table.get(...request),
    getMany: (...request) => table.getMany(...request),
    query: (...request) => table.query(...request),
    commit,
  };
  return { ...app, table: refusing };
}

const message = (chat: string, account: string, text: string): Delivered => ({
  id: `msg-${chat}`,
  group: `telegram:${account}:${chat}`,
  body: {
    channel: "telegram",
    account,
    chat,
    updateId: chat,
    at: "2026-11-23T02:00:00.000Z",
    sender: { id: chat },
    content: { kind: "text", text },
  },
  receiveCount: 1,
  lastTry: false,
});

describe("a message", () => {
  it("is put before the model once, though its commit is refused and the engine runs again", async () => {
    let asked = 0;
    const market = await marketWith((question) => {
      asked += 1;
      return Promise.resolve(wanting(question));
    });
    const { account } = (await market.home.app.channels.get("telegram"))!;
    market.person("telegram", "900002");
    await converse(refusingOnce(market.home.app), message("900002", account, GIBBERISH));
    expect([asked, (await threadOf(market, "900002")).turns.length]).toEqual([1, 1]);
  });

  it("of another conversation is answered while the model keeps the first waiting", async () => {
    let answer: (one: ModelAnswer) => void = () => undefined;
    const waiting = new Promise<ModelAnswer>((resolve) => (answer = resolve));
    const market = await marketWith(() => waiting);
    const { app } = market.home;
    const { account } = (await app.channels.get("telegram"))!;
    const first = converse(app, message("900003", account, GIBBERISH));
    await converse(app, message("900004", account, "cho mình 2 gói miến dong"));
    expect((await threadOf(market, "900004")).stored?.state.cart).toHaveLength(1);
    expect((await threadOf(market, "900003")).stored).toBeUndefined();
    answer({ outcome: "none", why: "no-answer" });
    await first;
    expect((await threadOf(market, "900003")).turns).toHaveLength(1);
  });

  it("is answered though the model's client itself breaks", async () => {
    const market = await marketWith(() => Promise.reject(new Error("a fault of ours")));
    expect(await market.person("telegram", "900005").tell(GIBBERISH)).toContain("Mình chưa hiểu ý bạn");
    expect(market.home.deadLetters()).toEqual([]);
  });
});
