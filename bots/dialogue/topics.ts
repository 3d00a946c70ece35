/** What people talk of besides goods and orders: small talk, terms of sale, second thoughts, attempts to fool the shop. */
import { fold } from "../../shared/domain/text.ts";

export type Topic =
  | "injection"
  | "bargain"
  | "payment"
  | "invoice"
  | "delivery"
  | "returns"
  | "place"
  | "machine"
  | "advice"
  | "wish"
  | "later"
  | "thanks"
  | "chat";

/** Over folded words with a space at both ends; the first that fits wins. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    "injection",
    /bo qua (?:moi|tat ca|cac|het|nhung|huong dan|lenh)|quen (?:het|moi|tat ca)|he thong |system|prompt|admin|quan tri|ignore |disregard|jailbreak|developer mode|drop table|select \*|mien phi ngay|tao don mien phi|gia (?:ve|con) 0|act as |pretend/,
  ],
  [
    "bargain",
    / (?:bot|giam gia|giam cho|giam them|giam duoc|re hon|mac ca|mac qua|dat qua|fix|gia tot|gia re|khuyen mai|uu dai|tinh re|lay re|discount|cheaper|too expensive) /,
  ],
  [
    "payment",
    /chuyen khoan|thanh toan|tra tien|tien mat|so tai khoan| stk | ck | cod |momo|zalopay|vnpay|the tin dung|tra truoc|dat coc|how (?:do|can) (?:i|we) pay|pay (?:by|with)|credit card|bank transfer|cash/,
  ],
  ["invoice", /hoa don| vat |xuat hoa|hoa don do|invoice|receipt/],
  ["returns", /doi tra|tra hang|hoan tien|bao hanh|kiem hang|xem hang truoc|dong kiem|refund|return policy/],
  [
    "delivery",
    / (?:ship|giao|gui|van chuyen|phi|buu dien|grab|nha xe|xe khach) (?:\S+ )*(?:khong|hong|hok|hem|bao lau|bao nhieu|bao gio|bn|bnh|khi nao|may ngay|may hom|the nao|ra sao|chua|nao|k|ko|kg|dc) |ship (?:di|ve|toi|den|ra|vao|toan quoc|cod|nhanh|hoa toc|quoc te)|phi ship|tien ship|freeship| (?:ca|tinh|cong|gom|them) (?:ca )?(?:phi |tien )?(?:ship|van chuyen|cuoc) |bao lau (?:thi )?(?:nhan|toi|den|co hang)|may ngay|(?:mai|hom nay|chieu|toi|sang|tuan) (?:nay |mai )?(?:giao|ship|gui|co hang|nhan)|deliver|shipping|ship to|how long/,
  ],
  [
    "place",
    /shop o dau|cua hang o|dia chi (?:shop|cua hang)|o dau vay|showroom|mo cua|may gio (?:mo|dong)|where are you|your (?:shop|store)|opening hours/,
  ],
  [
    "wish",
    /^ (?:\S+ ){0,5}(?:giao|gui|ship|dong|goi|boc|nhan)(?: hang)? (?:\S+ ){0,3}(?:truoc|sau gio|gio|sang|chieu|toi|trua|mai|som|nhanh|gap|le|ky|can than|ki|thu \d|chu nhat|cuoi tuan) |goi (?:dien )?truoc|che ten|ghi chu|dung (?:de|ghi) gia|before \d|as soon as possible|asap|carefully/,
  ],
  ["machine", /(?:la|co phai|phai) (?:nguoi|may|bot|robot|ai|tu dong)|are you (?:a )?(?:human|bot|real|robot|machine)/],
  [
    "later",
    / de (?:chi|em|anh|minh|toi|tui|co|bac|c|e|a|m)? ?(?:xem|nghi|hoi|tinh|suy nghi|can nhac|ban)|de (?:sau|khi|lan|hom|bua|mai|toi|cuoi|dau|thang|tuan)|(?:gui|nhan|cho|bao|dua|noi) sau|luc khac|hom khac|bua khac|khi khac|lan sau|(?:mai|toi|chieu|sau|lat|ti|chut)(?: nua)? (?:minh|em|chi|anh|toi|tui) (?:nhan|bao|dat|goi|gui)|thi thoi|thoi vay|chua (?:mua|can|dat|lay|quyet)|tham khao|hoi (?:thoi|choi)|xem (?:da|thoi|choi|cai)|(?:khoi|khong) (?:mua|can|lay|dat) (?:nua|dau|gi|a)|not now|maybe later|just looking|think about it|later /,
  ],
  [
    "advice",
    /tu van|goi y|gioi thieu|co gi (?:ngon|hay|hot|moi|dac san|lam qua)|(?:ban|co) (?:nhung )?gi |mua gi|dac san|qua (?:bieu|tang|tet|cho)|lam qua|bieu sep|recommend|suggest|best seller|gift|souvenir|what (?:do you|can i|should i)/,
  ],
  [
    "thanks",
    /cam on|camon|thank|thanks|tks|thx|biet on|tuyet voi| hay qua|tot qua|ngon (?:lam|qua|ghe|that|tuyet)|khen|good job|great/,
  ],
];

/** With accents, since "mua" (buy) and "mưa" (rain) differ by one. */
const CHAT =
  /mưa|nắng|lạnh|nóng quá|trời|thời tiết|haha|hihi|hehe|kkk|hí hí|vui quá|buồn|ngủ|chúc|ăn cơm|khoẻ không|khỏe không|dễ thương|yêu|đẹp|bóng đá|nhớ quê|how are you|lol|nice|weather|rain/iu;

export const wordsOf = (text: string): string =>
  ` ${fold(text)
    .replaceAll(/[^a-z0-9:*]+/g, " ")
    .trim()} `;

/** With accents, since without them "bớt" is written the same. */
const BOT = /(?<!\p{L})(?:bot|robot|chatbot)(?!\p{L})/iu;
const isOfBot = (text: string): boolean =>
  BOT.test(text) && (/[^\x00-\x7f]/.test(text) || / (?:you|bot (?:a|ha|ah)|la bot|robot|chatbot) /.test(wordsOf(text)));

export function topicOf(text: string): Topic | undefined {
  const words = wordsOf(text);
  if (isOfBot(text)) return "machine";
  const topic = TOPICS.find(([, pattern]) => pattern.test(words))?.[0];
  if (topic !== undefined) return topic;
  return CHAT.test(text) || !/[\p{L}\p{N}]/u.test(text) ? "chat" : undefined;
}

const ENQUIRY =
  /dai ly|nhap si|lay si|mua si|ban si|gia si|ban buon|mua buon|(?:de|ve) ban lai|phan phoi|chiet khau|so luong lon|so luong nhieu|nhap (?:hang|ve|lau dai|thuong xuyen|so luong)|hop tac|ki gui|ky gui|nguon hang|cung cap (?:cho|thuong|lau|hang)|bao gia|sieu thi|chuoi cua hang|cong tac vien| ctv |xuat khau|qua (?:tet|tang) cho (?:cong ty|nhan vien|co quan)|wholesale|distribut|resell|retailer|bulk|import your/;

/** A business that asks for terms rather than a customer who buys. */
export const isEnquiry = (text: string): boolean => ENQUIRY.test(wordsOf(text));
