/** The log: one JSON object a line, without phones, e-mail addresses, tokens and keys. It never throws. */
import { type Clock } from "./ports/clock.ts";
import { type Log, type LogFields } from "./ports/log.ts";

export const LOG_LEVELS = ["info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogOptions = {
  clock: Clock;
  /** The least that is written. */
  level?: LogLevel;
  /** Takes one line with its end. */
  write?: (line: string) => void;
};

/** Of one text; what is longer is marked as cut. */
const MOST_CHARACTERS = 6000;
const MOST_CAUSES = 3;

const SPACING = String.raw`[\s.()\-–_/]*`;
const NAMES = String.raw`[\w-]*(?:token|secret|secret_key|password|authorization|api[_-]?key|appsecret_proof|cookie)`;

const REDACTIONS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // Telegram and the Zalo Bot carry the token in the path; "/bots/" is a folder of ours.
  [/(?<!\/)\/bot(?!s?\/)[^/\s"'?]+/g, "/bot[token]"],
  [/\b\d{6,}:[\w-]{30,}/g, "[token]"],
  [
    new RegExp(String.raw`\b(${NAMES})(["']?\s*[:=]\s*["']?)(?:(?:bearer|basic|apikey)\s+)?[^\s"'&,;}]+`, "gi"),
    "$1$2[hidden]",
  ],
  [/\b(bearer|basic|apikey)\s+[\w.~+/=-]{8,}/gi, "$1 [hidden]"],
  [/\bsk-[\w-]{16,}/g, "[key]"],
  [/[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi, "[email]"],
  // 0, 84, +84 or 0084 and nine digits (ten for a landline), however they are spaced; "+84 (0) 912…" too.
  [new RegExp(String.raw`(?<![\d\w])\+?(?:(?:00)?84(?:${SPACING}0)?|0)(?:${SPACING}\d){9,10}(?!\d)`, "g"), "[phone]"],
];

/** The text without what must not be written down. */
export const redact = (text: string): string =>
  REDACTIONS.reduce((result, [pattern, replacement]) => result.replaceAll(pattern, replacement), text);

export function openLog({ clock, level = "info", write = writeToStderr }: LogOptions): Log {
  const least = LOG_LEVELS.indexOf(level);
  const line = (of: LogLevel, event: string, facts: Readonly<Record<string, unknown>>): void => {
    if (LOG_LEVELS.indexOf(of) < least) return;
    try {
      write(`${JSON.stringify({ at: clock.now(), level: of, event, ...facts })}\n`);
    } catch {
      // A log that can't be written is no reason to fail a customer's turn.
    }
  };
  return {
    info: (event, fields) => {
      line("info", event, clean(fields));
    },
    warn: (event, fields) => {
      line("warn", event, clean(fields));
    },
    error: (event, error, fields) => {
      line("error", event, { ...clean(fields), error: describe(error) });
    },
  };
}

const writeToStderr = (line: string): void => {
  process.stderr.write(line);
};

const shorten = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} [cut, ${text.length} characters]` : text;

const cleanText = (text: string): string => redact(shorten(text));

const clean = (fields: LogFields = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? cleanText(value) : value]),
  );

type Described = { name?: string; message: string; stack?: string; code?: string; cause?: Described };

function describe(error: unknown, depth = 0): Described {
  try {
    if (!(error instanceof Error)) return { message: cleanText(String(error)) };
    const { name, message, stack, cause } = error;
    const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
    return {
      name,
      message: cleanText(message),
      ...(stack !== undefined && { stack: cleanText(stack) }),
      ...(code !== undefined && { code }),
      ...(cause !== undefined && depth < MOST_CAUSES && { cause: describe(cause, depth + 1) }),
    };
  } catch {
    return { message: "An error that can't be described" };
  }
}
