/** Written before the reader was; never tuned on. Said on Monday 23/11/2026. */
import { type Sample } from "./sample.ts";

export const UNTUNED: readonly Sample[] = [
  ["cuối tuần này cho 4 người", { from: "2026-11-28", people: 4 }],
  ["thứ bảy tuần sau nhé em, hai vợ chồng anh", { from: "2026-12-05", people: 2 }],
  ["từ 20 đến 22/12, 2 người lớn 1 bé", { from: "2026-12-20", to: "2026-12-22", people: 3 }],
  ["2 đêm từ 24/12", { from: "2026-12-24", nights: 2 }],
  ["30/4 nhà em 5 người", { from: "2027-04-30", people: 5 }],
  ["mai em lên, ở 1 đêm, cho 3 khách", { from: "2026-11-24", nights: 1, people: 3 }],
  ["đêm 14/12 nha shop", { from: "2026-12-14", nights: 1 }],
  ["mùng 2 Tết đoàn mình 12 người", { from: "2027-02-07", people: 12 }],
  ["ngày 31/2", { fault: "impossible" }],
  ["hôm qua", { fault: "past" }],
  ["15/11/2026 cho 2 người", { people: 2, fault: "past" }],
  ["30/12 đến 2/1", { from: "2026-12-30", to: "2027-01-02" }],
  ["for 2 people, Dec 20 to 22", { from: "2026-12-20", to: "2026-12-22", people: 2 }],
  ["we'd like to come next Saturday, 2 adults and 2 kids", { from: "2026-12-05", people: 4 }],
  ["tomorrow for three nights, 1 person", { from: "2026-11-24", nights: 3, people: 1 }],
  ["tối nay còn phòng không em, mình đi một mình", { from: "2026-11-23", nights: 1, people: 1 }],
  ["3 ngày 2 đêm từ mùng 1 tháng 1 dương lịch", { from: "2027-01-01", nights: 2 }],
  ["đi ngày 5 tháng 12 về ngày 7", { from: "2026-12-05", to: "2026-12-07" }],
  ["gia đình 6 người, sáng 12/12", { from: "2026-12-12", people: 6 }],
  ["chủ nhật này 10 bạn", { from: "2026-11-29", people: 10 }],
  ["từ 22 về 20/12", { fault: "backwards" }],
  ["số nhà 25/12 Nguyễn Trãi", {}],
  ["Hoa, 0912 345 678, 25 Hoàng Đình Giong", {}],
  ["ở thêm 1 đêm nữa nhé", { moreNights: 1 }],
];
