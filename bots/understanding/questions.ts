/** Whether words are a question: by their ending, by "có … không", or by what is asked after. */
import { clauseAround, type Line, textOf } from "./line.ts";

const TAIL =
  "(?: (?:a|em|shop|ad|admin|ban|anh|chi|vay|nhi|the|do|day|nhe|nha|ta|oi|hen|ha|h|z|sop|ca|minh|hong|bac|co|hay sao|e|c|,|\\.|\\?))*";
const ENDS = new RegExp(
  `(?:^| )(?:khong|chua|the nao|ra sao|sao|gi|nao|dau|phai khong|dungr khong|duoc khong|nhi|hay khong|bao lau|may gio|bao xa|that a|that ha|vay ha|a|ha)${TAIL} $`,
);
const HAS = /(?:^| )(?:co|con|da) (?:\S+ ){0,7}(?:khong|chua)(?: |$)/;
const ASKS =
  /(?:^| )(?:the nao|nhu the nao|la gi|co gi|nhung gi|loai gi|bao lau|bao gio|khi nao|luc nao|khac (?:gi|nhau|§x)|cong dung|tac dung|han su dung|hsd|thanh phan|chung nhan|nguon goc|cach (?:nau|dung|lam|che bien|bao quan|su dung|an|pha)|hinh (?:anh|that)|xin (?:\S+ )?hinh|(?:xem|gui)(?: \S+){0,3} (?:hinh|anh|video|menu|danh sach)|menu|danh sach|catalog|catalogue|nhung loai nao|loai nao|cai nao|mon nao|thuoc loai|dung sao|nau sao|bao quan|may gio|may ngay|may thang|may do|may nguoi|bao nhieu(?! (?:tien|1|mot|§|shop|em|a|vay|the))|gioi thieu|goi y|gi ngon|loai ngon|duoc may|nang (?:bao nhieu|may)|gi vay|gi the|gi a|truoc hay sau|gi ma|hay (?:la )?\S+(?: \S+)? (?:vay|the|ha|nhi|a|em|shop|do)|la (?:\S+ ){1,5}hay|what|which|how|when|where|why|who)(?: |$)/;
const ENGLISH =
  /^ (?:(?:hi|hello|hey|shop|and|so|,) )*(?:is|are|do|does|did|can|could|what ?s?|which|how|when|where|any|will|would)(?: |$)/;
/** "gì đó", "gì cũng được": no question. */
const VAGUE = / (?:gi|nao) (?:do|day|cung|ay)(?= |$)/g;

export function isQuestion(words: string): boolean {
  const plain = words.replaceAll(VAGUE, " ").replaceAll(/ +/g, " ");
  return /\?/.test(plain) || ENDS.test(plain) || HAS.test(plain) || ASKS.test(plain) || ENGLISH.test(plain);
}

const answered = new WeakMap<Line, Map<string, boolean>>();

/** The sentence around a piece asks something. */
export function inQuestion(line: Line, at: number): boolean {
  const { from, to } = clauseAround(line, at, "clause");
  const known = answered.get(line) ?? new Map<string, boolean>();
  answered.set(line, known);
  const key = `${String(from)} ${String(to)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const end = to + (line.pieces[to]?.text === "?" ? 1 : 0);
  const asks = isQuestion(textOf(line, from, Math.min(end, line.pieces.length)));
  known.set(key, asks);
  return asks;
}
