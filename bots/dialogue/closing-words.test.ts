/** Words that end a talk or ask about it: no order is placed by them, nothing is lost, no goods are meant. */
import { describe, expect, it } from "vitest";
import { catalogueOf, CONTACT, customer, type Customer, factsOf, LISTINGS } from "./specimens.ts";

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

const placed = ({ acts }: Customer): number => acts.filter((act) => act.do === "place-order").length;
const WAITING = "Đơn ở trên vẫn đang chờ: nhắn “ừ” để đặt, hoặc nhắn chỗ cần sửa.";

describe("at a confirmation", () => {
  it.each(["hết r à", "hết rồi hả", "có ship không", "chốt chưa", "đúng không", "xong à", "ok chưa shop", "ừ hả"])(
    "“%s” is a question, and places nothing",
    (words) => {
      const hoa = after("2 gói miến dong", CONTACT, words);
      expect(placed(hoa)).toBe(0);
      expect(hoa.state().asking?.for).toBe("confirmation");
    },
  );

  it.each(["xong rồi", "het r", "xong nhé", "hết rồi shop"])(
    "“%s” says that nothing more is wanted, and no yes",
    (words) => {
      const hoa = after("2 gói miến dong", CONTACT);
      expect(hoa.say(words)).toEqual([WAITING]);
      expect(placed(hoa)).toBe(0);
      hoa.say("ừ");
      expect(placed(hoa)).toBe(1);
    },
  );

  it.each(["ok xong", "vâng ạ", "ok ạ", "chốt luôn nhé", "đúng rồi em", "dạ đúng ạ"])("“%s” is a yes", (words) => {
    expect(placed(after("2 gói miến dong", CONTACT, words))).toBe(1);
  });
});

describe("“xong”", () => {
  it("goes on with a cart to what is still missing", () => {
    expect(after("2 gói miến dong").say("xong nhé")).toEqual([
      "Bạn cho mình tên, số điện thoại và địa chỉ nhận hàng nhé (nhắn thế nào cũng được).",
    ]);
  });

  it("is thanked for where nothing is open, and calls nobody", () => {
    const hoa = after("chào shop", "xong");
    expect(hoa.say("xong nhé")).toEqual(["Dạ, cảm ơn bạn!"]);
    expect(hoa.acts).toEqual([]);
  });

  const meat = { ...LISTINGS[0]!, name: "Thịt xông khói", slug: "thit-xong-khoi" };
  const honey = { ...LISTINGS[2]!, name: "Mật ong La Dũng", slug: "mat-ong" };
  const shop = factsOf(catalogueOf([...LISTINGS.slice(3), meat, honey]));

  it.each(["xong", "dừng", "xong!", "dừng lại"])("“%s” is nothing of the catalogue that sounds alike", (words) => {
    const hoa = customer(shop);
    expect(hoa.say(words).join("\n")).not.toMatch(/Thịt xông khói|La Dũng/);
    expect(hoa.state().focus).toBeUndefined();
  });

  it("does not keep real names from being found", () => {
    expect(customer(shop).say("xông khói").join("\n")).toContain("Thịt xông khói");
    expect(customer(shop).say("mat ong dung").join("\n")).toContain("Mật ong La Dũng");
  });
});

describe("“dừng”", () => {
  it("stops messages where nothing is open", () => {
    expect(after("chào shop").say("dừng")).toEqual(["Mình sẽ không gửi tin quảng bá cho bạn nữa."]);
  });

  it("lays an open order aside", () => {
    expect(after("2 gói miến dong").say("dừng lại")).toEqual(["Mình giữ giỏ cho bạn. Khi nào đặt, nhắn “đặt hàng”."]);
  });
});

describe("when goods arrive", () => {
  const HOW_LONG =
    "Giao mất mấy ngày còn tuỳ nơi nhận và lúc người bán gửi, nên mình chưa hẹn được ngày; người bán nhận đơn là mình báo bạn ngay. Cần hẹn ngày, nhắn “gặp nhân viên”.";

  it.each(["bao giờ giao được", "ship bao lâu vậy shop", "mấy ngày thì nhận được hàng"])(
    "is answered with a cart as after an order: “%s”",
    (words) => {
      const before = after("2 gói miến dong");
      expect(before.say(words)).toEqual([`${HOW_LONG} Phí giao 30.000 đ cho mỗi người bán trong đơn.`]);
      const hoa = after("2 gói miến dong", CONTACT, "ừ");
      expect(hoa.say(words)).toEqual([expect.stringMatching(/^CODE0002: chờ người bán xác nhận/), HOW_LONG]);
      expect([...before.acts, ...hoa.acts].filter((act) => act.do === "call-person")).toEqual([]);
    },
  );

  it("is a complaint still where it is late", () => {
    const hoa = after("2 gói miến dong", CONTACT, "ừ", "sao đặt lâu quá rồi mà chưa giao, bao giờ mới giao");
    expect(hoa.acts.at(-1)?.do).not.toBe("capture-lead");
    expect(hoa.state().cart).toEqual([]);
  });
});
