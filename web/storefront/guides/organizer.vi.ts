/** `/huong-dan/ban-to-chuc`: announcing a fair from a phone. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { datesWords } from "../../../shared/domain/fair.ts";
import { type IsoDate } from "../../../shared/domain/time.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, type Said, shop, type Step, you } from "./guide.ts";

const NAME = "Hội chợ OCOP";
const VENUE = "phố đi bộ Kim Đồng";
const ORGANIZER = "UBND phường Thục Phán";
const FAIR = `${NAME}, 20 đến 22/12, 8 giờ đến 21 giờ, ${VENUE}, ${ORGANIZER} tổ chức`;
const dates = (from: string, to: string): string => datesWords({ from: from as IsoDate, to: to as IsoDate });
const days = (from: string, to: string): string => bot.fairDates(dates(from, to));

const card = (...lines: readonly string[]): Said => shop(lines, bot.tellFair, bot.editFair, bot.drop);
const firstSentence = (text: string): string => `${text.split(". ")[0] ?? ""}.`;

const telling: readonly Step[] = [
  {
    title: "Nhắn mã mời cho chợ",
    hint: "Mã 8 chữ và số, dùng một lần, trong 7 ngày.",
    screens: [phone(you(example.invitation), shop([firstSentence(bot.boundOrganizer)]))],
  },
  {
    title: "Kể hội chợ bằng một câu",
    hint: "Tên, ngày, giờ, nơi mở, ai tổ chức. Thiếu gì máy hỏi nấy.",
    screens: [phone(you(FAIR), shop([bot.askFairMore]))],
  },
  {
    title: "Đọc lại cả bản",
    hint: "Sai chỗ nào nhắn lại chỗ đó.",
    screens: [
      phone(
        you("bỏ qua"),
        card(
          NAME,
          days("2026-12-20", "2026-12-22"),
          bot.fairHours("08:00–21:00"),
          bot.fairVenue(VENUE),
          bot.fairOrganizer(ORGANIZER),
        ),
      ),
    ],
  },
];

const after: readonly Step[] = [
  {
    title: "Đúng thì bấm “Báo hội chợ”",
    hint: "Máy không có nút thì nhắn chữ. Bài lên các kênh trong ít phút.",
    screens: [phone(you("báo hội chợ"), shop([firstSentence(bot.fairTold(NAME, ""))]))],
  },
  {
    title: "Đổi ngày, đổi nơi: nhắn lại",
    hint: "Quên tên thì nhắn “hội của tôi” để chọn.",
    screens: [
      phone(
        you(`${NAME} dời sang 21-23/12`),
        shop([NAME, days("2026-12-21", "2026-12-23")]),
        you("báo hội chợ"),
        shop([firstSentence(bot.fairChanged(NAME))]),
      ),
    ],
  },
  {
    title: "Xem lịch hội sắp tới",
    hint: "Lịch cũng có trên trang của chợ, mục Hội chợ.",
    screens: [
      phone(
        you("có hội chợ nào không"),
        shop([bot.fairs, `1. ${NAME}: ${dates("2026-12-21", "2026-12-23")}, ${VENUE}`]),
      ),
    ],
  },
];

export const organizerGuide: GuideFor = () => ({
  slug: "ban-to-chuc",
  who: "Ban tổ chức hội chợ",
  title: "Báo hội chợ bằng điện thoại",
  intro: "Một câu tin nhắn là hội chợ có trang, có bài trên các kênh, khách hỏi là biết.",
  corner: { on: "code", label: "Mã mời của bạn (văn phòng OCOP ghi)" },
  steps: [...telling, ...after],
  tips: [
    "Chưa kể đủ: nhắn “báo hội chợ”, máy hỏi từng điều.",
    "Muốn mua hàng, cứ nhắn như khách (đang báo dở: nhắn “mua” trước).",
    "Đừng đưa mã mời cho người khác.",
  ],
});
