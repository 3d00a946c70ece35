/** Sending through the pretended Zalo: its windows, its refusals, and what is said all the same. */
import { describe, expect, it } from "vitest";
import { CHAT, HOUR, OA, openMarket } from "../../tests/contract/zalo-market.ts";

const DAY = 24 * HOUR;
describe("sending", () => {
  it("works within 7 days of the person's last word, and is refused for the window afterwards", async () => {
    const { open, simulator, clock } = openMarket();
    const channel = open();
    const person = simulator.person(CHAT);
    await person.say("xin chào");
    clock.advance(7 * DAY);
    expect(await channel.send(CHAT, { text: "Đơn đã gửi" })).toMatchObject({ outcome: "sent" });
    clock.advance(1);
    expect(await channel.send(CHAT, { text: "Đơn đã gửi" })).toEqual({ outcome: "refused", why: "window", parts: 0 });
    await person.say("alo");
    expect(await channel.send(CHAT, { text: "Đơn đã gửi" })).toMatchObject({ outcome: "sent" });
  });

  it("is refused for somebody who is not known, or who left", async () => {
    const { open, simulator, inbox } = openMarket();
    const channel = open();
    expect(await channel.send("404", { text: "Dạ" })).toMatchObject({ outcome: "refused" });
    const person = simulator.person(CHAT);
    await person.block(true);
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "refused" });
    await person.block(false);
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "sent" });
    expect(inbox.map(({ content }) => content)).toEqual([{ kind: "stop" }, { kind: "start" }]);
  });

  it("goes on after Zalo retired the token in the middle", async () => {
    const { open, simulator, clock, refreshes } = openMarket();
    simulator.person(CHAT);
    const [one, other] = [open(), open()];
    expect(await one.send(CHAT, { text: "một" })).toMatchObject({ outcome: "sent" });
    clock.advance(21 * HOUR);
    expect(await other.send(CHAT, { text: "hai" })).toMatchObject({ outcome: "sent" });
    clock.advance(1);
    expect(await one.send(CHAT, { text: "ba" })).toMatchObject({ outcome: "sent" });
    expect(refreshes()).toBe(2);
  });

  it("says the words alone where Zalo does not take the picture", async () => {
    const { open, simulator, log } = openMarket();
    const person = simulator.person(CHAT);
    const photo = `https://chophien.test/${"x".repeat(10)} y.jpg`;
    const channel = open();
    const message = { text: "Miến dong\n85.000 đ", photo, choices: [{ label: "Đặt", payload: "out" }] };
    expect(await channel.send(CHAT, message)).toMatchObject({ outcome: "sent", parts: 2 });
    expect(person.messages().map(({ photo: seen }) => seen)).toEqual([photo.replace(" ", "%20"), undefined]);

    const refusing = openMarket();
    const reader = refusing.simulator.person(CHAT);
    refusing.hooks.answer = (_, body) => (body.includes('"media"') ? { error: -201, message: "url" } : undefined);
    expect(await refusing.open().send(CHAT, message)).toMatchObject({ outcome: "sent", parts: 2 });
    expect(reader.messages().map(({ text }) => text)).toEqual(["Miến dong", "85.000 đ"]);
    expect(refusing.log.entries.map(({ event }) => event)).toEqual(["zalo.sent-without-picture"]);
    expect(log.entries).toEqual([]);
  });

  it("asks for a contact by a card, and the answer is the person's own", async () => {
    const { open, simulator, inbox } = openMarket();
    const person = simulator.person(CHAT);
    await open().send(CHAT, { text: "Cho mình xin số điện thoại", ask: "contact" });
    expect(person.messages().at(-1)?.buttons).toEqual([{ label: "Chia sẻ thông tin", asksContact: true }]);
    await person.shareContact("0912 345 678", "Nông Thị Mai");
    expect(inbox.map(({ content }) => content)).toEqual([
      { kind: "contact", phone: "84912345678", name: "Nông Thị Mai", proved: false, claimed: true },
    ]);
  });

  it("says later with the reason when a person has to act, and logs the cure", async () => {
    const { open, simulator, log } = openMarket();
    simulator.person(CHAT);
    const sent = await open({ ZALO_APP_SECRET: "mistyped" }).send(CHAT, { text: "Dạ" });
    expect(sent).toMatchObject({ outcome: "later", parts: 0, retryAfterMs: 15 * 60_000 });
    expect(log.entries.map(({ level, event }) => [level, event])).toEqual([
      ["error", "zalo.token"],
      ["error", "zalo.needs-a-person"],
    ]);
    expect(JSON.stringify(sent)).not.toContain("mistyped");
  });

  it("keeps night's refusal until five past six", async () => {
    const { open, simulator, clock, hooks } = openMarket();
    simulator.person(CHAT);
    clock.set("2026-11-23T16:00:00.000Z");
    hooks.answer = (path) => (path.endsWith("/cs") ? { error: -234, message: "night" } : undefined);
    expect(await open().send(CHAT, { text: "Dạ" })).toMatchObject({
      outcome: "later",
      retryAfterMs: 7 * HOUR + 5 * 60_000,
    });
  });

  it("says later, and sends nothing, while the table is busy", async () => {
    const { simulator, call, clock, log } = openMarket();
    const person = simulator.person(CHAT);
    const { openChannel } = await import("./channel.ts");
    const busy = {
      get: () => Promise.resolve(undefined),
      getMany: () => Promise.resolve([]),
      query: () => Promise.resolve({ items: [] }),
      commit: () => Promise.resolve({ done: false, busy: true } as const),
    };
    const { settings } = simulator;
    const channel = openChannel({ settings, fetch: call, table: busy, clock, log, publicUrl: "https://chophien.test" });
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "later", parts: 0, retryAfterMs: 5000 });
    expect(person.messages()).toEqual([]);
  });
});

