import { expect, it } from "vitest";
import { readListing } from "./read-listing.ts";

it.each([
  [
    "Miến dong Phia Đén mới, 85k gói 500g, còn 100 gói",
    { name: "Miến dong Phia Đén", price: 85_000, unit: "gói", pack: "gói 500g", stock: 100 },
  ],
  ["Mật ong rừng, giá 180 nghìn một chai", { name: "Mật ong rừng", price: 180_000, unit: "chai" }],
  ["hạt dẻ 120.000đ/kg còn 50", { name: "hạt dẻ", price: 120_000, unit: "kg", stock: 50 }],
  ["còn 3 gói", { stock: 3 }],
  ["còn -3 gói", {}],
  ["không", {}],
  ["giá 45 gói", { price: 45_000, unit: "gói" }],
])("reads %j", (sentence, listing) => {
  expect(readListing(sentence)).toEqual(listing);
});
