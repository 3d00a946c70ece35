/** What the reader makes of organizers' sentences: those it was written beside, and those that are older than it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { without } from "../../bots/dialogue/fair-draft.ts";
import { readFair } from "../../bots/dialogue/read-fair.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type Sentence } from "./sentence.ts";
import { check } from "./sentences-check.ts";
import { tuned } from "./sentences-tuned.ts";

const TODAY = "2026-11-23" as IsoDate;

function read(text: string) {
  const { said, problems } = readFair(text, TODAY);
  return { fields: without(said, ["description"]) as Sentence["said"], problem: problems[0]?.code };
}

describe("sentences that the reader was written beside", () => {
  it.each(tuned)("$text", ({ text, said, problem }) => {
    expect(read(text)).toEqual({ fields: said, problem });
  });
});

describe("sentences that are older than the reader", () => {
  it("are read field by field, and never with a field that nobody said", () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { text, said, problem } of check) {
      const { fields, problem: found } = read(text);
      if (found !== problem) wrong.push(`${text}: ${found ?? "no problem"}`);
      for (const field of new Set([...Object.keys(said), ...Object.keys(fields)]) as Set<keyof Sentence["said"]>) {
        asked++;
        if (fields[field] !== said[field]) wrong.push(`${text}: ${field} is ${fields[field] ?? "missing"}`);
      }
    }
    console.log(`${asked - wrong.length} of ${asked} fields of ${check.length} sentences`);
    expect(wrong).toEqual([]);
  });

  it("have their days and hours right wherever they have any", () => {
    for (const { text, said } of check) {
      const { from, to, opensAt, closesAt } = read(text).fields;
      expect({ text, from, to, opensAt, closesAt }).toEqual({
        text,
        from: said.from,
        to: said.to,
        opensAt: said.opensAt,
        closesAt: said.closesAt,
      });
    }
  });
});

describe("what nobody took", () => {
  it.each([
    ["Hội chợ OCOP, 20-22/12, 40 gian hàng, có hát then buổi tối", "40 gian hàng, có hát then buổi tối."],
    ["Chào chợ, nhờ đăng giúp em hội chợ OCOP 20-22/12 nhé", undefined],
    ["Hội xuân 12/2/2027, khai mạc lúc 19h30. Có thi gói bánh chưng!", "Khai mạc lúc 19h30. Có thi gói bánh chưng."],
  ])("of “%s” is the description: %s", (text, description) => {
    expect(readFair(text, TODAY).said.description).toBe(description);
  });
});

it("reads anything without a fault, and says the same of the same", () => {
  const piece = fc.constantFrom(
    ...[
      "hội chợ ",
      "tại ",
      "UBND xã ",
      "từ ",
      "20/12",
      "-",
      ", ",
      "\n",
      "8h",
      "tổ chức ",
      "mùng 9 ",
      "do ",
      "tên là ",
      "99/99",
      "\u001f",
      "(",
      "́",
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 200, unit: "grapheme" }), fc.array(piece, { maxLength: 25 })),
      (given) => {
        const text = typeof given === "string" ? given : given.join("");
        expect(readFair(text, TODAY)).toEqual(readFair(text, TODAY));
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});
