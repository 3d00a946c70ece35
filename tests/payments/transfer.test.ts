/** Choosing a transfer, the slip with its picture, and the sample's, by which nobody can pay. */
import { inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handler as web } from "../../functions/serve-web.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type Code, type OrderId } from "../../shared/domain/ids.ts";
import { accountOf, hasAccount, qrText, type TransferSlip } from "../../shared/domain/transfer.ts";
import { checksum } from "../../shared/domain/vietqr.ts";
import { type App } from "../../shared/ports/app.ts";
import { buttonsOf, CHATS, type Market, openMarket } from "../journeys/market.ts";
import { bindStall, lastOrder } from "../journeys/staff.ts";
import { replayChat } from "../journeys/replay.ts";
import { now, openAccounts, orderByTransfer, transfer } from "./paying.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
  await openAccounts(market);
});
afterEach(() => market.close());

const WHO = "Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán";

describe.each(CHATS)("on %s", (channel) => {
  it("a customer chooses a transfer, gets a slip and a picture for each seller, and hears that it is paid", async () => {
    const stall = await bindStall(market, channel, "700001");
    const customer = market.person(channel, "900001", "Hoa");
    expect(await customer.tell(`2 gói miến dong, 1 kg lạp sườn, ${WHO}`)).toContain("trả khi nhận hàng");
    expect(await customer.tell("cho mình chuyển khoản nhé")).toContain("Tổng 420.000 đ (giá mẫu), chuyển khoản trước.");
    const said = await customer.tell("ừ");
    const order = await lastOrder(market);
    expect(order.payment).toEqual({ method: "transfer", status: "due" });
    for (const { code, producerName } of order.parcels)
      for (const line of [`Chuyển khoản cho ${producerName}: `, `Nội dung: ${code}`]) expect(said).toContain(line);
    expect(said).toContain("MẪU, ĐỪNG CHUYỂN TIỀN");
    const photos = customer.messages().flatMap(({ photo }) => photo ?? []);
    expect(photos).toEqual(order.parcels.map(({ code }) => `https://chophien.test/chuyen-khoan/${code}.png`));
    expect(stall.news()).toContain("Khách chọn chuyển khoản 140.000 đ: chưa thấy tiền về.");

    await transfer(market, order, { amount: 140_000 });
    expect(customer.news()).toContain("Đã nhận 140.000 đ cho HTX Tân Việt Á");
    await transfer(market, order, { amount: 280_000, place: 1 });
    expect((await now(market, order)).payment).toEqual({ method: "transfer", status: "paid" });
    expect(market.home.deadLetters()).toEqual([]);
    const { differs, state, stored } = await replayChat(market, channel, "900001");
    expect([differs, state]).toEqual([undefined, stored]);
  });

  it("the choice can be taken back, and is by button and number as well", async () => {
    const customer = market.person(channel, "900002");
    await customer.tell(`2 gói miến dong, ${WHO}`);
    expect(await customer.tell("4")).toContain("chuyển khoản trước");
    expect(await customer.tell("thôi trả tiền mặt khi nhận")).toContain("trả khi nhận hàng");
    await customer.tell("ừ");
    expect((await lastOrder(market)).payment).toEqual({ method: "cod", status: "due" });
  });
});

describe("a transfer", () => {
  it("is not offered where a seller has no account, and that is said to who asks for it", async () => {
    const customer = market.person("telegram", "900003");
    await customer.tell(`2 gói miến dong, 1 gói nấm hương, ${WHO}`);
    expect(buttonsOf(customer)).toEqual(["Đặt hàng", "Để sau", "Gặp nhân viên"]);
    await customer.tell("chuyển khoản");
    await customer.tell("ừ");
    expect((await lastOrder(market)).payment).toEqual({ method: "cod", status: "due" });
  });

  it("can be asked for after the order, and what was paid so is not collected", async () => {
    const customer = market.person("zalo", "900004");
    await customer.tell(`1 gói miến dong, ${WHO}`);
    await customer.tell("ừ");
    const order = await lastOrder(market);
    expect(await customer.tell("cho mình số tài khoản")).toContain(`Nội dung: ${order.parcels[0]!.code}`);
    await transfer(market, order, { amount: 85_000 });
    expect((await now(market, order)).payment).toEqual({ method: "cod", status: "paid" });
  });

  it("asked after a parcel is no word of having paid", async () => {
    const customer = market.person("zalo", "900005");
    await orderByTransfer(market, customer, "1 gói miến dong");
    expect(await customer.tell("đã chuyển hàng chưa shop?")).not.toContain("Mình ghi nhận rồi");
  });
});

