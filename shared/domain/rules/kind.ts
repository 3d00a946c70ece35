/** What a producer puts on sale, where they do not say: goods, a place to stay, or a tour. */
import { type Product } from "../product.ts";
import { fold } from "../text.ts";

const STAYS =
  /^(?:homestay|farmstay|bungalow|nha nghi|nha tro|nha san|khach san|phong (?:nghi|tro|hang|cong dong|doi|don)|phong$)/;
const NIGHTS = /^(?:dem|phong|giuong)\b/;
const TOURS = /\b(?:tour|tham quan|trai nghiem|du lich|cheo thuyen|trekking|kayak)\b/;
const HEADS = /^(?:nguoi|khach|ve|suat|doan|chuyen)\b/;

/** A night is stayed whatever it is called; a head or a group makes a tour only of what is named like one. */
export function kindByWords(name: string, unit: string): Product["kind"] {
  const [named, sold] = [fold(name).trim(), fold(unit).trim()];
  if (NIGHTS.test(sold) || (STAYS.test(named) && HEADS.test(sold))) return "stay";
  return TOURS.test(named) && HEADS.test(sold) ? "tour" : "goods";
}
