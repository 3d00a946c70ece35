/** What must be true after every step, and what must have come about once the weather is kind again. */
import { DatabaseSync } from "node:sqlite";
import { type Order, type ParcelStatus } from "../../shared/domain/order.ts";
import { DAY, millis } from "../../shared/domain/time.ts";
import { type SeenMessage } from "../../shared/ports/simulator.ts";
import { replay } from "../journeys/replay.ts";
import { Violation } from "./ledger.ts";
import { PRODUCERS, type World } from "./world.ts";

/** After every step: no commit broke a rule, and the disk holds what was committed. */
export function checkNow(world: World): void {
  const [violation] = world.violations;
  if (violation) throw violation;
  if (!world.dead) checkDisk(world);
}

function checkDisk({ file, ledger }: World): void {
  const disk = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = disk.prepare("SELECT body FROM items WHERE pk >= 'order#' AND pk < 'order$'").all();
    const orders = rows.map(({ body }) => JSON.parse((JSON.parse(String(body)) as { body: string }).body) as Order);
    same("orders on the disk", new Map(orders.map((order) => [order.id, order])), ledger.orders);
    const offers = disk.prepare("SELECT pk, sk, body FROM items WHERE sk >= 'offer#' AND sk < 'offer$'").all();
    for (const { pk, sk, body } of offers) {
      const { onHand, reserved, sold = 0 } = JSON.parse(String(body)) as Record<string, number>;
      const known = ledger.offers.get(`${String(pk)} ${String(sk)}`);
      if (known && (known.onHand !== onHand || known.reserved !== (reserved ?? 0) || known.sold !== sold))
        throw new Violation(
          `${String(pk)} ${String(sk)}: the disk says ${String(body)}, commits say ${JSON.stringify(known)}`,
        );
    }
  } finally {
    disk.close();
  }
}

function same(what: string, found: ReadonlyMap<string, Order>, wanted: ReadonlyMap<string, Order>): void {
  const wrong = new Set(
    [...found.keys(), ...wanted.keys()].filter((id) => statusOf(found, id) !== statusOf(wanted, id)),
  );
  if (wrong.size > 0) throw new Violation(`${what} are not those committed: ${[...wrong].join(", ")}`);
}

const statusOf = (orders: ReadonlyMap<string, Order>, id: string): string =>
  JSON.stringify([orders.get(id)?.status, orders.get(id)?.parcels.map(({ status }) => status)]);

/** At the end, when all that was put off is done. */
export async function checkEnd(world: World): Promise<void> {
  checkNow(world);
  checkAnswered(world);
  checkAcknowledged(world);
  checkTold(world);
  checkHeard(world);
  checkWaits(world);
  await checkFollowedUp(world);
  const letters = world.market.home.deadLetters();
  if (letters.length > 0) throw new Violation(`${letters.length} messages were put aside and stayed there`);
  await checkReplay(world);
}

/** Every message that was taken is one turn. */
function checkAnswered({ customers, ledger }: World): void {
  for (const { conversation, said } of customers)
    if (ledger.turnsHeard(conversation) !== said)
      throw new Violation(`${conversation}: ${said} messages were taken, ${ledger.turnsHeard(conversation)} were read`);
}

/** What a customer was told is ordered is one order, and every order was told of. */
function checkAcknowledged({ customers, ledger }: World): void {
  const told = new Set(
    customers
      .flatMap(({ person }) =>
        person.messages().flatMap(({ from, text }) => (from === "us" ? [...text.matchAll(/Mã đơn (\w{8})/g)] : [])),
      )
      .map(([, code]) => code),
  );
  const codes = [...ledger.orders.values()].map(({ code }) => code as string);
  const unknown = [...told].filter((code) => !codes.includes(code ?? ""));
  if (unknown.length > 0) throw new Violation(`Told of, but not kept: ${unknown.join(", ")}`);
  const silent = codes.filter((code) => !told.has(code));
  if (silent.length > 0) throw new Violation(`Kept, but never told of: ${silent.join(", ")}`);
  if (new Set(codes).size !== codes.length) throw new Violation("Two orders have one code");
}

/** Each parcel reached its producer's phone. */
function checkTold({ producers, ledger }: World): void {
  for (const { parcels } of ledger.orders.values())
    for (const { code, producer } of parcels) {
      const phone = producers[PRODUCERS.indexOf(producer)];
      if (!phone?.messages().some(({ from, text }) => from === "us" && text.includes(code)))
        throw new Violation(`${producer} never heard of the parcel ${code}`);
    }
}

/** What the customer is told of a parcel that has come to its end. */
const ENDS: Partial<Record<ParcelStatus, string>> = {
  delivered: "đã giao xong",
  returned: "đã hoàn về",
  expired: "chưa trả lời được",
};

/** Each customer has heard how each parcel of theirs ended. */
function checkHeard({ customers, ledger }: World): void {
  for (const { code, conversation, parcels } of ledger.orders.values()) {
    const heard = customers.find((customer) => customer.conversation === conversation)?.person.messages() ?? [];
    for (const { status, producerName } of parcels) {
      const words = ENDS[status];
      const told = ({ from, text }: SeenMessage) =>
        from === "us" && [code, producerName, words ?? ""].every((part) => text.includes(part));
      if (words !== undefined && !heard.some(told))
        throw new Violation(`The customer of ${code} never heard that a parcel of it is ${status}`);
    }
  }
}

/** Three days, a night, and what is left to those who were told late. */
const LONGEST_WAIT = 6 * DAY;

/** Nobody's order waits for ever. */
function checkWaits({ ledger, market }: World): void {
  const now = millis(market.clock.now());
  for (const { id, placedAt, parcels } of ledger.orders.values())
    if (now - millis(placedAt) > LONGEST_WAIT && parcels.some(({ status }) => status === "waiting"))
      throw new Violation(`Order ${id} waits for ever`);
}

/** Whoever bought is on record for the office, once. */
async function checkFollowedUp({ ledger, market }: World): Promise<void> {
  const keys = [...ledger.orders.keys()].map((id) => ({ pk: `lead#led_${id}`, sk: "lead" }));
  const leads = await market.home.app.table.getMany(keys);
  const missing = keys.filter((_, place) => leads[place] === undefined);
  if (missing.length > 0) throw new Violation(`Orders without a lead: ${missing.map(({ pk }) => pk).join(", ")}`);
}

/** The log of each conversation, run again, gives the words that were said. */
async function checkReplay({ customers, catalogues, market }: World): Promise<void> {
  for (const { conversation } of customers) {
    const { differs } = await replay(market.home.app, conversation, (version) => catalogues.get(version));
    if (differs !== undefined) throw new Violation(`${conversation}: turn ${differs} replayed says something else`);
  }
}
