import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dedupeKey, parseEvent, type ZaloEvent } from "./events.ts";

const parse = (body: unknown) => parseEvent(new TextEncoder().encode(JSON.stringify(body)));
const raw = (text: string) => parseEvent(new TextEncoder().encode(text));

const ids = { app_id: "360846524940903967", user_id_by_app: "552177279717587730", timestamp: "1609984527175" };
const envelope = { appId: "360846524940903967", userIdByApp: "552177279717587730", timestamp: "1609984527175" };
const fromUser = { sender: { id: "246845883529197922" }, recipient: { id: "388613280878808645" } };
const ends = { userId: "246845883529197922", oaId: "388613280878808645" };

function attached(name: string, attachment: unknown) {
  const event = parse({ ...ids, ...fromUser, event_name: name, message: { msg_id: "m1", attachments: [attachment] } });
  return event.kind === "message" ? event.attachments : event;
}

describe("what a person sends", () => {
  it.each([
    [
      "user_send_image",
      { type: "image", payload: { url: "http://f6/a.jpg", thumbnail: "http://f6/t.jpg" } },
      { kind: "image", url: "http://f6/a.jpg", thumbnail: "http://f6/t.jpg" },
    ],
    ["user_send_gif", { type: "gif", payload: { url: "http://f6/a.gif" } }, { kind: "gif", url: "http://f6/a.gif" }],
    ["user_send_sticker", { type: "sticker", payload: { id: "s1" } }, { kind: "sticker", id: "s1" }],
    [
      "user_send_location",
      { type: "location", payload: { coordinates: { latitude: "22.6657", longitude: "106.2579" } } },
      { kind: "location", latitude: 22.6657, longitude: 106.2579 },
    ],
    [
      "user_send_location",
      { type: "location", payload: { coordinates: { latitude: "north", longitude: "106.2579" } } },
      { kind: "unknown", type: "location" },
    ],
    ["user_send_audio", { payload: { url: "http://f6/a.amr" } }, { kind: "audio", url: "http://f6/a.amr" }],
    [
      "user_send_file",
      { type: "file", payload: { url: "http://f6/a.pdf", size: "9999", name: "a.pdf", checksum: "c", type: "pdf" } },
      { kind: "file", url: "http://f6/a.pdf", size: 9999, name: "a.pdf", checksum: "c", contentType: "pdf" },
    ],
    ["user_send_link", { type: "link", payload: {} }, { kind: "unknown", type: "link" }],
    ["user_send_business_card", { type: "card", payload: {} }, { kind: "unknown", type: "card" }],
    ["user_send_image", "not an attachment", { kind: "unknown", type: "image" }],
  ])("reads what hangs on %s", (name, attachment, expected) => {
    expect(attached(name, attachment)).toEqual([expected]);
  });

  it("keeps every digit of ids that came as numbers", () => {
    const text = `{"event_name":"user_send_text","timestamp":1609984527175,"app_id":360846524940903967,
      "sender":{"id":246845883529197922},"recipient":{"id":388613280878808645},"message":{"msg_id":9007199254740993,"text":"hi"}}`;
    expect(raw(text)).toMatchObject({ ...ends, appId: "360846524940903967", msgId: "9007199254740993" });
  });

  it("does not take a group's message for a one-to-one one", () => {
    const event = parse({ ...ids, ...fromUser, event_name: "user_send_group_text", message: { msg_id: "m1" } });
    expect(event).toEqual({ kind: "unknown", name: "user_send_group_text", ...envelope });
  });
});

describe("what the account sends", () => {
  const echo = { sender: { id: "388613280878808645" }, recipient: { id: "246845883529197922" } };
  const common = { ...envelope, ...ends, kind: "echo", name: "oa_send_text", type: "text", msgId: "m2", text: "Dạ" };

  it("comes back as an echo, the ends turned round", () => {
    const event = parse({ ...ids, ...echo, event_name: "oa_send_text", message: { msg_id: "m2", text: "Dạ" } });
    expect(event).toEqual({ ...common, attachments: [] });
  });

  it("names the human agent who wrote in Zalo's own app", () => {
    const sender = { ...echo.sender, admin_id: "7131195163410905" };
    const event = parse({ ...ids, ...echo, sender, event_name: "oa_send_text", message: { msg_id: "m2", text: "Dạ" } });
    expect(event).toEqual({ ...common, attachments: [], adminId: "7131195163410905" });
  });
});

