/** Telling of a fair, seen from inside: what a tap may do, what is done with refusals, what is said in English. */
import { describe, expect, it } from "vitest";
import { type Fair } from "../../shared/domain/fair.ts";
import { type FairId } from "../../shared/domain/ids.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { customer, type Customer, factsOf } from "./specimens.ts";
import { initialState } from "./state.ts";
import { venueOf } from "./fair-venue.ts";

const WHOLE = "Hội chợ OCOP, 20-22/12, 8h-21h, phố đi bộ Kim Đồng, UBND phường Thục Phán tổ chức";
const WISH = {
  name: "Hội chợ OCOP",
  from: "2026-12-20",
  to: "2026-12-22",
  opensAt: "08:00",
  closesAt: "21:00",
  venue: { text: "phố đi bộ Kim Đồng" },
  organizer: "UBND phường Thục Phán",
};

const staff = (role: Role | undefined, fairs: readonly Fair[] = []): Customer =>
  customer({ ...factsOf(), fairs }, { ...initialState(), greeted: true, ...(role ? { staff: role } : {}) });
const organizer = (fairs: readonly Fair[] = []): Customer => staff({ role: "organizer" }, fairs);

/** The payload of a button that is shown. */
function payload(person: Customer, words: string, label: string): string {
  const shown = person.send({ kind: "text", text: words }).flatMap(({ choices = [] }) => choices);
  return shown.find((choice) => choice.label === label)?.payload ?? `no button ${label}`;
}
const tap = (person: Customer, what: string): string =>
  person
    .send({ kind: "tap", payload: what })
    .map(({ text }) => text)
    .join("\n");
const announced = ({ acts }: Customer): readonly unknown[] =>
  acts.flatMap(({ do: name, wish }) => (name === "announce-fair" ? [wish] : []));

describe("days of a fair", () => {
  it("said by the lunar calendar are said back by both", () => {
    const person = organizer();
    const [answer = ""] = person.say(WHOLE.replace("20-22/12", "mùng 9 đến mùng 10 tháng Giêng"));
    expect(answer.split("\n")[0]).toBe(
      "Tính ra dương lịch: mùng 9 tháng Giêng (14/02/2027) – mùng 10 tháng Giêng (15/02/2027).",
    );
    tap(person, payload(person, "bỏ qua", "Báo hội chợ"));
    expect(announced(person)).toEqual([{ ...WISH, from: "2027-02-14", to: "2027-02-15" }]);
  });

  it.each(["22/12", "đến 22/12", "22", "3 ngày"])("end on the one that answers “%s”", (words) => {
    const person = organizer();
    person.say(WHOLE.replace("20-22/12", "bắt đầu từ 20/12"));
    person.say(words);
    expect(person.say("bỏ qua")[0]).toContain("Thời gian: 20–22/12/2026");
  });

  it("of which it is not said by what calendar are asked for", () => {
    const person = organizer();
    expect(person.say(WHOLE.replace("20-22/12", "mùng 9 tháng 3"))[0]).toContain(
      "“mùng 9 tháng 3” là ngày âm hay ngày dương?",
    );
    expect(person.say("mùng 9 tháng 3 âm lịch")[0]).toContain("mùng 9 tháng 3 (15/04/2027)");
  });
});

describe("a tap", () => {
  it("announces what the card showed last, and nothing that an older card showed", () => {
    const person = organizer();
    person.say(WHOLE);
    const first = payload(person, "bỏ qua", "Báo hội chợ");
    const second = payload(person, "ngày 21 đến 23/12", "Báo hội chợ");
    expect(tap(person, first)).toContain("Thời gian: 21–23/12/2026");
    expect(announced(person)).toEqual([]);
    tap(person, second);
    expect(announced(person)).toEqual([{ ...WISH, from: "2026-12-21", to: "2026-12-23" }]);
    tap(person, second);
    expect(announced(person)).toHaveLength(1);
  });

  it.each(["fair:tell", "fair:tell:", "fair:tell:0", "yes", "yes:", "publish"])(
    "made up as “%s” announces nothing before or after the card",
    (made) => {
      const person = organizer();
      tap(person, made);
      person.say(WHOLE);
      tap(person, made);
      person.say("bỏ qua");
      tap(person, made);
      expect(announced(person)).toEqual([]);
    },
  );

  it.each([undefined, { role: "producer", producer: "htx-0" } as Role])("of %o announces nothing at all", (role) => {
    const own = organizer();
    own.say(WHOLE);
    const real = payload(own, "bỏ qua", "Báo hội chợ");
    const person = staff(role);
    for (const words of [WHOLE, "bỏ qua"]) person.say(words);
    for (const what of [real, "fair:edit", "fair:skip", "fair:drop", "fair:again:fai_1"]) tap(person, what);
    expect(announced(person)).toEqual([]);
    expect(person.state().fair).toBeUndefined();
  });
});

