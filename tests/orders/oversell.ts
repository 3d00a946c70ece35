/** Two hundred people say yes to the last ten, sixteen at a time: a suite for any table. */
import { expect, it } from "vitest";
import { converse } from "../../bots/dialogue/converse.ts";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Table } from "../../shared/ports/table.ts";
import { refreshCatalogue } from "../../shared/stores/catalogue.ts";
import { lastTurns } from "../../shared/stores/conversations.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { producerWrite } from "../../shared/stores/producers.ts";
import { offerKey } from "../../shared/stores/products.ts";
import { Busy, carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { openTestHome } from "../home/open-test-home.ts";
import { producerId } from "../journeys/catalogue.ts";

const BUYERS = 200;
const UNITS = 10;
const AT_ONCE = 16;
const CHESTNUTS = "hat-de" as ProductId;

export function oversellSuite(name: string, open: (own: Table, clock: App["clock"]) => Promise<Table>): void {
  it(`sells exactly ${UNITS} of ${UNITS} to ${BUYERS} buyers, ${AT_ONCE} at once, on ${name}, and says no to nobody while there is one left`, async () => {
    const home = await openTestHome([]);
    try {
      const app: App = { ...home.app, table: await open(home.app.table, home.app.clock) };
      await stock(app);
      const buyers = Array.from({ length: BUYERS }, (_, n) => `buyer-${n}`);
      const address = "Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng";
      await atOnce(buyers, (chat) => tell(app, chat, { id: 1, text: `1kg hạt dẻ, ${address}` }));
      const answers = await atOnce(buyers, (chat) => tell(app, chat, { id: 2, text: "ừ" }));
      const sold = answers.filter(({ text }) => text.includes("Đã đặt!"));
      const refused = answers.filter(({ text }) => text.includes("hết hàng"));
      expect([sold.length, refused.length]).toEqual([UNITS, BUYERS - UNITS]);
      expect(refused.filter(({ left }) => left !== 0)).toEqual([]);
      expect(await offer(app)).toMatchObject({ onHand: 0, reserved: UNITS });
      expect(await Array.fromAsync(allOrders(app.table))).toHaveLength(UNITS);
    } finally {
      await home.close();
    }
  }, 120_000);
}

async function stock(app: App): Promise<void> {
  const producer = { id: producerId(1), slug: "tam-hoa", name: "HTX Tâm Hòa", status: "verified" } as const;
  await app.table.commit([producerWrite(producer, "absent")], { token: "producer" });
  const product = { id: CHESTNUTS, name: "Hạt dẻ Trùng Khánh", aliases: ["hạt dẻ"], producer: producer.id };
  const offers = [{ unit: "kg", price: vnd(120_000), onHand: UNITS }];
  const facts = { ...product, units: [{ unit: "kg" }], priceStatus: "sample" as const };
  await carryOut(app, () => publishProduct(app, { product: facts, offers, announce: false }));
  await refreshCatalogue(app, [CHESTNUTS]);
}

const offer = (app: App) => app.table.get(offerKey(CHESTNUTS, "kg"), { strong: true });

/** The queue delivers a message again that found the table busy; answers what was said, and what was left by then. */
async function tell(
  app: App,
  chat: string,
  { id, text }: { id: number; text: string },
): Promise<{ text: string; left: unknown }> {
  const key = { channel: "webchat", account: "shop", chat };
  const content = { kind: "text", text } as const;
  const body = { ...key, updateId: `${chat}-${id}`, at: app.clock.now(), sender: { id: chat }, content };
  const message = { id: `msg-${chat}-${id}`, group: chat, body, receiveCount: 1, lastTry: false };
  for (;;) {
    try {
      await converse(app, message);
      break;
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
    }
  }
  const left = (await offer(app))?.["onHand"];
  const [turn] = await lastTurns(app.table, `webchat:shop:${chat}`, 1);
  return { text: turn?.out.map((reply) => reply.text).join("\n") ?? "", left };
}

/** Sixteen lanes over one line of people. */
async function atOnce<Answer>(
  people: readonly string[],
  ask: (chat: string) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const line = people.entries();
  const answers: Answer[] = [];
  const lane = async (): Promise<void> => {
    for (const [, chat] of line) answers.push(await ask(chat));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return answers;
}
