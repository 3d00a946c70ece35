/** Every printable page, and the words that they share. */
import { type Shop } from "../../../shared/ports/app.ts";
import { customerGuide } from "./customer.vi.ts";
import { type Guide, type GuideFor } from "./guide.ts";
import { officeGuide } from "./office.vi.ts";
import { organizerGuide } from "./organizer.vi.ts";
import { producerGuide } from "./producer.vi.ts";

const ALL: readonly GuideFor[] = [customerGuide, producerGuide, organizerGuide, officeGuide];

export const guidesOf = (shop: Shop): readonly Guide[] => ALL.map((guideFor) => guideFor(shop));

export const guideWords = {
  title: "Hướng dẫn bằng hình",
  intro: "Mỗi tờ một việc, in ra vừa một trang giấy A4: dán ở quầy, ở chợ, ở văn phòng xã.",
  open: (who: string) => `Mở tờ dành cho: ${who}`,
  print: "In trang này",
  all: "Các tờ khác",
  steps: "Các bước",
  step: (place: number) => `Bước ${place}`,
  onPhone: "Ví dụ trên điện thoại",
  onComputer: "Ví dụ trên máy tính",
  you: "Bạn nhắn",
  shop: "Chợ trả lời",
  photo: "ảnh của bạn",
  orOpen: "hoặc mở",
  example: "Tên, số và giá trong hình chỉ là ví dụ.",
} as const;
