/** Customers ask of fairs: by number, month, place and name; what is not there is said, and what comes next. */
import { describe, expect, it } from "vitest";
import { type Fair, type TimeOfDay } from "../../shared/domain/fair.ts";
import { type FairId } from "../../shared/domain/ids.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { customer, type Customer, factsOf } from "./specimens.ts";

const fair = (
  id: string,
  name: string,
  days: [string, string],
  venue: Fair["venue"],
  more: Partial<Fair> = {},
): Fair => ({
  id: id as FairId,
  slug: id,
  status: "announced",
  name,
  kind: "festival",
  from: days[0] as IsoDate,
  to: days[1] as IsoDate,
  venue,
  ...more,
});

const OCOP = fair(
  "ocop",
  "Hội chợ OCOP Cao Bằng",
  ["2026-12-05", "2026-12-08"],
  { text: "Quảng trường Km5", commune: "Phường Thục Phán", formerly: "Đề Thám cũ" },
  { organizer: "Sở Công Thương", opensAt: "08:00" as TimeOfDay, closesAt: "21:00" as TimeOfDay, focus: "miến dong" },
);
const CHESTNUT = fair("hat-de", "Lễ hội Hạt dẻ", ["2026-12-19", "2026-12-20"], { text: "Sân vận động xã Trùng Khánh" });
const FIREWORK = fair(
  "phao-hoa",
  "Lễ hội Pháo hoa Quảng Uyên",
  ["2027-02-07", "2027-02-08"],
  { text: "Xã Quảng Uyên" },
  { expected: true },
);
const OFF = fair(
  "cho-hoa",
  "Hội chợ Hoa xuân",
  ["2027-01-10", "2027-01-12"],
  { text: "Phố đi bộ" },
  { status: "cancelled" },
);

function asking(...words: readonly string[]): Customer {
  const hoa = customer({ ...factsOf(), fairs: [OCOP, CHESTNUT, FIREWORK, OFF] });
  for (const said of words) hoa.say(said);
  return hoa;
}

const LIST = [
  "1. Hội chợ OCOP Cao Bằng: 05–08/12/2026, Quảng trường Km5, Phường Thục Phán",
  "2. Lễ hội Hạt dẻ: 19–20/12/2026, Sân vận động xã Trùng Khánh",
  "3. Lễ hội Pháo hoa Quảng Uyên: 07–08/02/2027 (dự kiến), Xã Quảng Uyên",
];
const CARD = [
  "Hội chợ OCOP Cao Bằng",
  "Thời gian: 05–08/12/2026",
  "Giờ mở cửa: 08:00–21:00",
  "Địa điểm: Quảng trường Km5, Phường Thục Phán (Đề Thám cũ)",
  "Đơn vị tổ chức: Sở Công Thương",
  "Hàng bán chính: miến dong",
].join("\n");

describe("the list of fairs", () => {
  it("is numbered, and its numbers mean its fairs whatever was talked of before", () => {
    const hoa = asking("miến dong bao nhiêu tiền");
    expect(hoa.say("có hội chợ nào không")).toEqual([["Hội chợ, lễ hội sắp tới:", ...LIST].join("\n")]);
    expect(hoa.send({ kind: "text", text: "1" })).toEqual([
      { text: CARD, link: { label: "Xem trang hội chợ", url: "https://chophien.test/hoi-cho/ocop" } },
    ]);
    expect(hoa.state().cart).toEqual([]);
  });

  it.each(["1", "số 1", "cái đầu tiên ở đâu", "hội thứ 1 ở đâu"])("“%s” picks one of it", (words) => {
    expect(asking("có hội chợ nào không").say(words)).toEqual([CARD]);
  });
});

describe("a question about fairs", () => {
  it.each([
    ["tháng 2 có hội gì", ["Hội chợ, lễ hội tháng 2/2027:", LIST[2]!.replace("3.", "1.")]],
    ["tháng sau có lễ hội gì", ["Hội chợ, lễ hội tháng 12/2026:", LIST[0], LIST[1]]],
    ["cuối tháng 12 có hội chợ không", ["Hội chợ, lễ hội tháng 12/2026:", LIST[1]!.replace("2.", "1.")]],
    [
      "tháng 7 có hội chợ nào không",
      ["Mình chưa có lịch hội chợ, lễ hội nào tháng 7/2027.", "Hội chợ, lễ hội sắp tới:", ...LIST],
    ],
    [
      "có hội chợ nào ở Hà Nội không",
      ["Mình chưa có lịch hội chợ, lễ hội nào ở Hà Nội.", "Hội chợ, lễ hội sắp tới:", ...LIST],
    ],
    ["hội chợ ở Cao Bằng có không", ["Hội chợ, lễ hội sắp tới:", ...LIST]],
    ["có hội chợ nào vui không shop", ["Hội chợ, lễ hội sắp tới:", ...LIST]],
  ])("of a time or a place: “%s”", (words, lines) => {
    expect(asking("chào shop").say(words)).toEqual([lines.join("\n")]);
  });

  it.each([
    ["ở Trùng Khánh có hội không", "Lễ hội Hạt dẻ\n"],
    ["hội Pháo hoa hôm nào", "Lễ hội Pháo hoa Quảng Uyên\n"],
    ["le hoi hat de o dau", "Lễ hội Hạt dẻ\n"],
    ["hội chợ OCOP mở cửa mấy giờ", "Hội chợ OCOP Cao Bằng\n"],
  ])("of a place or a name that we know: “%s”", (words, begins) => {
    const [said = ""] = asking("chào shop").say(words);
    expect(said.startsWith(begins)).toBe(true);
  });

  it.each(["giao về hội nông dân xã được không", "cho hỏi miến dong bao nhiêu", "xã hội giờ sao vậy"])(
    "is none in “%s”",
    (words) => {
      expect(asking("chào shop").say(words).join("\n")).not.toContain("Hội chợ OCOP");
    },
  );
});
