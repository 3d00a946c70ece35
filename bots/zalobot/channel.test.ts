/** The Zalo Bot over real HTTP: closed sockets, Zalo's own codes, the secret in every address, pictures. */
import { describe, expect, it } from "vitest";
import { NOBODY, PNG } from "../../tests/contract/telegram-market.ts";
import { MORNING } from "../../tests/fakes/clock.ts";
import { CHAT, openBot } from "./testing/open-bot.ts";

describe("sending over HTTP", () => {
  it("arrives, with its choices as numbers to type", async () => {
    const { channel, person, inbox, heard } = await openBot();
    const choices = [
      { label: "Đặt hàng", payload: "yes" },
      { label: "Chưa", payload: "no" },
    ];
    const sent = await channel.send(CHAT, { text: "1. Miến dong: 2 gói", choices });
    expect(sent).toEqual({ outcome: "sent", ref: heard()[0]?.id, parts: 1 });
    expect(heard()).toMatchObject([
      { from: "us", text: "1. Miến dong: 2 gói\nNhắn 1: Đặt hàng\nNhắn 2: Chưa", buttons: [], at: MORNING },
    ]);
    await person.tap("Chưa");
    expect(inbox).toMatchObject([{ chat: CHAT, content: { kind: "text", text: "2" } }]);
  });

  it("adds no number to what the text numbers already", async () => {
    const { channel, heard } = await openBot();
    const choices = ["Miến dong", "Hạt dẻ", "Xem thêm"].map((label) => ({ label, payload: label }));
    const link = { label: "Trang", url: "https://ocop.example.vn/" };
    await channel.send(CHAT, { text: "1. Miến dong: 55.000 đ\n2. Hạt dẻ: 120.000 đ", choices, link });
    expect(heard().map(({ text }) => text)).toEqual([
      "1. Miến dong: 55.000 đ\n2. Hạt dẻ: 120.000 đ\nTrang: https://ocop.example.vn/\nNhắn 3: Xem thêm",
    ]);
  });

  it("keeps the numbers together where they no longer fit below the text", async () => {
    const { channel, heard } = await openBot();
    const choices = ["Có", "Không"].map((label) => ({ label, payload: label }));
    await channel.send(CHAT, { text: "x".repeat(1990), choices });
    expect(heard().map(({ text }) => text)).toEqual(["x".repeat(1990), "Nhắn 1: Có\nNhắn 2: Không"]);
  });

  it.each(["lost-before", "lost-after"] as const)("is unknown when the socket closes: %s", async (kind) => {
    const { channel, simulator, heard } = await openBot();
    simulator.fault({ kind });
    expect(await channel.send(CHAT, { text: "Dạ" })).toEqual({
      outcome: "unknown",
      why: "Zalo gave no answer (UND_ERR_SOCKET)",
      parts: 0,
    });
    expect(heard()).toHaveLength(kind === "lost-after" ? 1 : 0);
  });

  it("is for later when nobody listens there", async () => {
    const { channel } = await openBot({ settings: { ZALO_BOT_API_ROOT: NOBODY } });
    expect(await channel.send(CHAT, { text: "Dạ" })).toEqual({
      outcome: "later",
      why: "Zalo gave no answer (ECONNREFUSED)",
      retryAfterMs: 5000,
      parts: 0,
    });
  });

  it.each([
    [400, "refused"],
    [401, "later"],
    [403, "unknown"],
    [404, "later"],
    [408, "unknown"],
    [426, "refused"],
    [429, "later"],
    [500, "unknown"],
    [503, "later"],
  ])("takes Zalo's error %i for %s, whatever the status of the answer", async (code, outcome) => {
    const { channel } = await openBot({
      instead: () => Response.json({ ok: false, error_code: code, description: "No" }),
    });
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome, parts: 0 });
  });

  it.each([
    [502, "unknown"],
    [200, "unknown"],
    [503, "later"],
    [413, "refused"],
  ])("takes a proxy's HTML with status %i for %s", async (status, outcome) => {
    const { channel } = await openBot({ instead: () => new Response("<html>Bad</html>", { status }) });
    expect(await channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome, parts: 0 });
  });

  it("never repeats the token, though every address holds it and Zalo may quote it", async () => {
    const token = "12345689:revoked-and-secret";
    const { channel, log } = await openBot({ settings: { ZALO_BOT_TOKEN: token } });
    const quoting = await openBot({
      settings: { ZALO_BOT_TOKEN: token },
      instead: ({ url }) => Response.json({ ok: false, error_code: 400, description: `No ${url}` }, { status: 400 }),
    });
    const said = JSON.stringify([
      await channel.send(CHAT, { text: "Dạ" }),
      await channel.diagnose!(),
      await quoting.channel.send(CHAT, { text: "Dạ", photo: "https://ocop.example.vn/a.jpg" }),
      await quoting.channel.diagnose!(),
      log.entries,
      quoting.log.entries,
    ]);
    expect(said).toContain("set ZALO_BOT_TOKEN");
    expect(said).toContain("No http");
    expect(said).not.toContain("revoked-and-secret");
  });
});

describe("pictures", () => {
  it("go by their address, with the text below", async () => {
    const { channel, heard } = await openBot();
    await channel.send(CHAT, { text: "Miến", photo: "https://ocop.example.vn/a.jpg" });
    expect(heard()).toMatchObject([{ text: "Miến", photo: "https://ocop.example.vn/a.jpg" }]);
  });

  it("that Zalo does not take cost nobody the words", async () => {
    const { channel, heard, log } = await openBot({
      instead: ({ url }) =>
        url.endsWith("/sendPhoto") ? Response.json({ ok: false, error_code: 400, description: "photo" }) : undefined,
    });
    const sent = await channel.send(CHAT, { text: "Miến", photo: "https://ocop.example.vn/a.svg" });
    expect(sent).toMatchObject({ outcome: "sent", parts: 1 });
    expect(heard()).toMatchObject([{ text: "Miến" }]);
    expect(log.entries.at(-1)).toMatchObject({ level: "warn", event: "zalobot.photo-left-out" });
  });

  it("that people send can be fetched, from Zalo's servers alone", async () => {
    const { channel, person, inbox, root } = await openBot();
    await person.sendPhoto({ bytes: PNG, type: "image/png" }, "Miến mới");
    const content = inbox.at(-1)?.content;
    expect(content).toMatchObject({ kind: "photo", caption: "Miến mới" });
    const fetched = await channel.fetchFile!(content?.kind === "photo" ? content.ref : "");
    expect({ bytes: [...fetched.bytes], type: fetched.type }).toEqual({ bytes: [...PNG], type: "image/png" });
    for (const address of [`${root}/elsewhere`, "ftp://a.zdn.vn/x", "https://evilzdn.vn/x", "https://zdn.vn:8443/", ""])
      await expect(channel.fetchFile!(address)).rejects.toThrow("not one of Zalo's servers");
  });
});
