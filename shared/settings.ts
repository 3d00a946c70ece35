/**
 * The settings of the program, and the only place that reads the environment.
 * A wrong value is told with its cure, and never repeated: it may be a secret.
 */
import { LOG_LEVELS, type LogLevel } from "./log.ts";
import { assistantManifest, type AssistantSettings } from "./ports/assistant.ts";
import { type ChannelManifest, type ChannelSetting, type ChannelSettings } from "./ports/channel.ts";
import { bankManifests, type BankSettings, settingsOfBank } from "./ports/payments.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export const environment = (): Environment => process.env;

export type HomeSettings = {
  port: number;
  dataDir: string;
  /** Without a slash at its end. */
  publicUrl: string;
  shopName: string;
  logLevel: LogLevel;
  /** Nothing real is connected: simulators run, and what is invented is marked. */
  sample: boolean;
  /** No webhook can reach us: the channels that can be asked for messages are asked. */
  polling: boolean;
};

/** Every problem at once, one a line. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** Where the data lie unless DATA_DIR says otherwise: what is invented never beside what is real. */
export const SAMPLE_DATA = ".data/sample";
export const REAL_DATA = ".data/shop";

/** Whether the folder of the data was chosen by whoever started the program. */
export const isDataDirSet = (env: Environment): boolean => valueOf(env, "DATA_DIR") !== undefined;

type Manifest = Pick<ChannelManifest, "title" | "settings">;

/** A value, or what is wrong with it. */
type Parsed<T> = { value: T } | { problem: string };

/** Settings of the embedded home. Throws a SettingsError that names every wrong value, those of the channels too. */
export function parseSettings(env: Environment, channels: readonly Manifest[]): HomeSettings {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => Parsed<T>): T => {
    const text = valueOf(env, name);
    if (text === undefined) return fallback;
    const parsed = parse(text);
    if ("value" in parsed) return parsed.value;
    problems.push(`${name} ${parsed.problem}`);
    return fallback;
  };
  const port = read("PORT", 3000, parsePort);
  const publicUrl = read("PUBLIC_URL", `http://localhost:${port}`, parsePublicUrl);
  const isPublic = publicUrl.startsWith("https:");
  const sample = !isPublic && !hasSecret(env, [...channels, ...bankManifests]);
  const settings: HomeSettings = {
    port,
    dataDir: read("DATA_DIR", sample ? SAMPLE_DATA : REAL_DATA, parseText),
    publicUrl,
    shopName: read("SHOP_NAME", "OCOP Cao Bằng", parseText),
    logLevel: read("LOG_LEVEL", "info", parseLevel),
    sample,
    polling: !isPublic,
  };
  problems.push(...channels.flatMap((manifest) => channelSettings(manifest, env).problems));
  if (isPublic) problems.push(...channels.flatMap((manifest) => missingInPublic(manifest, env)));
  problems.push(...assistantSettings(env).problems);
  problems.push(...bankManifests.flatMap((manifest) => channelSettings(manifest, env).problems));
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** Fails closed: any secret that is set, even half a channel's, ends the sample shop and its simulators. */
const hasSecret = (env: Environment, channels: readonly Manifest[]): boolean =>
  channels.some(({ settings }) => settings.some(({ name, secret }) => secret && valueOf(env, name) !== undefined));

/** A channel's settings by the names of its manifest; absent without what it requires, and so is the channel. */
export function channelSettings(
  { title, settings }: Manifest,
  env: Environment,
): { settings: ChannelSettings | undefined; problems: readonly string[] } {
  const given = settings.filter(({ name }) => valueOf(env, name) !== undefined);
  if (given.length === 0 && settings.some(({ required }) => required)) return { settings: undefined, problems: [] };
  const wrong = given.flatMap((setting) => problemOf(setting, valueOf(env, setting.name) ?? "") ?? []);
  const missing = settings
    .filter(({ name, required }) => required && valueOf(env, name) === undefined)
    .map(({ name, cure }) => `${name} is not set, though other settings of ${title} are. ${cure}`);
  const problems = [...wrong, ...missing];
  if (problems.length > 0) return { settings: undefined, problems };
  return { settings: Object.fromEntries(given.map(({ name }) => [name, valueOf(env, name)])), problems };
}

