/** A guest books a room or a tour, the producer takes it or not, on every channel that people talk on. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Order } from "../../shared/domain/order.ts";
import { type Product } from "../../shared/domain/product.ts";
import { allLeads } from "../../shared/stores/leads.ts";
import { allOrders } from "../../shared/stores/orders.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { publishProduct } from "../../shared/usecases/publish-product.ts";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { producerId } from "./catalogue.ts";
import { CHATS, type Market, openMarket } from "./market.ts";
import { replayChat } from "./replay.ts";

type Travel = Pick<Product, "kind" | "name"> & { id: string; unit: string; price: number } & Partial<
    Pick<Product, "season">
  >;

const TRAVEL: readonly Travel[] = [
  { id: "khuoi-ky", kind: "stay", name: "Homestay Khuổi Ky", unit: "phòng", price: 450_000 },
  { id: "hoai-khao", kind: "stay", name: "Homestay Hoài Khao", unit: "đêm", price: 400_000 },
  { id: "ban-gioc", kind: "tour", name: "Tour thác Bản Giốc", unit: "người", price: 650_000 },
  {
    ...{ id: "tam-giac-mach", kind: "tour", name: "Tour hoa tam giác mạch", unit: "người", price: 300_000 },
    season: { from: "10-01", to: "11-30" },
  },
];

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  for (const { id, unit, price, ...facts } of TRAVEL)
    await carryOut(market.home.app, () =>
      publishProduct(market.home.app, {
        product: {
          ...{
            ...facts,
            id: id as ProductId,
            producer: producerId(0),
            group: "du lịch",
            aliases: [],
            units: [{ unit }],
          },
          ...({ priceStatus: "sample", status: "published" } as const),
        },
        // A count that says none is left: a visit takes none.
        offers: [{ unit, price: vnd(price), onHand: 0 }],
        announce: false,
      }),
    );
  await market.home.settle();
});
afterEach(() => market.close());

const orders = (): Promise<Order[]> => Array.fromAsync(allOrders(market.home.app.table));
const offer = (id: string, unit: string) => market.home.app.table.get({ pk: `product#${id}`, sk: `offer#${unit}` });

async function stallOf(channel: string) {
  const stall = market.person(channel, "700001", "Chị Lan");
  await stall.tell(await market.invite("htx-0"));
  return stall;
}

describe.each(CHATS)("on %s", (channel) => {
  it("a room is booked in one breath, the producer takes it, and the guest hears of it", async () => {
    const stall = await stallOf(channel);
    const guest = market.person(channel, "900001", "Hoa");
    const shown = await guest.tell("đặt 1 phòng homestay Khuổi Ky 2 đêm từ 24/12 cho 2 người, Hoa 0912345678");
    expect(shown).toContain("24/12 – 26/12/2026, 2 người; 2 đêm × 1 phòng × 450.000 đ (giá mẫu) = 900.000 đ");
    expect(shown).not.toMatch(/Phí giao|địa chỉ/);
    expect(await guest.tell("ừ")).toMatch(/Đã đặt! Mã đơn [2-9A-Z]{8}, tổng 900\.000 đ \(giá mẫu\), trả khi đến nơi/);

    const [order] = await orders();
    expect(order).toMatchObject({ total: 900_000, shippingFee: 0, recipient: { name: "Hoa", phone: "0912345678" } });
    expect(order?.recipient).not.toHaveProperty("address");
    expect(order?.parcels[0]?.lines).toEqual([
      {
        ...{
          product: "khuoi-ky",
          name: "Homestay Khuổi Ky",
          unit: "phòng",
          quantity: 1,
          price: 450_000,
          amount: 900_000,
        },
        visit: { kind: "stay", from: "2026-12-24", to: "2026-12-26", people: 2 },
      },
    ]);
    const notice = stall.news();
    expect(notice).toContain("Có khách đặt phòng");
    expect(notice).toContain("24/12 – 26/12/2026, 2 người; 2 đêm × 1 phòng");
    expect(notice).toContain("Thu của khách khi đến: 900.000 đ");
    expect(notice).toContain("Khách: Hoa, 0912 345 678");
    expect(await stall.press("Nhận khách")).toContain("Khách đã được báo");
    expect(guest.news()).toContain("HTX Tân Việt Á đã nhận đặt chỗ");
    const status = await guest.tell("đơn của tôi");
    expect(status).toContain("HTX Tân Việt Á: đã nhận đơn");
    expect(status).toContain("Homestay Khuổi Ky: 24/12 – 26/12/2026, 2 người");
    expect(await offer("khuoi-ky", "phòng")).toMatchObject({ onHand: 0, reserved: 0 });
    expect(market.home.deadLetters()).toEqual([]);
  });

  it("a stay by the night is asked for step by step, by numbers, and taken back", async () => {
    const stall = await stallOf(channel);
    const guest = market.person(channel, "900002");
    expect(await guest.tell("mình muốn đặt homestay Hoài Khao")).toContain("bạn đến ngày nào, ở mấy đêm?");
    expect(await guest.tell("hôm qua")).toContain("Ngày đó đã qua rồi.");
    expect(await guest.tell("20/12")).toContain("bạn ở mấy đêm?");
    expect(await guest.tell("3")).toContain("có mấy người ạ?");
    expect(await guest.tell("2")).toContain("tên người đặt và số điện thoại");
    expect(await guest.tell("Minh 0987654321")).toContain("20/12 – 23/12/2026, 2 người; 3 đêm × 1 phòng × 400.000 đ");
    expect(await guest.tell("1")).toContain("tổng 1.200.000 đ");
    expect((await orders())[0]?.parcels[0]?.lines[0]).toMatchObject({ quantity: 3, unit: "đêm", amount: 1_200_000 });
    stall.news();
    expect(await guest.tell("huỷ")).toContain("Đã huỷ đơn");
    expect(stall.news()).toContain("Khách đã huỷ đơn");
    expect(await offer("hoai-khao", "đêm")).toMatchObject({ onHand: 0, reserved: 0 });
  });

  it("a tour is declined in words that fit", async () => {
    const stall = await stallOf(channel);
    const guest = market.person(channel, "900003");
    await guest.tell("tour thác Bản Giốc thứ bảy này cho 2 người lớn 1 bé, Khải 0945118290");
    await guest.tell("ok");
    expect(await orders()).toMatchObject([{ total: 1_950_000 }]);
    expect(stall.news()).toContain("Có khách đặt tour");
    await stall.tell("từ chối");
    await stall.tell("hôm đó kín xe");
    expect(guest.news()).toContain("không đón được: Tour thác Bản Giốc, thứ bảy 28/11/2026, 3 người");
    expect(await orders()).toMatchObject([{ status: "cancelled", total: 0 }]);
  });

  it("goods and a stay in one cart are one parcel a producer, and only goods are sent", async () => {
    const stall = await stallOf(channel);
    const guest = market.person(channel, "900004");
    await guest.tell("1 kg hạt dẻ với 1 phòng homestay Khuổi Ky từ 20 đến 22/12, 2 người");
    await guest.tell("Hoa, 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
    await guest.tell("đúng rồi");
    const [order] = await orders();
    expect(order).toMatchObject({ total: 120_000 + 900_000 + 30_000, shippingFee: 30_000 });
    expect(order?.parcels.map(({ producer, shippingFee }) => [producer, shippingFee])).toEqual([
      ["htx-1", 30_000],
      ["htx-0", 0],
    ]);
    expect(stall.news()).toContain("Có khách đặt phòng");
  });

  it("out of season is said, and whoever wants is told when it comes", async () => {
    market.clock.set("2026-12-10T02:00:00.000Z");
    const guest = market.person(channel, "900005");
    expect(await guest.tell("2 vé tour hoa tam giác mạch")).toContain("đang trái mùa (mùa từ 1/10 đến 30/11)");
    await guest.tell("ừ");
    expect(await Array.fromAsync(allLeads(market.home.app.table))).toMatchObject([
      { kind: "news", interest: "Tour hoa tam giác mạch" },
    ]);
  });
});

it("exports days and people beside each visit, and no address where nothing was sent", async () => {
  const guest = market.person("telegram", "900001");
  await guest.tell("đặt 2 phòng homestay Khuổi Ky đêm 24/12, Hoa 0912345678, 4 người");
  await guest.tell("ok");
  const rows = await Array.fromAsync(EXPORTS["orders"]!(market.home.app));
  expect(rows).toMatchObject([
    {
      address: null,
      items: [
        {
          ...{ product: "khuoi-ky", name: "Homestay Khuổi Ky", quantity: 2, unit: "phòng", price: 450_000 },
          ...{ from: "2026-12-24", to: "2026-12-25", people: 4 },
        },
      ],
      total: 900_000,
    },
  ]);
});

it("books nothing for a day that went by between the question and the yes", async () => {
  const guest = market.person("telegram", "900001");
  await guest.tell("1 phòng homestay Khuổi Ky tối nay, 2 người, Hoa 0912345678");
  market.clock.set("2026-11-24T02:00:00.000Z");
  expect(await guest.tell("ok")).toContain("bạn đến ngày nào");
  expect(await orders()).toEqual([]);
});

it("a homestay that a producer lists in chat is a stay", async () => {
  const stall = await stallOf("telegram");
  await stall.tell("Homestay Nà Tềnh, 350k/đêm");
  expect(await stall.tell("không có ảnh")).toContain("Nhận khách theo ngày");
  await stall.press("Đăng");
  const guest = market.person("telegram", "900001");
  expect(await guest.tell("đặt homestay Nà Tềnh 2 đêm từ 24/12, 2 người, Hoa 0912345678")).toContain(
    "2 đêm × 1 phòng × 350.000 đ",
  );
});

it("replays a booking to the same state and the same words", async () => {
  const guest = market.person("telegram", "900001");
  const said = [
    "đặt homestay Khuổi Ky",
    "31/2",
    "cuối tuần này",
    "2 đêm",
    "4",
    "Hoa 0912345678",
    "đổi sang 5/12",
    "ừ",
    "huỷ",
  ];
  for (const words of said) await guest.tell(words);
  const { state, stored, turns, differs } = await replayChat(market, "telegram", "900001");
  expect({ state, turns, differs }).toEqual({ state: stored, turns: said.length, differs: undefined });
});
