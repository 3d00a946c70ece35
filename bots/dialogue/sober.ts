/** A reading seen in the light of what was asked: houses, people and places are no goods, and no province is a person. */
import { fold, nfc } from "../../shared/domain/text.ts";
import { isProvince } from "../understanding/places.ts";
import { type ReadItem, type Reading } from "../understanding/reading.ts";
import { unagreed } from "./agreement.ts";
import { firstAmount } from "./first-amount.ts";
import { isName, NO_NAME } from "./leftover.ts";
import { mendAddress, MENDS } from "./mend-address.ts";
import { mendPhone } from "./mend-phone.ts";
import { isNamesake } from "./person.ts";
import { type State } from "./state.ts";
import { type Context } from "./step.ts";
import { wordsOf } from "./topics.ts";

/** What people call whoever they buy for; in lower case, since some are names too. */
const KIN = new Set(
  "công vợ chồng mẹ má mạ mệ mế bầm u bố ba tía thầy bà ông nội ngoại cô dì chú bác cậu mợ thím dượng anh chị chế em con cháu cưng bạn sếp tui tao tớ".split(
    " ",
  ),
);

/** "ghi tên vợ tôi nhé, Hoàng Thị Mai": the name is what is written like one. */
const nameOf = ({ name }: Reading, words: string): string | null =>
  name === null || !(KIN.has(name.split(" ")[0] ?? "") || NO_NAME.test(name))
    ? name
    : (words
        .split(/[,:;()\n]|\s[-–/]\s/u)
        .map((part) => part.trim())
        .find((part) => isName(part)) ?? null);

/** "6 phong lẻ": how it is taken. */
const LOOSE = /^(?:lẻ|rời|trước|nữa|le|roi|(?:dùng|ăn|uống|xài|lấy|dung|an|uong|xai)?(?: ?(?:thử|thu))?)$/iu;

/** "cho tía 2 chai": a person, so the goods are those talked of. */
function withoutKin(item: ReadItem): ReadItem {
  const { unknown, ...rest } = item;
  return unknown !== undefined && (KIN.has(unknown.toLowerCase()) || LOOSE.test(unknown)) ? rest : item;
}

/** A guess is good enough to answer a question by, and not to change an order or call a person by. */
const ACTS = new Set([
  "change_quantity",
  "remove",
  "add",
  "cancel_order",
  "handover",
  "complaint",
  "unsubscribe",
  "order_status",
]);
const unguessed = (read: Reading): Reading =>
  read.confidence <= 0.5 && ACTS.has(read.intent) ? { ...read, items: read.items.filter(says), intent: "other" } : read;

const says = ({ product, candidates, unknown, quantity, times }: ReadItem): boolean =>
  product !== null || candidates !== undefined || unknown !== undefined || quantity !== null || times !== undefined;

/** "hai gói à không ba gói nhé ba gói": a bare amount said again is not another one. */
const saidOnce = (items: readonly ReadItem[]): readonly ReadItem[] =>
  items.filter(
    (item, place) =>
      !isNameless(item) || !items.slice(place + 1).some((later) => isNameless(later) && later.unit === item.unit),
  );

const isNameless = ({ product, candidates, unknown, quantity }: ReadItem): boolean =>
  product === null && !candidates && unknown === undefined && quantity !== null;

/** "số nhà 121 nhé, viết lộn": where it goes, and no amount. */
const mendsHouse = ({ contact }: State, { items }: Reading, words: string): boolean =>
  MENDS.test(wordsOf(words)) &&
  items.every(isNameless) &&
  contact.address !== undefined &&
  mendAddress(contact.address, nfc(words)) !== undefined;

export function sober(context: Context, given: Reading, words: string): Reading {
  const { state } = context;
  const agreed = unagreed(unguessed(given), words, state);
  const first = firstAmount(context, agreed, words);
  const said = saidOnce(first ? [first, ...agreed.items] : agreed.items);
  const read = { ...agreed, name: nameOf(agreed, words), items: said.map(withoutKin) };
  const reading =
    read.name !== null && isProvince(fold(read.name)) && !isNamesake(read.name) ? { ...read, name: null } : read;
  if (mendPhone(state.contact.phone, words) !== undefined)
    return { ...reading, items: [], invalidPhone: null, answer: null, intent: "give_contact" };
  if (reading.items.length === 0) return reading;
  if (mendsHouse(state, reading, words)) return { ...reading, items: [], intent: "give_contact" };
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
