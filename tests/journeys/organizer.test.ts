/** An organizer tells of a fair from a phone: the walls carry it, customers hear of it, and nobody else can. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channels } from "../../bots/index.ts";
import { type Fair } from "../../shared/domain/fair.ts";
import { MINUTE } from "../../shared/domain/time.ts";
import { unversionedFair, allFairs } from "../../shared/stores/fairs.ts";
import { CHATS, type Market, openMarket, type Talker } from "./market.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const WALLS = channels.filter(({ wall }) => wall !== undefined).map(({ name }) => name);
const TITLES = channels.flatMap(({ wall }) => wall ?? []).join(", ");
const SENTENCE =
  "UBND xã Trùng Khánh tổ chức Lễ hội Hạt dẻ từ 12 đến 14/12 tại sân vận động xã Trùng Khánh, mở cửa 8h-21h, có hơn 50 gian hàng hạt dẻ và nông sản";
const CARD = [
  "Lễ hội Hạt dẻ",
  "Thời gian: 12–14/12/2026",
  "Giờ mở cửa: 08:00–21:00",
  "Địa điểm: sân vận động xã Trùng Khánh",
  "Đơn vị tổ chức: UBND xã Trùng Khánh",
  "Giới thiệu: Có hơn 50 gian hàng hạt dẻ và nông sản.",
].join("\n");

const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** Lets the walls that work slowly finish. */
async function passMinutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute++) {
    market.clock.advance(MINUTE);
    await market.home.settle();
  }
}

const posts = (): { wall: string; text: string; link: string }[] =>
  WALLS.flatMap((wall) =>
    market.simulators
      .get(wall)!
      .wall()
      .map(({ text, link }) => ({ wall, text, link: link?.url ?? "" })),
  );

const fairs = async (): Promise<Fair[]> =>
  (await Array.fromAsync(allFairs(market.home.app.table))).map(unversionedFair);

async function organizer(channel: string, role: "organizer" | "office" = "organizer"): Promise<Talker> {
  const person = market.person(channel, "700007", "Anh Quang");
  await person.tell(await market.invite({ role }));
  return person;
}

/** Links of the last thing said: a button of its own, or an address in the text. */
const linksTo = (person: Talker): string =>
  JSON.stringify(person.messages().findLast(({ from }) => from === "us")).replaceAll("\\n", " ");

/** Up to the card. */
async function tellWhole(person: Talker, sentence = SENTENCE): Promise<string> {
  const asked = await person.tell(sentence);
  return asked.includes("bỏ qua") ? person.tell("bỏ qua") : asked;
}

