/** One error for all that Zalo refuses, and the table that says what each of its codes asks of us. */

export type ZaloErrorClass =
  /** The access token is dead: renew it once, then try again. */
  | "token"
  /** A person has to act; trying again changes nothing. */
  | "alarm"
  /** Not done; try again after a pause. */
  | "back-off"
  /** Not done; allowed again at `retryAfterMs` from now. */
  | "reschedule"
  /** Not done, and never will be for this recipient or this content: mark it. */
  | "drop"
  /** Nobody knows whether it was done: Zalo has no idempotency key, so never repeat it blindly. */
  | "unknown-outcome";

/** What went wrong before or without an answer of Zalo's. */
export type LocalCode = "over-limit" | "timeout" | "connection" | "http" | "unreadable" | "no-grant" | "grant-halted";

export type ErrorRule = {
  readonly code: number;
  readonly class: ZaloErrorClass;
  readonly meaning: string;
  readonly retryAfterMs?: number;
  /** The morning when sending is allowed again: today's if it is still to come, or always tomorrow's. */
  readonly until?: "morning" | "tomorrow";
};

const rule = (code: number, kind: ZaloErrorClass, meaning: string, more: Partial<ErrorRule> = {}): ErrorRule => ({
  code,
  class: kind,
  meaning,
  ...more,
});

/** The Official Account API and the template messages; codes that Zalo does not list here are `alarm`. */
export const API_RULES: readonly ErrorRule[] = [
  ...[-216, -220, -124, 216, 401, -401].map((code) => rule(code, "token", "the access token is invalid or expired")),
  rule(-32, "back-off", "too many requests a minute, of the app or of the account", { retryAfterMs: 60_000 }),
  rule(-200, "back-off", "the send or the upload failed on Zalo's side", { retryAfterMs: 5_000 }),
  rule(-214, "back-off", "the article is still being processed", { retryAfterMs: 3_000 }),
  rule(-234, "reschedule", "not sent at night", { until: "morning" }),
  rule(-133, "reschedule", "template not sent at night", { until: "morning" }),
  rule(-144, "reschedule", "the day's limit of template messages is reached", { until: "tomorrow" }),
  rule(-100, "drop", "the attachment has expired: upload it again"),
  rule(-201, "drop", "a parameter is wrong"),
  rule(-210, "drop", "over a limit, or the file is too large"),
  rule(-213, "drop", "the person does not follow the account"),
  rule(-217, "drop", "the person blocks invitations"),
  rule(-218, "drop", "the person's quota of received messages is used up"),
  rule(-227, "drop", "the person is banned or inactive"),
  rule(-230, "drop", "more than 7 days since the person's last interaction"),
  rule(-232, "drop", "the interaction has expired"),
  rule(-233, "drop", "this type of message is not supported"),
  rule(-244, "drop", "the person has restricted this type of message"),
  rule(-108, "drop", "the phone number is wrong"),
  ...[-112, -1121, -1122, -1123, -1124, -1125, -1126, -1127, -1128, -1129].map((code) =>
    rule(code, "drop", "a parameter of the template is wrong"),
  ),
  ...[-114, -118, -119].map((code) => rule(code, "drop", "the person can't receive template messages")),
  ...[-139, -140, -141].map((code) => rule(code, "drop", "the person refuses this kind of message")),
  ...[-147, -1471, -1472, -1473, -1474, -1475].map((code) => rule(code, "drop", "a cap of the template is reached")),
  rule(-204, "alarm", "the account is disabled"),
  rule(-205, "alarm", "the account does not exist"),
  rule(-209, "alarm", "the app is not activated"),
  rule(-211, "alarm", "out of quota: read which one in the account's packages"),
  rule(-212, "alarm", "the app is not registered for this API"),
  rule(-219, "alarm", "the app was removed from the account"),
  rule(-221, "alarm", "the account is not verified"),
  rule(-223, "alarm", "the account gave no permission, or the month's articles are used up"),
  rule(-224, "alarm", "the account's package does not include this: upgrade it"),
  rule(-237, "alarm", "the group is disabled: its package has expired"),
  rule(-240, "alarm", "this version of the API has been shut down"),
  rule(-242, "alarm", "the appsecret_proof is wrong"),
  rule(-248, "alarm", "against Zalo's policy"),
  rule(-249, "alarm", "the template can't be sent by user id"),
  ...[-320, -321, -136, -137, -115].map((code) => rule(code, "alarm", "the wallet is missing, empty or not linked")),
  ...[-126, -127].map((code) => rule(code, "alarm", "development mode reaches only admins of the app")),
  ...[-109, -131, -146].map((code) => rule(code, "alarm", "the template is missing, not approved or disabled")),
  ...[-135, -1351].map((code) => rule(code, "alarm", "the account may not send template messages")),
];

