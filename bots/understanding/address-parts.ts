/** What opens an address, what ends a part of it, and place names inside it. */
import { type Span } from "./address.ts";
import { type Token } from "./normalise.ts";
import { isCommune, isDistrict, isProvince } from "./places.ts";

/** Words no address goes on with. */
const STOP =
  /^(?:nhe|nha|a|ah|nhen|nghen|nghe|hen|shop|sop|ad|admin|lay|dat|mua|goi|giao|ship|gui|sdt|ten|gap|lien|nhan|thi|de|giup|gium|ho|duoc|truoc|chieu|sang|trua|mai|hom|con|va|voi|vs|ma|vi|nen|cam|thanks|thank|please|pls|hang|don|chot|em|anh|chi|minh|toi|tui|bac|luon|roi|khong|ko|co|la|cho|nguoi|dien|lan|khi|neu|dt|phone|ngay|tien|my|i|and|for|to|with|by|number|call|name|o|tai|ve|nghe|nhung|do|ay|day|kia|nua|lam|xin|can|muon|gio|bao|het|tu|hay|hoac|the|vay)$/;
/** The same words as they are spelled: "dược" ends no address though "duoc" does. */
const STOP_SPELLED = new Set(
  "nhé nhá nhỉ ạ lấy đặt gọi gửi tên gặp liên nhận thì để giúp giùm hộ được trước chiều sáng trưa hôm còn và với mà vì nên cảm hàng đơn chốt chị mình tôi bác luôn rồi không có là người điện lần nếu ngày tiền ở tại về nhưng đó ấy đây nữa làm cần muốn giờ hết từ nghe báo hoặc thế vậy".split(
    " ",
  ),
);
export const stopsAddress = (token: Token | undefined): boolean =>
  token !== undefined && (token.marked ? STOP_SPELLED.has(token.word) : STOP.test(token.fold));
export const INSIDE_LOWER =
  /^(?:doi|dien|gan|canh|sau|dau|cuoi|ngo|cong|duong|so|nha|mat|trong|tren|cua|hang|goc|nga|ba|tu|benh|vien|truong|dai|hoc|cong|ty|khu|may|ky|tuc|xa|bo|cho|chan|cau|ben|buu|dien|trung|tam|thuong|mai|tieu|mam|non|thcs|thpt|th|hoc|van|hoa|dan|pho|phong|tang|toa|can|ho|don|nguyen|y|te|da|khoa|tinh|huyen|noi|ngoai|hotel|street|road|lane|tnhh|cp|so|quan|che|an|thon|to|sap|nhap|moi|cu|cong|an)$/;

const isSeparator = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "line" || (token.kind === "mark" && /^[,;()|[\]{}!?:"“”…•]$/.test(token.word));

/** A full stop that ends something, not "p." or "TP." and not "S2.05". */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== ".") return false;
  const before = tokens[at - 1];
  return !(before?.kind === "word" && before.fold.length <= 2 && /^(?:p|q|tp|tt|h|x|t|d|tx|s|f|kp)$/.test(before.fold));
}

/** A dash or slash with air around it parts fields; glued it belongs to a number. */
export const partsFields = (tokens: readonly Token[], at: number): boolean =>
  /^[-–—/]$/.test(tokens[at]?.word ?? "") && !(tokens[at]?.glued === true && tokens[at + 1]?.glued === true);

export const breaks = (tokens: readonly Token[], at: number): boolean =>
  isSeparator(tokens[at]) || endsSentence(tokens, at) || partsFields(tokens, at);

/** Place names of one to four words that start at `at`. */
export function placeAt(
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly weight: number } | null {
  for (let length = 4; length >= 1; length -= 1) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((word) => word.kind !== "word")) continue;
    const name = words.map((word) => word.fold).join(" ");
    if (length === 1 && name.length < 4 && !words[0]?.capital && !/^(?:hn|hcm|tphcm|sg)$/.test(name)) continue;
    if (isDistrict(name)) return { length, weight: 1 };
    if (isCommune(name) && (length > 1 || words[0]?.capital === true)) return { length, weight: 1 };
    if (isProvince(name)) return { length, weight: 0.5 };
  }
  return null;
}

