/** What is said of whatever has waited too long, in Vietnamese. */

export const alertsVi = {
  unaccepted: (code: string) => `Đơn ${code} vẫn chờ bạn trả lời. Bạn nhận hay từ chối để khách khỏi đợi nhé:`,
  unshipped: (code: string) =>
    `Đơn ${code} bạn đã nhận mà chưa thấy gửi. Gửi rồi thì nhắn “đã gửi ${code}” kèm mã vận đơn; vướng gì nhắn văn phòng nhé:`,
  officeUnaccepted: (producer: string, code: string) =>
    `${producer} chưa trả lời đơn ${code}, văn phòng gọi giúp rồi ghi lại tại đây:`,
  officeUnshipped: (producer: string, code: string) =>
    `${producer} nhận đơn ${code} đã lâu mà chưa gửi hàng, văn phòng gọi hỏi giúp:`,
  unanswered: (code: string, name: string, phone: string) =>
    `Khách của đơn ${code} (${name}, ${phone}) đang chờ người trả lời. Bạn gọi khách giúp nhé.`,
  officeUnanswered: (channel: string) => `Khách trên ${channel} đã chờ lâu mà chưa ai trả lời:`,
  lapsed: (code: string) => `Đơn ${code} quá hạn không có trả lời nên đã huỷ. Hàng đã cộng lại vào kho của bạn.`,
  /** To the customer. */
  expired: (sellers: string, code: string) =>
    `Rất tiếc, ${sellers} chưa trả lời được đơn ${code} của bạn nên đơn đã được huỷ, bạn không phải trả gì. Bạn đặt món khác, hoặc nhắn “gặp nhân viên” để được giúp nhé.`,
  partlyExpired: (sellers: string, code: string, total: string) =>
    `Rất tiếc, ${sellers} chưa trả lời được phần hàng trong đơn ${code} nên phần này được bỏ khỏi đơn. Tổng mới: ${total}.`,
};