const OPENAI = "https://api.openai.com/v1";
const SMALL_MODEL = "gpt-4.1-mini";

/** Absent unless a key or a server is given: a model is asked only where somebody wanted it. */
export function assistantSettings(env: Environment): {
  settings: AssistantSettings | undefined;
  problems: readonly string[];
} {
  const { settings = {}, problems } = channelSettings(assistantManifest, env);
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: address, OPENAI_MODEL: model = SMALL_MODEL } = settings;
  if (apiKey === undefined && address === undefined) return { settings: undefined, problems };
  const baseUrl = (address ?? OPENAI).replace(/\/+$/, "");
  // A bare host means its usual path.
  const whole = new URL(baseUrl).pathname === "/" ? `${baseUrl}/v1` : baseUrl;
  return { settings: { baseUrl: whole, model, ...(apiKey === undefined ? {} : { apiKey }) }, problems };
}

/** Of those who tell of money that came in; while a secret is being changed, two stand in its setting. */
export const bankSettings =
  (env: Environment): BankSettings =>
  (provider) => {
    const manifest = bankManifests.find(({ name }) => name === provider);
    const settings = manifest && settingsOfBank(manifest, channelSettings(manifest, env).settings ?? {});
    return Promise.resolve(settings ? [settings] : []);
  };

/** Nobody is asked for messages where a webhook can reach us, and a door without its secret lets nobody in. */
function missingInPublic(manifest: Manifest, env: Environment): readonly string[] {
  if (!channelSettings(manifest, env).settings) return [];
  return manifest.settings
    .filter(({ name, requiredInPublic }) => requiredInPublic && valueOf(env, name) === undefined)
    .map(
      ({ name, cure }) => `${name} is not set, so nothing of ${manifest.title} gets in at an https PUBLIC_URL. ${cure}`,
    );
}

/** Hashing an unset secret as the word "undefined" once let forged messages pass elsewhere: such words are no values. */
const PLACEHOLDER = /^(?:undefined|null|nan|none|todo|change-?me|x{3,}|<.*>|your[-_ ].*)$/i;

function problemOf({ name, cure, pattern }: ChannelSetting, value: string): string | undefined {
  if (PLACEHOLDER.test(value)) return `${name} holds a placeholder instead of a value. ${cure}`;
  if (/[\r\n]/.test(value)) return `${name} holds a line break. ${cure}`;
  if (name.endsWith("_ROOT") && !isSafeRoot(value))
    return `${name} is no https address, nor http on this machine: secrets are sent there. ${cure}`;
  if (pattern && !pattern.matches.test(value)) return `${name} does not look as it should (${pattern.looks}). ${cure}`;
  return undefined;
}

/** Empty counts as unset, as a line "NAME=" in a file of settings means it. */
const valueOf = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

function parsePort(text: string): Parsed<number> {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return { value: port };
  return { problem: "is no port: set a number from 1 to 65535 (0 takes any that is free), or leave it out for 3000." };
}

function parsePublicUrl(text: string): Parsed<string> {
  const cure = "set the address people open, such as https://ocop.example.vn, or leave it out on a laptop.";
  if (!isHttpUrl(text)) return { problem: `is no http or https address: ${cure}` };
  const { pathname, search, hash, username } = new URL(text);
  if (pathname !== "/" || search !== "" || hash !== "" || username !== "")
    return { problem: `holds more than a host and a port: ${cure}` };
  return { value: new URL(text).origin };
}

function parseLevel(text: string): Parsed<LogLevel> {
  const level = LOG_LEVELS.find((one) => one === text.toLowerCase());
  return level
    ? { value: level }
    : { problem: `is none of ${LOG_LEVELS.join(", ")}: set one of them, or leave it out.` };
}

const parseText = (text: string): Parsed<string> =>
  PLACEHOLDER.test(text) ? { problem: "holds a placeholder: set it, or leave it out." } : { value: text };

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const isSafeRoot = (text: string): boolean =>
  /^https:/i.test(text) ? isHttpUrl(text) : isHttpUrl(text) && LOCAL.has(new URL(text).hostname);

const LOCAL: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
