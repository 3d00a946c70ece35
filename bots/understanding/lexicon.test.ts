/** Any catalogue as an index: shared heads, shortened names, slips of the finger. */
import { describe, expect, it } from "vitest";
import { findProducts } from "./find-products.ts";
import { buildLexicon } from "./lexicon.ts";
import { normalise } from "./normalise.ts";

const entry = (id: string, name: string, aliases: readonly string[] = [], unit = "gói") => ({ id, name, aliases, units: [{ unit }] }); // prettier-ignore
const lexicon = buildLexicon([
  entry("tva", "Miến dong Tân Việt Á"),
  entry("pd", "Miến dong Phja Đén", ["miến Phia Đén"]),
  entry("cy", "Miến dong Cường Yên"),
  entry("kol", "Lục trà Kolia", [], "hộp"),
  { ...entry("hd", "Hạt dẻ Trùng Khánh", ["hạt dẻ"], "kg"), nameEn: "Trung Khanh chestnuts" },
]);
const found = (text: string) =>
  findProducts(normalise(text), lexicon, () => false).map((mention) => mention.targets.join(" "));

describe("the lexicon", () => {
  it("takes a head that several names share for all of them", () => {
    expect(found("cho 2 gói miến dong")).toEqual(["tva pd cy"]);
    expect(found("cho 2 gói miến")).toEqual(["tva pd cy"]);
  });

  it("knows a full name, an alias, an English name and a part that only one has", () => {
    expect(found("miến dong Phja Đén, hạt dẻ, Cường Yên, trung khanh chestnuts")).toEqual(["pd", "hd", "cy", "hd"]);
  });

  it("forgives accents, a letter and a missing space", () => {
    expect(found("mien dog phja den")).toEqual(["pd"]);
    expect(found("hatde")).toEqual(["hd"]);
    expect(found("miên đong tan viet a")).toEqual(["tva"]);
  });

  it("does not take a place for the product named after it", () => {
    expect(found("ship về Trùng Khánh")).toEqual([]);
  });
});
