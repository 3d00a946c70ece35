/** The recipient's name: after "tên là" or an honorific, or standing beside a phone or an address. */
import { fold } from "../../shared/domain/text.ts";
import { type Span } from "./address.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { isPlaceName, isProvince } from "./places.ts";

const HONORIFIC =
  /^(?:anh|chi|em|con|co|chu|bac|ong|ba|di|cau|mo|thim|me|bo|chau|be|thay|mr|ms|mrs|miss|duong|cu|gi|mu|o|a|c)$/;
const SURNAME =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|nong|be|trieu|luc|ma|sung|vang|giang|hau|la|dam|vi|luong|chu|dinh|dao|mai|trinh|truong|cao|luu|ta|thach|quach|lo|ha|tong|kieu|to|than|phung|hua|mong|lenh|long|ban|tan|thao|hung|ly|lam|ton|doan|tang|chau|quan|mac)$/;
const SURNAME_SPELLED =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|nông|bế|triệu|lục|đàm|hứa|mã|sùng|vàng|lầu|trịnh|trương|đinh|đào|lưu|tạ|hà|tống|kiều|tô|thân|phùng|mông|lãnh|tăng|lương|đoàn|lâm|tôn|thạch|quách|lò|thào)$/;
/** Bare words of talk that are given names too where they are typed with a capital in a field of their own. */
const GIVEN =
  /^(?:minh|dung|thanh|bao|my|tin|dat|sang|toan|the|huy|hanh|chinh|thu|mai|lai|nam|nga|dong|tien|thong|binh|vui|hang|gia|don|vien|nhat|kia|sinh|thoi|duong|phuong|kim|lien|quan)$/;
const HONORIFIC_SPELLED = /^(?:chị|cô|chú|bác|ông|bà|dì|cậu|mợ|thím|mẹ|bố|cháu|bé|thầy|giáo|dượng|cụ|mế|mệ)$/;
/** "Ánh" is a name though "anh" is not. */
const isHonorific = (token: Token | undefined): boolean =>
  token !== undefined && (token.marked ? HONORIFIC_SPELLED.test(token.word) : HONORIFIC.test(token.fold));
/** Capitals that begin a sentence, a place or a remark, not a name. */
const NOT_NAME =
  /^(?:call|tel|contact|deliver|send|is|at|to|shop|ship|cho|lay|dat|mua|giao|gui|nhan|so|sdt|dia|ten|nguoi|minh|toi|tui|xa|phuong|huyen|xom|thon|ban|to|khu|ngo|duong|pho|quan|tp|thanh|tinh|hang|don|nha|va|voi|la|o|tai|ve|them|bo|chot|ok|dung|khong|co|nhe|nha|a|shop|ad|admin|email|zalo|cod|ck|tien|gia|hoi|xin|chao|hello|hi|can|muon|the|thoi|huy|sang|chieu|mai|hom|the|my|phone|number|address|please|thank|thanks|yes|no|order|dt|dien|thoai|lien|he|goi|gap|nho|de|bao|con|nay|kia|day|i|it|gio|hanh|chinh|het|tong|bot|bat|chu|nhat|thu|tet|giup|ho|qua|lai|vao|ra|duoc|roi|nua|thong|tin|sai|nham|sua|doi|moi|cu|vang|da|uh|u|alo|anh|chi|em|bac|chuyen|khoan|thanh|toan|tra|cua|ben|trong|ngoai|truoc|sau|vien|sinh)$/;

/** The same words with the accents of talk: "Ánh", "Huyền", "Thành" are names. */
const TALK_SPELLED =
  /^(?:nhé|nha|nhá|thành|sang|thì|nên|em|anh|cô|chú|đó|đấy|ấy|giùm|luôn|cho|mai|trưa|tối|ngày|ra|xuống|lên|đi|lấy|đặt|gửi|nhận|số|địa|tên|người|mình|tôi|xã|phường|huyện|xóm|thôn|bản|tổ|ngõ|đường|phố|quận|tỉnh|hàng|đơn|nhà|và|với|là|ở|tại|về|thêm|bỏ|chốt|đúng|không|có|nhé|nhà|ạ|tiền|giá|hỏi|xin|chào|cần|muốn|thế|thôi|hủy|huỷ|sáng|chiều|hôm|điện|thoại|liên|hệ|gọi|gặp|nhớ|để|báo|còn|này|đây|giờ|hành|chính|hết|tổng|bớt|bắt|chủ|thứ|tết|giúp|hộ|lại|vào|được|rồi|nữa|thông|nhầm|sửa|đổi|mới|cũ|vâng|dạ|ừ|chị|bác|chuyển|khoản|toán|trả|của|bên|trước|viện|viên)$/;
