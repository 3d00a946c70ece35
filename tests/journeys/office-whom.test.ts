/** Two customers and one phone of the office: whatever it types reaches the one it was meant for, or nobody yet. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "../../shared/domain/time.ts";
import { buttonsOf, CHATS, type Market, openMarket, type Talker } from "./market.ts";
import { bindOffice, bindStall } from "./staff.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

const FIRST = "khách Web …0011";
const SECOND = "khách Web …0012";

/** The first one is being answered when the second one asks for a person. */
async function twoCustomers(desk: Talker) {
  const first = market.person("webchat", "900011");
  const second = market.person("webchat", "900012");
  await first.tell("cho tôi gặp nhân viên");
  await desk.tell("1");
  await desk.tell("Chào anh");
  await second.tell("gặp nhân viên");
  first.news();
  second.news();
  desk.news();
  return { first, second };
}

describe.each(CHATS)("an office on %s", (channel) => {
  it("answers the one whose number it typed, and is told whom", async () => {
    const desk = await bindOffice(market, channel);
    const { first, second } = await twoCustomers(desk);
    expect(await desk.tell("1")).toBe(
      `Bạn đang trả lời ${SECOND}: nhắn gì, khách nhận đúng như vậy. Xong thì nhắn “trả bot”.`,
    );
    expect(await desk.tell("Chào chị Hoa ạ")).toBe(`Đã gửi ${SECOND}.`);
    expect([first.news(), second.news()]).toEqual(["", "(Nhân viên trả lời)\nChào chị Hoa ạ"]);
  });

  it("is asked whom a line is for that came after another customer's call", async () => {
    const desk = await bindOffice(market, channel);
    const { first, second } = await twoCustomers(desk);
    const asked = await desk.tell("Chào chị Hoa ạ");
    expect(asked).toContain("Câu này gửi cho ai?");
    expect(asked).toContain("“Chào chị Hoa ạ”");
    expect([first.news(), second.news()]).toEqual(["", ""]);
    expect(await desk.tell("2")).toBe(`Đã gửi ${SECOND}.`);
    expect([first.news(), second.news()]).toEqual(["", "(Nhân viên trả lời)\nChào chị Hoa ạ"]);
    expect(await desk.tell("Chị cần gì ạ?")).toBe(`Đã gửi ${SECOND}.`);
  });

  it("gives a customer back by the number under their line", async () => {
    const desk = await bindOffice(market, channel);
    const { first, second } = await twoCustomers(desk);
    await desk.tell("1");
    await desk.tell("Chào chị");
    second.news();
    await second.tell("cảm ơn");
    desk.news();
    expect(await desk.tell("2")).toBe(`Đã trả ${SECOND} lại cho trợ lý tự động.`);
    expect(second.news()).toContain("Trợ lý tự động trả lời tiếp");
    expect(first.news()).toBe("");
  });

  it("is asked also where the first customer wrote last", async () => {
    const desk = await bindOffice(market, channel);
    const { first, second } = await twoCustomers(desk);
    await first.tell("mình hỏi về miến");
    expect(await desk.tell("1")).toContain(`Bạn đang trả lời ${FIRST}`);
    expect(await desk.tell("Miến còn ạ")).toContain("Câu này gửi cho ai?");
    expect(await desk.tell("1")).toBe(`Đã gửi ${FIRST}.`);
    expect([first.news(), second.news()]).toEqual(["Miến còn ạ", ""]);
  });

  it("may take a line back that is not sent yet", async () => {
    const desk = await bindOffice(market, channel);
    const { first, second } = await twoCustomers(desk);
    await desk.tell("Chào chị Hoa ạ");
    expect(await desk.tell("3")).toBe("Đã bỏ, chưa gửi cho ai.");
    expect([first.news(), second.news()]).toEqual(["", ""]);
  });

  it("sees who waits, by number, and takes the one it picks", async () => {
    const desk = await bindOffice(market, channel);
    expect(await desk.tell("ai đang chờ")).toBe("Không có khách nào đang chờ trả lời.");
    for (const chat of ["900011", "900012"]) await market.person("webchat", chat).tell("gặp nhân viên");
    desk.news();
    const list = [await desk.tell("ai đang chờ"), ...buttonsOf(desk)].join("\n");
    expect(list).toContain("Đang chờ trả lời:");
    expect(list).toContain(FIRST);
    expect(list).toContain(SECOND);
    expect(await desk.tell("2")).toContain(`Bạn đang trả lời ${FIRST}`);
  });

  it("answers in one breath the only one who waits, and is asked where there are more", async () => {
    const desk = await bindOffice(market, channel);
    expect(await desk.tell("trả lời chào bạn")).toBe("Không có khách nào đang chờ trả lời.");
    const first = market.person("webchat", "900011");
    await first.tell("gặp nhân viên");
    first.news();
    desk.news();
    expect(await desk.tell("trả lời Chào bạn, mình nghe đây")).toBe(`Đã gửi ${FIRST}.`);
    expect(first.news()).toBe("(Nhân viên trả lời)\nChào bạn, mình nghe đây");
    await desk.tell("trả bot");
    market.clock.advance(MINUTE);
    for (const chat of ["900011", "900012"]) await market.person("webchat", chat).tell("gặp nhân viên");
    first.news();
    desk.news();
    expect(await desk.tell("trả lời: có ngay ạ")).toContain("Câu này gửi cho ai?");
    expect(first.news()).toBe("");
  });

  it("that is bound later hears at once who waits", async () => {
    await market.person("webchat", "900011").tell("gặp nhân viên");
    const desk = market.person(channel, "500001");
    const said = await desk.tell(await market.invite({ role: "office" }));
    expect(said).toContain("Đã gắn máy này.");
    expect(said).toContain("Đang chờ trả lời:");
    expect(await desk.tell("1")).toContain(`Bạn đang trả lời ${FIRST}`);
  });

  it("is told what it can do, and never becomes a customer who waits", async () => {
    const desk = await bindOffice(market, channel);
    for (const words of ["giúp", "?", "xin chào", "đơn", "asdf", "qwer", "gặp nhân viên"])
      expect(await desk.tell(words)).toContain("“ai đang chờ”");
    expect(await desk.tell("trả lời")).toBe("Không có khách nào đang chờ trả lời.");
    expect(await desk.tell("trả bot")).toBe("Bạn không đang trả lời khách nào.");
    expect(market.log.entries.filter(({ level }) => level === "error")).toEqual([]);
  });
});

