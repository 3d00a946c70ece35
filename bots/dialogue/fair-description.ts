/** What of an organizer's words is worth telling the public beside the facts that were taken out of them. */
import { fold } from "../../shared/domain/text.ts";
import { bareToo, loose } from "../understanding/spans.ts";

const FEWEST_WORDS = 3;
/** Letters to us rather than to the public, and what only led to a fact. */
const TO_US = loose`^${bareToo("chào|xin chào|kính gửi|kính mời|trân trọng|thông báo|em báo|mình báo|tôi báo|báo|đăng|nhờ|em muốn|mình muốn|cho em|cho mình|cho tôi|giúp|bên em|bên mình|chúng tôi|thời gian|địa điểm|giờ|sẽ|diễn ra|được|tổ chức|từ|đến|tại|ngày|nhân dịp|dự kiến|mở cửa|đổi|sửa|chuyển|dời|à|ừ|vâng|dạ|ok|nhầm|tối|sáng|trong|căn cứ|không phải|chủ nhật|thứ|kéo dài|lễ khai mạc|đơn vị|do|thực hiện|theo|hạn|đăng ký")}(?:\s|$)`;
/** Heads and tails of a letter: the whole line goes, whatever it lists. */
const LETTERHEAD = loose`^[\s\-•*+–]*(?:v/v|${bareToo("về việc|kính gửi|căn cứ|nơi nhận|cộng hoà xã hội|cộng hòa xã hội|độc lập|xin trân trọng|trân trọng|xin chân thành|đề nghị các|giấy mời|thông báo|công văn")}(?=[\s:,]|$)|${bareToo("số")}\s*:|(?:tm|kt|tl)\.)`;
const SMALL_START = loose`^(?:${bareToo("và|thì|là|nhưng|với")}\s+)+`;
const LABEL = loose`^${bareToo("nội dung|giới thiệu|ghi chú|thêm|mô tả|thông tin thêm")}\s*:?\s*`;

/** Whole clauses only; undefined where none says anything. */
export function describedIn(rest: string): string | undefined {
  const lines = rest.split(/[\n;!]|\.(?=\s|$)/u).filter((line) => !LETTERHEAD.test(line));
  const sentences = lines.map((sentence) =>
    sentence
      .split(/\u001f|,/u)
      .map((clause) =>
        clause
          .replace(/^[\s:()\-–•*+,]+|[\s:()\-–,]+$/gu, "")
          .replace(SMALL_START, "")
          .replace(LABEL, ""),
      )
      .filter(tells)
      .join(", "),
  );
  const told = sentences
    .filter((sentence) => sentence !== "")
    .map((one) => one.slice(0, 1).toUpperCase() + one.slice(1));
  return told.length === 0 ? undefined : `${told.join(". ")}.`;
}

const tells = (clause: string): boolean =>
  clause.split(/\s+/).length >= FEWEST_WORDS && !TO_US.test(clause) && /[a-z]/.test(fold(clause));