describe("an answer", () => {
  it("that says don't is no yes", () => {
    const person = organizer();
    person.say(WHOLE);
    person.say("bỏ qua");
    for (const words of ["đừng báo", "đừng", "đừng đăng em", "không", "chưa", "báo chưa nhỉ?"]) person.say(words);
    expect(announced(person)).toEqual([]);
    person.say("đúng rồi em");
    expect(announced(person)).toEqual([WISH]);
  });

  it.each([
    ["chưa biết", []],
    ["xin chào", []],
    ["cuối tháng 1", ["Hội xuân Pác Bó"]],
    ["cảm ơn em", ["Hội xuân Pác Bó", "10/2/2027"]],
  ])("that is no answer, as “%s”, is asked for once more", (words, before) => {
    const person = organizer();
    const asked = ["báo hội chợ", ...before].map((answer) => person.say(answer).join("\n")).at(-1) ?? "";
    const { fair } = person.state();
    expect(person.say(words).join("\n")).toContain(asked);
    expect(person.state().fair).toEqual(fair);
  });

  it("that is small talk changes nothing on the card", () => {
    const person = organizer();
    person.say(WHOLE.replace("UBND phường Thục Phán", "HTX A"));
    person.say("bỏ qua");
    const { fair } = person.state();
    for (const words of ["cảm ơn em nhiều nhé", "để chị xem lại đã", "xin chào"]) person.say(words);
    expect(person.state().fair).toEqual(fair);
    expect(fair?.organizer).toBe("HTX A");
  });

  it("with a picture keeps it, and says so where it is lost", () => {
    const person = organizer();
    person.say(WHOLE);
    const lost = person.send({ kind: "photo", ref: "p1" }).map(({ text }) => text);
    expect(person.acts).toEqual([{ do: "keep-photo", wish: { ref: "p1" } }]);
    expect(lost[0]).toContain("Mình không lấy được ảnh này.");
    expect(lost[0]).toContain("bỏ qua");
  });

  it("warns before it is announced that a name the law forbids is not posted", () => {
    const person = organizer();
    person.say("Lễ hội rượu ngô, 20-22/12, phố đi bộ Kim Đồng, UBND phường Thục Phán tổ chức");
    expect(person.say("bỏ qua").join("\n")).toContain("sẽ không có bài trên các kênh");
  });
});

describe("a question", () => {
  it.each(["hội chợ OCOP ngày 20/12 ở đâu vậy", "20/12 có hội chợ nào không", "lễ hội 20/12 mở mấy giờ?"])(
    "of an organizer begins nothing: “%s”",
    (words) => {
      const person = organizer();
      person.say(words);
      expect(person.state().fair).toBeUndefined();
    },
  );
});

describe("a fair that is announced", () => {
  const fair: Fair = {
    ...WISH,
    id: "fai_1" as FairId,
    slug: "hoi-cho-ocop-2026",
    status: "announced",
    kind: "trade-fair",
    from: WISH.from as IsoDate,
    to: WISH.to as IsoDate,
  } as Fair;

  it("is opened from the list of what was told, and told anew under its id", () => {
    const person = organizer([fair]);
    const [choice] = person.send({ kind: "text", text: "hội của tôi" }).flatMap(({ choices = [] }) => choices);
    expect(choice).toEqual({ label: "Hội chợ OCOP", payload: "fair:again:fai_1" });
    tap(person, choice?.payload ?? "");
    person.say("ngày 27-28/12");
    person.say("báo hội chợ");
    expect(announced(person)).toEqual([{ ...WISH, id: "fai_1", from: "2026-12-27", to: "2026-12-28" }]);
  });

  it("is another one where another organizer tells of one with its name", () => {
    const person = organizer([fair]);
    person.say("Hội chợ OCOP, 20-22/12, sân vận động tỉnh, Sở Công Thương tổ chức");
    person.say("bỏ qua");
    person.say("ừ");
    expect(announced(person)).toEqual([
      {
        name: "Hội chợ OCOP",
        from: "2026-12-20",
        to: "2026-12-22",
        venue: { text: "sân vận động tỉnh" },
        organizer: "Sở Công Thương",
      },
    ]);
  });
});

it("becomes another one where its organizer is corrected on the card", () => {
  const told = { id: "fai_1", slug: "x", status: "announced", kind: "trade-fair", ...WISH } as Fair;
  const person = organizer([told]);
  expect(person.say("Hội chợ OCOP, 20-22/12").join("\n")).toContain("Hội chợ này đã báo rồi");
  expect(person.say("đơn vị tổ chức là Sở Công Thương").join("\n")).not.toContain("đã báo rồi");
  person.say("ừ");
  expect(announced(person)).toEqual([{ ...WISH, organizer: "Sở Công Thương" }]);
});

describe("the place", () => {
  it.each([
    ["sân vận động xã Trùng Khánh", { commune: "Xã Trùng Khánh" }],
    ["Quảng trường Km5, phường Thục Phán", { commune: "Phường Thục Phán" }],
    ["chợ Đàm Thuỷ, xã Đàm Thuỷ", { commune: "Xã Đàm Thủy" }],
    ["phố đi bộ Kim Đồng", {}],
    ["Công viên Cầu Giấy, Hà Nội", {}],
  ])("%s is in %o", (text, commune) => {
    expect(venueOf(text)).toEqual({ text, ...commune });
  });

  it("keeps what the commune was called before", () => {
    expect(venueOf("nhà văn hoá xã Phúc Sen, Quảng Uyên")).toMatchObject({ commune: "Xã Quảng Uyên" });
  });
});
