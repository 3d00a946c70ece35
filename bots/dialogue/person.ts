/** Who gets it, where the reading took no name: before the address, inside it, or "Bà là bà Sâm". */
import { nfc } from "../../shared/domain/text.ts";

const KIN = "(?:bà|ông|cô|chú|bác|chị|anh|em|dì|cậu)";
const NAME = "(\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){0,4})";

/** "Ông Lương Văn Phúc, nhà văn hoá khu phố 3". */
const BEFORE = new RegExp(`^${KIN}\\s+${NAME}\\s*,`, "iu");
/** Without commas the name runs into the street: "Nguyen Ba Hoc so 3 Hang Dieu". */
const RUNS_ON =
  /^((?:\p{Lu}\p{Ll}*\s+){2,5})(?=(?:so|số|nha|nhà|ngo|ngõ|ngach|ngách|to|tổ|thon|thôn|xom|xóm|phong|phòng|khu)\s)/u;
const IS = new RegExp(
  `(?:^|[\\s,.])(?:${KIN}|mình|tôi|tui|cháu|con)\\s+(?:tên\\s+là|tên|là)\\s+(?:${KIN}\\s+)?${NAME}(?=\\s*(?:[,.\\d]|$))`,
  "u",
);
const GETS = new RegExp(`(?:^|[\\s,.])(?:gửi|giao|ship|cho)\\s+(?:(?:cho|${KIN})\\s+)*${NAME}\\s+nhận(?!\\p{L})`, "u");

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

export function personIn(address: string | null, words: string): string | undefined {
  const where = address ?? "";
  const said = lowerFirst(nfc(words));
  const found = BEFORE.exec(where) ?? RUNS_ON.exec(where) ?? IS.exec(said) ?? GETS.exec(said);
  return found?.[1]?.trim();
}

/** The address as read, without the person it began with. */
export const withoutPerson = (address: string | null, person: string | undefined): string | null =>
  address === null || person === undefined
    ? address
    : address.replace(new RegExp(`^(?:${KIN}\\s+)?${person}[\\s,]+`, "iu"), "");
