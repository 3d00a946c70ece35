/** The words of the pages of fairs, in Vietnamese. */
import { type FairKind } from "../../shared/domain/fair.ts";

export const fairWords = {
  menu: "Hội chợ",
  title: "Hội chợ và lễ hội",
  intro: "Lồng tồng, hội xuân, phiên chợ, hội chợ OCOP: xem hội nào sắp mở, ở đâu, ngày nào, rồi rủ nhau đi.",
  on: "Đang diễn ra",
  month: (month: string, year: string) => `Tháng ${Number(month)} năm ${year}`,
  /** From Sunday on. */
  weekdays: ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"],
  shortWeekdays: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  shortMonth: (month: string) => `Tháng ${Number(month)}`,
  kinds: {
    "trade-fair": "Hội chợ",
    "ocop-week": "Tuần hàng OCOP",
    festival: "Lễ hội",
    "market-day": "Chợ phiên",
  } satisfies Record<FairKind, string>,
  expected: "dự kiến",
  expectedLong:
    "Ngày dự kiến, tính theo lệ hằng năm. Ban tổ chức chưa công bố: bạn hỏi lại chính quyền nơi mở hội trước khi đi.",
  expectedNote: "Ngày ghi “dự kiến” được tính theo lệ hằng năm, ban tổ chức chưa công bố.",
  over: "Đã kết thúc",
  cancelled: "Đã huỷ",
  moved: "Đã đổi lịch",
  none: "Chưa có hội chợ hay lễ hội nào sắp mở.",
  noneMore: "Trong lúc chờ, mời bạn xem sản vật của bà con, hoặc nhắn cho chợ để hỏi.",
  seeProducts: "Xem sản phẩm",
  facts: "Thông tin",
  dates: "Thời gian",
  hours: "Giờ mở cửa",
  place: "Địa điểm",
  formerly: "Tên cũ",
  focus: "Sản phẩm chính",
  organizer: "Đơn vị tổ chức",
  source: "Nguồn",
  about: "Về hội này",
  askNow: "Hỏi về hội này ngay trên trang",
  askVia: (channel: string) => `Hỏi qua ${channel}`,
  wantToKnow: (name: string) => `Cho mình hỏi về ${name}`,
  others: "Các hội khác sắp mở",
  all: "Xem tất cả hội chợ và lễ hội",
} as const;
