/** What the answer of a wall makes of a post, and when to come back. Pure. */
import { type Post, type Promotion } from "../domain/promotion.ts";
import { SECOND } from "../domain/time.ts";
import { type Posted } from "../ports/channel.ts";

export const MOST_TRIES = 8;
const ASK_FIRST_MS = 3 * SECOND;

export type After = {
  next: Pick<Post, "status" | "ref" | "url" | "problem">;
  /** `post`: try again; `ask`: ask what became of it. */
  again?: { what: "post" | "ask"; inMs: number };
};

/** `tries`: how often the wall has put us off; `asked`: how often it was asked about a post it took. */
export function postAfter(outcome: Posted, { tries, asked }: { tries: number; asked: number }): After {
  switch (outcome.outcome) {
    case "posted":
      return {
        next: { status: "posted", ref: outcome.ref, ...(outcome.url === undefined ? {} : { url: outcome.url }) },
      };
    case "submitted":
      return askAgain(asked, { ref: outcome.ref });
    case "refused":
      return { next: { status: "failed", problem: outcome.why } };
    case "later":
      return asked > 0 ? askAgain(asked, {}) : tryAgain(tries, outcome);
    case "unknown":
      return asked > 0 ? askAgain(asked, {}) : { next: { status: "unknown", problem: outcome.why } };
  }
}

/** 3, 6, 12 … seconds apart: eight times in about thirteen minutes. */
function askAgain(asked: number, ref: { ref?: string }): After {
  if (asked >= MOST_TRIES) {
    const problem = `The wall took it and after ${asked} questions still can't say what became of it: look there`;
    return { next: { status: "unknown", ...ref, problem } };
  }
  return { next: { status: "submitted", ...ref }, again: { what: "ask", inMs: ASK_FIRST_MS * 2 ** asked } };
}

function tryAgain(tries: number, { why, retryAfterMs }: Extract<Posted, { outcome: "later" }>): After {
  if (tries + 1 >= MOST_TRIES) return { next: { status: "failed", problem: `${why} (put off ${tries + 1} times)` } };
  return { next: { status: "waiting" }, again: { what: "post", inMs: Math.max(SECOND, retryAfterMs) } };
}

/** What is not known to be up is not "posted", and what may be up is not "failed". */
export function statusOf(posts: readonly Post[]): Promotion["status"] {
  const has = (...statuses: readonly Post["status"][]): boolean =>
    posts.some(({ status }) => statuses.includes(status));
  if (has("waiting", "posting", "submitted")) return "posting";
  if (!has("failed", "unknown")) return "posted";
  return has("posted", "unknown") ? "partly" : "failed";
}
