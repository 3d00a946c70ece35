/** A reading seen in the light of what was asked: houses, people and places are no goods, and no province is a person. */
import { fold } from "../../shared/domain/text.ts";
import { isProvince } from "../understanding/places.ts";
import { type ReadItem, type Reading } from "../understanding/reading.ts";
import { unagreed } from "./agreement.ts";
import { isName } from "./leftover.ts";
import { type Context } from "./step.ts";

export function sober({ state }: Context, given: Reading, words: string): Reading {
  const read = unagreed(given, words);
  const reading = read.name !== null && isProvince(fold(read.name)) ? { ...read, name: null } : read;
  if (reading.items.length === 0) return reading;
  const told = reading.phone !== null || reading.address !== null;
  const buying = state.cart.length > 0 || state.asking?.for === "contact" || state.asking?.for === "conversion";
  const bareName = isName(words.trim()) && (state.asking?.for === "contact" || state.asking?.for === "confirmation");
  const items = reading.items.filter((item) => {
    if (told && isHouseNumber(item)) return false;
    // With goods chosen, a message that counts nothing and tells where to go is about that.
    return !(buying && isUncounted(item) && (told || bareName));
  });
  if (items.length === reading.items.length) return reading;
  return { ...reading, items, intent: items.length > 0 ? reading.intent : "give_contact" };
}

/** "12A Lý Thường Kiệt": a number of nothing beside a phone or an address. */
const isHouseNumber = ({ product, unit, candidates, unknown }: ReadItem): boolean =>
  product === null && unit === null && !candidates && unknown === undefined;

/** "phòng khám Đa khoa Cao Bằng" is no bánh khảo. */
const isUncounted = ({ quantity, unit, problem }: ReadItem): boolean =>
  quantity === null && unit === null && problem === undefined;
