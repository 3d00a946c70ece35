/** An organizer calls a fair off from a chat: asked once more first, then nobody is sent there any more. */
import { beforeEach, describe, expect, it } from "vitest";
import { allFairs } from "../../shared/stores/fairs.ts";
import { CHATS, type Market, type Talker } from "./market.ts";
import { markets } from "./several-channels.ts";

const newMarket = markets();
let market: Market;
beforeEach(async () => {
  market = await newMarket();
});

const FIRST = "UBND xã Trùng Khánh tổ chức Lễ hội Hạt dẻ từ 12 đến 14/12 tại sân vận động xã Trùng Khánh";
const SECOND = "Hội chợ OCOP, 20-22/12, phố đi bộ Kim Đồng, UBND phường Thục Phán tổ chức";

async function tellFair(person: Talker, sentence: string): Promise<void> {
  await person.tell(sentence);
  await person.tell("bỏ qua");
  await person.tell("đúng");
}

async function organizer(channel: string): Promise<Talker> {
  const person = market.person(channel, "700007", "Anh Quang");
  await person.tell(await market.invite({ role: "organizer" }));
  await tellFair(person, FIRST);
  return person;
}

const statuses = async (): Promise<readonly string[]> =>
  (await Array.fromAsync(allFairs(market.home.app.table))).map(({ name, status }) => `${name}: ${status}`);

const ASKED =
  "Huỷ Lễ hội Hạt dẻ (12–14/12/2026)? Trang sẽ ghi “đã huỷ”, máy không giới thiệu với khách nữa. Nhắn “1” để huỷ, “2” để giữ.";

describe.each(CHATS)("on %s", (channel) => {
  it.each(["1", "ừ", "đúng rồi"])("a fair is called off after “%s”, and customers hear of it no more", async (yes) => {
    const person = await organizer(channel);
    const customer = market.person("webchat", "khach");
    expect(await customer.tell("có hội chợ nào không")).toContain("Lễ hội Hạt dẻ");
    expect(await person.tell("huỷ lễ hội Hạt dẻ")).toContain(ASKED);
    expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: announced"]);
    expect(await person.tell(yes)).toContain("Đã huỷ Lễ hội Hạt dẻ. Bài chưa đăng sẽ không đăng nữa");
    expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: cancelled"]);
    expect(await customer.tell("có hội chợ nào không")).toContain("Hiện mình chưa có lịch hội chợ");
    const page = await market.home.app.blobs.get("catalogue/fairs.json");
    expect(JSON.parse(new TextDecoder().decode(page!.bytes))).toMatchObject([{ status: "cancelled" }]);
  });
});

it("a no keeps it, and a yes to something else calls nothing off", async () => {
  const person = await organizer("telegram");
  await person.tell("hủy lễ hội hạt dẻ");
  await person.tell("2");
  await person.tell("ừ");
  expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: announced"]);
});

it("of several it is asked which; told again, it takes place after all", async () => {
  const person = await organizer("telegram");
  await tellFair(person, SECOND);
  expect(await person.tell("huỷ hội chợ")).toContain(
    "Bạn muốn huỷ hội chợ nào?\n1. Lễ hội Hạt dẻ, 12–14/12/2026\n2. Hội chợ OCOP, 20–22/12/2026",
  );
  expect(await person.tell("1")).toContain(ASKED);
  await person.tell("1");
  expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: cancelled", "Hội chợ OCOP: announced"]);
  await tellFair(person, FIRST);
  expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: announced", "Hội chợ OCOP: announced"]);
});

it("nobody but staff calls one off", async () => {
  await organizer("telegram");
  const customer = market.person("telegram", "930001");
  await customer.tell("huỷ lễ hội Hạt dẻ");
  await customer.tell("1");
  await customer.tell("ừ");
  expect(await statuses()).toEqual(["Lễ hội Hạt dẻ: announced"]);
});
