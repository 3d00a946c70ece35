/** How organizers tell of a fair, written down before the reader was; kept as it is, to see what the reader makes of new sentences. */
import { type Sentence } from "./sentence.ts";

export const check: readonly Sentence[] = [
  {
    text: "Chào chợ, UBND xã Trùng Khánh tổ chức Lễ hội Hạt dẻ Trùng Khánh năm 2026 từ ngày 12 đến 14/12 tại sân vận động xã Trùng Khánh, mở cửa 8h-21h, có hơn 50 gian hàng hạt dẻ và nông sản",
    said: {
      name: "Lễ hội Hạt dẻ Trùng Khánh năm 2026",
      from: "2026-12-12",
      to: "2026-12-14",
      opensAt: "08:00",
      closesAt: "21:00",
      venue: "sân vận động xã Trùng Khánh",
      organizer: "UBND xã Trùng Khánh",
    },
  },
  {
    text: "hoi cho ocop quang uyen 19/12 den 21/12 tai cho trung tam quang uyen, ubnd xa quang uyen to chuc, 7h30 - 17h",
    said: {
      name: "Hoi cho ocop quang uyen",
      from: "2026-12-19",
      to: "2026-12-21",
      opensAt: "07:30",
      closesAt: "17:00",
      venue: "cho trung tam quang uyen",
      organizer: "ubnd xa quang uyen",
    },
  },
  {
    text: "THÔNG BÁO\nHỘI CHỢ XUÂN CAO BẰNG 2027\nThời gian: 15/01/2027 - 20/01/2027\nĐịa điểm: Quảng trường Km5, phường Thục Phán\nĐơn vị tổ chức: Sở Công Thương tỉnh Cao Bằng\nQuy mô: 120 gian hàng",
    said: {
      name: "HỘI CHỢ XUÂN CAO BẰNG 2027",
      from: "2027-01-15",
      to: "2027-01-20",
      venue: "Quảng trường Km5, phường Thục Phán",
      organizer: "Sở Công Thương tỉnh Cao Bằng",
    },
  },
  {
    text: "UBND phường Thục Phán trân trọng thông báo: Ngày hội Văn hóa các dân tộc được tổ chức từ ngày 31/12/2026 đến hết ngày 02/01/2027 tại Phố đi bộ Kim Đồng. Kính mời bà con và du khách đến tham dự.",
    said: {
      name: "Ngày hội Văn hóa các dân tộc",
      from: "2026-12-31",
      to: "2027-01-02",
      venue: "Phố đi bộ Kim Đồng",
      organizer: "UBND phường Thục Phán",
    },
  },
  {
    text: "Chợ phiên vùng cao Bảo Lạc 6/12, từ 6 giờ sáng đến 2 giờ chiều, ở chợ Bảo Lạc",
    said: {
      name: "Chợ phiên vùng cao Bảo Lạc",
      from: "2026-12-06",
      to: "2026-12-06",
      opensAt: "06:00",
      closesAt: "14:00",
      venue: "chợ Bảo Lạc",
    },
  },
  {
    text: "Hội chợ OCOP\n20, 21, 22 tháng 12\n8 giờ sáng đến 9 giờ tối\nNhà văn hoá xã Hà Quảng\nHội Phụ nữ xã Hà Quảng",
    said: {
      name: "Hội chợ OCOP",
      from: "2026-12-20",
      to: "2026-12-22",
      opensAt: "08:00",
      closesAt: "21:00",
      venue: "Nhà văn hoá xã Hà Quảng",
      organizer: "Hội Phụ nữ xã Hà Quảng",
    },
  },
  {
    text: "Bên em là HTX Tâm Hòa, tuần lễ OCOP lạp sườn diễn ra 3 ngày 25-27/12 tại showroom OCOP số 12 phố Kim Đồng, bán lạp sườn, thịt hun khói, miến dong",
    said: {
      name: "Tuần lễ OCOP lạp sườn",
      from: "2026-12-25",
      to: "2026-12-27",
      venue: "showroom OCOP số 12 phố Kim Đồng",
      organizer: "HTX Tâm Hòa",
      focus: "lạp sườn, thịt hun khói, miến dong",
    },
  },
  {
    text: "Phiên chợ nông sản an toàn tối thứ bảy 28/11, 17h-21h tại công viên Đề Thám do Hội Nông dân tỉnh tổ chức",
    said: {
      name: "Phiên chợ nông sản an toàn",
      from: "2026-11-28",
      to: "2026-11-28",
      opensAt: "17:00",
      closesAt: "21:00",
      venue: "công viên Đề Thám",
      organizer: "Hội Nông dân tỉnh",
    },
  },
  {
    text: "Hội xuân Pác Bó 30/2/2027 tại khu di tích Pác Bó, xã Trường Hà, UBND xã Trường Hà tổ chức",
    said: { name: "Hội xuân Pác Bó", venue: "khu di tích Pác Bó, xã Trường Hà", organizer: "UBND xã Trường Hà" },
    problem: "no-such-day",
  },
  {
    text: "Lễ hội Đền Kỳ Sầm mùng 9 đến mùng 10 tháng Giêng âm lịch tại đền Kỳ Sầm, phường Nùng Trí Cao",
    said: {
      name: "Lễ hội Đền Kỳ Sầm",
      from: "2027-02-14",
      to: "2027-02-15",
      venue: "đền Kỳ Sầm, phường Nùng Trí Cao",
    },
  },
  {
    text: "Festival thác Bản Giốc 2027, 02-04/10/2027, thác Bản Giốc, xã Đàm Thủy, Sở Văn hóa Thể thao và Du lịch chủ trì",
    said: {
      name: "Festival thác Bản Giốc 2027",
      from: "2027-10-02",
      to: "2027-10-04",
      venue: "thác Bản Giốc, xã Đàm Thủy",
      organizer: "Sở Văn hóa Thể thao và Du lịch",
    },
  },
  {
    text: "Em báo hội chợ hàng Việt về miền núi ạ: từ 28/11 đến 2/12, sân trường cấp 3 Nguyên Bình, trung tâm xúc tiến thương mại tỉnh đứng ra tổ chức, sáng 7g30 mở tới 10 giờ đêm",
    said: {
      name: "Hội chợ hàng Việt về miền núi",
      from: "2026-11-28",
      to: "2026-12-02",
      opensAt: "07:30",
      closesAt: "22:00",
      venue: "sân trường cấp 3 Nguyên Bình",
      organizer: "trung tâm xúc tiến thương mại tỉnh",
    },
  },
  { text: "ngày 21 đến 23/12", said: { from: "2026-12-21", to: "2026-12-23" } },
  { text: "đổi chỗ sang nhà thi đấu tỉnh", said: { venue: "nhà thi đấu tỉnh" } },
  { text: "tên là Hội chợ Tết Đinh Mùi", said: { name: "Hội chợ Tết Đinh Mùi" } },
  {
    text: "Kính gửi quý khách, nhân dịp chào mừng Quốc khánh 2/9, Công ty CP Thương mại Cao Bằng tổ chức Hội chợ Thương mại hè từ 29/8 đến 03/9/2027 tại sân vận động tỉnh. Giờ mở cửa: 8:00 - 22:00. Sản phẩm chính: nông sản, hàng OCOP.",
    said: {
      name: "Hội chợ Thương mại hè",
      from: "2027-08-29",
      to: "2027-09-03",
      opensAt: "08:00",
      closesAt: "22:00",
      venue: "sân vận động tỉnh",
      organizer: "Công ty CP Thương mại Cao Bằng",
      focus: "nông sản, hàng OCOP",
    },
  },
];