/** A word no name begins with. */
const isTalk = (token: Token): boolean =>
  NOT_NAME.test(token.fold) &&
  !(token.capital && (token.marked ? !TALK_SPELLED.test(token.word) : GIVEN.test(token.fold)));

const LABEL =
  /(?:^| )(?:ten(?: (?:em|minh|anh|chi|toi|tui|nguoi nhan|la|nhan|khach|cua|e|con))*|ho ten|ho va ten|nguoi nhan(?: hang)?|ng nhan|nhan hang|ghi ten|khach hang|my name is|my names|name|name is|i am|this is|recipient|ten day du|de ten)(?: la| thanh| sang)? ?[:=-]? $/;
/** "mình là Hà": only a capital tells a name from "mình là khách quen". */
const SELF = /(?:^| )(?:minh|em|anh|chi|toi|tui|e|con|chau|day|bac|co|i) (?:la|ten|am) $|(?:^| )(?:its|im|i m|it s) $/;
const TOWARDS =
  /(?:^| )(?:gui|giao|ship|dua|lien he|gap|goi|keu|nho|nhan tin|inbox|alo|kiem|tra|lh|chuyen|nhan boi|nhan la|deliver to|send to)(?: (?:cho|toi|den|ve|hang|con|gai|trai|nha|biet|gap|truc tiep|nguoi ta|ten|ban|nguoi yeu|me|bo|vo|chong|em|minh|chi|anh|ho|giup))* (?:cho |gap |,)?$/;

/** "hỏi chị Xuân": whom to ask for, right before the honorific. */
const ASK_FOR = /(?:^| )(?:hoi|ask for|kiem) $/;
/** "Con Páo ở bản …", "chị Lan đây": saying who one is. */
const TAKES = /^(?:lay|mua|dat|order|can|muon|cho|them|hoi|noi|bao|ban|gui|co|va|voi)$/;

/** "kêu Tí": a bare name too. */
const CALLED = /(?:^| )(?:keu|gap|lien he|lh|alo) $/;

type Found = Span & { readonly score: number };

const wordsBefore = (tokens: readonly Token[], at: number): string => {
  let from = at;
  while (from > Math.max(0, at - 7) && tokens[from - 1]?.kind !== "line") from -= 1;
  return tokens
    .slice(from, at)
    .map((token) => `${token.fold} `)
    .join("");
};

/** All capitals of three letters and more is an office, not a name: "UBND". */
const isAcronym = (text: Normalised, token: Token): boolean => {
  const typed = text.raw.slice(token.start, token.end);
  return typed.length >= 3 && typed === typed.toUpperCase() && /^[A-ZĐ]+$/.test(typed);
};

/** Titles of two words: "đồng chí", "vợ chồng", "thầy giáo". */
const titleAt = (tokens: readonly Token[], at: number): number =>
  /^(?:dong chi|vo chong|gia dinh|thay giao|co giao|bac si)$/.test(
    `${tokens[at]?.fold ?? ""} ${tokens[at + 1]?.fold ?? ""}`,
  )
    ? 2
    : 0;