describe("what comes back of our own", () => {
  it("is ignored where we sent it, and a take-over where an administrator did", async () => {
    const { open, simulator, inbox, statuses } = openMarket();
    simulator.person(CHAT);
    await open().send(CHAT, { text: "Dạ còn hàng ạ", choices: [{ label: "Đặt", payload: "out" }] });
    expect({ statuses, inbox }).toEqual({ statuses: [200], inbox: [] });
    await simulator.staffReply(CHAT, "Chị để em kiểm tra kho");
    expect(inbox.map(({ chat, content, sender }) => ({ chat, content, sender }))).toEqual([
      {
        chat: CHAT,
        content: { kind: "staff-reply", staff: "9026617738200114453", text: "Chị để em kiểm tra kho" },
        sender: { id: "9026617738200114453" },
      },
    ]);
  });
});

describe("diagnosis", () => {
  it("finds nothing wrong with a working account", async () => {
    expect(await openMarket().open().diagnose?.()).toEqual([]);
  });

  it("names what is wrong, each with its cure", async () => {
    const { open, simulator, clock } = openMarket();
    const wrong = { ZALO_OA_ID: "5550001112223334445", ZALO_OA_SECRET_KEY: simulator.settings["ZALO_APP_SECRET"] };
    clock.set("2100-01-01T00:00:00.000Z");
    const problems = (await open(wrong).diagnose?.()) ?? [];
    expect(problems.map((problem) => /ZALO_OA_SECRET_KEY|ZALO_OA_ID|package/.exec(problem)?.[0])).toEqual([
      "ZALO_OA_SECRET_KEY",
      "ZALO_OA_ID",
      "package",
    ]);
  });

  it("says what to do when the grant is lost", async () => {
    const [problem] = (await openMarket().open({ ZALO_REFRESH_TOKEN: "spent" }).diagnose?.()) ?? [];
    expect(problem).toContain("API Explorer");
  });
});

describe("the channel", () => {
  it("leads to the account, and does not open without its settings", () => {
    const { open } = openMarket();
    expect(open().chatLink("K7Q2M4XZ")).toBe(`https://zalo.me/${OA}`);
    for (const name of ["ZALO_OA_ID", "ZALO_APP_ID", "ZALO_APP_SECRET"])
      expect(() => open({ [name]: undefined })).toThrow(`without ${name}`);
  });

  it("fetches the picture that a person sent", async () => {
    const { open, simulator, inbox } = openMarket();
    const bytes = Uint8Array.from([137, 80, 78, 71]);
    await simulator.person(CHAT).sendPhoto({ bytes, type: "image/png" }, "miến dong 85k");
    const content = inbox[0]?.content;
    expect(content).toMatchObject({ kind: "photo", caption: "miến dong 85k" });
    const fetched = await open().fetchFile?.(content?.kind === "photo" ? content.ref : "");
    expect({ bytes: [...(fetched?.bytes ?? [])], type: fetched?.type }).toEqual({
      bytes: [...bytes],
      type: "image/png",
    });
  });
});
