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
  [
    "Nấm hương khô loại 1, giá 1tr2/kg, còn 10kg",
    { name: "Nấm hương khô loại 1", price: 1_200_000, unit: "kg", stock: 10 },
  ],
  ["Trà hoa vàng 1 triệu 2 một hộp", { name: "Trà hoa vàng", price: 1_200_000, unit: "hộp" }],
  ["Trà hoa vàng 1tr250 hộp 200g", { name: "Trà hoa vàng", price: 1_250_000, unit: "hộp", pack: "hộp 200g" }],
  ["Sâm 2 triệu rưỡi/kg", { name: "Sâm", price: 2_500_000, unit: "kg" }],
  ["Miến dong, 85 nghìn một gói", { name: "Miến dong", price: 85_000, unit: "gói" }],
  ["Miến dong 85.000đ/gói 500g", { name: "Miến dong", price: 85_000, unit: "gói", pack: "gói 500g" }],
  ["Miến dong 85k2 gói", { name: "Miến dong", price: 85_200, unit: "gói" }],
  ["dạ khoảng 90k một gói", { price: 90_000, unit: "gói" }],
  ["giá 1tr2", { price: 1_200_000 }],
  ["giá 45 gói", { price: 45_000, unit: "gói" }],
])("reads %j", (sentence, listing) => {
  expect(readListing(sentence)).toEqual(listing);
});
