/** Stays and tours: days and people are asked for, taken in any order, changed in plain words. */
import { describe, expect, it } from "vitest";
import { catalogueOf, customer, type Customer, factsOf, LISTINGS } from "./specimens.ts";

const booked = ({ acts }: Customer) =>
  acts.flatMap((act) =>
    act.do === "place-order"
      ? act.wish.lines.map(({ product, unit, quantity, visit }) => [
          product,
          quantity,
          unit,
          visit?.from,
          visit?.to,
          visit?.people,
        ])
      : [],
  );

const shown = (buyer: Customer) => buyer.state().cart.map(({ quantity, unit, visit }) => [quantity, unit, visit]);

function after(...words: readonly string[]): Customer {
  const buyer = customer();
  for (const said of words) buyer.say(said);
  return buyer;
}

describe("a stay", () => {
  it("said in one breath is confirmed at once, with its arithmetic and without a fee", () => {
    const hoa = customer();
    expect(hoa.say("đặt 1 phòng homestay Khuổi Ky 2 đêm từ 24/12 cho 2 người, Hoa 0912345678")).toEqual([
      [
        "Bạn xem lại đơn giúp mình:",
        "1. Homestay Khuổi Ky: 24/12 – 26/12/2026, 2 người; 2 đêm × 1 phòng × 450.000 đ = 900.000 đ",
        "Tổng 900.000 đ, trả khi đến nơi. Không có phí giao.",
        "Người bán: HTX Hai",
        "Người đặt: Hoa, 0912 345 678",
        "Đúng thì bấm “Đặt chỗ” hoặc nhắn “ừ”; sai chỗ nào bạn nhắn lại chỗ đó.",
      ].join("\n"),
    ]);
    hoa.say("ừ");
    expect(booked(hoa)).toEqual([["homestay", 1, "phòng", "2026-12-24", "2026-12-26", 2]]);
  });

  it("is asked about one question at a time", () => {
    const hoa = customer();
    expect(hoa.say("cho mình đặt homestay Khuổi Ky").at(-1)).toContain("bạn đến ngày nào, ở mấy đêm?");
    expect(hoa.say("20/12")).toEqual(["Homestay Khuổi Ky, chủ nhật 20/12/2026: bạn ở mấy đêm?"]);
    expect(hoa.say("2")).toEqual(["Homestay Khuổi Ky, 20/12 – 22/12/2026: có mấy người ạ?"]);
    expect(hoa.say("4")).toEqual(["Bạn cho mình thêm tên người đặt và số điện thoại nhé."]);
    expect(hoa.say("Hoa 0912345678")[0]).toContain("20/12 – 22/12/2026, 4 người; 2 đêm × 1 phòng");
    hoa.say("ok");
    expect(booked(hoa)).toEqual([["homestay", 1, "phòng", "2026-12-20", "2026-12-22", 4]]);
  });

  it.each([
    [
      ["homestay Khuổi Ky", "4 người", "2 đêm", "20/12"],
      [[1, "phòng", { from: "2026-12-20", to: "2026-12-22", people: 4 }]],
    ],
    [["homestay Khuổi Ky 20/12, 2 đêm", "đổi sang 22/12"], [[1, "phòng", { from: "2026-12-22", to: "2026-12-24" }]]],
    [
      ["homestay Khuổi Ky 20/12, 2 đêm", "5 người nhé"],
      [[1, "phòng", { from: "2026-12-20", to: "2026-12-22", people: 5 }]],
    ],
    [["homestay Khuổi Ky 20/12, 2 đêm", "ở thêm 1 đêm nữa"], [[1, "phòng", { from: "2026-12-20", to: "2026-12-23" }]]],
    [["homestay Khuổi Ky 20/12", "về 23/12"], [[1, "phòng", { from: "2026-12-20", to: "2026-12-23" }]]],
    [
      ["2 phòng homestay Khuổi Ky 20/12, 2 đêm", "thêm 1 phòng nữa"],
      [[3, "phòng", { from: "2026-12-20", to: "2026-12-22", count: 3 }]],
    ],
    [
      ["2 phòng homestay Khuổi Ky 20/12, 2 đêm", "bớt 1 phòng"],
      [[1, "phòng", { from: "2026-12-20", to: "2026-12-22", count: 1 }]],
    ],
    [
      ["2 phòng homestay Khuổi Ky 20/12, 2 đêm", "3 phòng homestay Khuổi Ky nhé"],
      [[3, "phòng", { from: "2026-12-20", to: "2026-12-22", count: 3 }]],
    ],
    [
      ["homestay Khuổi Ky cuối tuần còn phòng không", "đặt 2 phòng đêm 14/12 nhé"],
      [[2, "phòng", { from: "2026-12-14", to: "2026-12-15", count: 2 }]],
    ],
  ])("after %j holds %j", (words, held) => {
    expect(shown(after(...words))).toMatchObject(held);
  });

  it("is shown anew when its days change, and only then agreed to", () => {
    const hoa = after("1 phòng homestay Khuổi Ky 24/12, 1 đêm, 2 người, Hoa 0912345678");
    expect(hoa.say("ok nhưng 25/12 nhé")[0]).toContain("25/12 – 26/12/2026");
    expect(booked(hoa)).toEqual([]);
    hoa.say("ok");
    expect(booked(hoa)).toEqual([["homestay", 1, "phòng", "2026-12-25", "2026-12-26", 2]]);
  });

  it("just booked is opened again when another day is said", () => {
    const hoa = after("1 phòng homestay Khuổi Ky 24/12, 1 đêm, 2 người, Hoa 0912345678", "ừ");
    expect(hoa.say("à đổi sang 25/12 nhé").join("\n")).toContain("25/12 – 26/12/2026, 2 người");
    hoa.say("ừ");
    expect(booked(hoa).at(-1)).toEqual(["homestay", 1, "phòng", "2026-12-25", "2026-12-26", 2]);
    expect(hoa.acts.filter((act) => act.do === "cancel-order")).toHaveLength(1);
  });

  it("does not wait for a number of people that nobody gives", () => {
    const hoa = after("đặt 2 phòng homestay Khuổi Ky đêm 14/12", "Mai Anh, 0967 110 482", "ok");
    expect(booked(hoa)).toEqual([["homestay", 2, "phòng", "2026-12-14", "2026-12-15", undefined]]);
  });

  it.each([
    ["20/11/2026", "Ngày đó đã qua rồi."],
    ["hôm qua", "Ngày đó đã qua rồi."],
    ["31/2", "Mình không thấy ngày đó trong lịch (và mỗi lần ở nhiều nhất 90 đêm)."],
    ["từ 22 về 20/12", "Ngày về phải sau ngày đến."],
    [
      "mùng 5 tháng 12",
      "Ngày đó âm hay dương ạ? Bạn nhắn rõ giúp mình, ví dụ “5/12 dương”, “mùng 5 tháng Chạp”, “mùng 2 Tết”.",
    ],
  ])("is never booked on %s: it is said and asked again", (words, why) => {
    const hoa = after("1 phòng homestay Khuổi Ky 24/12, 1 đêm, 2 người, Hoa 0912345678");
    expect(hoa.say(words)).toEqual([why, expect.stringContaining("bạn đến ngày nào")]);
    hoa.say("ok");
    expect(booked(hoa)).toEqual([]);
  });

  it("said by the lunar calendar is said back by both", () => {
    const hoa = after("1 phòng homestay Khuổi Ky 24/12, 1 đêm, 2 người, Hoa 0912345678");
    const [note, card] = hoa.say("đổi sang mùng 2 Tết");
    expect(note).toBe("Tính ra dương lịch: mùng 2 tháng Giêng (07/02/2027).");
    expect(card).toContain("07/02 – 08/02/2027");
    hoa.say("ok");
    expect(booked(hoa)).toEqual([["homestay", 1, "phòng", "2027-02-07", "2027-02-08", 2]]);
  });

  it("hears no days where goods are spoken of", () => {
    const hoa = after("1 phòng homestay Khuổi Ky 24/12, 1 đêm, 2 người");
    hoa.say("thêm 2 gói miến dong gửi thứ bảy");
    expect(hoa.state().cart).toMatchObject([{ visit: { from: "2026-12-24" } }, { product: "mien-dong", quantity: 2 }]);
  });

  it("beside goods leaves the address to these", () => {
    const hoa = customer();
    hoa.say("2 gói miến dong với 1 phòng homestay Khuổi Ky từ 20 đến 22/12, 3 người");
    const last = hoa.say("Hoa, 0912345678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng")[0];
    expect(last).toContain("Phí giao 30.000 đ. Tổng 1.020.000 đ, hàng trả khi nhận, phòng và tour trả khi đến.");
    expect(last).toContain("Giao tới: Hoa, 0912 345 678, số 25 đường Hoàng Đình Giong, phường Thục Phán, Cao Bằng");
  });
});

