/** Which words may be a person's name, and how far a name goes from a given word. */
import { fold } from "../../shared/domain/text.ts";
import { type Span } from "./address.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { isPlaceName, isProvince } from "./places.ts";

const HONORIFIC =
  /^(?:anh|chi|em|con|co|chu|bac|ong|ba|di|cau|mo|thim|me|bo|chau|be|thay|mr|ms|mrs|miss|dr|duong|cu|gi|mu|o|a|c)$/;
const SURNAME =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|nong|be|trieu|luc|ma|sung|vang|giang|hau|la|dam|vi|luong|chu|dinh|dao|mai|trinh|truong|cao|luu|ta|thach|quach|lo|ha|tong|kieu|to|than|phung|hua|mong|lenh|long|ban|tan|thao|hung|ly|lam|ton|doan|tang|chau|quan|mac)$/;
const SURNAME_SPELLED =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|nông|bế|triệu|lục|đàm|hứa|mã|sùng|vàng|lầu|trịnh|trương|đinh|đào|lưu|tạ|hà|tống|kiều|tô|thân|phùng|mông|lãnh|tăng|lương|đoàn|lâm|tôn|thạch|quách|lò|thào)$/;
/** Bare words of talk that are given names too where they are typed with a capital in a field of their own. */
const GIVEN =
  /^(?:minh|dung|thanh|bao|my|tin|dat|sang|toan|the|huy|hanh|chinh|thu|mai|lai|nam|nga|dong|tien|thong|binh|vui|hang|gia|don|vien|nhat|kia|sinh|thoi|duong|phuong|kim|lien|quan)$/;
const HONORIFIC_SPELLED = /^(?:chị|cô|chú|bác|ông|bà|dì|cậu|mợ|thím|mẹ|bố|cháu|bé|thầy|giáo|dượng|cụ|mế|mệ)$/;
/** "Ánh" is a name though "anh" is not. */
export const isHonorific = (token: Token | undefined): boolean =>
  token !== undefined && (token.marked ? HONORIFIC_SPELLED.test(token.word) : HONORIFIC.test(token.fold));
/** Capitals that begin a sentence, a place or a remark, not a name. */
export const NOT_NAME =
  /^(?:call|tel|contact|deliver|send|is|at|to|shop|ship|cho|lay|dat|mua|giao|gui|nhan|so|sdt|dia|ten|nguoi|minh|toi|tui|xa|phuong|huyen|xom|thon|ban|to|khu|ngo|duong|pho|quan|tp|thanh|tinh|hang|don|nha|va|voi|la|o|tai|ve|them|bo|chot|ok|dung|khong|co|nhe|nha|a|shop|ad|admin|email|zalo|cod|ck|tien|gia|hoi|xin|chao|hello|hi|can|muon|the|thoi|huy|sang|chieu|mai|hom|the|my|phone|number|address|please|thank|thanks|yes|no|order|dt|dien|thoai|lien|he|goi|gap|nho|de|bao|con|nay|kia|day|i|it|gio|hanh|chinh|het|tong|bot|bat|chu|nhat|thu|tet|giup|ho|qua|lai|vao|ra|duoc|roi|nua|thong|tin|sai|nham|sua|doi|moi|cu|vang|da|uh|u|alo|anh|chi|em|bac|chuyen|khoan|thanh|toan|tra|cua|ben|trong|ngoai|truoc|sau|vien|sinh)$/;

/** The same words with the accents of talk: "Ánh", "Huyền", "Thành" are names. */
const TALK_SPELLED =
  /^(?:nhé|nha|nhá|thành|sang|thì|nên|em|anh|cô|chú|đó|đấy|ấy|giùm|luôn|cho|mai|trưa|tối|ngày|ra|xuống|lên|đi|lấy|đặt|gửi|nhận|số|địa|tên|người|mình|tôi|xã|phường|huyện|xóm|thôn|bản|tổ|ngõ|đường|phố|quận|tỉnh|hàng|đơn|nhà|và|với|là|ở|tại|về|thêm|bỏ|chốt|đúng|không|có|nhé|nhà|ạ|tiền|giá|hỏi|xin|chào|cần|muốn|thế|thôi|hủy|huỷ|sáng|chiều|hôm|điện|thoại|liên|hệ|gọi|gặp|nhớ|để|báo|còn|này|đây|giờ|hành|chính|hết|tổng|bớt|bắt|chủ|thứ|tết|giúp|hộ|lại|vào|được|rồi|nữa|thông|nhầm|sửa|đổi|mới|cũ|vâng|dạ|ừ|chị|bác|chuyển|khoản|toán|trả|của|bên|trước|viện|viên)$/;
/** A word no name begins with. */
const isTalk = (token: Token): boolean =>
  NOT_NAME.test(token.fold) &&
  !(token.capital && (token.marked ? !TALK_SPELLED.test(token.word) : GIVEN.test(token.fold)));

export const isBreak = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "line" || token.kind === "mark" || token.kind === "picture";

/** All capitals of three letters and more is an office, not a name: "UBND". */
const isAcronym = (text: Normalised, token: Token): boolean => {
  const typed = text.raw.slice(token.start, token.end);
  return typed.length >= 3 && typed === typed.toUpperCase() && /^[A-ZĐ]+$/.test(typed);
};

/** Written short, with a full stop: "Mrs. Ann". */
const TITLE = /^(?:mr|mrs|ms|dr)$/;

/** Titles of two words: "đồng chí", "vợ chồng", "thầy giáo". */
const titleAt = (tokens: readonly Token[], at: number): number =>
  /^(?:dong chi|vo chong|gia dinh|thay giao|co giao|bac si)$/.test(
    `${tokens[at]?.fold ?? ""} ${tokens[at + 1]?.fold ?? ""}`,
  )
    ? 2
    : 0;

/** Words of talk by their letters alone: "phương" is no phường, and "hong", spelled out as không, may be Hồng. */
function spelledAsName(text: Normalised, token: Token, later: boolean): boolean {
  if (token.marked) return !TALK_SPELLED.test(token.word);
  const typed = fold(text.raw.slice(token.start, token.end));
  return later && typed !== token.fold && !NOT_NAME.test(typed);
}

/** One to five name words from `at`; `loose` = small letters may be names too. */
export function nameFrom(
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
    (tokens[from + 1]?.kind === "word" || (TITLE.test(tokens[from]?.fold ?? "") && tokens[from + 1]?.word === ".")) &&
    from - at < 3 &&
    !fullName(tokens, from, taken)
  )
    from += tokens[from + 1]?.word === "." ? 2 : 1;
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
    const spelled = loose && spelledAsName(text, token, to > from);
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
export function fullName(tokens: readonly Token[], at: number, taken: (at: number) => boolean): boolean {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first?.kind !== "word" || !SURNAME.test(first.fold)) return false;
  // "đang trên xe" is no Đặng: in small letters the accents must be the surname's.
  if (!first.capital && first.marked && !SURNAME_SPELLED.test(first.word)) return false;
  return second?.kind === "word" && !taken(at + 1) && second.capital === first.capital && !NOT_NAME.test(second.fold);
}