/** One to five name words from `at`; `loose` = small letters may be names too. */
function nameFrom(
  text: Normalised,
  at: number,
  taken: (at: number) => boolean,
  loose: boolean,
  labelled = false,
): Span | null {
  const { tokens } = text;
  let from = at + titleAt(tokens, at);
  while (
    isHonorific(tokens[from]) &&
    tokens[from + 1]?.kind === "word" &&
    from - at < 3 &&
    !fullName(tokens, from, taken)
  )
    from += 1;
  let to = from;
  while (to < tokens.length && to - from < 5) {
    const token = tokens[to];
    if (token?.kind !== "word" || taken(to)) break;
    if (!(token.capital || loose) || (isAcronym(text, token) && !text.shouting)) break;
    const certain =
      token.capital &&
      (to > from
        ? !/^(?:shop|sdt|dia|xa|xom|thon)$/.test(token.fold) || (text.accented && !token.marked && token.fold === "xa")
        : labelled || from > at || fullName(tokens, from, taken));
    // "hồng" typed bare was spelled out as không: what was typed counts.
    const typed = fold(text.raw.slice(token.start, token.end));
    const spelled =
      loose &&
      (token.marked ? !TALK_SPELLED.test(token.word) : typed !== token.fold && to > from && !NOT_NAME.test(typed));
    if (isTalk(token) && !certain && !spelled && !(labelled && to === from && isBreak(tokens[to + 1]))) break;
    to += 1;
    // "Nguyễn V. Anh"
    if (token.fold.length === 1 && tokens[to]?.word === "." && tokens[to + 1]?.capital === true) to += 1;
  }
  if (to === from || (to - from === 1 && (tokens[from]?.fold.length ?? 0) < 2)) return null;
  const said = tokens
    .slice(from, to)
    .map((token) => token.fold)
    .join(" ");
  // "Vinh" is a town and a person; "Cao Bằng" is nobody.
  const place = isProvince(said) || (isPlaceName(said) && !SURNAME.test(tokens[from]?.fold ?? ""));
  return from === at && place && to - from > 1 ? null : { from, to };
}

/** A surname and one to four more words, each a syllable with a capital or all without. */
function fullName(tokens: readonly Token[], at: number, taken: (at: number) => boolean): boolean {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first?.kind !== "word" || !SURNAME.test(first.fold)) return false;
  // "đang trên xe" is no Đặng: in small letters the accents must be the surname's.
  if (!first.capital && first.marked && !SURNAME_SPELLED.test(first.word)) return false;
  return second?.kind === "word" && !taken(at + 1) && second.capital === first.capital && !NOT_NAME.test(second.fold);
}

const isBreak = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "line" || token.kind === "mark" || token.kind === "picture";

/** A field of its own between commas, lines, a phone or an address. */
function ownField(text: Normalised, span: Span, edges: (at: number) => boolean, start: number): boolean {
  const left = start === 0 || isBreak(text.tokens[start - 1]) || edges(start - 1);
  const after = text.tokens[span.to];
  const right = isBreak(after) || edges(span.to) || /^(?:nhe|nha|a|nhen|nghen|nhan|xom|thon)$/.test(after?.fold ?? "");
  return left && right;
}

/** `slots` = phone or address tokens; `goods` = products and amounts. */
export function findName(text: Normalised, slots: readonly Span[], goods: (at: number) => boolean): Span | null {
  const { tokens } = text;
  const inSlot = (at: number) => slots.some((span) => at >= span.from && at < span.to);
  const taken = (at: number) => inSlot(at) || goods(at);
  const cased = tokens.some((token, at) => token.capital && !taken(at));
  let best: Found | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "word" || taken(at)) continue;
    const found = nameAt(text, at, { taken, inSlot, cased, contact: slots.length > 0 });
    if (found !== null && (best === null || found.score > best.score)) best = found;
  }
  return best;
}

type Place = { taken: (at: number) => boolean; inSlot: (at: number) => boolean; cased: boolean; contact: boolean };

function nameAt(text: Normalised, at: number, place: Place): Found | null {
  const { tokens } = text;
  const before = wordsBefore(tokens, at);
  if (
    LABEL.test(before) &&
    !/^(?:is|la|nguoi|em|minh|cua|nhan|:)$/.test(tokens[at]?.capital === true ? "" : (tokens[at]?.fold ?? ""))
  ) {
    const loose = tokens[at]?.capital !== true && !isHonorific(tokens[at]);
    const span = nameFrom(
      text,
      at,
      place.taken,
      loose || tokens[at]?.capital !== true,
      tokens[at]?.capital === true || isBreak(tokens[at + 1]),
    );
    return span === null ? null : { ...span, score: 5 };
  }
  return besideContact(text, at, place, before);
}