describe("a tour", () => {
  it("is paid by the head, and asks for a day", () => {
    const hoa = customer();
    expect(hoa.say("gửi mình 2 vé tour Bản Giốc").at(-1)).toContain("bạn đi ngày nào?");
    expect(hoa.say("thứ 7 tuần này, 0945 118 290 Khải")[0]).toContain(
      "Tour thác Bản Giốc: thứ bảy 28/11/2026, 2 người; 2 vé × 650.000 đ = 1.300.000 đ",
    );
    expect(hoa.say("thêm 2 người nữa")[0]).toContain("4 người; 4 vé × 650.000 đ = 2.600.000 đ");
    hoa.say("okay");
    expect(booked(hoa)).toEqual([["tour", 4, "vé", "2026-11-28", undefined, 4]]);
  });

  it("waits for how many come", () => {
    const hoa = after("tour thác Bản Giốc ngày mai", "Hoa 0912345678", "ok");
    expect(booked(hoa)).toEqual([]);
    expect(hoa.say("bốn người ạ")[0]).toContain("4 vé × 650.000 đ");
  });
});

describe("a kind without a name", () => {
  it.each([
    ["đặt phòng 2 đêm từ 20/12", { product: "homestay", visit: { from: "2026-12-20", to: "2026-12-22" } }],
    ["tìm nhà nghỉ tối mai", { product: "homestay", visit: { from: "2026-11-24", to: "2026-11-25" } }],
    ["đặt 2 phòng cuối tuần này", { product: "homestay", visit: { from: "2026-11-28", count: 2 } }],
    ["book a tour for 4 people tomorrow", { product: "tour", quantity: 4, visit: { from: "2026-11-24" } }],
  ])("is booked by %s where there is one of it", (words, line) => {
    expect(after(words).state().cart).toMatchObject([line]);
  });

  it("is shown where it is only asked about", () => {
    const hoa = customer();
    expect(hoa.say("có tour nào không")[0]).toContain("Tour thác Bản Giốc\n650.000 đ/vé");
    expect(hoa.state().cart).toEqual([]);
  });
});

