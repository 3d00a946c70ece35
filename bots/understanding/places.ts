/** Names of places: communes of Cao Bằng now and before July 2025, and provinces and districts people name. */
import { fold } from "../../shared/domain/text.ts";
import data from "./communes.json" with { type: "json" };
import others from "./places.json" with { type: "json" };

const TYPE = /^(?:phuong|xa|thi tran|huyen|thanh pho|tinh) /;
/** "Xã Đàm Thuỷ" → "dam thuy". */
export const bareName = (name: string): string => fold(name).replace(TYPE, "");

const provinces = new Set(others.provinces);
const districts = new Set(others.districts);
const communes = new Set([
  ...data.communes.map(([, name = ""]) => bareName(name)),
  ...data.former.map(([, name = ""]) => bareName(name)),
]);

/** All take folded text. */
export const isProvince = (name: string): boolean => provinces.has(name);
export const isDistrict = (name: string): boolean => districts.has(name);
export const isCommune = (name: string): boolean => communes.has(name);
export const isPlaceName = (name: string): boolean => provinces.has(name) || districts.has(name) || communes.has(name);
