/** What the three providers send, by their own published samples, and what forgers send. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { webhook as casso } from "../../shared/adapters/payments/casso.ts";
import { webhook as payos } from "../../shared/adapters/payments/payos.ts";
import { webhook as sepay } from "../../shared/adapters/payments/sepay.ts";
import { isoTime } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type BankProvider } from "../../shared/ports/payments.ts";
import { type Table } from "../../shared/ports/table.ts";
import { keptAside } from "../../shared/stores/aside.ts";
import { strayPayments } from "../../shared/stores/payments.ts";
import { type Market, openMarket } from "../journeys/market.ts";
import { allBanks, knock, SECRETS, type Signed, TELL } from "./banks.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NOW = isoTime(Date.parse("2026-11-23T02:05:00.000Z"));

describe("a webhook of", () => {
  it("Casso is proved by the signature of its published sample, and by no other", () => {
    const key = "mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs";
    const body = `{"error":0,"data":{"id":0,"reference":"MA_GIAO_DICH_THU_NGHIEM","description":"giao dich thu nghiem","amount":599000,"runningBalance":25000000,"transactionDateTime":"2024-10-03 15:06:37","accountNumber":"88888888","bankName":"VPBank","bankAbbreviation":"VPB","virtualAccountNumber":"","virtualAccountName":"","counterAccountName":"NGUYEN VAN A","counterAccountNumber":"8888888888","counterAccountBankId":"970415","counterAccountBankName":"VietinBank"}}`;
    const v1 =
      "ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7dde0868fc667faea8e224900fa7904e7c88dfa098032fb2d6b6996856e8b7ff3";
    const ask = (signature: string, text = body) =>
      casso({ headers: { "x-casso-signature": signature }, body: bytes(text) }, { CASSO_WEBHOOK_KEY: key }, NOW);
    expect(ask(`t=1727948258788,v1=${v1}`)).toEqual({
      kind: "accepted",
      transactions: [
        {
          provider: "casso",
          id: "0",
          amount: 599_000,
          at: "2024-10-03T08:06:37.000Z",
          accounts: ["88888888"],
          memo: "giao dich thu nghiem",
        },
      ],
    });
    const forged = [ask(`t=1727948258789,v1=${v1}`), ask(`t=1727948258788,v1=${v1}`, body.replace("599000", "1"))];
    expect(forged.map(({ kind }) => kind)).toEqual(["rejected", "rejected"]);
  });

  it("payOS is proved by the signature of its published sample, and by no other", () => {
    const key = "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675";
    const signature = "412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03";
    const data = `{"orderCode":123,"amount":3000,"description":"VQRIO123","accountNumber":"12345678","reference":"TF230204212323","transactionDateTime":"2023-02-04 18:25:00","currency":"VND","paymentLinkId":"124c33293c43417ab7879e14c8d9eb18","code":"00","desc":"Thành công","counterAccountBankId":"","counterAccountBankName":"","counterAccountName":"","counterAccountNumber":"","virtualAccountName":"","virtualAccountNumber":""}`;
    const ask = (signed: string) =>
      payos(
        { headers: {}, body: bytes(`{"code":"00","success":true,"data":${signed},"signature":"${signature}"}`) },
        { PAYOS_CHECKSUM_KEY: key },
        NOW,
      );
    expect(ask(data)).toEqual({
      kind: "accepted",
      transactions: [
        {
          provider: "payos",
          id: "124c33293c43417ab7879e14c8d9eb18:TF230204212323",
          amount: 3000,
          at: "2023-02-04T11:25:00.000Z",
          accounts: ["12345678"],
          memo: "VQRIO123",
        },
      ],
    });
    expect(ask(data.replace("3000", "3001")).kind).toBe("rejected");
  });

  it("SePay is proved by its API key only where no HMAC is asked for, and by a fresh HMAC else", () => {
    const told = { id: 92_704, amount: 2_277_000, memo: "chuyen tien mua iphone", account: "0123499999" };
    const at = Date.parse(NOW);
    const ask = (settings: Record<string, string>, { body, headers }: Signed) =>
      sepay({ headers, body: bytes(body) }, settings, NOW).kind;
    const keyed = { body: TELL.sepay(told).body, headers: { authorization: "Apikey k3y" } };
    const hmac = { SEPAY_WEBHOOK_SECRET: "new old" };
    expect([
      ask({ SEPAY_API_KEY: "k3y" }, keyed),
      ask({ SEPAY_API_KEY: "other" }, keyed),
      ask({ SEPAY_API_KEY: "k3y", ...hmac }, keyed),
      ask(hmac, TELL.sepay(told, { key: "old", at })),
      ask(hmac, TELL.sepay(told, { key: "old", at: at - 300_000 })),
      ask(hmac, TELL.sepay(told, { key: "old", at: at - 301_000 })),
      ask(hmac, TELL.sepay(told, { key: "old", at: at + 301_000 })),
    ]).toEqual(["accepted", "rejected", "rejected", "accepted", "accepted", "rejected", "rejected"]);
  });
});

let market: Market;
let app: App;
beforeEach(async () => {
  market = await openMarket({ stocked: false });
  app = { ...market.home.app, bankSettings: allBanks };
});
afterEach(() => market.close());

const PROVIDERS: readonly BankProvider[] = ["sepay", "casso", "payos"];
const STRANGE = { id: 1, amount: 50_000, memo: "chuc mung nam moi", account: "0123499999" };
const signed = (provider: BankProvider, key?: string): Signed =>
  TELL[provider](STRANGE, { at: Date.parse(app.clock.now()), ...(key === undefined ? {} : { key }) });

describe.each(PROVIDERS)("the door of %s", (provider) => {
  it("does not exist without a secret, whoever knocks", async () => {
    const knocks = ["", "undefined", "null", Object.values(SECRETS[provider])[0] ?? ""].map((key) =>
      signed(provider, key),
    );
    const unset = { ...app, bankSettings: () => Promise.resolve([]) };
    for (const one of knocks) expect(await knock(unset, provider, one)).toBe(404);
    expect(await knock(market.home.app, provider, signed(provider))).toBe(404);
    expect(await Array.fromAsync(strayPayments(app.table))).toEqual([]);
  });

  it("lets no forger in, also where a secret is set to nothing", async () => {
    for (const key of ["", "undefined", "null", "guess"])
      expect(await knock(app, provider, signed(provider, key))).toBe(401);
    expect(await knock(app, provider, { ...signed(provider), headers: {}, body: "{}" })).toBe(401);
    const empty = { ...app, bankSettings: () => Promise.resolve([{}]) };
    for (const key of ["", "undefined"]) expect(await knock(empty, provider, signed(provider, key))).toBe(401);
    expect(await Array.fromAsync(strayPayments(app.table))).toEqual([]);
  });

  it("takes the new secret and the one before it", async () => {
    const [name, value] = Object.entries(SECRETS[provider])[0]!;
    const rotated = { ...app, bankSettings: () => Promise.resolve([{ [name]: "new" }, { [name]: value }]) };
    expect([
      await knock(rotated, provider, signed(provider)),
      await knock(rotated, provider, signed(provider, "new")),
    ]).toEqual([200, 200]);
  });

  it("asks for it again while nothing can be kept", async () => {
    const busy: Table = { ...passing(app.table), commit: () => Promise.resolve({ done: false, busy: true }) };
    expect(await knock({ ...app, table: busy }, provider, signed(provider))).toBe(503);
    const away: Table = { ...passing(app.table), get: () => Promise.reject(new Error("away")) };
    expect(await knock({ ...app, table: away }, provider, signed(provider))).toBe(503);
    expect(await knock(app, provider, signed(provider))).toBe(200);
    expect(await Array.fromAsync(strayPayments(app.table))).toHaveLength(1);
  });

  it("keeps aside what is proved and says nothing", async () => {
    const broken = TELL[provider]({ ...STRANGE, amount: 0.5 }, { at: Date.parse(app.clock.now()) });
    expect(await knock(app, provider, broken)).toBe(200);
    expect(await keptAside(app.table)).toMatchObject([{ channel: provider }]);
    expect(await Array.fromAsync(strayPayments(app.table))).toEqual([]);
  });

  it("takes nothing that is too large or too deep, and nothing of it is in the log", async () => {
    const large = { ...signed(provider), body: `{"x":"${"x".repeat(65 * 1024)}"}` };
    const deep = { ...signed(provider), body: "[".repeat(40) + "]".repeat(40) };
    expect([await knock(app, provider, large), await knock(app, provider, deep)]).toEqual([413, 401]);
    await knock(app, provider, signed(provider));
    expect(JSON.stringify(market.log.entries)).not.toContain(STRANGE.memo);
  });
});

it("knows no other provider", async () => {
  for (const name of ["constructor", "staff", "", "momo"]) expect(await knock(app, name, signed("casso"))).toBe(404);
});

/** The methods of a table that lives on its prototype. */
const passing = (table: Table): Table => ({
  get: (key, options) => table.get(key, options),
  getMany: (keys) => table.getMany(keys),
  query: (query) => table.query(query),
  commit: (writes, options) => table.commit(writes, options),
});
