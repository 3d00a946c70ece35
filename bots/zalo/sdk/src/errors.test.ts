import { describe, expect, it } from "vitest";
import { API_RULES, OAUTH_RULES, ruleOf, scrub } from "./errors.ts";

const at = (time: string) => Date.parse(time);
const after = (code: number, time: string) => {
  const { retryAfterMs } = ruleOf(API_RULES, code, at(time));
  return retryAfterMs === undefined ? undefined : new Date(at(time) + retryAfterMs).toISOString();
};

describe("the table of codes", () => {
  it("names each code once in each table", () => {
    for (const rules of [API_RULES, OAUTH_RULES]) {
      const codes = rules.map((rule) => rule.code);
      expect(codes).toEqual([...new Set(codes)]);
    }
  });

  it.each([
    ["token", [-216, -220, -124, 401, -401, 216]],
    ["alarm", [-209, -212, -219, -221, -223, -224, -320, -321, -135, -136, -137, -211]],
    ["back-off", [-32, -200, -214]],
    ["reschedule", [-234, -133, -144]],
    ["drop", [-213, -217, -227, -230, -232, -233, -244, -114, -119, -201, -118]],
  ])("says %s of its codes", (kind, codes) => {
    expect(codes.map((code) => ruleOf(API_RULES, code, 0).class)).toEqual(codes.map(() => kind));
  });

  it("reads -118 as a dead refresh token at OAuth only", () => {
    expect(ruleOf(OAUTH_RULES, -118, 0).class).toBe("alarm");
    expect(ruleOf(OAUTH_RULES, -14014, 0).class).toBe("alarm");
  });

  it("wakes a person for a code that nobody has seen", () => {
    expect(ruleOf(API_RULES, -98765, 0)).toEqual({
      code: -98765,
      class: "alarm",
      meaning: "a code that is not in the table",
    });
  });
});

describe("the night in Vietnam", () => {
  it("ends at 06:05, today or tomorrow", () => {
    expect(after(-234, "2026-11-23T22:30:00+07:00")).toBe("2026-11-23T23:05:00.000Z");
    expect(after(-234, "2026-11-24T05:59:00+07:00")).toBe("2026-11-23T23:05:00.000Z");
    expect(after(-234, "2026-11-24T06:05:00+07:00")).toBe("2026-11-24T23:05:00.000Z");
    expect(after(-133, "2026-11-24T00:00:00+07:00")).toBe("2026-11-23T23:05:00.000Z");
  });

  it("is waited for until tomorrow when the day's limit is reached", () => {
    expect(after(-144, "2026-11-24T01:00:00+07:00")).toBe("2026-11-24T23:05:00.000Z");
  });
});

describe("scrub", () => {
  it("leaves no id, phone number or secret in Zalo's sentence", () => {
    const said = "user 246845883529197922 (+84 912.345.678)\nrefused tok_abc";
    expect(scrub(said, ["tok_abc", ""])).toBe("user [number] ([number]) refused [secret]");
  });
});