describe("what a person does", () => {
  it.each(["follow", "unfollow"] as const)("reads %s, which has no sender", (name) => {
    const event = parse({
      ...ids,
      event_name: name,
      oa_id: ends.oaId,
      follower: { id: ends.userId },
      source: "oa_profile",
    });
    expect(event).toEqual({ kind: name, name, ...envelope, ...ends, source: "oa_profile" });
  });

  it("reads the new form of submitted information", () => {
    const info = {
      name: "Nông Thị A",
      phone: "84912345678",
      user_dob: "30/10/1999",
      gender: "Nam",
      full_address: { user_city: "Cao Bằng", user_ward: "Thục Phán", user_address: "Số 1" },
    };
    const { app_id, timestamp } = ids;
    expect(parse({ app_id, timestamp, ...fromUser, event_name: "user_submit_info", info })).toEqual({
      kind: "info",
      name: "user_submit_info",
      appId: app_id,
      timestamp,
      ...ends,
      info: {
        name: "Nông Thị A",
        phone: "84912345678",
        birthday: "30/10/1999",
        gender: "Nam",
        city: "Cao Bằng",
        ward: "Thục Phán",
        address: "Số 1",
      },
    });
  });

  it("reads the older form, with a district and a bare number as phone", () => {
    const info = { name: "B", phone: 84912345678, address: "Số 2", ward: "P1", district: "Q1", city: "Cao Bằng" };
    expect(parse({ ...ids, ...fromUser, event_name: "user_submit_info", info })).toMatchObject({
      info: { ...info, phone: "84912345678" },
    });
  });
});

describe("receipts", () => {
  it("reads what was seen", () => {
    const body = { ...ids, ...fromUser, event_name: "user_seen_message", message: { msg_ids: ["m1", "m2"] } };
    expect(parse(body)).toMatchObject({ kind: "seen", msgIds: ["m1", "m2"] });
  });

  it("reads the delivery of a template, with our own tracking id", () => {
    const message = { msg_id: "m3", delivery_time: "1602960467432", tracking_id: "order-88213" };
    const body = { ...ids, ...fromUser, event_name: "user_received_message", message };
    expect(parse(body)).toEqual({
      kind: "received",
      name: "user_received_message",
      ...envelope,
      senderId: ends.userId,
      recipientId: ends.oaId,
      msgIds: ["m3"],
      trackingId: "order-88213",
      deliveredAt: "1602960467432",
    });
  });
});

describe("what can't be used", () => {
  it.each([
    ["{", "the body is not a JSON object"],
    ["[]", "the body is not a JSON object"],
    ['{"timestamp":"1"}', "no event_name"],
    ['{"event_name":"follow"}', "no timestamp"],
    ['{"event_name":"follow","timestamp":"soon"}', "no timestamp"],
    ['{"event_name":"follow","timestamp":"1","follower":"x"}', "no follower.id or oa_id"],
    ['{"event_name":"user_send_text","timestamp":"1","sender":{"id":"1"},"recipient":{"id":"2"}}', "no message.msg_id"],
    ['{"event_name":"user_seen_message","timestamp":"1","message":{"msg_ids":[{}]}}', "no message.msg_id"],
    ['{"event_name":"user_submit_info","timestamp":"1"}', "no sender.id or recipient.id"],
  ])("says of %s: %s", (text, reason) => {
    expect(raw(text)).toEqual({ kind: "unusable", reason });
  });

  it("never throws, whatever arrives", () => {
    const names = fc.constantFrom(
      "user_send_text",
      "oa_send_image",
      "follow",
      "user_submit_info",
      "user_seen_message",
      "x",
    );
    const body = fc.record(
      {
        event_name: fc.oneof(names, fc.jsonValue()),
        timestamp: fc.oneof(fc.constant("1609984527175"), fc.jsonValue()),
        sender: fc.oneof(fc.record({ id: fc.jsonValue() }), fc.jsonValue()),
        recipient: fc.oneof(fc.record({ id: fc.jsonValue() }), fc.jsonValue()),
        message: fc.oneof(fc.record({ msg_id: fc.jsonValue(), attachments: fc.jsonValue() }), fc.jsonValue()),
        info: fc.jsonValue(),
        follower: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const arrives = fc.oneof(
      body.map((value) => new TextEncoder().encode(JSON.stringify(value))),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(arrives, (bytes) => {
        const event = parseEvent(bytes);
        if (event.kind !== "unusable") expect(dedupeKey(event)).toContain(event.name);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

describe("dedupeKey", () => {
  const base = { ...envelope, ...ends };
  it.each<[ZaloEvent, string]>([
    [
      { kind: "message", name: "user_send_text", type: "text", msgId: "m1", attachments: [], ...base },
      "user_send_text:m1",
    ],
    [{ kind: "follow", name: "follow", ...base }, "follow:1609984527175:246845883529197922"],
    [
      { kind: "seen", name: "user_seen_message", msgIds: ["a", "b"], ...envelope },
      "user_seen_message:1609984527175:a,b",
    ],
    [{ kind: "unknown", name: "x", ...envelope }, "x:1609984527175:552177279717587730"],
  ])("names one fact: %#", (event, key) => {
    expect(dedupeKey(event)).toBe(key);
  });
});
