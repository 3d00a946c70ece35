/** What nobody could use is neither lost nor in the way: it is kept, and the doctor tells of it. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { put } from "../../shared/ports/table.ts";
import { keptAside } from "../../shared/stores/aside.ts";
import { buryDue } from "../../shared/stores/due.ts";
import { shopFor } from "./shop.ts";

const RUN = join(import.meta.dirname, "../../local/commands/run.ts");
const SECRET = "a-secret-of-this-shop-0123456789";
const REAL = {
  TELEGRAM_BOT_TOKEN: "7000000009:AAEnotArealTokenButShapedLikeOne00000",
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  PUBLIC_URL: "https://ocop.example.vn",
};

const doctor = (dataDir: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [RUN, "doctor"], { env: { PATH: "", DATA_DIR: dataDir } }, (_, out) => {
      resolve(out);
    });
  });

it("keeps what a provider proved and nobody can read, and nothing of who was not let in", async () => {
  const { shop, at } = await shopFor(REAL);
  const deliver = (secret: string, body: string) =>
    fetch(at("/webhooks/telegram"), {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret },
      body,
    }).then(({ status }) => status);
  expect([await deliver("guess", "{broken"), await deliver(SECRET, "{broken"), await deliver(SECRET, "[]")]).toEqual([
    401, 200, 200,
  ]);
  const { table } = shop.home.app;
  const { items } = await table.query({ pk: "aside" });
  expect(items).toHaveLength(2);
  for (const [place, body] of ["{broken", "[]"].entries()) {
    const { channel, body: kept, expiresAt, sk } = items[place]!;
    expect([channel, Buffer.from(kept as string, "base64").toString()]).toEqual(["telegram", body]);
    expect(expiresAt).toBe(Math.floor(Date.parse(sk.split("#")[0]!) / 1000) + 30 * 24 * 60 * 60);
    expect(JSON.stringify(items[place])).not.toContain(SECRET);
  }
  expect((await keptAside(table)).map(({ channel }) => channel)).toEqual(["telegram", "telegram"]);
  const told = await doctor(shop.dataDir);
  expect(
    told.match(/note {3}kept aside: \d of what a provider sent could not be used \(telegram: .+\)/g),
  ).not.toBeNull();
});

it("tells which work that was due could not be read", async () => {
  const { shop } = await shopFor({});
  expect(await doctor(shop.dataDir)).toContain("ok     work put aside: none");
  const row = { pk: "due", sk: "2026-11-23T02:00:00.000Z#evt_1" };
  const { table } = shop.home.app;
  await table.commit([put(row, "absent")], { token: "a" });
  await table.commit(buryDue({ ...row, version: 1 }), { token: "b" });
  expect(await doctor(shop.dataDir)).toContain(
    `WRONG  work that was due: could not be read and was never done (rows ${row.sk})`,
  );
});
