/** `/huong-dan/ban-to-chuc`: being heard of with a fair, by way of the office. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { datesWords, placeWords } from "../../../shared/domain/fair.ts";
import { type IsoDate } from "../../../shared/domain/time.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, shop, type Step, you } from "./guide.ts";

const FAIR = "Hội chợ OCOP, 20 đến 22/12, 8 giờ đến 21 giờ, phố đi bộ Kim Đồng, 40 gian hàng";

/** The calendar's line of a fair that was announced. */
export const exampleFair = {
  name: "Hội chợ OCOP",
  from: "2026-12-20" as IsoDate,
  to: "2026-12-22" as IsoDate,
  venue: { text: "phố đi bộ Kim Đồng" },
};
const line = `1. ${exampleFair.name}: ${datesWords(exampleFair)}, ${placeWords(exampleFair.venue)}`;

const steps: readonly Step[] = [
  {
    title: "Nhắn mã mời cho chợ",
    hint: "Mã 8 chữ và số, dùng một lần, trong 7 ngày.",
    screens: [phone(you(example.invitation), shop([bot.boundStaff]))],
  },
  {
    title: "Nhắn “gặp nhân viên”",
    hint: "Văn phòng OCOP nhận được tin ngay trên điện thoại của họ.",
    screens: [phone(you("gặp nhân viên"), shop([bot.personCalled]))],
  },
  {
    title: "Có người trả lời thì kể đủ",
    hint: "Tên hội chợ, ngày, giờ, nơi mở, bao nhiêu gian hàng.",
    screens: [phone(shop([bot.personSpeaks, example.staff]), you(FAIR))],
  },
  {
    title: "Xem lịch hội sắp tới",
    hint: "Tránh trùng ngày với hội khác. Lịch cũng có trên trang của chợ, mục Hội chợ.",
    screens: [phone(you("có hội chợ nào không"), shop([bot.fairs, line]))],
  },
];

export const organizerGuide: GuideFor = () => ({
  slug: "ban-to-chuc",
  who: "Ban tổ chức hội chợ",
  title: "Báo hội chợ cho văn phòng",
  intro: "Gắn điện thoại với chợ một lần, rồi báo hội chợ bằng vài câu tin nhắn.",
  corner: { on: "code", label: "Mã mời của bạn (văn phòng OCOP ghi)" },
  steps,
  tips: [
    "Đổi ngày, đổi nơi: nhắn lại “gặp nhân viên”.",
    "Nhắn từng câu ngắn cũng được.",
    "Đừng đưa mã mời cho người khác.",
  ],
});
