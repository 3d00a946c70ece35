/** Words that end a talk or ask about it without agreeing to anything: "xong", "dừng", "hết r à", "bao giờ giao được". */
import { nfc } from "../../shared/domain/text.ts";
import { wordsOf } from "./topics.ts";

/** "hết r à", "chốt chưa": whoever asks agrees to nothing. */
const ASKS_BACK =
  /(?<!\p{L})(?:à|hả|hở|hử|nhỉ|chưa|không|hông|hong|hổng|hok|ko|kh|k|khong|chua)(?: (?:shop|em|ạ|a|anh|chị|bạn|ad|vậy|thế))*[\s.!…~]*$/iu;

export const asksBack = (words: string): boolean => words.includes("?") || ASKS_BACK.test(nfc(words));

/** Nothing more is wanted; whether what is shown is right has not been said. */
const DONE =
  /^ (?:(?:a|da|the|vay|la|thi|minh|em|toi|chi|anh|co|con) )*(?:xong|het)(?: (?:roi|r|rui|nhe|nha|nghe|nhen|a|ha|shop|em|do|day|ban|het|ca|oi|thoi))* $/;

export const isDone = (words: string): boolean => DONE.test(wordsOf(words));

/** With its accents alone: without them it is "đúng" as well. */
const STOP = /^\s*(?:dừng|ngừng|ngưng)(?:\s+(?:lại|tin|đi|nhé|nha|ạ|shop|em|bạn|thôi))*[\s.!]*$/iu;

export const isStop = (words: string): boolean => STOP.test(nfc(words));

const WHEN = /bao gio|khi nao|chung nao|luc nao|bao lau|may ngay|may hom|how long|when (?:will|do|does|can)/;
const BRINGS =
  / (?:ship|giao|gui|van chuyen|chuyen|nhan duoc|nhan hang|toi noi|den noi|toi tay|hang (?:ve|toi|den)|deliver|delivered|delivery|arrive|get it) /;
/** What has been waited for is another matter: the order is looked up, or a person called. */
const WAITED = / (?:chua|mai|van|lau qua|moi|hom no|hom truoc|tuan truoc|roi|not yet|still|late) |dau roi/;

/** "ship bao lâu vậy shop": how long it takes, and no complaint that it takes long. */
export const asksWhen = (words: string): boolean => {
  const said = wordsOf(words);
  return WHEN.test(said) && BRINGS.test(said) && !WAITED.test(said);
};

/** Talk that is no name of anything, whatever a name may sound like: "xong" is not thịt xông khói. */
const TALK = new Set(
  "xong dung dừng ngung ngừng ngưng thoi thôi roi rồi het hết vang vâng khong không duoc được uh uhm um oke okie okay alo nhe nhé nha".split(
    " ",
  ),
);

export const isTalk = (word: string): boolean => TALK.has(word);