describe("in English", () => {
  it("a stay is booked by its days too", () => {
    const anna = customer();
    anna.say("I'd like to book homestay Khuoi Ky for 2 people, Dec 20 to 22");
    expect(anna.say("Anna 0912345678")[0]).toContain("20/12 – 22/12/2026, 2 people; 2 nights × 1 phòng");
    anna.say("yes");
    expect(booked(anna)).toEqual([["homestay", 1, "phòng", "2026-12-20", "2026-12-22", 2]]);
  });
});

const seasonal = catalogueOf(
  LISTINGS.map((listing) =>
    listing.kind === "goods" && listing.id !== "hat-de"
      ? listing
      : { ...listing, season: { from: "09-15", to: "11-30" } },
  ),
);

describe("a season", () => {
  const december = { ...factsOf(seasonal), today: "2026-12-10" as ReturnType<typeof factsOf>["today"] };
  const news = (buyer: Customer) =>
    buyer.acts.flatMap((act) => (act.do === "capture-lead" && act.wish.kind === "news" ? [act.wish.interest] : []));

  it.each([
    ["2 kg hạt dẻ", "Hạt dẻ"],
    ["1 phòng homestay Khuổi Ky", "Homestay Khuổi Ky"],
    ["2 vé tour thác Bản Giốc", "Tour thác Bản Giốc"],
  ])("that is over is said of %s, and a bare yes is told when it comes", (words, name) => {
    const hoa = customer(december);
    expect(hoa.say(words)[0]).toContain(`${name} đang trái mùa (mùa từ 15/9 đến 30/11)`);
    hoa.say("ừ");
    expect(news(hoa)).toEqual([name]);
    expect(hoa.state().cart).toEqual([]);
  });

  it.each(["có thì báo nhé", "khi nào có nhắn mình nhé"])("is waited for by %s", (words) => {
    const hoa = customer(december);
    hoa.say("2 kg hạt dẻ");
    hoa.say(words);
    expect(news(hoa)).toEqual(["Hạt dẻ"]);
  });

  it("is held against the days asked for: out of it in December, in it next September", () => {
    const hoa = customer(factsOf(seasonal));
    expect(hoa.say("1 phòng homestay Khuổi Ky từ 20/12, 2 đêm")[0]).toContain(
      "Homestay Khuổi Ky không đón khách 20/12 – 22/12/2026 (mùa từ 15/9 đến 30/11)",
    );
    const lan = customer(december);
    expect(lan.say("1 phòng homestay Khuổi Ky từ 20/9, 2 đêm, 2 người").at(-1)).toContain("20/09 – 22/09/2027");
  });

  it("that a change of days leaves is said, other days may be given, and a yes waits for it", () => {
    const hoa = customer(factsOf(seasonal));
    hoa.say("1 phòng homestay Khuổi Ky từ 25/11, 1 đêm, 2 người, Hoa 0912345678");
    expect(hoa.say("đổi sang 20/12")).toEqual([expect.stringContaining("không đón khách 20/12 – 21/12/2026")]);
    expect(hoa.say("vậy 26/11")[0]).toContain("26/11 – 27/11/2026");
    hoa.say("đổi sang 20/12");
    hoa.say("ừ");
    expect(news(hoa)).toEqual(["Homestay Khuổi Ky"]);
    expect(hoa.state().cart).toEqual([]);
    expect(booked(hoa)).toEqual([]);
  });
});
