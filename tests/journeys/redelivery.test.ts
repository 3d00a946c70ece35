/** A message changes state exactly once, however often and however it is delivered; its replies arrive all the same. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { allTurns } from "../../shared/stores/conversations.ts";
import { type Turn } from "../../shared/domain/conversation.ts";
import { CHATS, type Market, openMarket } from "./market.ts";

const open: Market[] = [];
const market = async (options: Parameters<typeof openMarket>[0] = {}): Promise<Market> => {
  const one = await openMarket(options);
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function turnsOf({ home, simulators }: Market, channel: string, chat: string): Promise<Turn[]> {
  const account = (await home.app.channels.get(channel))!.account;
  expect(simulators.has(channel)).toBe(true);
  return Array.fromAsync(allTurns(home.app.table, `${channel}:${account}:${chat}`));
}

const fromUs = (person: { messages(): readonly { from: string }[] }): number =>
  person.messages().filter(({ from }) => from === "us").length;

describe.each(CHATS)("on %s", (channel) => {
  it("answers the same update once, sent 50 times at once and 50 times in a row", async () => {
    const shop = await market();
    const person = shop.person(channel, "900001");
    await person.tell("cho mình 2 gói miến dong");
    const answers = fromUs(person);
    const at = shop.simulators.get(channel)!;
    expect(new Set(await at.redeliver(50))).toEqual(new Set([200]));
    await shop.home.settle();
    // Later than any queue remembers an id: the conversation itself knows the update.
    shop.clock.advance(20 * 60_000);
    for (let again = 0; again < 50; again++) {
      expect(await at.redeliver(1)).toEqual([200]);
      await shop.home.settle();
    }
    expect(fromUs(person)).toBe(answers);
    const turns = await turnsOf(shop, channel, "900001");
    expect(turns.map(({ seq }) => seq)).toEqual([1]);
  });

  it("changes nothing for a message that somebody without the secret made up", async () => {
    const shop = await market();
    expect(await shop.simulators.get(channel)!.forge("cho mình 2 gói miến dong")).toBe(401);
    await shop.home.settle();
    const kept = await shop.home.app.table.query({ index: "gsi1", pk: "conversations" });
    expect(kept.items).toEqual([]);
  });

  it("keeps a reply that the provider would not take, and sends it when told to", async () => {
    const shop = await market();
    const person = shop.person(channel, "900001");
    await person.tell("xin chào");
    const before = fromUs(person);
    shop.simulators.get(channel)!.fault({ kind: "rate-limited", retryAfterS: 30 });
    await person.tell("giỏ hàng");
    expect(fromUs(person)).toBe(before);
    shop.clock.advance(10 * 60_000);
    await shop.home.settle();
    expect(person.news()).toContain("Giỏ đang trống");
    expect(shop.home.deadLetters()).toEqual([]);
  });
});

describe("killed between commit and send", () => {
  it("sends the replies when it runs again", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "market-"));
    try {
      const signal = await runUntilKilled(dataDir);
      expect(signal).toBe("SIGKILL");
      const shop = await market({ dataDir, seed: 2, stocked: false });
      const person = shop.person("telegram", "900001");
      // The new simulator counts its updates from the start, so this one is known already: it only opens the chat.
      await person.tell("giỏ hàng");
      const answer = person
        .messages()
        .filter(({ from }) => from === "us")
        .map(({ text }) => text)
        .join("\n");
      expect(answer).toContain("Miến dong Tân Việt Á: 2 gói = 110.000 đ");
      expect(await turnsOf(shop, "telegram", "900001")).toHaveLength(1);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

/** Another process takes an order message and dies at the moment it turns to the provider. */
function runUntilKilled(dataDir: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed-at-send.ts"), dataDir], {
    stdio: "inherit",
  });
  return new Promise((resolve) =>
    child.on("exit", (_, signal) => {
      resolve(signal);
    }),
  );
}

describe("an idle shop", () => {
  it("renews Zalo's grant although nobody writes for four months", async () => {
    const shop = await market();
    await shop.person("zalo", "900001").tell("giỏ hàng");
    for (let day = 0; day < 120; day++) {
      shop.clock.advance(24 * 3_600_000);
      await shop.home.settle();
    }
    const person = shop.person("zalo", "900001");
    expect(await person.tell("giỏ hàng")).toContain("Giỏ đang trống");
    expect(shop.log.entries.filter(({ level }) => level === "error")).toEqual([]);
  });
});
