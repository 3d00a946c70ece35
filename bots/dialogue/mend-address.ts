/** One address told in pieces: a wider place said after the street joins it, a mended part takes the old one's place. */
import { fold } from "../../shared/domain/text.ts";

/** Letters as typed and as folded lie at the same places, since texts are in NFC. */
const COMMUNE = /(?:^|[ ,])(?:phuong |xa |thi tran |(?:p|x|tt)(?:\.| ) ?)[^,]+/;
export const WIDE =
  /^(?:phuong|xa|thi tran|p\.|x\.|tt\.|huyen|quan|thi xa|thanh pho|tp|tinh|h\.|q\.|cao bang|ha noi|sai gon|tphcm)/;
/** Over folded words: the message takes something back. */
export const MENDS = / (?:nham|sai|lon|doi|sua|moi|dung|thieu|wrong|sorry|change|correct) /;

const NUMBERED = /(?:^|[ ,])((?:so nha|so|to|ngo|ngach|hem|khu|xom|ap|tang|phong|thon|doi|can|lo) )(\d[\w/-]*)/;

/** `mends`: the message takes something back. */
export function joinAddress(before: string | undefined, said: string, mends: boolean): string {
  if (before === undefined) return said;
  const [old, now] = [fold(before), fold(said)];
  if (old.includes(now)) return before;
  if (now.includes(old)) return said;
  const mended = mendAddress(before, said);
  if (mended !== undefined && now.split(/[\s,]+/).length <= 5) return mended;
  return WIDE.test(now) && !mends && !(COMMUNE.test(old) && COMMUNE.test(now)) ? `${before}, ${said}` : said;
}

const HAMLET =
  /^(?:làng|buôn|bon|plei|sóc|phum|xóm|thôn|bản|ấp|khu|tổ|phòng|tầng|toà|tòa|số|căn|lô|room|floor|apartment|apt)(?!\p{L})/iu;

/** The span that was read, with the hamlet or room said right before it, and without "chứ không phải …" after it. */
export function wholeAddress(words: string, read: string): string {
  const meant = read.replace(/\s*(?:chứ|chu|mà|ma)?\s*(?:không|ko|khong|k|hông) (?:phải|phai) .*$/iu, "");
  const part = /([^,;\n]+)[,;]\s*$/.exec(words.slice(0, Math.max(0, words.indexOf(read))))?.[1]?.trim() ?? "";
  return HAMLET.test(part) && part.length <= 40 && !/\d{6}/.test(part) ? `${part}, ${meant}` : meant;
}

/** "nhầm, tổ 5": the number of that kind changes, the rest stays; undefined where nothing fits. */
export function mendAddress(before: string, said: string): string | undefined {
  const [old, now] = [fold(before), fold(said)];
  const part = NUMBERED.exec(now);
  const was = part && new RegExp(`(?:^|[ ,])${part[1] ?? ""}(\\d[\\w/-]*)`).exec(old);
  if (part && was) {
    const end = was.index + was[0].length;
    return before.slice(0, end - (was[1] ?? "").length) + (part[2] ?? "") + before.slice(end);
  }
  const house = /^(?:\S+ ){0,3}so(?: nha)?(?: la| dung la)? (\d[\w/-]*)/.exec(now)?.[1];
  if (house !== undefined && /^\d/.test(before)) return before.replace(/^\d[\w/-]*/, house);
  const street = /(?:^|\s)(\d[\w/-]*) ([a-z]+ [a-z]+)/.exec(now);
  const same = street && new RegExp(`(^|[ ,])\\d[\\w/-]*(?= ${street[2] ?? ""})`).exec(old);
  if (street && same) {
    const from = same.index + (same[1] ?? "").length;
    return before.slice(0, from) + (street[1] ?? "") + before.slice(same.index + same[0].length);
  }
  const commune = COMMUNE.exec(now);
  const had = COMMUNE.exec(old);
  if (!commune || !had || commune.index > 2) return undefined;
  const name = said.slice(commune.index, commune.index + commune[0].length).trim();
  const lead = /^[ ,]/.test(had[0]) ? had[0].slice(0, 1) : "";
  return `${before.slice(0, had.index)}${lead}${name}${before.slice(had.index + had[0].length)}`;
}
