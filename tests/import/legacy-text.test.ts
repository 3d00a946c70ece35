import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLegacyCells } from "../../local/commands/legacy-cells.ts";
import { encodingOfFont, judge, readAs } from "../../local/commands/legacy-text.ts";
import { isSyllable } from "../../local/commands/vietnamese-syllable.ts";
import { inTcvn3, inVni } from "./old-fonts.ts";

describe("a text in an old encoding", () => {
  it.each([
    ["MiÕn dong", "TCVN3", "Miến dong"],
    ["Hîp t¸c x· n«ng nghiÖp", "TCVN3", "Hợp tác xã nông nghiệp"],
    ["§Æc s¶n lµng ®¸", "TCVN3", "Đặc sản làng đá"],
    ["ChÌ d©y", "TCVN3", "Chè dây"],
    ["MIÕN DONG", "TCVN3", "MIẾN DONG"],
    ["Q§ 1234/Q§-UBND", "TCVN3", "QĐ 1234/QĐ-UBND"],
    ["Tái ®en", "TCVN3", "Tỏi đen"],
    ["Mieán dong", "VNI", "Miến dong"],
    ["Baùnh khaûo", "VNI", "Bánh khảo"],
    ["HUYEÄN NGUYEÂN BÌNH", "VNI", "HUYỆN NGUYÊN BÌNH"],
    ["Ñöôøng pheøn", "VNI", "Đường phèn"],
  ])("%s is %s for %s", (text, encoding, meant) => {
    expect(judge(text)).toEqual({ is: "legacy", encoding, text: meant });
  });

  it.each([
    "Miến dong",
    "Cà phê",
    "Bò khô",
    "Chè",
    "Trà ½ kg",
    "30 × 40 cm",
    "Café Arabica",
    "Crème brûlée",
    "Müller",
    "Mật ong® 250g",
    "5 µg",
    "30°C",
    "Xã Hòa An, thị xã Quảng Hoà",
    "Mie\u0302\u0301n dong",
    "plain ASCII",
    "",
  ])("%j is none", (text) => {
    const { is } = judge(text);
    expect(is === "fine" || readLegacyCells([{ line: 1, cells: [text] }]).converted.length === 0).toBe(true);
    expect(readLegacyCells([{ line: 1, cells: [text] }]).rows[0]!.cells).toEqual([text]);
  });

  const WORDS =
    "miến dong gạo nếp hương chè dây mật ong bạc hà tỏi đen lạp sườn hun khói bánh khảo thạch rượu ngô thuốc nước mắm " +
    "vải chàm giấy bản hạt dẻ măng ớt chuối bưởi quýt hợp tác xã nông nghiệp dịch vụ thương mại tổng sản xuất kinh doanh " +
    "nguyễn thị phương hoàng văn lý triệu mùi huỳnh thủy quỳnh khuya ngoằn ngoèo giếng gìn giữ quốc khuỷu tuyết yến ỉa ừ";

  it.each([
    ["TCVN3", inTcvn3],
    ["VNI", inVni],
  ] as const)("in %s becomes what was meant, whatever the words", (encoding, write) => {
    const text = fc.array(fc.constantFrom(...WORDS.split(" ")), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, (words) => {
        const meant = words.join(" ");
        const typed = write(meant);
        expect(typed === meant ? meant : readAs(typed, encoding)).toBe(meant);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it("is never seen in Unicode, whatever the words", () => {
    const text = fc.array(fc.constantFrom(...WORDS.split(" ")), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.boolean(), (words, capitals) => {
        const meant = capitals ? words.join(" ").toUpperCase() : words.join(" ");
        expect(judge(meant).is).not.toBe("legacy");
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("cells that could be either", () => {
  const read = (cells: readonly string[], fonts: readonly string[] = []) =>
    readLegacyCells([{ line: 1, cells, fonts }]);

  it("follow the other cells of their row", () => {
    expect(read(["Tái", "hép", "Hµ Qu¶ng"]).rows[0]!.cells).toEqual(["Tỏi", "hộp", "Hà Quảng"]);
    expect(read(["Tái", "bò", "Ba Bể"]).rows[0]!.cells).toEqual(["Tái", "bò", "Ba Bể"]);
  });

  it("stay, and are told, in a row that holds Unicode too", () => {
    const { rows, doubtful } = read(["Hµ Qu¶ng", "hép", "Hạng 5 sao"]);
    expect(rows[0]!.cells).toEqual(["Hà Quảng", "hép", "Hạng 5 sao"]);
    expect(doubtful).toEqual([{ line: 1, place: 1, encoding: "TCVN3", text: "hộp" }]);
  });

  it("follow their font, which may show capitals", () => {
    expect(read(["Tái", "Tái"], [".VnTime", ".VnArialH"]).rows[0]!.cells).toEqual(["Tỏi", "TỎI"]);
    expect(read(["Tái", "Miến", "Cà phê"], ["Arial", ".VnTime", ".VnTime"]).rows[0]!.cells).toEqual([
      "Tái",
      "Miến",
      "Cà phê",
    ]);
    expect(["VNI-Times", ".VnTime", "Times New Roman", undefined].map(encodingOfFont)).toEqual([
      "VNI",
      "TCVN3",
      undefined,
      undefined,
    ]);
  });
});

describe("a syllable", () => {
  it.each([
    "miến",
    "Nguyễn",
    "HUYỆN",
    "hoà",
    "hòa",
    "thuỷ",
    "thủy",
    "quý",
    "quí",
    "giếng",
    "gì",
    "khuỷu",
    "ngoèo",
    "ốc",
    "ý",
  ])("can be %s", (word) => {
    expect(isSyllable(word)).toBe(true);
  });
  it.each(["mién", "aù", "Gaïo", "bàc", "chÌ", "Müller", "café", "ẵ", "hòá", "xyz", "ß"])("can't be %s", (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