/** The OAuth endpoint numbers its errors by itself: -118 means something else there. */
export const OAUTH_RULES: readonly ErrorRule[] = [
  ...[-14014, -14020, -118].map((code) => rule(code, "alarm", "the refresh token is invalid, used or expired")),
  rule(-14002, "alarm", "the app is not active"),
  rule(-14003, "alarm", "the redirect address is not the one saved in the console"),
];

export type ZaloErrorFacts = {
  /** Zalo's number, or what went wrong on this side. */
  readonly code: number | LocalCode;
  readonly class: ZaloErrorClass;
  /** What was asked for, e.g. `POST /v3.0/oa/message/cs`. */
  readonly call: string;
  /** A clause for people; no token, no phone number, no text of a message. */
  readonly meaning: string;
  readonly retryAfterMs?: number;
  /** The HTTP status, when it is the only answer there was. */
  readonly status?: number;
  /** Zalo's `error_name`, from OAuth. */
  readonly errorName?: string;
  /** Zalo's own sentence, scrubbed of long numbers and secrets. */
  readonly reply?: string;
  readonly cause?: unknown;
};

const CURES: Record<ZaloErrorClass, string> = {
  token: "Renew the access token, then try once more.",
  alarm: "A person has to look at it.",
  "back-off": "Try again after a pause.",
  reschedule: "Send it when it is allowed again.",
  drop: "Don't send it again as it is.",
  "unknown-outcome": "It may have been done: don't repeat it blindly.",
};

export class ZaloError extends Error {
  override readonly name = "ZaloError";
  readonly code: number | LocalCode;
  readonly class: ZaloErrorClass;
  readonly call: string;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;
  readonly errorName: string | undefined;
  readonly reply: string | undefined;

  constructor(facts: ZaloErrorFacts) {
    const said = facts.reply === undefined ? "" : ` Zalo says: "${facts.reply}".`;
    const text = `Zalo, ${facts.call}: ${facts.meaning} (${facts.code}).${said} ${CURES[facts.class]}`;
    super(text, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.class = facts.class;
    this.call = facts.call;
    this.retryAfterMs = facts.retryAfterMs;
    this.status = facts.status;
    this.errorName = facts.errorName;
    this.reply = facts.reply;
  }
}

export function isZaloError(error: unknown): error is ZaloError {
  return error instanceof ZaloError;
}

/** What the table says of a code, with the pause counted from `now` (milliseconds). */
export function ruleOf(rules: readonly ErrorRule[], code: number, now: number): Omit<ErrorRule, "until"> {
  const found = rules.find((entry) => entry.code === code);
  if (found === undefined) return { code, class: "alarm", meaning: "a code that is not in the table" };
  const { until, ...known } = found;
  return until === undefined ? known : { ...known, retryAfterMs: untilMorning(now, until) };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// 06:05 in Vietnam, UTC+7 all year: five minutes after Zalo opens, so that clocks need not agree.
const MORNING = (6 - 7) * HOUR + 5 * 60_000;

function untilMorning(now: number, until: "morning" | "tomorrow"): number {
  const midnight = Math.floor((now + 7 * HOUR) / DAY) * DAY;
  const today = midnight + MORNING;
  return (until === "morning" && today > now ? today : today + DAY) - now;
}

/** Keeps Zalo's sentence fit for a log: one line, no id or phone number, none of the given secrets. */
export function scrub(text: string | undefined, secrets: readonly string[] = []): string | undefined {
  if (text === undefined) return undefined;
  let clean = text;
  for (const secret of secrets) if (secret !== "") clean = clean.replaceAll(secret, "[secret]");
  return clean
    .replaceAll(/\+?\d[\d .-]{6,}\d/g, "[number]")
    .replaceAll(/\s+/g, " ")
    .slice(0, 200);
}
