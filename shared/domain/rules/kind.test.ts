/** The kind of a product follows from its name and unit. */
import { expect, it } from "vitest";
import { kindByWords } from "./kind.ts";

it.each([
  ["Homestay Nà Tềnh", "đêm", "stay"],
  ["Nhà sàn bản Giuồng", "phòng", "stay"],
  ["Homestay Hoài Khao", "người", "stay"],
  ["Tour hang Ngườm Ngao", "người", "tour"],
  ["Trải nghiệm hái chè", "suất", "tour"],
  ["Miến dong", "gói", "goods"],
  ["Cơm lam", "suất", "goods"],
  ["Nhà nghỉ mini bằng tre", "cái", "goods"],
])("%s by the %s is %s", (name, unit, kind) => {
  expect(kindByWords(name, unit)).toBe(kind);
});
