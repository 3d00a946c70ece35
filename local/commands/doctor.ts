/** `npm run doctor [-- --redrive]`: what is configured, what is wrong, what to do about it; or sends again what was put aside. */
import { channels } from "../../bots/index.ts";
import { openAssistant } from "../../shared/adapters/openai/assistant.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { assistantManifest } from "../../shared/ports/assistant.ts";
import { type Channels } from "../../shared/ports/channel.ts";
import {
  assistantSettings,
  channelSettings,
  environment,
  parseSettings,
  SettingsError,
} from "../../shared/settings.ts";
import { keptAside } from "../../shared/stores/aside.ts";
import { brokenDue } from "../../shared/stores/due.ts";
import { allFairs } from "../../shared/stores/fairs.ts";
import { allProducers } from "../../shared/stores/producers.ts";
import { allProducts } from "../../shared/stores/products.ts";
import { watchClock } from "../doctor/clock-skew.ts";
import { type Finding, type Level } from "../doctor/finding.ts";
import { sampleLeft } from "../doctor/sample-left.ts";
import { staffBound } from "../doctor/staff-bound.ts";
import { examineStorage } from "../doctor/storage.ts";
import { type Home } from "../home/open-home.ts";
import { DataFault } from "../home/data-fault.ts";
import { CommandError } from "./command-error.ts";
import { type OpenData, withData } from "./open-data.ts";
import { money } from "../doctor/money.ts";
import { unheardProblem } from "./unheard.ts";

const MARKS: Readonly<Record<Level, string>> = { ok: "ok   ", note: "note ", wrong: "WRONG" };

/** 1 where something is wrong. */
export default async function doctor(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === "--redrive") return redrive();
  if (args.length > 0) throw new CommandError("Use: npm run doctor [-- --redrive]");
  const findings = await examine();
  for (const { level, about, text } of findings) console.log(`${MARKS[level]}  ${about}: ${text}`);
  const wrong = findings.filter(({ level }) => level === "wrong").length;
  console.log(wrong === 0 ? "\nNothing is wrong." : `\nTo mend: ${wrong}.`);
  return wrong === 0 ? 0 : 1;
}

function redrive(): Promise<number> {
  return withData(async ({ home: data }) => {
    console.log(`Sent again: ${await data.redrive()}. The server works them off while it runs (npm start).`);
    return 0;
  });
}

async function examine(): Promise<readonly Finding[]> {
  const settings = wrongSettings();
  if (settings.length > 0) return settings;
  try {
    const watched = watchClock(systemClock, fetch);
    return await withData(
      async (data) => [
        ...home(data),
        ...(await examineStorage(data.settings.dataDir)),
        ...(await goods(data)),
        ...(await work(data)),
        ...(await everyChannel(data)),
        await model(data),
        ...(await money(data)),
        ...watched.findings(),
      ],
      watched.fetch,
    );
  } catch (error) {
    if (error instanceof DataFault) return [{ level: "wrong", about: "data", text: error.message }];
    const text = `${error instanceof Error ? error.message : String(error)}. See that the folder DATA_DIR exists and may be written to`;
    return [{ level: "wrong", about: "data", text }];
  }
}

function wrongSettings(): readonly Finding[] {
  try {
    parseSettings(environment(), channels);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map((text) => ({ level: "wrong", about: "settings", text }));
  }
}

function home({ settings }: OpenData): readonly Finding[] {
  const { dataDir, publicUrl, sample, shopName } = settings;
  const reached = publicUrl.startsWith("https:")
    ? "people and providers reach it there"
    : "nobody outside reaches it there; channels that can be asked for messages are asked. Set PUBLIC_URL to an https address to be reached";
  return [
    { level: "ok", about: "shop", text: `${shopName}, data in ${dataDir}` },
    { level: publicUrl.startsWith("https:") ? "ok" : "note", about: "address", text: `${publicUrl}: ${reached}` },
    sample
      ? {
          level: "note",
          about: "sample shop",
          text: "no provider is connected, so each is pretended at /simulator. Setting any channel's secret, or an https PUBLIC_URL, ends that",
        }
      : { level: "ok", about: "real shop", text: "no provider is pretended" },
  ];
}

