/** From keystrokes to words. */
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { fromTelex, fromVni, isSyllable } from "./syllable.ts";

const words = (raw: string): string => normalise(raw).tokens.map((token) => token.word).join(" "); // prettier-ignore

describe("normalise", () => {
  it("undoes Telex and VNI keystrokes that never became accents", () => {
    expect(words("mieens dong 2 gois nhes")).toBe("miến dong 2 gói nhé");
    expect(words("d9a85t 2 ca6n ga5o ne61p")).toBe("đặt 2 cân gạo nếp");
  });

  it("leaves syllables and English words alone", () => {
    expect(words("shop oi tour box order")).toBe("shop oi tour box order");
    expect([fromTelex("dong"), fromTelex("ship"), fromVni("k5"), isSyllable("khuếch"), isSyllable("box")]).toEqual([null, null, null, true, false]); // prettier-ignore
  });

  it("spells out short forms only where the neighbours allow it", () => {
    expect(words("e k lấy, 45k thôi")).toBe("em không lấy , 45 k thôi");
    expect(words("bn ơi mien dong bn 1 goi")).toBe("bạn ơi mien dong bao nhiêu 1 goi");
    expect(words("kho 5 kg, k5 p302")).toBe("kho 5 kg , k 5 p 302");
  });

  it("reads widths, styles, look-alikes and invisible letters as they look", () => {
    expect(words("ｍｉến ２ gói")).toBe("miến 2 gói");
    expect(words("𝐦𝐢ế𝐧 dong")).toBe("miến dong");
    expect(words("mіến dоng")).toBe("miến dong");
    expect(words("m\u200biến d\u200dong")).toBe("miến dong");
  });

  it("keeps offsets into the raw text", () => {
    const raw = "<b>Số</b> 7  ngõ\u200b 12";
    const { tokens } = normalise(raw);
    expect(tokens.map((token) => raw.slice(token.start, token.end))).toEqual(["Số", "7", "ngõ", "12"]);
  });

  it("calms stretched letters and parts units from what is glued to them", () => {
    expect(words("okkkk nhaaaa 2kghạtdẻ")).toBe("ok nha 2 kg hạtdẻ");
  });
});
