/** What people do in the simulated market, one act a step; chance chooses. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { HOUR, MINUTE, SECOND } from "../../shared/domain/time.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { findProduct } from "../../shared/stores/products.ts";
import { buttonsOf } from "../journeys/market.ts";
import { type Fault } from "../../shared/ports/simulator.ts";
import { type World } from "./world.ts";

const GOODS = ["gói miến dong", "gói miến khoai", "kg lạp sườn", "kg hạt dẻ", "gói nấm hương"];
const CONTACT = "Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng";
const ASIDE = ["đơn của tôi", "giỏ hàng", "miến dong bao nhiêu tiền", "gặp nhân viên", "qwrtp zxcvb", "alo shop", "1"];
const OFFERS: readonly (readonly [product: ProductId, unit: string])[] = [
  ["mien-dong" as ProductId, "gói"],
  ["hat-de" as ProductId, "kg"],
  ["nam-huong" as ProductId, "gói"],
];
const FAULTS: readonly Fault[] = [
  { kind: "rate-limited", retryAfterS: 35 },
  { kind: "server-error", times: 2 },
  { kind: "lost-before" },
  { kind: "lost-after" },
];

type Act = (world: World) => Promise<void>;

/** Each as often as its number says. */
const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [24, wish],
  [14, (world) => say(world, CONTACT)],
  [22, (world) => say(world, "ừ")],
  [8, (world) => say(world, world.pick(ASIDE))],
  [6, (world) => say(world, "huỷ")],
  [12, decide],
  [10, fulfil],
  [6, dispute],
  [4, (world) => restock(world, ...world.pick(OFFERS))],
  [3, repeat],
  [4, provoke],
  [3, wait],
  [1, neglect],
];
const ALL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

export async function act(world: World): Promise<void> {
  let left = world.random() * ALL;
  const [, chosen] = ACTS.find(([weight]) => (left -= weight) < 0) ?? ACTS[0]!;
  await chosen(world);
  // Not everything is worked off before the next thing happens.
  if (world.dead || world.chance(0.6)) await world.settle();
  world.market.clock.advance(world.chance(0.5) ? 5 * SECOND : MINUTE);
}

async function say(world: World, words: string, customer = world.pick(world.customers)): Promise<void> {
  if ((await customer.person.say(words)) === 200) customer.said += 1;
}

/** Half of those who want something go through with it, the others say something else next, or nothing. */
async function wish(world: World): Promise<void> {
  const customer = world.pick(world.customers);
  const quantity = 1 + Math.floor(world.random() * 4);
  const more = world.chance(0.3) ? ` với 1 ${world.pick(GOODS)}` : "";
  await say(world, `cho mình ${quantity} ${world.pick(GOODS)}${more}`, customer);
  for (const words of world.chance(0.5) ? [CONTACT, "ừ"] : []) await say(world, words, customer);
}

/** A producer answers for a parcel: by its button, by words, or twice in a hurry. */
async function decide(world: World): Promise<void> {
  const producer = world.pick(world.producers);
  const label = world.chance(0.75) ? "Nhận đơn" : "Từ chối";
  for (let times = world.chance(0.2) ? 2 : 1; times > 0; times--)
    if (buttonsOf(producer).includes(label)) await producer.tap(label);
    else await producer.say(label === "Nhận đơn" ? "nhận" : "từ chối");
  if (label === "Từ chối") {
    await world.settle();
    await producer.say("hết hàng");
  }
}

const STEPS = ["đã gói", "đã gửi, mã vận đơn VN123", "đã gửi, tự giao", "khách nhận rồi", "hàng hoàn"];

/** A producer moves a parcel on in words, now and then twice, and names the first where several are meant. */
async function fulfil(world: World): Promise<void> {
  const producer = world.pick(world.producers);
  const words = world.pick(STEPS);
  for (let times = world.chance(0.2) ? 2 : 1; times > 0; times--) await producer.say(words);
  if (!world.chance(0.7)) return;
  await world.settle();
  await producer.say("1");
}

/** Days go by in which nobody of the market looks at anything; no provider repeats what it delivered before them. */
async function neglect(world: World): Promise<void> {
  for (let half = 0; half < 8; half++) {
    world.market.clock.advance(12 * HOUR);
    await world.settle();
  }
  for (const customer of world.customers) await say(world, "alo shop", customer);
}

/** A customer takes the order back while its producers take it on. */
async function dispute(world: World): Promise<void> {
  const taking = world.producers.map((producer) =>
    buttonsOf(producer).includes("Nhận đơn") ? producer.tap("Nhận đơn") : producer.say("nhận"),
  );
  await Promise.all(taking);
  for (const customer of world.customers) if (world.chance(0.6)) await say(world, "huỷ", customer);
}

/** The shop sets the stock of something anew, and now and then its price. */
export async function restock(world: World, id: ProductId, unit: string): Promise<void> {
  const { app } = world.market.home;
  const onHand = Math.floor(world.random() * 8);
  const price = world.chance(0.5) ? { price: vnd(10_000 * (3 + Math.floor(world.random() * 20))) } : {};
  world.ledger.stocking = true;
  try {
    const found = await findProduct(app.table, id);
    if (!found) return;
    const offers = [{ unit, onHand, ...price }];
    const product = { id, name: found.name, producer: found.producer };
    await carryOut(app, () => publishProduct(app, { product, offers, announce: false }));
  } catch (error) {
    world.shrug(error);
  } finally {
    world.ledger.stocking = false;
  }
}

/** The provider delivers its last message once more, or many times at once. */
async function repeat(world: World): Promise<void> {
  const simulator = world.market.simulators.get(world.pick(["zalo", "telegram", "zalobot", "webchat"]));
  if (world.customers.every(({ said }) => said > 0)) await simulator?.redeliver(world.pick([1, 3])).catch(() => []);
}

async function provoke(world: World): Promise<void> {
  world.market.simulators.get(world.pick(["zalo", "telegram", "zalobot"]))?.fault(world.pick(FAULTS));
  return Promise.resolve();
}

async function wait(world: World): Promise<void> {
  world.market.clock.advance(world.pick([2, 20, 90]) * MINUTE);
  return world.settle();
}