describe.each(CHATS)("on %s", (channel) => {
  it("announces a fair from one sentence: every wall carries it and a customer elsewhere hears of it", async () => {
    const person = market.person(channel, "700007", "Anh Quang");
    expect(await person.tell(await market.invite({ role: "organizer" }))).toContain("báo hội chợ");
    expect(await person.tell(SENTENCE)).toContain("giờ mở cửa, hàng bán chính hay ảnh");
    expect(await person.tell("bỏ qua")).toContain(CARD);
    const answer = await person.press("Báo hội chợ");
    expect(answer).toContain(`Đã báo Lễ hội Hạt dẻ. Ít phút nữa có bài trên: ${TITLES}.`);
    expect(linksTo(person)).toContain("https://chophien.test/hoi-cho/le-hoi-hat-de-2026");
    await passMinutes(3);

    const [fair, ...others] = await fairs();
    expect(others).toEqual([]);
    expect(fair).toEqual({
      id: fair?.id,
      slug: "le-hoi-hat-de-2026",
      status: "announced",
      name: "Lễ hội Hạt dẻ",
      kind: "festival",
      from: "2026-12-12",
      to: "2026-12-14",
      opensAt: "08:00",
      closesAt: "21:00",
      venue: { text: "sân vận động xã Trùng Khánh", commune: "Xã Trùng Khánh" },
      organizer: "UBND xã Trùng Khánh",
      description: "Có hơn 50 gian hàng hạt dẻ và nông sản.",
    });
    expect(posts().map(({ wall }) => wall)).toEqual(WALLS);
    for (const { text } of posts()) {
      expect(text).toMatch(/\[QC\]/);
      expect(text).toContain("12–14/12/2026");
      expect(text).toContain("UBND xã Trùng Khánh");
    }
    const elsewhere = CHATS[(CHATS.indexOf(channel) + 1) % CHATS.length]!;
    const customer = market.person(elsewhere, "900001", "Hoa");
    expect(await customer.tell("có hội chợ nào không")).toContain(
      "1. Lễ hội Hạt dẻ: 12–14/12/2026, sân vận động xã Trùng Khánh",
    );
    expect(market.home.deadLetters()).toEqual([]);
  });

  it("asks for what was left out, one thing at a time, and shows it all before anything is announced", async () => {
    const person = await organizer(channel);
    expect(await person.tell("báo hội chợ")).toContain("tên là gì");
    expect(await person.tell("Hội xuân Pác Bó")).toContain("Mở ngày nào");
    expect(await person.tell("30/2/2027")).toContain("Không có ngày “30/2/2027”");
    expect(await person.tell("từ 12/2/2027")).toContain("đến hết ngày nào");
    expect(await person.tell("13")).toContain("Mở ở đâu");
    expect(await person.tell("xã Trường Hà")).toContain("Đơn vị nào tổ chức");
    expect(await person.tell("xã Trường Hà")).toContain("bỏ qua");
    expect(await person.tell("miến dong, thổ cẩm")).toContain(
      [
        "Hội xuân Pác Bó",
        "Thời gian: 12–13/02/2027",
        "Địa điểm: xã Trường Hà",
        "Đơn vị tổ chức: xã Trường Hà",
        "Hàng bán chính: miến dong, thổ cẩm",
      ].join("\n"),
    );
    expect(await fairs()).toEqual([]);
    expect(await person.tell("ừ")).toContain("Đã báo Hội xuân Pác Bó");
    expect(await fairs()).toMatchObject([{ name: "Hội xuân Pác Bó", organizer: "xã Trường Hà" }]);
  });

  it("takes a picture with the announcement as its caption, and the posts show it", async (context) => {
    context.skip(channel === "webchat", "the web chat takes no pictures");
    const person = await organizer(channel);
    await person.sendPhoto({ bytes: PNG, type: "image/png" }, SENTENCE);
    await market.home.settle();
    expect(person.news()).toContain("bỏ qua");
    expect(await person.tell("bỏ qua")).toContain(`${CARD}\nẢnh: có`);
    await person.press("Báo hội chợ");
    await passMinutes(3);
    const [fair] = await fairs();
    expect(fair?.photo).toMatch(/^photos\/[0-9a-f]{32}\.png$/);
    const shown = WALLS.map((wall) => market.simulators.get(wall)!.wall()[0]?.photo);
    expect(shown.every((photo) => photo?.endsWith(fair?.photo ?? "none"))).toBe(true);
  });

  it("takes corrections in plain words before the yes", async () => {
    const person = await organizer(channel);
    await tellWhole(person);
    expect(await person.press("Sửa")).toContain("Sai chỗ nào");
    expect(await person.tell("ngày 21 đến 23/12")).toContain("Thời gian: 21–23/12/2026");
    expect(await person.tell("đổi chỗ sang nhà thi đấu tỉnh")).toContain("Địa điểm: nhà thi đấu tỉnh");
    expect(await person.tell("tên là Lễ hội Hạt dẻ lần 2")).toContain("\nLễ hội Hạt dẻ lần 2\n");
    expect(await person.tell("bỏ giới thiệu")).not.toContain("Giới thiệu");
    await person.tell("1");
    expect(await fairs()).toMatchObject([
      { name: "Lễ hội Hạt dẻ lần 2", from: "2026-12-21", to: "2026-12-23", venue: { text: "nhà thi đấu tỉnh" } },
    ]);
  });

  it("lets nobody announce who is not bound for it", async () => {
    const stranger = market.person(channel, "900009");
    const producer = market.person(channel, "700001");
    await producer.tell(await market.invite("htx-0"));
    for (const person of [stranger, producer]) {
      for (const words of [SENTENCE, "bỏ qua", "báo hội chợ", "ừ", "1", "đăng"]) await person.tell(words);
    }
    await passMinutes(1);
    expect(await fairs()).toEqual([]);
    expect(posts()).toEqual([]);
  });

  it("announces once, however often the yes is delivered", async () => {
    const person = await organizer(channel);
    await tellWhole(person);
    await person.press("Báo hội chợ");
    expect(new Set(await market.simulators.get(channel)!.redeliver(20))).toEqual(new Set([200]));
    await passMinutes(3);
    expect(person.news()).toBe("");
    // The button of the card that was answered is still there to be pressed.
    expect(await person.press("Báo hội chợ")).not.toContain("Đã báo");
    await passMinutes(3);
    expect(await fairs()).toHaveLength(1);
    expect(posts()).toHaveLength(WALLS.length);
  });

  it("refuses days that are past, and says what to write", async () => {
    const person = await organizer(channel);
    expect(await tellWhole(person, SENTENCE.replace("14/12", "14/12/2025"))).toContain("14/12/2025 đã qua rồi");
    expect(await person.tell("12-14/12/2026")).toContain("bỏ qua");
    expect(await person.tell("bỏ qua")).toContain(CARD);
    market.clock.set("2026-12-14T18:00:00.000Z");
    expect(await person.tell("ừ")).toContain("14/12/2026 đã qua rồi");
    expect(await fairs()).toEqual([]);
  });

  it("sets the facts anew where the same fair is told again, without a second post", async () => {
    const person = await organizer(channel);
    await tellWhole(person);
    await person.press("Báo hội chợ");
    await passMinutes(3);
    const [before] = await fairs();
    expect(await person.tell("Lễ hội Hạt dẻ dời sang 19-20/12 tại nhà thi đấu tỉnh")).toContain(
      "Hội chợ này đã báo rồi",
    );
    expect(await person.press("Báo hội chợ")).toContain("Đã sửa Lễ hội Hạt dẻ");
    await passMinutes(3);
    expect(await fairs()).toEqual([
      { ...before, from: "2026-12-19", to: "2026-12-20", venue: { text: "nhà thi đấu tỉnh" } },
    ]);
    await tellWhole(person, "Lễ hội Hạt dẻ, 19-20/12");
    expect(await person.tell("ừ")).toContain("không có gì thay đổi");
    expect(posts()).toHaveLength(WALLS.length);
  });

  it("buys like anybody, asks for fairs in between, and goes on where the fair was left", async () => {
    const person = await organizer(channel);
    await person.tell("Lễ hội Hạt dẻ, 12-14/12");
    expect(await person.tell("có hội chợ nào không")).toContain("Mở ở đâu");
    expect(await person.tell("cho mình 2 gói miến dong")).toContain("nhắn “mua”");
    expect(await person.tell("mua")).toContain("Giờ bạn đang mua như khách");
    expect(await person.tell("cho mình 2 gói miến dong")).toContain("Miến dong Tân Việt Á: 2 gói = 110.000 đ");
    expect(await person.tell("báo hội chợ")).toContain("Mở ở đâu");
    expect(await person.tell("bỏ")).toContain("chưa báo gì");
    expect(await fairs()).toEqual([]);
  });
});

describe("the office", () => {
  it("announces as organizers do", async () => {
    const office = await organizer("telegram", "office");
    await tellWhole(office);
    expect(await office.press("Báo hội chợ")).toContain("Đã báo Lễ hội Hạt dẻ");
    expect(await fairs()).toHaveLength(1);
  });
});
