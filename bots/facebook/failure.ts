/** What a failed call of the Graph API means for the post that was in it. */
import { MINUTE, SECOND } from "../../shared/domain/time.ts";
import { type Posted } from "../../shared/ports/channel.ts";
import { networkFailureOf } from "../../shared/ports/network-failure.ts";
import { type Fields, number, object, text } from "./fields.ts";

export type Failure = Exclude<Posted, { outcome: "posted" | "submitted" }>;

const RETRY_MS = 30 * SECOND;
const LIMITED_MS = 5 * MINUTE;

/** 4 the app's limit, 17 the user's, 32 and 80001 the Page's. */
const LIMITED: ReadonlySet<number> = new Set([4, 17, 32, 80001]);
/** Facebook's own trouble. */
const TRANSIENT: ReadonlySet<number> = new Set([1, 2]);

const BAD_TOKEN =
  "Facebook refused the token of the Page: make a new Page token, best one of a system user, and set FACEBOOK_PAGE_TOKEN";
const NO_PERMISSION =
  "Give the token pages_manage_posts, pages_read_engagement and pages_show_list, and its owner the right to create content on the Page; then set FACEBOOK_PAGE_TOKEN anew";

const CURES: Readonly<Record<number, string>> = {
  10: NO_PERMISSION,
  100: "See that FACEBOOK_PAGE_ID is the Page's own number and that the token is for that Page",
  324: "Give a picture that Facebook can show: JPEG or PNG below 4 MB",
  368: "Facebook blocks the Page from posting for now: see Page quality, and post by hand once it is lifted",
  506: "Facebook takes it for the post before it: change the text",
  1500: "Facebook can't open the link: see that PUBLIC_URL can be reached from outside",
};

/** Nothing of what Facebook says of a token is repeated: it may quote the token. */
export function failureOf({ status, headers }: Response, body: unknown): Failure {
  const error = object(object(body)?.["error"]);
  const code = number(error?.["code"]);
  if (!error || code === undefined) return withoutEnvelope(status);
  if (code === 190) return refused(BAD_TOKEN);
  const why = `Facebook answered ${code}: ${text(error["message"]) ?? "no reason given"}`;
  if (LIMITED.has(code)) return { outcome: "later", why, retryAfterMs: waitOf(headers) ?? LIMITED_MS };
  if (TRANSIENT.has(code) || error["is_transient"] === true) return { outcome: "later", why, retryAfterMs: RETRY_MS };
  const cure = code >= 200 && code < 300 ? NO_PERMISSION : CURES[code];
  return refused(cure === undefined ? why : `${why}. ${cure}`);
}

const refused = (why: string): Failure => ({ outcome: "refused", why });

/** Some machine before Facebook's answered, or its answer was cut off. */
function withoutEnvelope(status: number): Failure {
  const why = `HTTP ${status} without an answer of Facebook`;
  if (status === 429 || status === 503) return { outcome: "later", why, retryAfterMs: RETRY_MS };
  return status >= 400 && status < 500 ? refused(why) : { outcome: "unknown", why };
}

export function unanswered(error: unknown): Failure {
  const { neverSent, code } = networkFailureOf(error);
  const why = `Facebook gave no answer (${code})`;
  return neverSent ? { outcome: "later", why, retryAfterMs: RETRY_MS } : { outcome: "unknown", why };
}

/** Minutes, by the id of a Page or an app, of which the longest counts; zero and undefined say nothing. */
function waitOf(headers: Headers): number | undefined {
  const usage = parsed(headers.get("x-business-use-case-usage"));
  const minutes = Object.values(usage ?? {})
    .flatMap((uses): readonly unknown[] => (Array.isArray(uses) ? uses : []))
    .map((use) => number(object(use)?.["estimated_time_to_regain_access"]) ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest === 0 ? undefined : longest * MINUTE;
}

function parsed(header: string | null): Fields | undefined {
  try {
    return object(JSON.parse(header ?? "null"));
  } catch {
    return undefined;
  }
}