const picture = async (app: App, path: string) => {
  const response = await web.run(app, new Request(`https://chophien.test${path}`));
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
};

/** Dark and light of a PNG of one bit a pixel, a sign for each eighth pixel. */
function drawn(png: Buffer): readonly string[] {
  const side = png.readUInt32BE(16);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const width = side / 8;
  return Array.from({ length: width }, (_, row) =>
    Array.from(rows.subarray(row * 8 * (width + 1) + 1).subarray(0, width), (byte) => (byte === 0 ? "#" : ".")).join(
      "",
    ),
  );
}

describe("the picture of a slip", () => {
  it("is a PNG stamped MẪU in the sample shop, is kept by nobody, and is gone once it is paid", async () => {
    const customer = market.person("webchat", "900006");
    const order = await orderByTransfer(market, customer, "1 gói miến dong");
    const path = `/chuyen-khoan/${order.parcels[0]!.code}.png`;
    const logged = market.log.entries.length;
    const { status, bytes, headers } = await picture(market.home.app, path);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([200, "image/png", "no-store"]);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    const rows = drawn(bytes);
    expect(rows.filter((row) => !row.includes("#")).length).toBeGreaterThanOrEqual(12);
    expect(rows.some((row) => row.includes("#..#..#..#####...#.....#"))).toBe(true);
    await transfer(market, order, { amount: 85_000 });
    expect((await picture(market.home.app, path)).status).toBe(404);
    const wrong = ["/chuyen-khoan/K7Q2M4XZ.png", `/chuyen-khoan/${order.code}.png`, "/chuyen-khoan/..png"];
    expect(await Promise.all(wrong.map(async (one) => (await picture(market.home.app, one)).status))).toEqual([
      404, 404, 404,
    ]);
    expect(JSON.stringify(market.log.entries.slice(logged))).not.toContain(order.parcels[0]!.code);
  });
});

describe("an account", () => {
  const real = { bankBin: "970436", bankAccount: "0123499999" };
  const slip = (account: TransferSlip["account"]): TransferSlip => ({
    order: "ord_1" as OrderId,
    parcel: "K7Q2M4XZ" as Code,
    seller: "HTX",
    account,
    amount: vnd(140_000),
  });

  it("of a real shop is the producer's own, and its picture is whole", () => {
    const account = accountOf(real, { sample: false })!;
    expect(account).toEqual({ bin: "970436", number: "0123499999", bank: "Vietcombank" });
    const text = qrText(slip(account));
    expect(text).toContain("0006970436");
    expect(text).toContain("K7Q2M4XZ");
    expect(checksum(text.slice(0, -4))).toBe(text.slice(-4));
  });

  it("of the sample shop is one that no bank has, whatever the catalogue says, and its picture is broken", () => {
    const account = accountOf(real, { sample: true })!;
    expect(account).toEqual({ bin: "000000", number: "0000000000", bank: "Ngân hàng mẫu", sample: true });
    const text = qrText(slip(account));
    expect(checksum(text.slice(0, -4))).not.toBe(text.slice(-4));
  });

  it("that is invented, or of a bank that nobody knows, is none in a real shop", () => {
    expect(accountOf({ ...real, sample: true }, { sample: false })).toBeUndefined();
    expect(hasAccount({ bankBin: "999999", bankAccount: "0123499999" })).toBe(false);
    expect(hasAccount({ bankBin: "970436" })).toBe(false);
  });
});
