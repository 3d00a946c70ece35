/** News for a customer reaches them on one contact: where they ordered, else where they can be reached. */
import { describe, expect, it } from "vitest";
import { type Envelope } from "../../events/envelope.ts";
import { functions } from "../../functions/index.ts";
import { type EventReaction } from "../../functions/reaction.ts";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { DAY, MINUTE } from "../../shared/domain/time.ts";
import { loadFunction, type Market } from "./market.ts";
import { link, markets, orderOn } from "./several-channels.ts";
import { bindOffice } from "./staff.ts";

const newMarket = markets();

/** The bus delivers every event of this name once more. */
async function again({ home }: Market, name: string): Promise<void> {
  const spec = functions.find((one) => one.name === "tell-people")!;
  const reaction = (await loadFunction(spec)) as EventReaction;
  for await (const row of EXPORTS["events"]!(home.app))
    if (row["name"] === name) await reaction.run(home.app, row as unknown as Envelope);
  await home.settle();
}

describe("news of an order", () => {
  const accepted = "đã nhận đơn";

  async function ordered(first: string, second: string) {
    const market = await newMarket();
    const stall = market.person("telegram", "700001");
    await stall.tell(await market.invite("htx-0"));
    const [here, there] = [market.person(first, "900001"), market.person(second, "900002")];
    await orderOn(here);
    await link(here, there);
    for (const person of [here, there]) person.news();
    return { market, stall, here, there };
  }

  it("reaches the person where the order was placed, and there alone", async () => {
    const { stall, here, there } = await ordered("telegram", "zalo");
    await stall.tell("nhận");
    expect(here.news()).toContain(accepted);
    expect(there.news()).toBe("");
  });

  it.each(["zalo", "webchat", "zalobot"])("goes to %s where Telegram is blocked, once", async (second) => {
    const { market, stall, here, there } = await ordered("telegram", second);
    const desk = await bindOffice(market);
    await here.block(true);
    await stall.tell("nhận");
    expect(there.news()).toContain(accepted);
    expect(desk.news()).not.toContain("Gọi giúp");
    await here.block(false);
    await again(market, "parcel.accepted");
    expect([here.news(), there.news()]).toEqual(["", ""]);
  });

  it("goes to Telegram where Zalo's window of seven days has closed", async () => {
    const { market, stall, here, there } = await ordered("zalo", "telegram");
    market.clock.advance(8 * DAY);
    await stall.tell("từ chối");
    await stall.tell("hết hàng");
    expect(here.news()).toBe("");
    expect(there.news()).toContain("không nhận được phần hàng");
  });

  it("goes to the contact used last of those that take it, and to the office's list where none does", async () => {
    const { market, stall, here, there } = await ordered("telegram", "zalo");
    const desk = await bindOffice(market);
    const web = market.person("webchat", "khach");
    await link(there, web);
    market.clock.advance(MINUTE);
    await there.tell("xin chào");
    web.news();
    await here.block(true);
    await stall.tell("nhận");
    expect(there.news()).toContain(accepted);
    expect(web.news()).toBe("");

    const alone = market.person("telegram", "900008");
    await orderOn(alone);
    await alone.block(true);
    await stall.tell("nhận");
    expect(desk.news()).toContain("Không nhắn được cho khách Hoa");
  });

  it("goes on to the next contact when a later try is refused", async () => {
    const { market, here, there } = await ordered("telegram", "webchat");
    const stall = market.person("zalobot", "700002");
    await stall.tell(await market.invite("htx-0"));
    market.simulators.get("telegram")!.fault({ kind: "rate-limited", retryAfterS: 30 });
    await stall.tell("nhận");
    expect([here.news(), there.news()]).toEqual(["", ""]);
    await here.block(true);
    market.clock.advance(10 * MINUTE);
    await market.home.settle();
    expect(there.news()).toContain(accepted);
  });

  it("goes on to the next contact where the channel of the order exists no more", async () => {
    const { market, there } = await ordered("zalo", "webchat");
    const { channels } = market.home.app;
    const get = channels.get.bind(channels);
    channels.get = (name) => (name === "zalo" ? Promise.resolve(undefined) : get(name));
    await market.person("telegram", "700001").tell("nhận");
    expect(there.news()).toContain(accepted);
  });

  it("is a person's answer too, and the office hears where it went", async () => {
    const { market, here, there } = await ordered("telegram", "webchat");
    const desk = await bindOffice(market);
    await here.tell("gặp nhân viên");
    await desk.press("Trả lời");
    await here.block(true);
    desk.news();
    expect(await desk.tell("Chị ơi, hàng mai tới nhé")).toContain("đã tới khách qua Web");
    expect(there.news()).toBe("(Nhân viên trả lời)\nChị ơi, hàng mai tới nhé");
    await again(market, "conversation.answered");
    expect(there.news()).toBe("");
    await there.tell("bỏ liên kết");
    expect(await desk.tell("Chị có nhà không?")).toContain("Câu chưa tới khách: Chị có nhà không?");
  });
});
