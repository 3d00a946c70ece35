/** Settings of the real channels that can't work are told before the start, with their cure; those that can are taken. */
import { describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { parseSettings, SettingsError } from "../../shared/settings.ts";

const TELEGRAM = { TELEGRAM_BOT_TOKEN: "7000000001:AAspecimen", TELEGRAM_WEBHOOK_SECRET: "a_secret-0123456789" };
const ZALO = {
  ZALO_APP_ID: "2861904477301552846",
  ZALO_APP_SECRET: "s",
  ZALO_OA_ID: "1887406625519038844",
  ZALO_OA_SECRET_KEY: "k",
  ZALO_REFRESH_TOKEN: "seed",
};
const BOT = { ZALO_BOT_TOKEN: "12345689:abc-specimen-xyz" };
const PUBLIC = { PUBLIC_URL: "https://ocop.example.vn" };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseSettings(env, channels);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe("settings of the channels", () => {
  it.each([
    ["TELEGRAM_BOT_TOKEN", "AAspecimen"],
    ["TELEGRAM_WEBHOOK_SECRET", "bí mật!"],
    ["TELEGRAM_WEBHOOK_SECRET", "key".repeat(86)],
    ["TELEGRAM_CHANNEL_ID", "t.me/ocop"],
    ["TELEGRAM_CHANNEL_ID", "900001"],
    ["TELEGRAM_API_ROOT", "http://bot-api.example"],
    ["ZALO_APP_ID", "my-app"],
    ["ZALO_OA_ID", "OCOP Cao Bằng"],
    ["ZALO_API_ROOT", "http://localhost.example.vn"],
    ["ZALO_BOT_TOKEN", "abc"],
  ])("refuse %s=%s with its cure", (name, value) => {
    const problems = problemsOf({ ...TELEGRAM, ...ZALO, ...BOT, [name]: value });
    const setting = channels.flatMap(({ settings }) => settings).find((one) => one.name === name);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} (?:does not look|is no https)`)) as string]);
    expect(problems[0]).toContain(setting?.cure);
    expect(problems[0]).not.toContain(` ${value}`);
  });

  it.each([
    ["two secrets while they change", { TELEGRAM_WEBHOOK_SECRET: "old_one new-one" }],
    ["a channel by name", { TELEGRAM_CHANNEL_ID: "@ocop_caobang" }],
    ["a channel by id", { TELEGRAM_CHANNEL_ID: "-1001234567890" }],
    ["a server of one's own here", { TELEGRAM_API_ROOT: "http://127.0.0.1:8081", ZALO_API_ROOT: "http://localhost:1" }],
  ])("take %s", (_, env) => {
    expect(problemsOf({ ...TELEGRAM, ...ZALO, ...BOT, ...env })).toEqual([]);
  });

  it("want a webhook secret where the address is https, and none where channels are asked", () => {
    const { TELEGRAM_BOT_TOKEN } = TELEGRAM;
    expect(problemsOf({ TELEGRAM_BOT_TOKEN, ...BOT })).toEqual([]);
    expect(problemsOf({ TELEGRAM_BOT_TOKEN, ...BOT, ...PUBLIC })).toEqual([
      expect.stringMatching(
        /^TELEGRAM_WEBHOOK_SECRET is not set, so nothing of Telegram gets in at an https PUBLIC_URL\. Choose/,
      ),
      expect.stringMatching(
        /^ZALO_BOT_WEBHOOK_SECRET is not set, so nothing of Zalo Bot gets in at an https PUBLIC_URL\. Choose/,
      ),
    ]);
    expect(problemsOf({ ...TELEGRAM, ...ZALO, ...PUBLIC })).toEqual([]);
    expect(problemsOf(PUBLIC)).toEqual([]);
  });
});