/** Without a label: after "em là", or a field beside the phone or the address. */
function besideContact(text: Normalised, at: number, place: Place, before: string): Found | null {
  const { tokens } = text;
  const span = nameFrom(text, at, place.taken, false);
  if (span !== null && SELF.test(before) && !/(?:so|thoai) (?:\p{L}+ )?la $/u.test(before))
    return { ...span, score: 4 };
  if (!place.contact) return null;
  const lower = !place.cased || tokens[at]?.capital !== true;
  const plain = span ?? (lower && fullName(tokens, at, place.taken) ? nameFrom(text, at, place.taken, true) : null);
  if (plain === null) return honorificName(text, at, place);
  const honorific = plain.from > at || isHonorific(tokens[at - 1]);
  const start = honorific && plain.from === at ? at - 1 : at;
  const towards = TOWARDS.test(wordsBefore(tokens, start)) || (honorific && ASK_FOR.test(wordsBefore(tokens, start)));
  const field = ownField(text, plain, place.inSlot, start);
  const beside = place.inSlot(plain.to) || place.inSlot(start - 1) || nearPhoneLabel(tokens, plain.to);
  const closes = isBreak(tokens[plain.to]) || /^(?:nhe|nha|a)$/.test(tokens[plain.to]?.fold ?? "");
  const called = CALLED.test(wordsBefore(tokens, start)) && tokens[plain.from]?.capital === true;
  if (towards && (called || honorific || field || beside || closes || fullName(tokens, plain.from, place.taken)))
    return { ...plain, score: 3.5 };
  // "đặt hộ cô giáo Thu", "Hoàng Thị Én đặt 2 gói": for whom, and who.
  const behalf =
    honorific && tokens[plain.from]?.capital === true && / (?:ho|giup|gium|dum) $/.test(wordsBefore(tokens, start));
  const opens =
    isBreak(tokens[start - 1]) &&
    plain.to - plain.from > 1 &&
    tokens[plain.from]?.capital === true &&
    fullName(tokens, plain.from, place.taken);
  if (!field && (behalf || (opens && /^(?:dat|lay|mua|can|order)$/.test(tokens[plain.to]?.fold ?? ""))))
    return { ...plain, score: 1.4 };
  if (field)
    return {
      ...plain,
      score: 2 + (honorific ? 0.5 : 0) + (fullName(tokens, plain.from, place.taken) ? 0.7 : 0) + (beside ? 0.5 : 0),
    };
  if (
    honorific &&
    tokens[plain.from]?.capital === true &&
    (phoneFollows(tokens, plain.to, place) || introduced(tokens, start, plain.to))
  )
    return { ...plain, score: 1.8 };
  const closed = isBreak(tokens[plain.to]) && honorific && fullName(tokens, plain.from, place.taken);
  return closed || (beside && (honorific || place.inSlot(plain.to)))
    ? { ...plain, score: 1.5 + (honorific ? 0.5 : 0) }
    : null;
}

/** "a Dung", "cô sáu": one small word after an honorific counts only as a field beside the phone. */
function honorificName(text: Normalised, at: number, place: Place): Found | null {
  const { tokens } = text;
  if (!isHonorific(tokens[at]) || place.taken(at + 1) || tokens[at + 1]?.kind !== "word") return null;
  if (NOT_NAME.test(tokens[at + 1]?.fold ?? "")) return null;
  const one = { from: at + 1, to: at + 2 };
  const beside = place.inSlot(at - 1) || place.inSlot(one.to);
  return beside && ownField(text, one, place.inSlot, at) ? { ...one, score: 1.2 } : null;
}

/** "anh Tuấn lái xe 0912…": a few words at most before the number. */
const phoneFollows = (tokens: readonly Token[], at: number, place: Place): boolean => {
  for (let here = at; here < at + 5; here += 1) {
    if (place.inSlot(here)) return tokens[here]?.kind === "number";
    if (tokens[here]?.kind !== "word" || place.taken(here) || /^(?:lay|mua|dat|va|voi)$/.test(tokens[here]?.fold ?? ""))
      return false;
  }
  return false;
};

const introduced = (tokens: readonly Token[], start: number, to: number): boolean =>
  isBreak(tokens[start - 1]) && tokens[to]?.kind === "word" && !TAKES.test(tokens[to].fold);

const nearPhoneLabel = (tokens: readonly Token[], at: number): boolean => {
  const words = tokens.slice(at, at + 4).map((token) => token.fold);
  return /^(?:, )?(?:so|sdt|dt|dien|phone|o)\b/.test(words.join(" "));
};
