/** Template messages through the pretended Zalo: whom they reach, what is refused, and what is told of it. */
import { describe, expect, it } from "vitest";
import { type Phone } from "../../shared/domain/phone.ts";
import { NOTICE } from "../../tests/contract/channel-templates.ts";
import { CHAT, HOUR, openMarket } from "../../tests/contract/zalo-market.ts";
import { DAILY_QUOTA, TEMPLATE } from "./simulator-template.ts";

const PHONE = "0912000111" as Phone;

function open(template: string | undefined = TEMPLATE.approved) {
  const market = openMarket();
  const person = market.simulator.person(CHAT);
  const channel = market.open({ ZALO_TEMPLATE_PARCEL: template });
  const send = (to: Parameters<NonNullable<typeof channel.sendTemplate>>[0], notice = NOTICE) =>
    channel.sendTemplate!(to, notice);
  return { ...market, person, channel, send };
}

describe("a template", () => {
  it("does not exist without its setting", () => {
    expect("sendTemplate" in openMarket().open({ ZALO_TEMPLATE_PARCEL: undefined })).toBe(false);
  });

  it("reaches a chat whose window has closed", async () => {
    const { send, person, clock, channel } = open();
    clock.advance(8 * 24 * HOUR);
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "refused", why: "window" });
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "sent" });
    expect(person.messages().map(({ text }) => text)).toEqual([
      "Đơn hàng K7Q2M4XZ: Đơn mới, chờ bạn nhận\nMiến dong và 2 món khác\n140.000 đ\nMở chat OCOP Cao Bằng, nhắn “đơn” để xem và trả lời.",
    ]);
  });

  it("reaches a phone, traced by the id of its notice", async () => {
    const { send, simulator, hooks } = open();
    const bodies: unknown[] = [];
    hooks.answer = (path, body) => {
      if (path === "/message/template") bodies.push(JSON.parse(body));
      return undefined;
    };
    simulator.ownsNumber("700001", PHONE);
    expect(await send({ phone: PHONE })).toMatchObject({ outcome: "sent" });
    expect(simulator.person("700001").messages()).toHaveLength(1);
    expect(bodies).toMatchObject([{ phone: "84912000111", tracking_id: "placed:K7Q2M4XZ", template_id: "314159" }]);
  });

  it("is refused for a phone without Zalo, and for a chat that was left", async () => {
    const { send, person } = open();
    expect(await send({ phone: PHONE })).toMatchObject({ outcome: "refused" });
    await person.block(true);
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "refused" });
  });

  it.each([
    ["waits for approval", TEMPLATE.waiting],
    ["was disabled", TEMPLATE.disabled],
    ["does not exist", "999"],
  ])("that %s asks for a person", async (_, template) => {
    const { send, log, person } = open(template);
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "later" });
    expect(log.entries.map(({ level, event }) => [level, event])).toEqual([["error", "zalo.needs-a-person"]]);
    expect(person.messages()).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["101 characters", "x".repeat(101)],
    ["two lines", "Miến\nMiến"],
  ])("with %s for its goods is refused, and the log says that it does not fit", async (_, goods) => {
    const { send, log } = open();
    expect(await send({ chat: CHAT }, { ...NOTICE, goods })).toMatchObject({ outcome: "refused" });
    expect(log.entries.map(({ level, event }) => [level, event])).toEqual([["error", "zalo.template-does-not-fit"]]);
  });

  it("waits for tomorrow when the day's quota is used up", async () => {
    const { send, clock } = open();
    clock.set("2026-11-23T03:00:00.000Z");
    for (let sent = 0; sent < DAILY_QUOTA; sent++) expect((await send({ chat: CHAT })).outcome).toBe("sent");
    // 10:00 in Viet Nam; sending begins again at 06:05.
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "later", retryAfterMs: 20 * HOUR + 5 * 60_000 });
    clock.advance(24 * HOUR);
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "sent" });
  });

  it("is taken at night and pushed at six in the morning", async () => {
    const { send, clock, person } = open();
    clock.set("2026-11-23T16:00:00.000Z");
    expect(await send({ chat: CHAT })).toMatchObject({ outcome: "sent" });
    expect(person.messages()).toEqual([]);
    clock.set("2026-11-23T23:00:00.000Z");
    expect(person.messages().map(({ at }) => at)).toEqual(["2026-11-23T23:00:00.000Z"]);
  });
});
