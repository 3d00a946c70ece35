/**
 * Who and where were asked for, and the message answers: what is left beside the phone, in no form the reading knows,
 * is a name or an address all the same ("Anna, Muong Thanh hotel, Thuc Phan ward"). The confirmation shows it.
 */
import { fold, nfc } from "../../shared/domain/text.ts";
import { type Reading } from "../understanding/reading.ts";
import { answerOf } from "./agreement.ts";
import { joinAddress, WIDE } from "./mend-address.ts";
import { isDistrict, isProvince } from "../understanding/places.ts";
import { readMessage } from "../understanding/read-message.ts";
import { type Asking, type Contact } from "./state.ts";
import { type Context } from "./step.ts";
import { topicOf, wordsOf } from "./topics.ts";

const PHONE = /(?:\+|\b)\d(?:[\s.\-()]?\d){7,12}\b/gu;
const LABEL =
  /(?<!\p{L})(?:số điện thoại|điện thoại|sđt|sdt|đt|tel|phone|mobile|địa chỉ|dia chi|đ\/c|đc|address|họ tên|tên người nhận|người nhận|tên|name)(?!\p{L})\s*(?:là|is)?\s*[:=]*\s*/giu;
const FILLER =
  /^(?:(?:dạ|da|vâng|vang|ok|oke|okie|đây|day|là|la|của|cua|mình|minh|em|shop|ơi|oi|nhé|nhe|nha|ạ|a|gửi|gui|giao|ship|về|ve|tới|toi|đến|den|cho|ở|nhận|nhan|hàng|hang|chốt|chot|to|at|my|is|i'm|and|please)\s+)+/iu;
const END = /\s+(?:nhé|nhe|nha|ạ|a|shop|em|nghen|nghe|please|thanks|luôn|luon)$/iu;
const HONORIFIC = /^(?:anh|chị|em|cô|chú|bác|ông|bà|dì|cậu|mợ|thím|a|c|e|mr|mrs|ms)\.?\s+/iu;

/** "thôi được, giao cho…": words to us, not of the recipient. */
const TALK = /^(?:(?:thôi|được|ok|oke|vâng|dạ|ừ|uh|rồi|đúng|chốt|thế|vậy|yes|please)(?:\s|$))+$/iu;

const NAME = /^\p{Lu}[\p{L}']*(?:\s+\p{Lu}[\p{L}']*){0,4}$/u;
/** With accents, since "cho" is no chợ and "tính" no tỉnh; without any, only what is a place either way. */
const PLACE =
  /(?<!\p{L})(?:số|ngõ|ngách|hẻm|đường|phố|tổ|xóm|thôn|bản|ấp|khu|phường|xã|thị trấn|huyện|quận|tp|toà|tòa|chung cư|căn hộ|khách sạn|trường|bệnh viện|công ty|chợ|ktx|hotel|street|road|ward|district|city|hostel|homestay)(?!\p{L})/iu;
const BARE_PLACE =
  /(?<!\p{L})(?:ngo|ngach|hem|duong|xom|thon|phuong|thi tran|huyen|chung cu|khach san|truong|ktx)(?!\p{L})/iu;

function parts(words: string, { address, name, invalidPhone }: Reading): string[] {
  let rest = words;
  for (const known of [address, invalidPhone, name]) if (known !== null) rest = rest.replace(known, ",");
  return rest
    .replace(PHONE, ",")
    .replace(LABEL, "")
    .split(/[,;()\n]|\s[-–—/]\s|\.\s/u)
    .map((part) => part.trim().replace(FILLER, "").replace(END, "").trim())
    .filter(
      (part) =>
        /\p{L}/u.test(part) &&
        !TALK.test(part) &&
        !/^(?:anh|chị|chi|em|cô|co|chú|chu|bác|bac|ông|ong|bà|ba|a|c|e)$/iu.test(part),
    );
}

export function leftover(words: string, reading: Reading, context: Context): Pick<Contact, "name" | "address"> {
  const { contact } = context.state;
  const wider = widened(words, reading, context);
  if (wider !== undefined) return { address: wider };
  const dialled = reading.phone !== null || reading.invalidPhone !== null;
  if (!dialled && !answersUs(words, reading, context)) return {};
  const all = parts(words, reading).filter((part) => !isGoods(context, part));
  const open = contact.name === undefined || renames(words, context);
  const name =
    reading.name === null && open && (dialled || !TO.test(wordsOf(words)))
      ? (all.find(isName) ?? beforePhone(words, reading))
      : undefined;
  const rest = (noGoods(reading) ? all : afterPhone(words, reading, context)).filter((part) => part !== name);
  const where = rest.join(", ");
  const unplaced = reading.address === null && contact.address === undefined;
  const found = unplaced && isAddress(where, rest.length) && (dialled || BEGINS.test(where));
  return {
    ...(name === undefined ? {} : { name: name.replace(HONORIFIC, "") }),
    ...(found ? { address: where } : {}),
  };
}

/** A full name alone in the middle of questions about goods. */
const isFullName = (words: string, asking: Asking | undefined): boolean =>
  (asking?.for === "quantity" || asking?.for === "product" || asking?.for === "conversion") &&
  words.trim().split(/\s+/).length > 2 &&
  isName(words.trim());

/** "Kỳ Anh 0708 551 226, 6 Hàng Mắm": some people are called like districts. */
function beforePhone(words: string, { address }: Reading): string | undefined {
  const [head = ""] = words.split(PHONE);
  const said = head.replace(/[\s,.:–-]+$/u, "").trim();
  return address !== null && head !== words && NAME.test(said) && !NO_NAME.test(said) ? said : undefined;
}

/** "gửi về Sơn Động": a place, and nobody. */
const TO = / (?:ve|toi|den|o|vo|vao|ra|len|xuong) /;

/** A full name alone at the confirmation: somebody else gets it. */
const renames = (words: string, { state: { asking } }: Context): boolean =>
  asking?.for === "confirmation" && words.trim().includes(" ") && isName(words.trim());

/** Without a phone beside it, an address begins like one. */
const BEGINS =
  /^(?:p?\d|(?:số|ngõ|ngách|hẻm|đường|phố|tổ|xóm|thôn|bản|ấp|khu|phường|xã|thị trấn|huyện|quận|toà|tòa|chung cư|căn hộ|khách sạn|trường|bệnh viện|công ty|chợ|ktx|nhà|quán|phòng|so|ngo|duong|xom|thon|phuong|xa|khu|to|room|hotel)(?!\p{L}))/iu;

const ASKS = / (?:khong|k|ko|kh|hong|chua|gi|nao|sao|may|bao|nhi|ha|what|how|when|where|can) (?:\S+ ){0,2}$/;

/** Nothing but a bare answer to what was asked: no yes, no question, no talk of something else. */
function answersUs(words: string, reading: Reading, { state: { asking, cart, contact } }: Context): boolean {
  const named = asking?.for === "confirmation" && (contact.name === undefined || isName(words.trim()));
  const wanted =
    asking?.for === "contact" || (asking === undefined && cart.length > 0) || named || isFullName(words, asking);
  if (!wanted || !noGoods(reading) || words.includes("?") || (ASKS.test(wordsOf(words)) && !NAME.test(words.trim())))
    return false;
  if (!TELLS.has(reading.intent) && reading.items.length === 0) return false;
  const topic = topicOf(words);
  return (topic === undefined || topic === "wish") && answerOf(reading, words) === null;
}

/** "phường Thục Phán" after the street: the rest of an address we have the beginning of. */
function widened(words: string, reading: Reading, { state }: Context): string | undefined {
  const { contact, cart } = state;
  const said = nfc(words).trim().replace(END, "");
  if (contact.address === undefined || cart.length === 0 || reading.address !== null) return undefined;
  if (reading.items.length > 0 || said.length > 80 || !WIDE.test(fold(said)) || !TELLS.has(reading.intent))
    return undefined;
  const joined = joinAddress(contact.address, said, false);
  return joined === contact.address ? undefined : joined;
}

/** Houses and streets are taken for goods now and then ("ngõ 15 Tạ Quang Bửu"). */
const noGoods = ({ items }: Reading): boolean => items.every(({ unknown }) => unknown !== undefined);

/** Beside goods, an address is what follows the phone and names none. */
function afterPhone(words: string, reading: Reading, { facts }: Context): readonly string[] {
  const tail = words.split(PHONE).at(-1) ?? "";
  return tail === words || readMessage(tail, facts.lexicon).mentions.length > 0 ? [] : parts(tail, reading);
}

/** What somebody who answers with bare words may be read as. */
const TELLS = new Set(["give_contact", "other"]);

/** Labels and places at the head of a line: "Đg: 33/5 Cộng Hoà", "Room 12". */
export const NO_NAME =
  /^(?:[bcdđghklmnpqrstvx]+|room|floor|hotel|hostel|homestay|apartment|address|phòng|tầng|toà|tòa)$/iu;

export const isName = (part: string): boolean => {
  const plain = part.replace(HONORIFIC, "");
  return (
    NAME.test(plain) &&
    !NO_NAME.test(plain) &&
    !isProvince(fold(plain)) &&
    !isDistrict(fold(plain)) &&
    (!plain.includes(" ") || !isPlace(plain))
  );
};

/** Goods are named like people now and then. */
const isGoods = ({ facts }: Context, part: string): boolean =>
  isName(part) && readMessage(part, facts.lexicon).mentions.length > 0;

const isPlace = (said: string): boolean =>
  PLACE.test(said) || (fold(said) === said.toLowerCase() && BARE_PLACE.test(said));

/** A province alone is no address. */
const isAddress = (said: string, count: number): boolean => {
  const words = said.split(/\s+/).length;
  if (said.length > 200 || words < 2) return false;
  return isPlace(said) || (words >= 3 && (/\d/.test(said) || (count >= 2 && /\p{Lu}/u.test(said))));
};
