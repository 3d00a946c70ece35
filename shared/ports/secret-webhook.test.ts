import { expect, it } from "vitest";
import { MORNING } from "../../tests/fakes/clock.ts";
import { isoTime } from "../domain/time.ts";
import { secretWebhook } from "./secret-webhook.ts";

const webhook = secretWebhook({
  header: "x-secret",
  secret: "SECRET",
  token: "TOKEN",
  read: () => ({ kind: "read", incoming: [] }),
});

const outcome = (given: string | undefined, secret: string | undefined, body = "{}") => {
  const request = { method: "POST", path: "/", headers: { "x-secret": given }, body: Buffer.from(body) };
  const verdict = webhook(request, { SECRET: secret, TOKEN: "1:x" }, isoTime(Date.parse(MORNING)));
  return "status" in verdict ? verdict.status : verdict.kind;
};

it.each([
  ["the old secret while it is being changed", "old-secret", "new-secret old-secret", "accepted"],
  ["the new secret while it is being changed", "new-secret", "new-secret old-secret", "accepted"],
  ["both at once", "new-secret old-secret", "new-secret old-secret", 401],
  ["the old secret once it is gone", "old-secret", "new-secret", 401],
  ["nothing where nothing is set", undefined, undefined, 401],
  ["an empty secret where spaces are set", "", "  ", 401],
  ["the word undefined where nothing is set", "undefined", undefined, 401],
])("makes of %s what it should", (_, given, secret, expected) => {
  expect(outcome(given, secret)).toBe(expected);
});

it("reads nothing of a body whose sender is not proved, and keeps aside what it can't read of one that is", () => {
  expect(outcome("other", "secret", "no JSON")).toBe(401);
  expect(outcome("secret", "secret", "no JSON")).toBe("unusable");
  expect(outcome("secret", "secret", `"${"x".repeat(65_536)}"`)).toBe("unusable");
});
