/** An order needs exactly one yes, and only to what stands there. */
import { describe, expect, it } from "vitest";
import { CONTACT, customer, type Customer } from "./specimens.ts";

const placed = ({ acts }: Customer) => acts.filter((act) => act.do === "place-order").map(({ wish }) => wish);
const recipient = {
  name: "Hoa",
  phone: "0912345678",
  address: "số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng",
};
const mien = (quantity: number) => ({ product: "mien-dong", unit: "gói", quantity, price: 45_000 });

const ready = (words = "2 gói miến dong"): Customer => {
  const hoa = customer();
  hoa.say(words);
  hoa.say(CONTACT);
  return hoa;
};

describe("a confirmation", () => {
  it("shows goods, fee, total, seller and recipient once everything is known", () => {
    const hoa = customer();
    hoa.say("2 gói miến dong");
    expect(hoa.say(CONTACT)).toEqual([
      [
        "Bạn xem lại đơn giúp mình:",
        "1. Miến dong: 2 gói × 45.000 đ = 90.000 đ",
        "Phí giao 30.000 đ. Tổng 120.000 đ, trả khi nhận hàng.",
        "Người bán: HTX Một",
        `Giao tới: Hoa, 0912 345 678, ${recipient.address}`,
        "Đúng thì bấm “Đặt hàng” hoặc nhắn “ừ”; sai chỗ nào bạn nhắn lại chỗ đó.",
      ].join("\n"),
    ]);
    expect(placed(hoa)).toEqual([]);
  });

  it.each(["ừ", "ok em", "chốt", "đúng rồi em, đặt đi", "dung roi dat di", "ừ gửi sớm nha", "👍", "vâng ạ"])(
    "is agreed to by %s",
    (yes) => {
      const hoa = ready();
      hoa.say(yes);
      expect(placed(hoa)).toEqual([{ lines: [mien(2)], recipient, language: "vi" }]);
    },
  );

  it.each([
    "ok nhưng cho hỏi tí",
    "khoan đã em",
    "ok mà đổi địa chỉ nhé",
    "đừng đặt vội",
    "đừng chốt",
    "dung dat voi",
    "dung chot nhe",
    "ok chưa em?",
    "đặt thêm gì nữa nhỉ",
    "gửi sớm nhé",
    "shop ơi",
  ])("is not agreed to by %s", (words) => {
    const hoa = ready();
    hoa.say(words);
    expect(placed(hoa)).toEqual([]);
  });

  it("is reached, not skipped, by a closing word before it was shown", () => {
    const hoa = customer();
    hoa.say(`chốt 2 gói miến dong, ${CONTACT}`);
    expect(placed(hoa)).toEqual([]);
    hoa.say("ok");
    expect(placed(hoa)).toEqual([{ lines: [mien(2)], recipient, language: "vi" }]);
  });

  it("is shown anew when the goods change, and only then agreed to", () => {
    const hoa = ready();
    expect(hoa.say("thêm 1 gói nấm hương nữa")[0]).toContain("2. Nấm hương: 1 gói × 110.000 đ = 110.000 đ");
    expect(placed(hoa)).toEqual([]);
    hoa.say("ok");
    expect(placed(hoa)).toMatchObject([{ lines: [mien(2), { product: "nam-huong", quantity: 1 }] }]);
  });

  it("is shown anew when the phone changes in the same breath as the yes", () => {
    const hoa = ready();
    expect(hoa.say("ok, mà số là 0987654321 mới đúng")[0]).toContain("Giao tới: Hoa, 0987 654 321");
    expect(placed(hoa)).toEqual([]);
  });

  it("still stands after a question and its answer", () => {
    const hoa = ready();
    expect(hoa.say("chuyển khoản được không").at(-1)).toBe(
      "Đơn ở trên vẫn đang chờ: nhắn “ừ” để đặt, hoặc nhắn chỗ cần sửa.",
    );
    hoa.say("ok");
    expect(placed(hoa)).toHaveLength(1);
  });

  it("is not agreed to by the button of an older one", () => {
    const hoa = ready();
    const [old] = hoa.state().choices ?? [];
    hoa.say("thêm 1 gói nấm hương nữa");
    hoa.send({ kind: "tap", payload: old ?? "" });
    expect(placed(hoa)).toEqual([]);
    hoa.send({ kind: "tap", payload: hoa.state().choices?.[0] ?? "" });
    expect(placed(hoa)).toHaveLength(1);
  });

  it("says no more than thanks to a second ok", () => {
    const hoa = ready();
    hoa.say("ok");
    expect(hoa.say("ok")).toEqual(["Dạ, cảm ơn bạn!"]);
    expect(placed(hoa)).toHaveLength(1);
  });

  it("keeps the cart when the customer would rather wait", () => {
    const hoa = ready();
    expect(hoa.say("không")).toEqual(["Mình giữ giỏ cho bạn. Khi nào đặt, nhắn “đặt hàng”."]);
    hoa.say("đặt hàng");
    hoa.say("ok");
    expect(placed(hoa)).toHaveLength(1);
  });

  it("does not wait for a name, and never asks an address for a stay", () => {
    const hoa = customer();
    hoa.say("đặt 2 phòng homestay Khuổi Ky đêm 24/12");
    expect(hoa.say("0912345678")[0]).toContain("Người đặt: Khách, 0912 345 678");
    hoa.say("ok");
    expect(placed(hoa)).toMatchObject([{ recipient: { name: "Khách", phone: "0912345678" } }]);
    expect(placed(hoa)[0]).not.toHaveProperty("recipient.address");
  });
});

describe("an order just placed", () => {
  it("is opened again by an addition, and replaced when that is agreed to", () => {
    const hoa = ready();
    hoa.say("ok");
    expect(hoa.say("à cho thêm 1 gói nấm hương nữa")[0]).toContain("mở lại để sửa");
    expect(hoa.acts.filter((act) => act.do === "cancel-order")).toEqual([]);
    hoa.say("ok");
    expect(placed(hoa)).toMatchObject([
      { lines: [mien(2)] },
      { lines: [mien(2), { product: "nam-huong", quantity: 1 }] },
    ]);
    expect(hoa.acts.filter((act) => act.do === "cancel-order")).toEqual([
      { do: "cancel-order", wish: { order: "ord_1" } },
    ]);
    expect(hoa.state().orders).toEqual(["ord_2"]);
  });

  it("is cancelled by a bare word when the cart is empty", () => {
    const hoa = ready();
    hoa.say("ok");
    expect(hoa.say("huỷ")).toEqual(["Đã huỷ đơn CODE0002."]);
  });

  it("is what “như lần trước” means", () => {
    const hoa = ready();
    hoa.say("ok");
    expect(hoa.say("cho đặt như lần trước nhé")[0]).toContain("1. Miến dong: 2 gói");
    hoa.say("ừ");
    expect(placed(hoa)).toMatchObject([{ lines: [mien(2)] }, { lines: [mien(2)] }]);
  });
});
