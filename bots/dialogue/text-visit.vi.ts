/** What people read of stays and tours in chat, in Vietnamese. */

const WEEKDAYS = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];

export const visitVi = {
  weekday: (number: string) => WEEKDAYS[Number(number) - 1] ?? "",
  days: (from: string, to: string) => `${from} – ${to}`,
  until: (day: string) => `về ${day}`,
  nights: (count: string) => `${count} đêm`,
  rooms: (count: string) => `${count} phòng`,
  people: (count: string) => `${count} người`,

  askStay: (name: string) => `${name}: bạn đến ngày nào, ở mấy đêm? Ví dụ “20/12, 2 đêm”.`,
  askTour: (name: string) => `${name}: bạn đi ngày nào? Ví dụ “thứ bảy này” hoặc “20/12”.`,
  askArrival: (name: string, known: string) => `${name}, ${known}: bạn đến ngày nào?`,
  askNights: (name: string, known: string) => `${name}, ${known}: bạn ở mấy đêm?`,
  askPeople: (name: string, known: string) => `${name}, ${known}: có mấy người ạ?`,
  past: "Ngày đó đã qua rồi.",
  impossible: "Mình không thấy ngày đó trong lịch (và mỗi lần ở nhiều nhất 90 đêm).",
  "which-calendar":
    "Ngày đó âm hay dương ạ? Bạn nhắn rõ giúp mình, ví dụ “5/12 dương”, “mùng 5 tháng Chạp”, “mùng 2 Tết”.",
  backwards: "Ngày về phải sau ngày đến.",
  tooLong: "Mỗi lần ở nhiều nhất 90 đêm, bạn nhắn lại số đêm giúp mình.",
  nobody: "Số người phải từ 1 trở lên, bạn nhắn lại giúp mình.",
  crowd:
    "Đoàn trên 50 người thì phải có người xếp chỗ: bạn nhắn “gặp nhân viên” giúp mình. Nếu gõ nhầm, bạn nhắn lại số người.",
  outOfSeason: (name: string, days: string, from: string, to: string) =>
    `${name} không đón khách ${days} (mùa từ ${from} đến ${to}). Bạn chọn ngày khác, hay đến mùa mình nhắn bạn nhé?`,

  price: (amount: string, unit: string) => `${amount}/${unit}/đêm`,
  bookStay: "Đặt phòng",
  bookTour: "Đặt tour",
  onTheWay: (name: string, known: string) => `${name}: ${known}`,
  notSaid: "chưa rõ ngày",
  subtotal: (amount: string) => `Tạm tính: ${amount}`,
  total: (total: string) => `Tổng ${total}, trả khi đến nơi. Không có phí giao.`,
  mixedTotal: (shipping: string, total: string) =>
    `Phí giao ${shipping}. Tổng ${total}, hàng trả khi nhận, phòng và tour trả khi đến.`,
  guest: (name: string, phone: string) => `Người đặt: ${name}, ${phone}`,
  needName: "tên người đặt",
  book: "Đặt chỗ",
  ask: "Đúng thì bấm “Đặt chỗ” hoặc nhắn “ừ”; sai chỗ nào bạn nhắn lại chỗ đó.",
  askName: "Muốn ghi tên người đặt khác thì nhắn tên. Đúng rồi thì bấm “Đặt chỗ” hoặc nhắn “ừ”.",
  moreRooms: "Cần thêm phòng thì nhắn, ví dụ “2 phòng”.",
  placed: (code: string, total: string) => `Đã đặt! Mã đơn ${code}, tổng ${total}, trả khi đến nơi.`,
  placedNext:
    "Nơi đón khách xác nhận còn chỗ là mình báo bạn ngay. Xem đơn: nhắn “đơn của tôi”. Huỷ khi chưa xác nhận: nhắn “huỷ”.",
  line: (name: string, visit: string) => `    ${name}: ${visit}`,
  accepted: (seller: string, code: string, visits: string) =>
    `${seller} đã nhận đặt chỗ, mã đơn ${code}: ${visits}. Hẹn gặp bạn!`,
  declined: (seller: string, code: string, visits: string, reason: string) =>
    `${seller} không đón được: ${visits} (mã đơn ${code})${reason}. Phần này đã được bỏ khỏi đơn; bạn nhắn ngày khác để đặt lại nhé.`,

  byDays: "Nhận khách theo ngày, bạn xác nhận từng lượt",
  newStay: (code: string) => `Có khách đặt phòng, mã ${code}:`,
  newTour: (code: string) => `Có khách đặt tour, mã ${code}:`,
  collect: (amount: string) => `Thu của khách khi đến: ${amount}.`,
  contact: (name: string, phone: string) => `Khách: ${name}, ${phone}`,
  peopleNotSaid: "chưa nói mấy người",
  accept: "Nhận khách",
};
