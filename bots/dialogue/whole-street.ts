/** Streets and offices as people say them, without capitals or behind "cơ quan": kept whole, or the parcel does not arrive. */
import { fold, nfc } from "../../shared/domain/text.ts";

const WIDER =
  "phường|phuong|xã|xa|thị trấn|thi tran|quận|quan|huyện|huyen|thành phố|tp|tỉnh|tinh|p\\.|cao bằng|cao bang|hà nội|ha noi";
const AFTER = "nhé|nhe|nha|ạ|em|shop|giúp|cho|sđt|sdt|số điện thoại|tên|ten|liên hệ";

/** "số tám phố vườn cam": up to a wider place or the end of the thought. */
const STREET = new RegExp(
  `(?<!\\p{L})(?:số|so)\\s+(?:nhà\\s+)?[\\p{L}\\d/-]+\\s+(?:phố|đường|pho|duong)\\s+\\p{L}+(?:\\s+(?!(?:${WIDER}|${AFTER})(?!\\p{L}))\\p{L}+){0,3}(?=[\\s,]+(?:${WIDER})(?!\\p{L})|\\s+(?:${AFTER})(?!\\p{L})|\\s*[,.;\\n]|\\s*$)`,
  "iu",
);
const WIDE_TAIL = new RegExp(`^[\\s,]+((?:${WIDER})(?!\\p{L})[^,;\\n\\d]*(?:,[^,;\\n\\d]+)*)`, "iu");
const END = new RegExp(`\\s+(?:${AFTER})(?:\\s.*)?$`, "iu");

/** The address as read, with the street before or around it that the words hold. */
export function withStreet(words: string, read: string): string {
  const typed = nfc(words);
  const found = STREET.exec(typed);
  const street = found?.[0].trim();
  if (found === null || street === undefined || fold(read).includes(fold(street))) return read;
  const tail = WIDE_TAIL.exec(typed.slice(found.index + found[0].length))?.[1]
    ?.replace(END, "")
    .trim();
  const inside = fold(street).startsWith(fold(read));
  const rest = inside || tail !== undefined ? (tail ?? "") : read;
  return rest === "" ? street : `${street}, ${rest}`;
}

const OFFICE =
  /^(?:chi cục|cục|sở|phòng|ban|ubnd|uỷ ban|ủy ban|trường|bệnh viện|trung tâm|công ty|cty|toà|tòa|kho bạc|ngân hàng|chi nhánh|văn phòng|đồn|trạm|khách sạn|viện|hội|đảng uỷ|tỉnh đoàn|thành uỷ)\s+\p{L}/iu;

/** "Chi cục Thuế" in the part right before the house. */
export const isOffice = (part: string): boolean => OFFICE.test(part) && part.length <= 60 && !/\d{6}/.test(part);

const VAGUE = /^(?:cơ quan|co quan|chỗ làm|nhà|công ty)(?:\s+(?:cơ|co|em|mình|anh|chị|nhé))?$/iu;

/** "cơ quan cơ, Chi cục Thuế, 18 Kim Đồng nhé": what follows says which; undefined where nothing does. */
export function saidInstead(words: string, read: string): string | undefined {
  const typed = nfc(words);
  const at = typed.indexOf(read);
  if (!VAGUE.test(read.trim()) || at < 0) return undefined;
  const next = typed.slice(at + read.length).replace(/^[\s,:]+/u, "");
  const said = next.replace(END, "").replace(/[\s.!]+$/u, "");
  return isOffice(said) || /^\d/.test(said) ? said : undefined;
}
