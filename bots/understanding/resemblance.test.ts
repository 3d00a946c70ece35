/** What talk that no rule reads is taken for. */
import { describe, expect, it } from "vitest";
import { mostAlike } from "./resemblance.ts";

describe("resemblance", () => {
  it("takes talk for what talk in the same words was for", () => {
    expect(mostAlike(" shop lam an thieu uy tin , nhan khong them tra loi ")).toBe("complaint");
  });

  it("takes words that nobody labelled for nothing", () => {
    expect(mostAlike(" lorem ipsum dolor ")).toBeNull();
  });

  it("never guesses an agreement, an order or an opting out", () => {
    expect([" dung roi em ", " lay 2 goi ", " khong nhan tin nua ", " huy don "].map(mostAlike)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
