/** Phone, address, commune, name and wished date. */
import { describe, expect, it } from "vitest";
import { matchCommune } from "./commune.ts";
import { buildLexicon, readMessage } from "./read-message.ts";

const lexicon = buildLexicon([
  { id: "md", name: "Miến dong", aliases: [], units: [{ unit: "gói" }] },
  { id: "td", name: "Thạch đen Thạch An", aliases: ["thạch đen"], units: [{ unit: "gói" }] },
]);
const contact = (text: string) => {
  const { phone, address, name } = readMessage(text, lexicon);
  return { phone, address, name };
};

describe("contact details", () => {
  it("are read from one breath", () => {
    expect(contact("cho e 2 goi mien dong, 0912.345.678 Hoa, ngõ 12 tổ 5 p. Sông Hiến nhé")).toEqual({
      phone: "0912345678",
      address: "ngõ 12 tổ 5 p. Sông Hiến",
      name: "Hoa",
    });
  });

  it.each(["+84 (0)912 345 678", "0084912345678", "84912345678", "o912 345 678", "09 12 34 56 78", "(+84)912-345-678"])(
    "know %s for a phone",
    (said) => {
      expect(contact(`sđt ${said} nhé`).phone).toBe("0912345678");
    },
  );

  it("refuse what cannot be a phone, and say so", () => {
    const reading = readMessage("sđt 01234567890", lexicon);
    expect([reading.phone, reading.invalidPhone, reading.askBack]).toEqual([null, "01234567890", { about: "phone", said: "01234567890" }]); // prettier-ignore
  });

  it("take the recipient's number of two", () => {
    expect(contact("giao cho chị Lan số 0961234870 ở xã Phúc Sen, còn số em là 0904555666").phone).toBe("0961234870");
  });

  it("do not take a province, a shop or a fair for an address", () => {
    for (const text of [
      "ship về Thái Nguyên",
      "hội chợ ở thành phố",
      "thạch đen Thạch An 2 gói",
      "tour thác Bản Giốc",
    ]) {
      expect(contact(text).address).toBeNull();
    }
  });

  it("find the wished day", () => {
    expect(readMessage("giao trước 23 tháng Chạp nhé", lexicon).wishedDate).toEqual({ text: "23 thang chap", relation: "before", calendar: "lunar", day: 23, month: 12 }); // prettier-ignore
    expect(readMessage("giao trước Tết giúp chị", lexicon).wishedDate).toMatchObject({ relation: "before", calendar: "lunar", day: 1, month: 1 }); // prettier-ignore
    expect(readMessage("thứ bảy ship cho em", lexicon).wishedDate?.weekday).toBe(6);
    expect(readMessage("sáng mai giao nhé", lexicon).wishedDate?.inDays).toBe(1);
  });
});

describe("fields without a label", () => {
  it.each([
    ["Phượng, 0327 664 120, số 2 phố Cũ, phường Thục Phán", "0327664120", "số 2 phố Cũ, phường Thục Phán", "Phượng"],
    ["Mai Anh, 0967 110 482", "0967110482", null, "Mai Anh"],
    ["Vinh 0917 882 034, 45 Nguyễn Du, Ninh Bình", "0917882034", "45 Nguyễn Du, Ninh Bình", "Vinh"],
    ["chị Ngân 0936 118 552 12A Lý Thường Kiệt, Hoàn Kiếm", "0936118552", "12A Lý Thường Kiệt, Hoàn Kiếm", "Ngân"],
    ["2 gói miến dong, Ánh, 0342 118 905, tổ 1 thị trấn Trùng Khánh", "0342118905", "tổ 1 thị trấn Trùng Khánh", "Ánh"],
    [
      "Anna 0909 118 552, Muong Thanh hotel, Thuc Phan ward, Cao Bang",
      "0909118552",
      "Muong Thanh hotel, Thuc Phan ward, Cao Bang",
      "Anna",
    ],
  ])("are told apart in %s", (text, phone, address, name) => {
    expect(contact(text)).toEqual({ phone, address, name });
  });

  it("end at a comma: a house number is no part of the phone before it", () => {
    const { invalidPhone, address } = readMessage("Em tên Hạnh, 0912 000 34, 12 Kim Đồng p. Thục Phán CB", lexicon);
    expect({ invalidPhone, address }).toEqual({ invalidPhone: "0912 000 34", address: "12 Kim Đồng p. Thục Phán CB" });
  });

  it("are a name where contact details are awaited", () => {
    expect(readMessage("Thạch Thương", lexicon, { awaiting: "name" })).toMatchObject({
      name: "Thạch Thương",
      items: [],
    });
    expect(readMessage("Đinh Văn Hoà", lexicon, { awaiting: "name" })).toMatchObject({
      intent: "give_contact",
      name: "Đinh Văn Hoà",
      items: [],
    });
  });
});

describe("communes", () => {
  it("of before 2025 are led to those of today", () => {
    const match = matchCommune("tổ 5 phường Sông Hiến, TP Cao Bằng");
    expect(match?.communes.map(({ name, old }) => [name, old?.name])).toEqual([
      ["Phường Thục Phán", "Phường Sông Hiến"],
    ]);
  });

  it("that share a name are all given, unless the district tells", () => {
    expect(matchCommune("xóm 3 xã Hưng Đạo")?.communes.map(({ name }) => name)).toEqual(["Xã Hưng Đạo", "Phường Thục Phán", "Xã Tam Kim"]); // prettier-ignore
    expect(matchCommune("xã Hưng Đạo, huyện Nguyên Bình")?.communes.map(({ name }) => name)).toEqual(["Xã Tam Kim"]);
    expect(readMessage("gửi về xóm 3 xã Hưng Đạo nhé", lexicon).askBack?.about).toBe("commune");
  });

  it("outside the province are none", () => {
    expect(matchCommune("phường Tân Giang, Hà Nội")).toBeNull();
    expect(matchCommune("số 3 Trần Hưng Đạo, Phan Thiết")).toBeNull();
    expect(matchCommune("45 Ngô Quyền, phường Tân Giang, Cao Bằng")?.communes).toHaveLength(1);
  });
});

describe("names", () => {
  it.each([
    ["hẻm 51/20 Cao Thắng p3 q3 nha shop, kêu Tí là có người ra", "Tí"],
    ["Nguyễn V. Anh, 0912345678", "Nguyễn V. Anh"],
    ["0904 887 336 (Ms Trang)", "Trang"],
    ["Deliver to Mrs. Ann, 45 Hung Vuong street, 0912345678", "Ann"],
    ["tên mình là phương thảo nhé, sđt 0912345678", "phương thảo"],
    ["người nhận đồng chí Sầm Văn Lợi, 0912345678", "Sầm Văn Lợi"],
    ["Ten: le thi hong nhung, sdt 0912345678", "le thi hong nhung"],
    ["chị Thu lấy 2 gói miến dong, gửi chung về 0912345678", null],
    ["thay sđt nhận hàng thành 0912345678 giúp em", null],
  ])("%s", (text, name) => {
    expect(contact(text).name).toBe(name);
  });
});

describe("a wall of digits", () => {
  it("longer than any number is read past", () => {
    expect(contact(`${"1".repeat(300)}, 0912345678`).phone).toBe("0912345678");
  });
});
