/** Links open the bot also where a webhook brings its messages, so that nothing ever polls. */
import { describe, expect, it } from "vitest";
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { NOBODY, openMarket } from "../../tests/contract/telegram-market.ts";
import { settableClock } from "../../tests/fakes/clock.ts";
import { collectingLog } from "../../tests/fakes/log.ts";
import { openWith } from "../../tests/promotion/promoting-home.ts";
import { type Wall } from "../../tests/promotion/walls.ts";
import { openChannel } from "./channel.ts";

const SHOP = "https://ocop.example.vn";
const CODE = "K7Q2M4XZ";
const NAMELESS = { TELEGRAM_BOT_USERNAME: undefined };
const BOT_LINK = `https://t.me/cho_phien_mau_bot?start=${CODE}`;

describe("a bot behind a webhook whose name nobody has set", () => {
  const openWebhookMarket = () => openMarket(NAMELESS, SHOP);

  it("posts a button that opens the bot with the code", async () => {
    const { channel, simulator } = await openWebhookMarket();
    const home = await openWith(channel as Wall);
    const { code } = await home.announce();
    expect(simulator.wall()).toMatchObject([{ link: { url: `https://t.me/cho_phien_mau_bot?start=${code}` } }]);
    await home.close();
  });

  it("posts with the shop's page for the code when Telegram does not tell the name", async () => {
    const { channel, simulator, log } = await openWebhookMarket();
    simulator.fault({ kind: "rate-limited", retryAfterS: 30, call: "getMe" });
    const home = await openWith(channel as Wall);
    const { code } = await home.announce();
    expect(simulator.wall()).toMatchObject([{ link: { url: expect.stringContaining(`/d/${code}`) as unknown } }]);
    expect(log.entries).toMatchObject([{ event: "telegram.name-not-learned" }]);
    await home.close();
  });

  it("learns its name in the minute's upkeep, once", async () => {
    const { channel, simulator } = await openWebhookMarket();
    await channel.upkeep!();
    await channel.upkeep!();
    expect(channel.chatLink(CODE)).toBe(BOT_LINK);
    expect(simulator.calls().filter(({ method }) => method === "getMe")).toHaveLength(1);
  });

  it("tells the processes that share its table, until the name is a week old", async () => {
    const { simulator } = await openWebhookMarket();
    const clock = settableClock();
    const file = new SqliteFile({ path: ":memory:" });
    const table = new SqliteTable(file, clock);
    const start = (settings: ChannelSettings) =>
      openChannel({
        settings: { ...simulator.settings, ...NAMELESS, ...settings },
        fetch,
        table,
        clock,
        log: collectingLog(),
        publicUrl: SHOP,
      });
    await start({}).upkeep!();
    const cutOff = start({ TELEGRAM_API_ROOT: NOBODY });
    await cutOff.upkeep!();
    expect(cutOff.chatLink(CODE)).toBe(BOT_LINK);
    clock.advance(8 * 24 * 3_600_000);
    const late = start({ TELEGRAM_API_ROOT: NOBODY });
    await late.upkeep!();
    expect(late.chatLink(CODE)).toBe(`${SHOP}/d/${CODE}`);
    await file.close();
  });
});
