import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkWebhook, isProbe, matchingVariant, signBody, signedFields, verifySignature } from "./webhook.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const APP = "360846524940903967";
const SECRET = "test-oa-secret";
const TIMESTAMP = "1540908534741";
const BODY =
  '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"user_id_by_app":"552177279717587730","event_name":"user_send_text","message":{"text":"Đặt 2 hộp miến dong","msg_id":"96d3cdf3af150460909"},"timestamp":"1540908534741"}';
const HEX = "382355bf91e1c6f669e7cef94f96026a8af82f80d32e77dd3995982080b383b7";
const good = { appId: APP, secretKey: SECRET, rawBody: bytes(BODY), timestamp: TIMESTAMP, header: `mac=${HEX}` };

/** What anybody can compute who knows how the receiver concatenates, but not its secret. */
function forge(appId: string, rawBody: Uint8Array, timestamp: string, secret: string): string {
  return `mac=${createHash("sha256").update(appId).update(rawBody).update(timestamp).update(secret).digest("hex")}`;
}

describe("verifySignature", () => {
  it.each([`mac=${HEX}`, `MAC=${HEX.toUpperCase()}`, `sha256=${HEX}`, HEX, ` mac=${HEX} `])("accepts %s", (header) => {
    expect(verifySignature({ ...good, header })).toBe(true);
  });

  it.each([null, undefined, "", "mac=", "mac=undefined", HEX.slice(1), `${HEX}00`, `mac=mac=${HEX}`, `md5=${HEX}`])(
    "refuses the header %s",
    (header) => {
      expect(verifySignature({ ...good, header })).toBe(false);
    },
  );

  it("hashes the bytes that came, so the same JSON with other spaces is another message", () => {
    expect(verifySignature({ ...good, rawBody: bytes(JSON.stringify(JSON.parse(BODY), null, 1)) })).toBe(false);
    expect(verifySignature({ ...good, rawBody: bytes(BODY.normalize("NFD")) })).toBe(false);
  });

  it.each([undefined, "", " ", "undefined", "null"])(
    "refuses a forger who signs with the unset secret %j",
    (secret) => {
      for (const guess of ["", "undefined", "null", String(secret)]) {
        const header = forge(APP, good.rawBody, TIMESTAMP, guess);
        expect(verifySignature({ ...good, secretKey: secret, header })).toBe(false);
      }
    },
  );

  it.each([undefined, "", "undefined"])("refuses a forger who signs with the unset app id %j", (appId) => {
    const header = forge(appId ?? "undefined", good.rawBody, TIMESTAMP, SECRET);
    expect(verifySignature({ ...good, appId, header })).toBe(false);
  });

  it("refuses a timestamp that is not digits, however it is signed", () => {
    for (const timestamp of ["", "undefined", "15 40", "-1"]) {
      const header = forge(APP, good.rawBody, timestamp, SECRET);
      expect(verifySignature({ ...good, timestamp, header })).toBe(false);
    }
    expect(
      verifySignature({ ...good, timestamp: undefined, header: forge(APP, good.rawBody, "undefined", SECRET) }),
    ).toBe(false);
  });

  it("agrees with signBody, which refuses to sign with nothing", () => {
    expect(signBody(good)).toBe(`mac=${HEX}`);
    expect(() => signBody({ ...good, secretKey: "" })).toThrow("set the app id");
  });
});

describe("signedFields", () => {
  it("keeps every digit of ids and times that came as numbers", () => {
    const body = '{"app_id":360846524940903967,"timestamp":1540908534741,"message":{"text":"\\"timestamp\\":\\"1\\""}}';
    expect(signedFields(bytes(body))).toEqual({ appId: "360846524940903967", timestamp: "1540908534741" });
  });

  it.each(["", "[]", '"x"', "null", "{", "[".repeat(60_000), `${"[".repeat(30_000)}${"]".repeat(30_000)}`])(
    "reads nothing of what is no object",
    (body) => {
      expect(signedFields(bytes(body))).toBeUndefined();
    },
  );

  it("reads nothing of bytes that are no UTF-8", () => {
    expect(signedFields(new Uint8Array([0x7b, 0xff, 0x7d]))).toBeUndefined();
  });
});

describe("checkWebhook", () => {
  const input = { appId: APP, secretKeys: [SECRET], rawBody: good.rawBody, header: good.header };

  it("gives the event of a signed body", () => {
    expect(checkWebhook(input)).toEqual({
      kind: "signed",
      event: {
        kind: "message",
        name: "user_send_text",
        type: "text",
        appId: APP,
        userIdByApp: "552177279717587730",
        timestamp: TIMESTAMP,
        userId: "246845883529197922",
        oaId: "388613280878808645",
        msgId: "96d3cdf3af150460909",
        text: "Đặt 2 hộp miến dong",
        attachments: [],
      },
    });
  });

  it("accepts either of two keys while one is rotated", () => {
    expect(checkWebhook({ ...input, secretKeys: ["the-next-one", SECRET] }).kind).toBe("signed");
    expect(checkWebhook({ ...input, secretKeys: [undefined, SECRET] }).kind).toBe("signed");
  });

  it("knows the unsigned probe, and nothing else is one", () => {
    expect(checkWebhook({ appId: undefined, secretKeys: [], rawBody: bytes(" {}\n"), header: null })).toEqual({
      kind: "probe",
    });
    expect(isProbe(bytes('{"a":1}'))).toBe(false);
    expect(isProbe(bytes(`{${" ".repeat(40)}}`))).toBe(false);
  });

  it.each([
    ["unset-secret", { secretKeys: [undefined, ""] }],
    ["unset-secret", { appId: "" }],
    ["unset-secret", { secretKeys: ["undefined"], header: forge(APP, good.rawBody, TIMESTAMP, "undefined") }],
    ["no-signature", { header: undefined }],
    ["no-signature", { header: "" }],
    ["unreadable", { rawBody: bytes("{") }],
    ["no-timestamp", { rawBody: bytes('{"event_name":"follow"}') }],
    ["other-app", { rawBody: bytes(BODY.replace(APP, "360846524940903968")) }],
    ["forged", { header: forge(APP, good.rawBody, TIMESTAMP, "guess") }],
    ["forged", { rawBody: bytes(BODY.replace("Đặt 2", "Đặt 9")) }],
  ])("refuses as %s", (reason, change) => {
    expect(checkWebhook({ ...input, ...change })).toEqual({ kind: "refused", reason });
  });

  it("accepts a signed event that it can't use, so that Zalo does not send it again", () => {
    const rawBody = bytes('{"event_name":"user_send_text","timestamp":"1"}');
    const header = forge(APP, rawBody, "1", SECRET);
    expect(checkWebhook({ ...input, rawBody, header })).toEqual({
      kind: "signed",
      event: { kind: "unusable", reason: "no sender.id or recipient.id" },
    });
  });
});

describe("matchingVariant", () => {
  const input = { ...good, appSecret: "the-app-secret", oaId: "388613280878808645", headerTimestamp: "1700000000000" };

  it("names the rule by which a refused request was signed", () => {
    const header = forge(input.oaId, good.rawBody, "1700000000000", input.appSecret);
    expect(matchingVariant({ ...input, header })).toBe("oa_id, app secret, timestamp of the header");
    expect(matchingVariant(input)).toBe("app_id, OA secret key, timestamp of the body");
  });

  it("names none for a forger", () => {
    const header = forge(APP, good.rawBody, TIMESTAMP, "undefined");
    expect(matchingVariant({ ...input, appSecret: undefined, header })).toBeUndefined();
  });
});
