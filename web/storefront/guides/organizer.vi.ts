/** `/huong-dan/ban-to-chuc`: being heard of with a fair. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, shop, you } from "./guide.ts";

export const organizerGuide: GuideFor = () => ({
  slug: "ban-to-chuc",
  who: "Ban tổ chức hội chợ",
  title: "Đưa hội chợ lên chợ phiên",
  intro: "Gắn điện thoại với chợ một lần, rồi báo hội chợ cho văn phòng OCOP.",
  corner: { on: "code", label: "Mã mời của bạn (văn phòng OCOP ghi)" },
  steps: [
    {
      title: "Nhắn mã mời cho chợ",
      hint: "Mã có 8 chữ và số, dùng một lần, trong 7 ngày.",
      screens: [phone(you(example.invitation), shop([bot.boundStaff]))],
    },
  ],
  tips: [],
});