it("names a customer who has said who they are", async () => {
  const desk = await bindOffice(market);
  const customer = market.person("webchat", "900001");
  await customer.tell("2 gói miến dong, Hoa 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán");
  await customer.tell("gặp nhân viên");
  expect(desk.news()).toContain("Khách Hoa (Web …0001) cần người trả lời:");
  expect(JSON.stringify(market.log.entries)).not.toContain("Hoa");
});

it("puts a producer who asks for a person on the call list, with their stall still open", async () => {
  const desk = await bindOffice(market);
  const stall = await bindStall(market, "zalobot", "700001");
  expect(await stall.tell("gặp nhân viên")).toContain("danh sách cần gọi");
  expect(desk.news()).toContain("Khách cần gọi lại: HTX Tân Việt Á");
  expect(await desk.tell("trả lời")).toBe("Không có khách nào đang chờ trả lời.");
});

it("says what is true where no office is bound", async () => {
  const customer = market.person("webchat", "900001");
  const said = await customer.tell("gặp nhân viên");
  expect(said).not.toContain("đã nhắn người phụ trách");
  expect(said).toContain("đã ghi lại");
});

it("does not take “trả bot” for haggling where nobody is being answered", async () => {
  const customer = market.person("webchat", "900001");
  await customer.tell("giỏ hàng");
  expect(await customer.tell("trả bot")).toBe("Trợ lý tự động đang trả lời bạn đây ạ.");
});
