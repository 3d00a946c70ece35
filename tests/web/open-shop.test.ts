import { describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { type Screens } from "../../local/simulator/client/screens.ts";
import { shopFor } from "./shop.ts";

const JSON_HEADERS = { "content-type": "application/json" };

type At = (path: string) => string;

const post = (at: At, path: string, body: unknown, headers: Record<string, string> = JSON_HEADERS) =>
  fetch(at(path), { method: "POST", headers, body: JSON.stringify(body) });

const look = async (at: At): Promise<Screens> => (await (await fetch(at("/simulator/api/screens"))).json()) as Screens;

/** Looks until a message with these words stands on the phone; fails by the test's own time limit. */
async function heard(at: At, phone: string, words: string): Promise<string> {
  for (;;) {
    const { phones } = await look(at);
    const messages = phones.find(({ id }) => id === phone)?.messages ?? [];
    const found = messages.findLast(({ from, text }) => from === "us" && text.includes(words));
    if (found) return found.text;
  }
}

describe("the sample shop", () => {
  it("opens stocked, with phones of customers and producers, and walls that hold nothing yet", async () => {
    const { shop, at } = await shopFor({});
    expect(shop.sample).toBe(true);
    expect(await (await fetch(at("/"))).text()).toContain("Hạt dẻ");
    const { phones, walls } = await look(at);
    const chats = channels.filter(({ name, chat }) => chat && name !== "webchat").map(({ name }) => name);
    const ids = chats.flatMap((name) => [`customer-${name}`, `producer-${name}`]);
    expect(phones.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(walls.flatMap(({ posts }) => posts)).toEqual([]);
  });

  it.each(["customer-zalo", "customer-telegram"])("answers what is typed on %s", async (phone) => {
    const { at } = await shopFor({});
    expect(await (await post(at, `/simulator/api/phones/${phone}/start`, {})).json()).toEqual({ delivered: 200 });
    await post(at, `/simulator/api/phones/${phone}/say`, { text: "lạp sườn Tâm Hòa" });
    expect(await heard(at, phone, "Lạp sườn Tâm Hòa")).toContain("giá mẫu");
  });

  it.each(["customer-zalo", "customer-telegram"])("goes on answering on %s after a restart", async (phone) => {
    const { shop, at } = await shopFor({});
    await post(at, `/simulator/api/phones/${phone}/say`, { text: "lạp sườn Tâm Hòa" });
    await heard(at, phone, "Lạp sườn Tâm Hòa");
    await shop.close();
    const again = await shopFor({ DATA_DIR: shop.dataDir });
    await post(again.at, `/simulator/api/phones/${phone}/say`, { text: "bánh khảo Cô Hải" });
    await heard(again.at, phone, "Bánh khảo Cô Hải");
  });

  it("binds a phone to a producer, the organizers or the office at a press, by an invitation that is typed there", async () => {
    const { at } = await shopFor({});
    const staff = (await (await fetch(at("/simulator/api/staff"))).json()) as { id: string; name: string }[];
    const [producer] = staff;
    await post(at, "/simulator/api/phones/producer-telegram/bind", { staff: producer?.id });
    expect(await heard(at, "producer-telegram", "Đã gắn máy này")).toContain(producer?.name);
    expect(staff.slice(-2)).toEqual([
      { id: "organizer", name: "Ban tổ chức hội chợ" },
      { id: "office", name: "Văn phòng OCOP" },
    ]);
    await post(at, "/simulator/api/phones/producer-zalo/bind", { staff: "organizer" });
    expect(await heard(at, "producer-zalo", "Đã gắn máy này")).toContain("ban tổ chức");
    await post(at, "/simulator/api/phones/producer-zalobot/bind", { staff: "office" });
    expect(await heard(at, "producer-zalobot", "Đã gắn máy này")).toContain("Thông báo sẽ gửi về đây");
  });

  it("answers the web chat with the secret it made, and with the same after a restart", async () => {
    const { shop, at } = await shopFor({});
    const response = await post(at, "/chat/messages", { text: "xin chào" });
    expect(response.status).toBe(200);
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const second = await shopFor({ DATA_DIR: shop.dataDir });
    expect((await post(second.at, "/chat/messages", { text: "alo" }, { ...JSON_HEADERS, cookie })).status).toBe(200);
    const other = await shopFor({});
    expect((await post(other.at, "/chat/messages", { text: "alo" }, { ...JSON_HEADERS, cookie })).status).toBe(401);
  });

  it("takes no acts for its phones from another site's form, and says plainly what is wrong with one", async () => {
    const { at } = await shopFor({});
    const form = await post(
      at,
      "/simulator/api/phones/customer-zalo/say",
      { text: "x" },
      { "content-type": "text/plain" },
    );
    const nobody = await post(at, "/simulator/api/phones/nobody/say", { text: "x" });
    const nothing = await post(at, "/simulator/api/phones/customer-zalo/tap", { label: "Không có" });
    expect([form.status, nobody.status, nothing.status]).toEqual([415, 404, 400]);
    expect(await nothing.json()).toEqual({ error: expect.stringContaining("Không có") as string });
  });
});

describe.each([
  [
    "a token is set",
    {
      TELEGRAM_BOT_TOKEN: "7000000009:AAEnotArealTokenButShapedLikeOne00000",
      TELEGRAM_WEBHOOK_SECRET: "a-secret-of-this-shop-0123456789",
      PUBLIC_URL: "https://ocop.example.vn",
    },
  ],
  ["its address is https", { PUBLIC_URL: "https://ocop.example.vn" }],
])("the shop once %s", (_, environment) => {
  it("pretends nothing: no simulator, no goods of the sample, no channel without its settings", async () => {
    const { shop, at } = await shopFor(environment);
    expect(shop.sample).toBe(false);
    const statuses = await Promise.all(
      [
        fetch(at("/simulator")),
        fetch(at("/simulator/api/screens")),
        post(at, "/simulator/telegram/api/sendMessage", {}),
        post(at, "/webhooks/zalo", {}),
      ].map(async (response) => (await response).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
    const home = await (await fetch(at("/"))).text();
    expect(home).not.toContain("Hạt dẻ");
    expect(home).not.toContain("Cửa hàng mẫu");
  });

  it("has a web chat all the same, and turns forgers away", async () => {
    const { at } = await shopFor(environment);
    expect((await post(at, "/chat/messages", { text: "xin chào" })).status).toBe(200);
    const forged = await post(at, "/chat/messages", { text: "x" }, { ...JSON_HEADERS, cookie: "visitor=lan.forged" });
    expect(forged.status).toBe(401);
    expect([401, 404]).toContain((await post(at, "/webhooks/telegram", { update_id: 1 })).status);
  });
});

it("stops a body of more than 64 KB at the door", async () => {
  const { at } = await shopFor({});
  const large = await post(at, "/chat/messages", { text: "a".repeat(70_000) });
  expect(large.status).toBe(413);
});
