/** What any message may hold besides its purpose: the language it is in, who the goods go to and where. */
import { fold } from "../../shared/domain/text.ts";
import { type CommuneMatch, type Reading } from "../understanding/reading.ts";
import { changed, type Contact, type State } from "./state.ts";
import { type Context } from "./step.ts";
import { en } from "./text.en.ts";
import { vi } from "./text.vi.ts";
import { wordsOf } from "./topics.ts";

export function hear(context: Context, reading: Reading, words: string): Context {
  const state = hearContact(hearLanguage(context.state, reading, words), reading, words);
  return { ...context, state, text: state.language === "en" ? en : vi };
}

/** The first whole sentence settles the language; a mere "hi" only until then. */
function hearLanguage(state: State, reading: Reading, words: string): State {
  if (state.spoken || state.orders !== undefined) return state;
  const sentence = words.trim().split(/\s+/).length >= 3 || (reading.intent !== "greet" && reading.items.length > 0);
  return changed(state, { language: reading.language, spoken: sentence || undefined });
}

function hearContact(state: State, reading: Reading, words: string): State {
  const { contact } = state;
  const said: Contact = {
    ...(reading.phone !== null && !isOwnPhone(contact, words) ? { phone: reading.phone } : {}),
    ...(reading.address === null ? {} : { address: joined(contact.address, reading.address, words) }),
    ...(reading.name !== null && takesName(state, reading) ? { name: reading.name } : {}),
  };
  if (Object.keys(said).length === 0) return state;
  const { communes, ...kept } = contact;
  const open = said.address === undefined ? communes : communesOf(reading.commune);
  return changed(state, { contact: { ...kept, ...said, ...(open === undefined ? {} : { communes: open }) } });
}

const MENDS = / (?:nham|sai|lon|doi|sua|moi|dung|thieu|wrong|sorry|change|correct) /;

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

const COMMUNE = /(?:^|[ ,])(?:phuong |xa |thi tran |(?:p|x|tt)(?:\.| ) ?)\p{L}/u;
const WIDE =
  /^(?:phuong|xa|thi tran|p\.|x\.|tt\.|huyen|quan|thi xa|thanh pho|tp|tinh|h\.|q\.|cao bang|ha noi|sai gon|tphcm)/;

/** "số 4 Hoàng Văn Thụ", then "phường Thục Phán": one address in two messages, unless the second mends the first. */
function joined(before: string | undefined, said: string, words: string): string {
  if (before === undefined || MENDS.test(wordsOf(words))) return said;
  const [old, now] = [fold(before), fold(said)];
  if (old.includes(now)) return before;
  const wider = WIDE.test(now) && !(COMMUNE.test(old) && COMMUNE.test(now));
  return wider ? `${before}, ${said}` : said;
}

function communesOf(match: CommuneMatch | null): readonly string[] | undefined {
  if (match === null || match.communes.length < 2) return undefined;
  return match.communes
    .slice(0, 4)
    .map(({ name, old }) => (old === undefined ? name : `${name} (${old.name}, ${old.district} cũ)`));
}