/** Opens an address: what follows is where something goes. The value is the evidence. */
export const OPENERS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:^| )(?:dia chi|dc|d \/ (?:c|chi)|address|add)(?: (?:nhan|giao|hang|cua|moi|nha|em|minh|chi|anh|toi|la|o|tai|ve|giao hang|nhan hang|is))* ?:? $/,
    1.5,
  ],
  [
    /(?:^| )(?:ship|giao|gui|chuyen|mang|dem|tra|day)(?: (?:hang|don|giup|cho|het|ca|luon|gium|do))*(?: (?:em|minh|chi|anh|toi|me|bo|tui))? (?:ve|toi|den|ra|qua|tai|o|vao|xuong|len|sang|to|tan)(?: (?:nha|cho|dia chi|que|co quan|tan|cong ty|phong tro)(?: (?:em|minh|chi|anh|toi|me|o))*)* ?:? $/,
    1,
  ],
  [/(?:^| )(?:ship|giao|gui|nhan) $/, 0.5],
  [/(?:^| )(?:nhan|lay|nhan hang)(?: hang)? (?:tai|o) $/, 1],
  [/(?:^| )(?:deliver|send|ship|delivery|bring|deliver)(?: [a-z0-9]+){0,7} (?:to|at) (?:my |the )?$/, 1],
  [
    /(?:^| )(?:nha|em|minh|anh|chi|toi|tui|me|ba|ong|co|chu|bac|con|o|i live|im|i am|staying)(?: (?:em|minh|anh|chi|toi|tui|dang))*(?: (?:o|tai|ngay|gan|canh|doi dien|sau|at|in))+ $/,
    0.5,
  ],
  [/(?:^| )ra $/, 0.5],
  [/(?:^| )(?:ve|tai|den|o|toi|dang o|sang|thanh) $/, 0.25],
];

/** "12A Lý Thường Kiệt": a number goes on with a name of two words at least. */
export function streetNamed(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at];
  const from = letter?.glued === true && letter.fold.length === 1 ? at + 1 : at;
  const name = tokens.slice(from, from + 2);
  return name.length === 2 && name.every((token) => token.kind === "word" && token.capital);
}

/** "Muong Thanh hotel": English puts the kind of place after its name. */
export const englishPlace = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.capital === true &&
  [1, 2, 3].some(
    (more) =>
      tokens.slice(at, at + more).every((token) => token.kind === "word" && token.capital) &&
      /^(?:hotel|resort|hostel|homestay|house|inn|lodge|villa|guesthouse|farmstay|bungalow|ward|district|street|building|tower|commune|village)$/.test(
        tokens[at + more]?.fold ?? "",
      ),
  );

/** "gửi Vân Hồ 3, Hai Bà Trưng": a name, then a district behind the comma. */
export function beforePlace(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.capital !== true) return false;
  const comma = tokens.slice(at, at + 6).findIndex((token) => token.word === ",");
  return comma > 1 && placeAt(tokens, at + comma + 1) !== null;
}

/** Says where a place is by another: "đối diện", "gần". */
export const landmark = (tokens: readonly Token[], at: number): boolean =>
  /^(?:gần|gan|cạnh|canh|ngay|sau|đầu|cuối|cổng|chân|cuoi)$/.test(tokens[at]?.word ?? "") ||
  (tokens[at]?.fold === "doi" && tokens[at + 1]?.fold === "dien");

/** A province or a district alone is no address. */
export function onlyProvince(tokens: readonly Token[], span: Span): boolean {
  const name = tokens
    .slice(span.from, span.to)
    .filter((token) => token.kind === "word")
    .map((token) => token.fold)
    .join(" ")
    .replace(/^(?:tinh|thanh pho|tp) | (?:city|province)$/g, "");
  return isProvince(name) || isDistrict(name) || /^(?:q|quan)$/.test(name);
}

/** Without words of talk and marks at its ends. */
export function trimmed(tokens: readonly Token[], span: Span): Span {
  let { from, to } = span;
  while (
    to > from &&
    (tokens[to - 1]?.kind === "mark" || stopsAddress(tokens[to - 1])) &&
    tokens[to - 1]?.capital !== true
  )
    to -= 1;
  while (
    from < to &&
    (tokens[from]?.kind === "mark" ||
      (/^(?:nha|cho|la|o|tai|ve)$/.test(tokens[from]?.fold ?? "") &&
        !/^(?:hang|nghi|van|tho|thuoc|may|nuoc|khach|san|tro|xe)$/.test(tokens[from + 1]?.fold ?? ""))) &&
    tokens[from]?.word !== "chợ"
  )
    from += 1;
  return { from, to };
}
