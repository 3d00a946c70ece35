/** Zalo's OAuth, pretended: refresh tokens work once, an access token 25 hours and only until the next one is given. */
import { DAY, HOUR, millis } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";

const LIFE = 25 * HOUR;
/** Three months without a refresh end the grant. */
const REFRESH_LIFE = 90 * DAY;

export const APP = {
  id: "2861904477301552846",
  secret: "the sample shop's app secret, which anybody may read here",
  /** What the first refresh spends. */
  seed: "simulated-refresh-0",
} as const;

export type Grant = {
  /** The answer to a form posted to the token endpoint. */
  exchange(form: URLSearchParams, secret: string | null): object;
  accepts(token: string | null): boolean;
};

/**
 * Tokens carry their generation. A later one than this process remembers was given by it in an earlier life: the shop's
 * table outlives a simulator, which keeps everything in memory.
 */
export function openGrant(clock: Clock): Grant {
  let generation = 0;
  // Unknown for what an earlier process gave: a sample shop that slept for months wakes up all the same.
  let givenAt = Number.POSITIVE_INFINITY;
  const now = (): number => millis(clock.now());
  return {
    exchange(form, secret) {
      if (secret !== APP.secret) return refusal(-14004, "Invalid secret key");
      if (form.get("app_id") !== APP.id) return refusal(-14002, "Invalid app id");
      if (form.get("grant_type") !== "refresh_token") return refusal(-14001, "Invalid grant type");
      const spent = /^simulated-refresh-(\d{1,9})$/.exec(form.get("refresh_token") ?? "")?.[1];
      if (spent === undefined || Number(spent) < generation) return refusal(-14014, "Invalid refresh token");
      if (now() - givenAt > REFRESH_LIFE) return refusal(-14014, "Invalid refresh token");
      generation = Number(spent) + 1;
      givenAt = now();
      return {
        access_token: `simulated-access-${generation}-${now()}`,
        refresh_token: `simulated-refresh-${generation}`,
        expires_in: String(LIFE / 1000),
      };
    },
    accepts(token) {
      const [, given, since] = /^simulated-access-(\d{1,9})-(\d{1,15})$/.exec(token ?? "") ?? [];
      if (given === undefined || Number(given) < generation) return false;
      generation = Number(given);
      return now() < Number(since) + LIFE;
    },
  };
}

const refusal = (error: number, name: string): object => ({ error, error_name: name, error_description: name });
