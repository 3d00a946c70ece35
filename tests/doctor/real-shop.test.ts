/** The doctor's command in a shop whose every channel is connected, each to its simulator over HTTP. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { channels } from "../../bots/index.ts";
import { type Simulate } from "../../shared/ports/simulator.ts";
import { serve } from "../contract/telegram-market.ts";
import { settableClock } from "../fakes/clock.ts";
import { seededIds } from "../fakes/ids.ts";

const RUN = join(import.meta.dirname, "../../local/commands/run.ts");
const REAL = channels.filter(({ name }) => name !== "webchat");

type Settings = Record<string, string>;

let settings: Settings;
/** Seconds that the providers' clocks are ahead of this machine's. */
let ahead: number;
beforeEach(async () => {
  ahead = 0;
  settings = Object.assign({}, ...(await Promise.all(REAL.map(({ name }) => connected(name))))) as Settings;
});

async function connected(name: string): Promise<Settings> {
  const { simulate } = (await import(`../../bots/${name}/simulator.ts`)) as { simulate: Simulate };
  const root = await serve(async (request) => {
    const response = await simulator.handle(request);
    const headers = new Headers(response.headers);
    headers.set("date", new Date(Date.now() + ahead * 1000).toUTCString());
    return new Response(response.body, { status: response.status, headers });
  });
  const deliver = () => Promise.resolve(200);
  const simulator = simulate({ apiRoot: `${root}/api`, clock: settableClock(), ids: seededIds(), deliver });
  return Object.fromEntries(
    Object.entries(simulator.settings).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

async function doctor(more: Settings = {}): Promise<{ code: number; lines: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "doctor-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return new Promise((resolve) => {
    const env = { PATH: "", DATA_DIR: folder, ...settings, ...more };
    execFile(process.execPath, [RUN, "doctor"], { env }, (error, out) => {
      resolve({ code: Number(error?.code ?? 0), lines: out.split("\n") });
    });
  });
}

const about = (lines: readonly string[], what: string) => lines.filter((line) => line.slice(7).startsWith(`${what}:`));
const secrets = () =>
  REAL.flatMap(({ settings: wanted }) =>
    wanted.filter(({ secret }) => secret).map(({ name }) => settings[name] ?? "?"),
  );

it("asks each provider, says what can't be seen from here, and gives no secret away", async () => {
  const { lines } = await doctor();
  for (const { title } of REAL.filter(({ name }) => name === "zalo" || name === "facebook"))
    expect(about(lines, title)[0]).toBe(`ok     ${title}: connected`);
  expect(about(lines, "Zalo").join("\n")).toContain("Zalo delivers to https addresses alone");
  expect(about(lines, "Zalo").join("\n")).toMatch(/Its token was renewed at \d\d:\d\d \d\d\/\d\d\/\d{4}/);
  expect(about(lines, "Facebook").join("\n")).toContain("developers.facebook.com/tools/debug/accesstoken");
  expect(about(lines, "clock")[0]).toMatch(/^ok {5}clock: within 60 s of what /);
  expect(about(lines, "disk")).toHaveLength(1);
  for (const secret of secrets()) expect(lines.join("\n")).not.toContain(secret);
});

it("tells of a machine whose clock is wrong", async () => {
  ahead = 300;
  const { code, lines } = await doctor();
  expect(code).toBe(1);
  expect(about(lines, "clock")[0]).toMatch(/^WRONG {2}clock: this machine is \d+ s behind 127\.0\.0\.1:\d+: /);
});

it("names each token that its provider refuses, with the cure and without the token", async () => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: "7000000001:AAEnotArealTokenButShapedLikeOne00000",
    FACEBOOK_PAGE_TOKEN: "EAAguess0",
    ZALO_BOT_TOKEN: "1:guessed-token-0000",
  };
  const { code, lines } = await doctor(wrong);
  expect(code).toBe(1);
  expect(about(lines, "Telegram")[0]).toContain("get a new one from @BotFather");
  expect(about(lines, "Facebook")[0]).toContain("set FACEBOOK_PAGE_TOKEN");
  expect(about(lines, "Zalo Bot")[0]).toContain("ZALO_BOT_TOKEN");
  for (const token of Object.values(wrong)) expect(lines.join("\n")).not.toContain(token);
});
