/**
 * A chat turn in the embedded home, power-safe: from the signed webhook over HTTP to the reply at the provider's door.
 * `npm run bench -- turns`. The file is a real one, written with synchronous=FULL; only the provider is a stub.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channels } from "../../bots/index.ts";
import { functions } from "../../functions/index.ts";
import { type Home, openHome } from "../../local/home/open-home.ts";
import { routesOf } from "../../local/server/routes.ts";
import { type RunningServer, startServer } from "../../local/server/server.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { systemIds } from "../../shared/adapters/system/ids.ts";
import { collectingLog } from "../fakes/log.ts";
import { stockCatalogue } from "../journeys/catalogue.ts";
import { loadFunction } from "../journeys/market.ts";
import { quantile, round, type Row } from "./row.ts";

const TURNS = 400;
const WARM_UP = 50;
const SECRET = "bench-secret";
const SAID = [
  "cho mình 2 gói miến dong với 1 kg hạt dẻ",
  "giỏ hàng",
  "miến dong bao nhiêu tiền",
  "không lấy hạt dẻ nữa",
];

type Shop = { home: Home; server: RunningServer; answered: Map<string, () => void>; folder: string };

async function openShop(): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const answered = new Map<string, () => void>();
  const settings = { telegram: { TELEGRAM_BOT_TOKEN: "1:bench", TELEGRAM_WEBHOOK_SECRET: SECRET } };
  const home = await openHome({
    dataDir: folder,
    clock: systemClock,
    ids: systemIds,
    log: collectingLog(),
    fetch: (_, init) => Promise.resolve(reply(answered, init)),
    shop: { name: "OCOP Cao Bằng", publicUrl: "http://localhost", sample: false },
    channels,
    channelSettings: settings,
    functions: functions.filter(({ trigger }) => trigger.on !== "http"),
    loadFunction,
  });
  await stockCatalogue(home);
  const server = await startServer({ port: 0, host: "127.0.0.1" });
  server.serve(routesOf({ app: home.app, channels, channelSettings: settings }));
  home.start();
  return { home, server, answered, folder };
}

/** The provider takes everything, and says which chat was answered. */
function reply(answered: Map<string, () => void>, init: RequestInit | undefined): Response {
  const body = JSON.parse(init?.body as string) as { chat_id?: string };
  answered.get(String(body.chat_id))?.();
  return Response.json({ ok: true, result: { message_id: 1, date: 0, chat: { id: Number(body.chat_id) } } });
}

async function turn({ server, answered }: Shop, chat: number, update: number): Promise<number> {
  const text = SAID[update % SAID.length];
  const from = { id: chat, is_bot: false, first_name: "Bench" };
  const message = { message_id: update, date: 1_790_000_000, chat: { id: chat, type: "private" }, from, text };
  const began = performance.now();
  const done = new Promise<number>((resolve) => {
    answered.set(String(chat), () => {
      resolve(performance.now() - began);
    });
  });
  const response = await fetch(`http://127.0.0.1:${server.port}/webhooks/telegram`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET },
    body: JSON.stringify({ update_id: update, message }),
  });
  if (response.status !== 200) throw new Error(`The webhook answered ${response.status}`);
  return done;
}

async function oneAfterAnother(shop: Shop): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + TURNS; n++) {
    const time = await turn(shop, 1000 + (n % 200), n + 1);
    if (n >= WARM_UP) times.push(time);
  }
  return times;
}

async function sixteenAtOnce(shop: Shop): Promise<readonly number[]> {
  const lane = async (first: number): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < TURNS / 16; n++)
      times.push(await turn(shop, 5000 + first * 10 + (n % 10), 100_000 + first * 1000 + n));
    return times;
  };
  return (await Promise.all(Array.from({ length: 16 }, (_, first) => lane(first)))).flat();
}

export default async function bench(): Promise<readonly Row[]> {
  const shop = await openShop();
  try {
    const rows: Row[] = [];
    for (const [what, run] of Object.entries({
      "one after another": oneAfterAnother,
      "16 chats at once": sixteenAtOnce,
    })) {
      const began = performance.now();
      const times = await run(shop);
      const seconds = (performance.now() - began) / 1000;
      rows.push({
        what: `turns, ${what}`,
        turns: times.length,
        "p50 ms": round(quantile(times, 0.5)),
        "p99 ms": round(quantile(times, 0.99)),
        "per second": Math.round(times.length / seconds),
      });
    }
    return rows;
  } finally {
    await shop.server.close();
    await shop.home.close();
    rmSync(shop.folder, { recursive: true, force: true });
  }
}
