/** Who and where: in any order, in pieces, mended, of somebody else. */
import { describe, expect, it } from "vitest";
import { customer, type Customer } from "./specimens.ts";

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

const contact = (...words: readonly string[]) => {
  const { name, phone, address } = after("2 gói miến dong", ...words).state().contact;
  return { name, phone, address };
};

describe("the contact", () => {
  it("is put together from several messages", () => {
    expect(contact("giao cho chị Na", "0966234781", "số 4 Hoàng Văn Thụ", "phường Thục Phán", "cao bằng nhé")).toEqual({
      name: "Na",
      phone: "0966234781",
      address: "số 4 Hoàng Văn Thụ, phường Thục Phán, cao bằng",
    });
  });

  it("takes bare words for what was asked", () => {
    expect(contact("Đinh Văn Hoà", "0328 114 690", "thôn Pác Thay, xã Đông Khê")).toEqual({
      name: "Đinh Văn Hoà",
      phone: "0328114690",
      address: "thôn Pác Thay, xã Đông Khê",
    });
  });

  it("has the mended part of an address in place of the old one", () => {
    expect(contact("Lâm 0977 201 446, tổ 3 phường Hợp Giang", "nhầm, tổ 5 nhé").address).toBe("tổ 5 phường Hợp Giang");
  });

  it("keeps the recipient's phone when the buyer leaves one too", () => {
    expect(
      contact(
        "gửi tới bà Nông Thị Sáu 0399 120 774, xóm Lũng Vài xã Hạ Lang",
        "có gì gọi cho mình trước nhé, số mình 0903555120",
      ),
    ).toEqual({ name: "Nông Thị Sáu", phone: "0399120774", address: "xóm Lũng Vài xã Hạ Lang" });
  });

  it("replaces a phone that the customer mends", () => {
    expect(contact("Hoa 0912345678", "nhầm, số em là 0987654321").phone).toBe("0987654321");
  });

  it("asks for a phone again when it cannot be one", () => {
    expect(after("2 gói miến dong").say("sđt 0912 345")[0]).toBe(
      "Số điện thoại này chưa đúng. Bạn nhắn lại số 10 chữ số, ví dụ 0912 345 678.",
    );
  });

  it("never takes a house number beside a phone for a quantity", () => {
    expect(after("2 gói miến dong", "chị Ngân 0936 118 552 12A Lý Thường Kiệt, Hoàn Kiếm").state().cart).toEqual([
      { product: "mien-dong", unit: "gói", quantity: 2 },
    ]);
  });

  it("comes from one tap, and is not told to be right by it", () => {
    const buyer = after("2 gói miến dong");
    buyer.send({ kind: "contact", phone: "+84912345678", name: "Hoa", proved: true });
    expect(buyer.state().contact).toEqual({ name: "Hoa", phone: "0912345678" });
    expect(buyer.acts.filter((act) => act.do === "place-order")).toEqual([]);
  });

  it("keeps a point on the map beside the address, and asks for words", () => {
    const buyer = after("2 gói miến dong", "Hoa 0912345678");
    const [asked] = buyer.send({ kind: "location", latitude: 22.66612, longitude: 106.26123 });
    expect(asked?.text).toContain("nhắn thêm địa chỉ bằng chữ");
    expect(buyer.say("số 5 tổ 2 phường Sông Hiến")[0]).toContain(
      "số 5 tổ 2 phường Sông Hiến (vị trí: 22.66612,106.26123)",
    );
  });
});

describe("an address that several communes share", () => {
  it("is asked about with numbers, and the chosen commune is added to it", () => {
    const buyer = after("2 gói miến dong");
    const [shown] = buyer.say("Hoa 0912345678, xóm Bản Mới xã Hưng Đạo");
    expect(shown).toContain("Tên xã này có ở mấy nơi, bạn nhắn số giúp mình: 1. Xã Hưng Đạo; 2. Phường Thục Phán (");
    buyer.say("2");
    expect(buyer.state().contact).toEqual({
      name: "Hoa",
      phone: "0912345678",
      address: "xóm Bản Mới xã Hưng Đạo, Phường Thục Phán",
    });
    expect(buyer.acts.filter((act) => act.do === "place-order")).toEqual([]);
  });
});

describe("the language", () => {
  it("is that of the first sentence, until another is asked for", () => {
    const guest = customer();
    expect(guest.say("Hello, do you have glass noodles? 2 packs of miến dong please")[0]).toContain("Your cart:");
    const cart = expect.stringContaining("Giỏ của bạn:") as string;
    expect(guest.say("tiếng Việt")).toEqual(["Từ giờ mình trả lời bằng tiếng Việt.", cart]);
    expect(guest.say("1 kg hạt dẻ")[0]).toContain("Giỏ của bạn:");
    const theirs = expect.stringContaining("Your cart:") as string;
    expect(guest.say("English")).toEqual(["I will answer in English from now on.", theirs]);
  });

  it("is not settled by a mere hello", () => {
    const guest = customer();
    guest.say("hi shop");
    expect(guest.say("cho mình 2 gói miến dong")[0]).toContain("Giỏ của bạn:");
  });
});
