/** The rules of joining, over a real table. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { type OrderId } from "../../shared/domain/ids.ts";
import { type Order } from "../../shared/domain/order.ts";
import { type Phone } from "../../shared/domain/phone.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { findClaim, findCustomer, findProof, isSameCustomer } from "../../shared/stores/customers.ts";
import { newOrderWrites } from "../../shared/stores/orders.ts";
import { cancelOrder } from "../../shared/usecases/cancel-order.ts";
import { joinContacts } from "../../shared/usecases/join-contacts.ts";
import { partContact } from "../../shared/usecases/part-contact.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { claimPhone, denyClaim, joinClaimed, provePhone } from "../../shared/usecases/prove-phone.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { orderOf } from "./order-of.ts";

let home: TestHome;
let app: App;
beforeEach(async () => {
  home = await openTestHome([]);
  app = home.app;
});
afterEach(() => home.close());

const PHONE = "0912345678" as Phone;
const [ZALO, TELEGRAM, WEB, BOT] = ["zalo:oa:1", "telegram:bot:1", "webchat:shop:1", "zalobot:b:1"] as const;

const join = (one: string, other: string) => carryOut(app, () => joinContacts(app, { one, other }));
const prove = (conversation: string) => carryOut(app, () => provePhone(app, { conversation, phone: PHONE }));
const claim = (conversation: string) => carryOut(app, () => claimPhone(app, { conversation, phone: PHONE }));
const contactsOf = async (contact: string) => (await findCustomer(app.table, contact, { strong: true }))?.contacts;

async function placed(conversation: string, id: string): Promise<Order> {
  const order = orderOf(conversation, id);
  await app.table.commit(newOrderWrites(order), { token: id });
  return order;
}

describe("joined contacts", () => {
  it("are one customer with all that either was joined with", async () => {
    await join(ZALO, TELEGRAM);
    await join(WEB, BOT);
    await join(BOT, TELEGRAM);
    const all = [BOT, WEB, TELEGRAM, ZALO];
    for (const contact of all) expect(new Set(await contactsOf(contact))).toEqual(new Set(all));
    expect(await join(ZALO, WEB)).toEqual({ refused: true, code: "already-joined" });
    expect(await join(ZALO, ZALO)).toEqual({ refused: true, code: "already-joined" });
  });

  it("are at most ten", async () => {
    for (let n = 1; n < 10; n++) await join(`webchat:shop:${n}`, "webchat:shop:0");
    expect(await join("webchat:shop:0", ZALO)).toEqual({ refused: true, code: "too-many-contacts", most: 10 });
    expect(await contactsOf(ZALO)).toBeUndefined();
  });

  it("are one customer however many join at the same time", async () => {
    await Promise.all([join(ZALO, TELEGRAM), join(WEB, BOT), join(TELEGRAM, WEB), join(BOT, ZALO)]);
    const all = [ZALO, TELEGRAM, WEB, BOT];
    const ids = await Promise.all(all.map((contact) => findCustomer(app.table, contact, { strong: true })));
    expect(new Set(ids.map((customer) => customer?.id)).size).toBe(1);
    expect(new Set(ids[0]?.contacts)).toEqual(new Set(all));
  });

  it("part one by one, and the last is a customer by itself without a record", async () => {
    await join(ZALO, TELEGRAM);
    await join(ZALO, WEB);
    await carryOut(app, () => partContact(app, { conversation: ZALO }));
    expect([await contactsOf(ZALO), await contactsOf(WEB)]).toEqual([undefined, [TELEGRAM, WEB]]);
    await carryOut(app, () => partContact(app, { conversation: WEB }));
    expect([await contactsOf(WEB), await contactsOf(TELEGRAM)]).toEqual([undefined, undefined]);
    expect(await carryOut(app, () => partContact(app, { conversation: WEB }))).toEqual({
      refused: true,
      code: "not-joined",
    });
    expect(await join(ZALO, TELEGRAM)).toMatchObject({ contacts: [ZALO, TELEGRAM] });
  });

  it("take back each other's orders, and nobody else's, nor those of one that has parted", async () => {
    const order = await placed(ZALO, "ord_1");
    const cancel = (conversation: string) => cancelOrder(app, { order: order.id, conversation });
    expect(await cancel(TELEGRAM)).toEqual({ refused: true, code: "no-such-order" });
    await join(ZALO, TELEGRAM);
    await join(WEB, BOT);
    expect(await cancel(WEB)).toEqual({ refused: true, code: "no-such-order" });
    expect(isRefused(await cancel(TELEGRAM))).toBe(false);
    await carryOut(app, () => partContact(app, { conversation: TELEGRAM }));
    expect(await cancel(TELEGRAM)).toEqual({ refused: true, code: "no-such-order" });
    expect(isRefused(await cancel(ZALO))).toBe(false);
    expect(await cancelOrder(app, { order: "ord_none" as OrderId, conversation: ZALO })).toMatchObject({
      code: "no-such-order",
    });
  });

  it("are one row of the export; others stay one row a phone", async () => {
    for (const [place, conversation] of [ZALO, TELEGRAM, WEB].entries()) await placed(conversation, `ord_${place}`);
    await join(ZALO, TELEGRAM);
    await join(ZALO, BOT);
    const rows = await Array.fromAsync(EXPORTS["customers"]!(app));
    expect(rows.map(({ phone, orders, chats }) => ({ phone, orders, chats }))).toEqual([
      {
        phone: PHONE,
        orders: 2,
        chats: [
          { channel: "zalo", chat: "1" },
          { channel: "telegram", chat: "1" },
          { channel: "zalobot", chat: "1" },
        ],
      },
      { phone: PHONE, orders: 1, chats: [{ channel: "webchat", chat: "1" }] },
    ]);
  });
});

describe("a phone", () => {
  it("that is claimed joins nobody, and only who has proved it may say yes", async () => {
    await claim(ZALO);
    expect(await contactsOf(ZALO)).toBeUndefined();
    const yes = (conversation: string) => carryOut(app, () => joinClaimed(app, { conversation, phone: PHONE }));
    for (const stranger of [WEB, ZALO, TELEGRAM])
      expect(await yes(stranger)).toEqual({ refused: true, code: "no-such-claim" });
    expect(await prove(TELEGRAM)).toMatchObject({ claim: { contact: ZALO } });
    expect(await yes(WEB)).toEqual({ refused: true, code: "no-such-claim" });
    expect(await yes(TELEGRAM)).toEqual({ contact: ZALO });
    expect(await isSameCustomer(app.table, TELEGRAM, ZALO)).toBe(true);
    expect(await findClaim(app.table, PHONE)).toBeUndefined();
  });

  it("asks its owner of a claim once a day, however many claim it, and never again of one that was denied", async () => {
    await prove(TELEGRAM);
    expect(await claim(ZALO)).toEqual({ owner: TELEGRAM });
    expect([await claim(ZALO), await claim("zalo:oa:2")]).toEqual([{}, {}]);
    await carryOut(app, () => denyClaim(app, { conversation: TELEGRAM, phone: PHONE }));
    expect([await claim("zalo:oa:2"), await prove(TELEGRAM)]).toEqual([{}, {}]);
    expect(await carryOut(app, () => joinClaimed(app, { conversation: TELEGRAM, phone: PHONE }))).toMatchObject({
      code: "no-such-claim",
    });
  });

  it("is owned by the newest proof, and who had it before keeps their own customer", async () => {
    await prove(TELEGRAM);
    await claim(ZALO);
    await join(TELEGRAM, WEB);
    home.clock.advance(1);
    expect(await prove("telegram:bot:2")).toEqual({});
    expect(await findProof(app.table, PHONE)).toMatchObject({ contact: "telegram:bot:2" });
    expect(await findClaim(app.table, PHONE)).toBeUndefined();
    expect([await contactsOf("telegram:bot:2"), await contactsOf(WEB)]).toEqual([undefined, [TELEGRAM, WEB]]);
  });
});
