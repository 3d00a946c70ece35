/** What a message is taken for by what it says. */
import { describe, expect, it } from "vitest";
import { likeliest } from "./learned-intent.ts";

describe("the learned intent", () => {
  it("is what messages in the same words were for, and how likely that is", () => {
    const { intent, confidence } = likeliest(new Set(["lua", "dao", "lua_dao", "=COMPLAINT", "=rule:complaint"]));
    expect(intent).toBe("complaint");
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThan(1);
  });

  it("is a guess where nothing was ever said like it", () => {
    expect(likeliest(new Set(["lorem", "ipsum"])).confidence).toBeLessThanOrEqual(0.5);
  });
});
