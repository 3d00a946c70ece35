/** What any message may hold besides its purpose: the language it is in, who the goods go to and where. */
import { nfc } from "../../shared/domain/text.ts";
import { type CommuneMatch, type Reading } from "../understanding/reading.ts";
import { leftover } from "./leftover.ts";
import { joinAddress, mendAddress, MENDS, wholeAddress } from "./mend-address.ts";
import { mendPhone } from "./mend-phone.ts";
import { personIn, withoutPerson } from "./person.ts";
import { changed, type Contact, type State } from "./state.ts";
import { type Context } from "./step.ts";
import { en } from "./text.en.ts";
import { vi } from "./text.vi.ts";
import { wordsOf } from "./topics.ts";

export function hear(context: Context, reading: Reading, words: string): Context {
  const state = hearContact(context, hearLanguage(context.state, reading, words), reading, words);
  return { ...context, state, text: state.language === "en" ? en : vi };
}

/** The first whole sentence settles the language; a mere "hi" only until then. */
function hearLanguage(state: State, reading: Reading, words: string): State {
  if (state.spoken || state.orders !== undefined) return state;
  const sentence = words.trim().split(/\s+/).length >= 3 || (reading.intent !== "greet" && reading.items.length > 0);
  return changed(state, { language: reading.language, spoken: sentence || undefined });
}

function hearContact(context: Context, state: State, reading: Reading, words: string): State {
  const { contact } = state;
  if (isBuyer(contact, words)) return state;
  const phone = isOwnPhone(contact, words) ? undefined : (reading.phone ?? mendPhone(contact.phone, words));
  const unnamed = reading.name === null && contact.name === undefined;
  const person = unnamed ? personIn(reading.address, words) : undefined;
  const said: Contact = {
    ...(person === undefined ? {} : { name: person }),
    ...leftover(words, reading, context),
    ...(phone === undefined ? {} : { phone }),
    ...addressOf(contact, { ...reading, address: withoutPerson(reading.address, person) }, words),
    ...(reading.name !== null && takesName(state, reading) ? { name: reading.name } : {}),
  };
  const { communes, ...kept } = FOR_OTHER.test(wordsOf(words)) ? { ...contact, forOther: true as const } : contact;
  if (Object.keys(said).length === 0) return changed(state, { contact: { ...contact, ...kept } });
  const open = said.address === undefined ? communes : communesOf(reading.commune);
  return changed(state, { contact: { ...kept, ...said, ...(open === undefined ? {} : { communes: open }) } });
}

/** "gửi cho mẹ mình", "tặng cô giáo", "người nhận là…", "sđt chị ấy". */
const FOR_OTHER =
  / (?:nguoi nhan|(?:gui|giao|ship|tang|bieu|mua|lay|dat)(?: \S+){0,6} (?:cho|toi|den|bieu|tang) (?:me|ma|bo|ba|ong|bac|co|chu|anh|chi|em|ban|sep|vo|chong|di|cau|con|thay|khach|doi tac)|(?:tang|bieu) (?:me|ma|bo|ba|ong|bac|co|chu|anh|chi|em|ban|sep|vo|chong|di|cau|thay|khach|doi tac)|(?:co|chi|anh|ban|ba|ong|bac|em) ay|(?:for|to) my (?:\S+)|(?:his|her|their) (?:phone|number|name|address)) /;

/** Of somebody who has told where the parcel goes: "mình tên Tuấn, sđt…" is the buyer. */
const isBuyer = (contact: Contact, words: string): boolean => {
  const { forOther, name, phone, address } = contact;
  const told = name !== undefined && phone !== undefined && address !== undefined;
  return (
    told &&
    (forOther === true || isOwnPhone(contact, words)) &&
    !MENDS.test(wordsOf(words)) &&
    / (?:minh|toi|tui|em|anh|chi) (?:ten|la) | (?:i m|my name) /.test(wordsOf(words))
  );
};

/** "số của mình 0903…" after the recipient's was given: a second number to call, not where the parcel goes. */
const isOwnPhone = (contact: Contact, words: string): boolean =>
  contact.phone !== undefined &&
  contact.name !== undefined &&
  !MENDS.test(wordsOf(words)) &&
  / (?:so|sdt|dt|dien thoai)(?: cua| dt| dien thoai)? (?:minh|em|anh|chi|toi|tui) |(?:goi|alo|bao|lien he)(?: truoc)?(?: cho| voi)? (?:minh|em|anh|chi|toi|tui) | my (?:own )?(?:number|phone) /.test(
    wordsOf(words),
  );

/** A name said in passing ("chị Tâm lấy thêm 2 gói") is not the recipient's once there is one. */
const takesName = ({ contact, asking }: State, reading: Reading): boolean =>
  contact.name === undefined ||
  reading.phone !== null ||
  reading.address !== null ||
  (reading.items.length === 0 && (asking?.for === "contact" || asking?.for === "confirmation"));

/** "đổi sang 92 Quang Trung". */
const TO_HOUSE = /\s(?:sang|qua|về|thành|tới|đến)\s+(\d[\w/-]*\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)+.*)$/u;

/** "nhầm, tổ 5": too little to be read as an address, but it mends the one we have. */
function addressOf({ address }: Contact, reading: Reading, words: string): Pick<Contact, "address"> {
  const mends = MENDS.test(wordsOf(words));
  if (reading.address !== null)
    return { address: joinAddress(address, wholeAddress(nfc(words), reading.address), mends) };
  if (address === undefined || !mends || reading.items.length > 0 || reading.phone !== null) return {};
  const elsewhere = TO_HOUSE.exec(
    nfc(words)
      .trim()
      .replace(/\s+(?:nhé|nhe|nha|ạ|em|giúp|shop)$/iu, ""),
  )?.[1];
  const mended = mendAddress(address, nfc(words)) ?? elsewhere;
  return mended === undefined ? {} : { address: mended };
}

function communesOf(match: CommuneMatch | null): readonly string[] | undefined {
  if (match === null || match.communes.length < 2) return undefined;
  return match.communes
    .slice(0, 4)
    .map(({ name, old }) => (old === undefined ? name : `${name} (${old.name}, ${old.district} cũ)`));
}
