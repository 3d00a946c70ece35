/** How organizers tell of a fair, written down beside the reader and read without a fault. */
import { type Sentence } from "./sentence.ts";

export const tuned: readonly Sentence[] = [
  {
    text: "Hội chợ OCOP, 20 đến 22/12, 8 giờ đến 21 giờ, phố đi bộ Kim Đồng, UBND phường Thục Phán tổ chức, 40 gian hàng",
    said: {
      name: "Hội chợ OCOP",
      from: "2026-12-20",
      to: "2026-12-22",
      opensAt: "08:00",
      closesAt: "21:00",
      venue: "phố đi bộ Kim Đồng",
      organizer: "UBND phường Thục Phán",
    },
  },
  {
    text: "lễ hội hạt dẻ ngày 5/12/2026 ở sân vận động xã Trùng Khánh, xã Trùng Khánh, HTX Hạt dẻ Trùng Khánh đứng ra làm",
    said: {
      name: "Lễ hội hạt dẻ",
      from: "2026-12-05",
      to: "2026-12-05",
      venue: "sân vận động xã Trùng Khánh, xã Trùng Khánh",
      organizer: "HTX Hạt dẻ Trùng Khánh",
    },
  },
  {
    text: "ubnd xa ha quang to chuc hoi xuan tu ngay 12/2 den 13/2/2027 tai san van dong xa ha quang, mo cua tu 7h30",
    said: {
      name: "Hoi xuan",
      from: "2027-02-12",
      to: "2027-02-13",
      opensAt: "07:30",
      venue: "san van dong xa ha quang",
      organizer: "ubnd xa ha quang",
    },
  },
  {
    text: "hoi cho nong san sach 26, 27/12 o cong vien trung tam, hoi nong dan tinh lam, ban rau, thit, mien dong",
    said: {
      name: "Hoi cho nong san sach",
      from: "2026-12-26",
      to: "2026-12-27",
      venue: "cong vien trung tam",
      organizer: "hoi nong dan tinh",
      focus: "rau, thit, mien dong",
    },
  },
  {
    text: "Thực hiện Kế hoạch số 215/KH-UBND ngày 10/11/2026 của UBND tỉnh, Sở Nông nghiệp và Môi trường tổ chức Tuần lễ giới thiệu sản phẩm OCOP từ ngày 18 đến ngày 20 tháng 12 năm 2026 tại Quảng trường Km5, phường Thục Phán, tỉnh Cao Bằng.",
    said: {
      name: "Tuần lễ giới thiệu sản phẩm OCOP",
      from: "2026-12-18",
      to: "2026-12-20",
      venue: "Quảng trường Km5, phường Thục Phán, tỉnh Cao Bằng",
      organizer: "Sở Nông nghiệp và Môi trường",
    },
  },
  {
    text: "- Tên: Chợ phiên Tết Bảo Lâm\n- Ngày: 30/01/2027 đến 03/02/2027\n- Giờ: 6h - 17h\n- Nơi tổ chức: chợ trung tâm xã Bảo Lâm\n- Ban tổ chức: UBND xã Bảo Lâm\n- Mặt hàng: lá dong, gạo nếp, lợn đen, đào\n- Giới thiệu: Có thi gói bánh chưng và văn nghệ buổi tối.",
    said: {
      name: "Chợ phiên Tết Bảo Lâm",
      from: "2027-01-30",
      to: "2027-02-03",
      opensAt: "06:00",
      closesAt: "17:00",
      venue: "chợ trung tâm xã Bảo Lâm",
      organizer: "UBND xã Bảo Lâm",
      focus: "lá dong, gạo nếp, lợn đen, đào",
    },
  },
  {
    text: "Từ 08h00 ngày 20/12/2026 đến 21h00 ngày 22/12/2026, tại Trung tâm Hội nghị tỉnh, Liên minh Hợp tác xã tỉnh phối hợp tổ chức “Hội chợ Hợp tác xã vùng Đông Bắc”.",
    said: {
      name: "Hội chợ Hợp tác xã vùng Đông Bắc",
      from: "2026-12-20",
      to: "2026-12-22",
      opensAt: "08:00",
      closesAt: "21:00",
      venue: "Trung tâm Hội nghị tỉnh",
      organizer: "Liên minh Hợp tác xã tỉnh",
    },
  },
  {
    text: "Mình là CLB Khởi nghiệp Cao Bằng, cuối năm mở Festival cà phê và đặc sản 30/12 - 2/1 tại phố đi bộ ven sông Bằng, từ 17h đến 22h30 nhé",
    said: {
      name: "Festival cà phê và đặc sản",
      from: "2026-12-30",
      to: "2027-01-02",
      opensAt: "17:00",
      closesAt: "22:30",
      venue: "phố đi bộ ven sông Bằng",
      organizer: "CLB Khởi nghiệp Cao Bằng",
    },
  },
  {
    text: "Hội Thanh minh Phúc Sen khai mạc ngày 4/4/2027, bế mạc ngày 5/4/2027 tại xóm Pác Rằng, xã Quảng Uyên do xã Quảng Uyên tổ chức",
    said: {
      name: "Hội Thanh minh Phúc Sen",
      from: "2027-04-04",
      to: "2027-04-05",
      venue: "xóm Pác Rằng, xã Quảng Uyên",
      organizer: "xã Quảng Uyên",
    },
  },
  {
    text: "Chợ đêm vùng cao tối thứ 7 12/12 ở TP. Cao Bằng, đoạn vườn hoa, BTC: Đoàn thanh niên phường Tân Giang. Trưng bày thổ cẩm, hương trầm, có múa sạp.",
    said: {
      name: "Chợ đêm vùng cao",
      from: "2026-12-12",
      to: "2026-12-12",
      venue: "TP. Cao Bằng",
      organizer: "Đoàn thanh niên phường Tân Giang",
      focus: "thổ cẩm, hương trầm",
    },
  },
  {
    text: "Lễ hội Nàng Hai mùng 5 tháng Giêng (tức ngày 10/2/2027), xóm Bản Guống, xã Quang Hán",
    said: { name: "Lễ hội Nàng Hai", from: "2027-02-10", to: "2027-02-10", venue: "xóm Bản Guống, xã Quang Hán" },
  },
  {
    text: "Hội chợ xuân kéo dài 7 ngày từ 25/1/2027, đăng ký gian hàng trước ngày 10/1",
    said: { name: "Hội chợ xuân", from: "2027-01-25", to: "2027-01-31" },
  },
  {
    text: "Hội làng Khuổi Ky 31/11 tại xóm Khuổi Ky",
    said: { name: "Hội làng Khuổi Ky", venue: "xóm Khuổi Ky" },
    problem: "no-such-day",
  },
  { text: "Phiên chợ cuối năm 28 đến 25/12", said: { name: "Phiên chợ cuối năm" }, problem: "days-backwards" },
  {
    text: "hội chợ OCOP xã em 20/12, 8h đến 25h",
    said: { name: "Hội chợ OCOP", from: "2026-12-20", to: "2026-12-20" },
    problem: "no-such-hour",
  },
  { text: "kéo dài đến hết ngày 24/12 nhé", said: { to: "2026-12-24" } },
  { text: "đơn vị tổ chức là Hội Phụ nữ xã Cô Ba", said: { organizer: "Hội Phụ nữ xã Cô Ba" } },
  { text: "à nhầm, dời sang 21-23/12", said: { from: "2026-12-21", to: "2026-12-23" } },
  { text: "mở cửa 7g30 thôi, 10 giờ đêm đóng cửa", said: { opensAt: "07:30", closesAt: "22:00" } },
  { text: "đổi tên thành Hội chợ Tết Nam Tuấn", said: { name: "Hội chợ Tết Nam Tuấn" } },
  {
    text: "Kính mời bà con tham dự chợ phiên Tổng Cọt họp ngày 13/12 từ 5h30 sáng đến trưa tại chợ Tổng Cọt, xã Tổng Cọt",
    said: {
      name: "Chợ phiên Tổng Cọt",
      from: "2026-12-13",
      to: "2026-12-13",
      opensAt: "05:30",
      venue: "chợ Tổng Cọt, xã Tổng Cọt",
    },
  },
  {
    text: "cho em dang le hoi xoi ngu sac voi a, ngay 2/1 den 3/1 nam sau, o xa nguyen binh, hoi phu nu xa nguyen binh to chuc",
    said: {
      name: "Le hoi xoi ngu sac",
      from: "2027-01-02",
      to: "2027-01-03",
      venue: "xa nguyen binh",
      organizer: "hoi phu nu xa nguyen binh",
    },
  },
  {
    text: "📣📣 HỘI CHỢ OCOP HÒA AN 📣📣\n🗓 18, 19, 20/12/2026\n⏰ 8h00 - 21h30\n📍 Sân vận động xã Hòa An\n👉 Đơn vị tổ chức: UBND xã Hòa An\nRất hân hạnh được đón tiếp!",
    said: {
      name: "HỘI CHỢ OCOP HÒA AN",
      from: "2026-12-18",
      to: "2026-12-20",
      opensAt: "08:00",
      closesAt: "21:30",
      venue: "Sân vận động xã Hòa An",
      organizer: "UBND xã Hòa An",
    },
  },
  {
    text: "Chủ nhật tuần này 29/11 xóm Khuổi Ky mở ngày hội du lịch cộng đồng, từ 7 giờ sáng, có đua thuyền và ẩm thực Tày",
    said: {
      name: "Ngày hội du lịch cộng đồng",
      from: "2026-11-29",
      to: "2026-11-29",
      opensAt: "07:00",
      organizer: "xóm Khuổi Ky",
    },
  },
  {
    text: "Trung tâm Văn hóa và Truyền thông Quảng Hòa phối hợp với Hội Nông dân tổ chức Phiên chợ đưa hàng Việt về nông thôn, thời gian 3 ngày từ 11/12, địa điểm sân chợ Quảng Uyên",
    said: {
      name: "Phiên chợ đưa hàng Việt về nông thôn",
      from: "2026-12-11",
      to: "2026-12-13",
      venue: "sân chợ Quảng Uyên",
      organizer: "Trung tâm Văn hóa và Truyền thông Quảng Hòa phối hợp với Hội Nông dân",
    },
  },
  {
    text: "Tuần hàng nông sản Thạch An tại siêu thị Cao Bằng, 15-21/12, mở từ 8h tới 22h, bán thạch đen, lê, hồng không hạt. Htx Thạch đen Thạch An tổ chức.",
    said: {
      name: "Tuần hàng nông sản Thạch An",
      from: "2026-12-15",
      to: "2026-12-21",
      opensAt: "08:00",
      closesAt: "22:00",
      venue: "siêu thị Cao Bằng",
      organizer: "Htx Thạch đen Thạch An",
      focus: "thạch đen, lê, hồng không hạt",
    },
  },
  {
    text: "Hội Lồng tồng Bảo Lạc ngày 14 tháng 2 năm 2027 (9 tháng Giêng âm lịch), sân vận động trung tâm xã Bảo Lạc",
    said: {
      name: "Hội Lồng tồng Bảo Lạc",
      from: "2027-02-14",
      to: "2027-02-14",
      venue: "sân vận động trung tâm xã Bảo Lạc",
    },
  },
  {
    text: "tổ chức tại nhà văn hóa trung tâm nhé, do đoàn thanh niên lo",
    said: { venue: "nhà văn hóa trung tâm", organizer: "đoàn thanh niên" },
  },
  { text: "giờ sửa lại là 9h đến 20h", said: { opensAt: "09:00", closesAt: "20:00" } },
  { text: "không phải 20-22 mà là 21-23/12", said: { from: "2026-12-21", to: "2026-12-23" } },
  {
    text: "Lễ khai mạc Lễ hội Thanh Minh lúc 20h00 ngày 04/4/2027 và kéo dài đến hết ngày 06/4/2027, tại xã Quảng Uyên. Chủ trì: UBND xã Quảng Uyên",
    said: {
      name: "Lễ hội Thanh Minh",
      from: "2027-04-04",
      to: "2027-04-06",
      venue: "xã Quảng Uyên",
      organizer: "UBND xã Quảng Uyên",
    },
  },
  { text: "báo hội chợ", said: {} },
  { text: "em muốn đăng một hội chợ ạ", said: {} },
];
