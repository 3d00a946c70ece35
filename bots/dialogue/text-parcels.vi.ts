/** What is said of a parcel on its way, to the one who packs it and to the one who waits for it, in Vietnamese. */

export const parcelsVi = {
  open: "Đơn đang làm:",
  openLine: (code: string, status: string, goods: string, name: string) => `${code} (${status}): ${goods}, cho ${name}`,
  headed: (code: string, status: string) => `Đơn ${code}, ${status}:`,
  see: (code: string) => `Đơn ${code}`,
  /** Buttons. */
  step: { packed: "Đã gói", sent: "Đã gửi", delivered: "Khách đã nhận", returned: "Hàng hoàn" },
  guestsCame: "Khách đã đến",
  which: {
    packed: "Bạn đã gói đơn nào?",
    sent: "Bạn đã gửi đơn nào?",
    delivered: "Khách nhận đơn nào rồi?",
    returned: "Đơn nào bị hoàn?",
  },
  none: {
    packed: "Không có đơn nào chờ gói. Đơn mới cần nhắn “nhận” trước.",
    sent: "Không có đơn nào chờ gửi. Đơn mới cần nhắn “nhận” trước.",
    delivered: "Không có đơn nào đang giao.",
    returned: "Không có đơn nào đang giao để hoàn.",
  },
  needCode: "Bạn nhắn kèm mã đơn giúp mình, ví dụ “đã gửi K7Q2M4XZ”.",
  askShipment: (code: string) =>
    `Đơn ${code} gửi qua đâu, mã vận đơn là gì? Ví dụ “Viettel Post 123456789”. Tự giao thì nhắn “tự giao”.`,
  done: {
    packed: (code: string) =>
      `Đã ghi đơn ${code} gói xong, khách được báo. Muốn cho khách xem thì gửi một tấm ảnh gói hàng. Gửi hàng rồi nhắn “đã gửi”.`,
    sent: (code: string) =>
      `Đã ghi đơn ${code} gửi đi, khách được báo. Khách nhận được hàng thì nhắn “khách nhận rồi”.`,
    delivered: (code: string) => `Đã ghi khách nhận xong đơn ${code}. Cảm ơn bạn!`,
    returned: (code: string) =>
      `Đã ghi đơn ${code} hoàn về, khách được báo. Số hàng đã cộng lại vào kho để bán tiếp; nếu hàng hỏng, gửi lại tên hàng với số còn bán được.`,
  },
  pictured: "Đã gửi ảnh cho khách.",
  notNow: (code: string, status: string) => `Đơn ${code} đang ở bước “${status}” nên chưa ghi bước này được.`,

  via: (carrier: string) => ` qua ${carrier}`,
  tracking: (code: string) => `, mã vận đơn ${code}`,
  packedNews: (seller: string, code: string) => `${seller} đã gói xong hàng trong đơn ${code} của bạn.`,
  picturedNews: (seller: string, code: string) => `Gói hàng của bạn ở ${seller} (đơn ${code}) đây ạ.`,
  sentNews: (seller: string, code: string, way: string) => `${seller} đã gửi hàng trong đơn ${code} của bạn${way}.`,
  collect: (amount: string) => ` Nhận hàng bạn trả ${amount}.`,
  deliveredNews: (seller: string, code: string) =>
    `Hàng của ${seller} trong đơn ${code} đã giao xong. Cảm ơn bạn! Có gì chưa ổn, bạn nhắn ngay tại đây nhé.`,
  returnedNews: (seller: string, code: string) =>
    `Hàng của ${seller} trong đơn ${code} đã hoàn về người bán nên phần này được bỏ khỏi đơn.`,
  paidBack: "Tiền bạn đã trả cho phần này, người phụ trách sẽ liên hệ để trả lại.",
};