async function goods({ home: { app }, settings }: OpenData): Promise<readonly Finding[]> {
  const products = await Array.fromAsync(allProducts(app.table));
  const producers = await Array.fromAsync(allProducers(app.table));
  if (products.length === 0) {
    const cure = settings.sample ? "npm start sows the sample, npm run import -- FILE.csv takes yours in" : IMPORT;
    return [{ level: "note", about: "catalogue", text: `it is empty: ${cure}` }];
  }
  const fairs = await Array.fromAsync(allFairs(app.table));
  const about = `${products.length} products of ${producers.length} producers`;
  return [
    { level: "ok", about: "catalogue", text: about },
    ...sampleLeft({ products, producers, fairs }, settings.sample),
    // The sample's producers are played at /simulator.
    ...(settings.sample ? [] : await staffBound(app.table, products)),
  ];
}

const IMPORT = "Take the real ones in with npm run import -- FILE.csv";

async function work({ home: data }: OpenData): Promise<readonly Finding[]> {
  const findings = [...failed(data), ...(await unreadable(data)), ...(await unheard(data)), ...(await unusable(data))];
  return findings.length > 0 ? findings : [{ level: "ok", about: "work put aside", text: "none" }];
}

function failed(data: Home): readonly Finding[] {
  const letters = data.deadLetters();
  if (letters.length === 0) return [];
  const queues = [...new Set(letters.map(({ queue }) => queue))].join(", ");
  const text = `${letters.length} messages failed every try (${queues}): the log says why; mend that, then npm run doctor -- --redrive`;
  return [{ level: "wrong", about: "work put aside", text }];
}

const MOST_LISTED = 20;

async function unreadable({ app }: Home): Promise<readonly Finding[]> {
  const rows = await brokenDue(app.table, MOST_LISTED);
  if (rows.length === 0) return [];
  const text = `could not be read and was never done (rows ${rows.map(({ sk }) => sk).join(", ")}): the log says why. They stay under due-broken for whoever mends them`;
  return [{ level: "wrong", about: "work that was due", text }];
}

async function unheard({ app }: Home): Promise<readonly Finding[]> {
  const text = await unheardProblem(app);
  return text === undefined ? [] : [{ level: "wrong", about: "notices to staff", text }];
}

async function unusable({ app }: Home): Promise<readonly Finding[]> {
  const kept = await keptAside(app.table);
  return [...Map.groupBy(kept, ({ channel, why }) => `${channel}: ${why}`)].map(([what, same]) => ({
    level: "note",
    about: "kept aside",
    text: `${same.length} of what a provider sent could not be used (${what}). Each is kept for 30 days`,
  }));
}

async function everyChannel({ home: { app }, settings }: OpenData): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    channels.map(async ({ name, title, settings: wanted }): Promise<readonly Finding[]> => {
      if (channelSettings({ title, settings: wanted }, environment()).settings !== undefined)
        return connected(app.channels, { name, title });
      const cures = wanted.filter(({ required }) => required).map(({ cure }) => cure);
      if (name === "webchat")
        return [{ level: "ok", about: title, text: "on every page; its secret is kept with the data" }];
      const state = settings.sample ? "pretended" : "not connected";
      return [{ level: "note", about: title, text: `${state}. To connect it: ${cures.join(" ")}` }];
    }),
  );
  return findings.flat();
}

async function model({ home: { app } }: OpenData): Promise<Finding> {
  const { title, settings: wanted } = assistantManifest;
  const { settings } = assistantSettings(environment());
  if (!settings) {
    const names = wanted.map(({ name }) => name).join(", ");
    return { level: "ok", about: title, text: `none, and none is needed. To have one asked: ${names}` };
  }
  const problems = await openAssistant({ settings, fetch, clock: app.clock, log: app.log }).diagnose();
  if (problems.length > 0) return { level: "wrong", about: title, text: problems.join(" ") };
  const text = `"${settings.model}" at ${new URL(settings.baseUrl).host} answers; redacted words of customers go there`;
  return { level: "ok", about: title, text };
}

async function connected(
  open: Channels,
  { name, title }: { name: string; title: string },
): Promise<readonly Finding[]> {
  try {
    const channel = await open.get(name);
    const problems = (await channel?.diagnose?.()) ?? [];
    const notes = ((await channel?.advise?.()) ?? []).map((text) => ({ level: "note", about: title, text }) as const);
    if (problems.length === 0) return [{ level: "ok", about: title, text: "connected" }, ...notes];
    return [...problems.map((text) => ({ level: "wrong", about: title, text }) as const), ...notes];
  } catch (error) {
    return [{ level: "wrong", about: title, text: error instanceof Error ? error.message : String(error) }];
  }
}
