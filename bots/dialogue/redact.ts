/**
 * What a customer wrote, fit to leave the house: whatever says who they are, where they live or how to reach them is a
 * mark. Better a mark too many than one too few: a model needs the goods, not the person.
 */
import { CODE_ALPHABET, CODE_LENGTH } from "../../shared/domain/ids.ts";
import { type Lexicon } from "../understanding/lexicon.ts";
import { readMessage } from "../understanding/read-message.ts";
import { type Contact } from "./state.ts";

export type Known = { readonly contact: Contact; readonly profileName?: string };

/** Characters that leave at most. */
export const MOST_WORDS = 500;

const EMAIL =
  /[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\p{N}-]+(?:\s*(?:\.|\(dot\)|\[dot\])\s*[\p{L}]{2,})+/giu;
const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|vn|info|io|me|shop|xyz|ly)\b\S*/giu;
const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{3,}/gu;

/** Seven digits or more with anything but letters between them, O for zero too: a phone, an account, an identity card. */
const LONG_NUMBER = /\+?(?:[\doOＯ](?:[^\p{L}\p{N}\n]{0,3})){7,}/gu;
const DIGIT_WORD =
  "(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|zero|one|two|three|four|five|six|seven|eight|nine|\\d)";
const SPOKEN_NUMBER = new RegExp(`(?<!\\p{L})${DIGIT_WORD}(?:[\\s,.-]+${DIGIT_WORD}){6,}(?!\\p{L})`, "giu");
/** An order code or an invitation: letters and digits mixed. */
const CODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])(?:[${CODE_ALPHABET}][\\s-]?){${CODE_LENGTH - 1}}[${CODE_ALPHABET}](?![\\p{L}\\p{N}])`,
  "giu",
);
const ID = /\b(?:ord|cus|led|prd|cmt|inv|par|cnv)_[\w-]{6,}/gi;

const CAPITAL = "\\p{Lu}[\\p{L}']*";
const SURNAMES =
  "Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ngô|Ngo|Dương|Duong|Lý|Ly|Nông|Nong|Bế|Be|Triệu|Trieu|Đàm|Dam|Lục|Luc|Mã|Ma|Chu|Hà|Ha|Đinh|Dinh|Trịnh|Trinh|Đào|Dao|Lương|Luong|Mai|Tô|To|Vương|Vuong|La|Sầm|Sam";
const FULL_NAME = new RegExp(`(?<!\\p{L})(?:${SURNAMES})(?:\\s+${CAPITAL}){1,4}`, "gu");
/** "chị Hoa", "tên là Hoa": who is spoken to, or of. */
const TITLES =
  "anh|chị|chi|cô|chú|chu|bác|bac|ông|ong|bà|em|bạn|mr|mrs|ms|tên|ten|tên là|ten la|name is|người nhận|nguoi nhan";
const eitherCase = (words: string): string =>
  words.replaceAll(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`);
const TITLED_NAME = new RegExp(
  `(?<=(?<!\\p{L})(?:${eitherCase(TITLES)})\\s*[:.]?\\s+)${CAPITAL}(?:\\s+${CAPITAL}){0,4}`,
  "gu",
);
/** A house, a street, a commune: the word and what it names, to the end of the clause. "đường phên" is sugar. */
const PLACE =
  /(?<!\p{L})(?:[Ss]ố nhà|[Ss]o nha|(?:[Ss]ố|[Ss]o|[Tt]ổ|[Tt]o|[Nn]go|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]hu)(?=\s*\d)|(?:[Đđ]ường|[Pp]hố|[Dd]uong|[Bb]ản|[Tt][Pp]\.?|[Pp]\.|[Xx]ã|[Ấấ]p)(?=\s*[\p{Lu}\d])|[Xx]óm|[Tt]hôn|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hành phố|[Xx]om|[Tt]hon|[Pp]huong|[Tt]hi tran|[Hh]uyen|[Ss]treet|[Rr]oad|[Ww]ard|[Dd]istrict|[Đđ]ịa chỉ|[Dd]ia chi|[Aa]ddress)(?!\p{L})[^,;.!?\n]{0,60}/gu;

const escaped = (words: string): RegExp => new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");

/** One normal form without what can't be seen: digits in disguise become digits. */
const plain = (words: string): string =>
  words
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\u{FE0F}\u{20E3}]/gu, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Spans that our own reader takes for the person. */
function read(words: string, lexicon: Lexicon): readonly (readonly [string | null, string])[] {
  const { address, name, invalidPhone } = readMessage(words, lexicon);
  return [
    [address, "[ADDRESS]"],
    [invalidPhone, "[PHONE]"],
    [name, "[NAME]"],
  ];
}

function known({ contact, profileName }: Known): readonly (readonly [string | null, string])[] {
  return [
    [contact.address ?? null, "[ADDRESS]"],
    [contact.phone ?? null, "[PHONE]"],
    [contact.name ?? null, "[NAME]"],
    [profileName ?? null, "[NAME]"],
  ];
}

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [EMAIL, "[EMAIL]"],
  [LINK, "[LINK]"],
  [HANDLE, "[HANDLE]"],
  [ID, "[CODE]"],
  [LONG_NUMBER, "[NUMBER] "],
  [SPOKEN_NUMBER, "[NUMBER]"],
  [CODE, "[CODE]"],
  [PLACE, "[ADDRESS]"],
  [FULL_NAME, "[NAME]"],
  [TITLED_NAME, "[NAME]"],
];

/** At most MOST_WORDS characters; linear in the length of what was written. */
export function redact(words: string, lexicon: Lexicon, person: Known): string {
  // Twice as much as leaves: a cut must not leave half a phone unseen.
  let left = Array.from(plain(words))
    .slice(0, MOST_WORDS * 2)
    .join("");
  for (const [said, mark] of [...known(person), ...read(left, lexicon)])
    if (said !== null && said.trim().length > 1) left = left.replaceAll(escaped(plain(said)), mark);
  for (const [pattern, mark] of PATTERNS) left = left.replaceAll(pattern, mark);
  return Array.from(left.trim()).slice(0, MOST_WORDS).join("");
}
