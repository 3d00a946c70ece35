/** Yes and no to a question that stands there: broader than a bare "ừ", since we know what was asked. */
import { fold, nfc } from "../../shared/domain/text.ts";
import { type Reading } from "../understanding/reading.ts";
import { asksBack, isDone } from "./closing-words.ts";
import { type State } from "./state.ts";
import { topicOf, wordsOf } from "./topics.ts";

const BEGINS =
  /^ (?:(?:a|da|ua+|uh|u|hem|vay|the|thi|roi|thoi|em|shop|oh|e|alo|um|xong) )*(?:u+|uh+|uk|um|uhm|ua+|uki?|o[kq]+|oka+y?|oke+|oki+e*|okela|okla|oce|vang|vang a|da|dung|chuan|chinh xac|duoc|dc|dk|yes|yess+|yep|yeah|yup|sure|dong y|xac nhan|nhat tri|chot|roi|y vay|the nhe|the di|confirm|confirmed|correct|right|good(?! (?:morning|afternoon|evening|day))|great|perfect|fine|place|go ahead|please (?:do|go|confirm|place|send)) /;

/** "đặt đi em", "gửi luôn nhé": to go on is to agree; "gửi sớm nhé" alone is a wish. */
const GOES_ON =
  /^ (?:(?:a|da|vay|the|thi|roi|thoi|em|shop|oh|e|cu|minh|chi|anh) )*(?:dat|gui|lay|mua|ship|giao|len don)(?: (?:hang|don|di|luon|ngay|het|vay|the|nhe|nha|nghe|a|em|shop|ban|giup|gium|ho|cho|minh|chi|anh|co|thoi|nhen))+ $/;

/** Whatever takes the yes back, changes something, or asks. */
const AGAINST =
  / (?:khong|k|ko|kh|hong|hok|chua|nhung|nhma|khoan|tu tu|doi|sua|nham|lon|sai|them|bot|bo|huy|khac|nua|hay|lai|thay|neu|de \S+ (?:xem|nghi|hoi|tinh|suy nghi|can nhac|ban)|hoi|may|bao|sao|nao|dau|gi|wait|but|not|no|don t|change|cancel|another|instead|more|if|when|how|what|only) /;

/** Of words typed with accents only some that fold like these are against: "gọi lại", "báo trước", "đợi" are not. */
const AGAINST_MARKED =
  /(?<!\p{L})(?:không|hông|hổng|k|ko|kh|hok|chưa|nhưng|nhma|khoan|từ từ|đổi|sửa|nhầm|lộn|sai|thêm|bớt|bỏ|hủy|huỷ|khác|nữa|hay là|thay|nếu|hỏi|mấy|bao giờ|bao lâu|bao nhiêu|sao|nào|đâu|gì|(?:đợi|chờ) (?:chị|em|anh|mình|tí|tý|chút|xíu|lát|cô|bác)|để \S+ (?:xem|nghĩ|hỏi|tính|suy nghĩ|cân nhắc|bàn))(?!\p{L})/u;

function isAgainst(words: string): boolean {
  const marked = nfc(words).toLowerCase();
  return marked === fold(marked) ? AGAINST.test(wordsOf(words)) : AGAINST_MARKED.test(marked);
}

/** "có thì báo nhé", "let me know": a yes to being told of news. */
const TELL_ME =
  / (?:bao|nhan|nhac|alo|goi)(?: (?:tin|lai|cho|minh|em|chi|anh|toi|tui|minh|voi|giup|ngay|som|nhe|nha|nghe|a|di|nhen))+ $| (?:tell|notify|remind|message) me | let me know /;

/** Yes or no to "shall we write to you?". */
export const answerOfNews = (reading: Reading, words: string): "yes" | "no" | null => {
  const said = wordsOf(words);
  return TELL_ME.test(said) && !/ (?:khong|dung|khoi|thoi|don t) /.test(said) ? "yes" : answerOf(reading, words);
};

const REFUSES = /^ (?:(?:a|da|u|oh) )*(?:khong|thoi|khoan|tu tu|chua|no|nope|not yet|wait) /;
const MOST_WORDS = 16;

/** "nhận hàng trả tiền nha, ok đặt": the yes may stand in any of them; "…, Đà Lạt nhé" is no "dạ". */
const clauses = (words: string): readonly string[] => {
  const later = words.split(/[,.;!\n]+/).slice(1);
  return [wordsOf(words), ...later.map(wordsOf).filter((clause) => !clause.startsWith(" da "))];
};

export function answerOf(reading: Reading, words: string): "yes" | "no" | null {
  if (reading.answer !== null) return reading.answer;
  if (
    reading.items.length > 0 ||
    asksBack(words) ||
    isDone(words) ||
    DONT.test(words) ||
    DO_OR_DONT.test(words) ||
    topicOf(words) === "injection"
  )
    return null;
  const said = wordsOf(words);
  if (said.trim().split(" ").length > MOST_WORDS) return null;
  if (clauses(words).some((clause) => BEGINS.test(clause) || GOES_ON.test(clause)) && !isAgainst(words)) return "yes";
  const tells = reading.phone !== null || reading.address !== null || reading.name !== null;
  return REFUSES.test(said) && !tells && !/ (?:lay|dat|mua|chot|duoc|gui|giao|ship) /.test(said) ? "no" : null;
}

/** "đừng" folds like "đúng"; whatever a reader makes of it, a message that says so agrees to nothing. */
export const DONT = /(?:^|\s)(?:đừng|dừng|chớ)(?:\s|$)/iu;

/** Without accents "dung dat" is "đúng, đặt" or "đừng đặt": only a plainer yes places an order. */
const DO_OR_DONT = /(?:^|\s)dung (?:co )?(?:dat|chot|gui|lay|mua|giao|ship|len don|xac nhan)(?:\s|$)/i;

/** Thanks alone agree to nothing. */
const THANKS = /^ (?:da |vang )?(?:cam on|camon|thanks?(?: you)?|tks|thx)(?: (?!ok|dung|dat|chot)\S+){0,4} $/;

/** "ok để chị hỏi chồng đã", "ok đợi chị tí": not now. */
const PUTS_OFF =
  / de (?:\S+ ){1,3}(?:xem|nghi|hoi|tinh|suy nghi|can nhac|ban) | (?:doi|cho) (?:\S+ )?(?:ti|ty|chut|xiu|lat|da) | (?:let me|i ll) (?:think|ask|check) /;

/** A yes to these does something. */
const WAITS_FOR_YES: ReadonlySet<string> = new Set(["confirmation", "proposal", "conversion", "news", "same-person"]);

/** The reading without a yes that the words take back. */
export function unagreed(read: Reading, words: string, { asking }: State): Reading {
  const agrees = read.answer === "yes" || read.intent === "confirm" || read.intent === "checkout";
  const stands = asking !== undefined && WAITS_FOR_YES.has(asking.for);
  if (agrees && stands && (asksBack(words) || isDone(words))) return { ...read, answer: null, intent: "other" };
  if (agrees && PUTS_OFF.test(wordsOf(words))) return { ...read, answer: null, intent: "other" };
  if (read.answer === "yes" && THANKS.test(wordsOf(words))) return { ...read, answer: null, intent: "other" };
  if (read.answer !== "yes" && read.intent !== "confirm") return read;
  if (DONT.test(words.normalize("NFC"))) return { ...read, answer: "no", intent: "other" };
  return DO_OR_DONT.test(words) ? { ...read, answer: null, intent: "other" } : read;
}
