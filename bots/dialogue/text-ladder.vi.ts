/** What the ladder of notices says where a chat doesn't reach a producer, in Vietnamese. */

export const ladderVi = {
  officeUnreached: (producer: string) => `Không nhắn được cho ${producer}, văn phòng gọi giúp:`,
  callProducer: (phone: string) => `Điện thoại nhà sản xuất: ${phone}`,
  invented: (phone: string) => `${phone} (số mẫu)`,
  cancelledTellProducer: (code: string) => `Khách đã huỷ đơn ${code}. Báo nhà sản xuất không cần chuẩn bị đơn này nữa.`,
  noProducerPhone: "Danh mục chưa có số điện thoại của nhà sản xuất này.",
  /** The row of the call list. */
  callAbout: {
    placed: (code: string) => `Báo đơn mới ${code}`,
    cancelled: (code: string) => `Báo khách huỷ ${code}`,
    unaccepted: (code: string) => `Hỏi có nhận đơn ${code} không`,
    unshipped: (code: string) => `Hỏi đã gửi đơn ${code} chưa`,
  },
  /** Up to 30 characters: they fill a template that was approved. */
  templateStatus: {
    placed: "Đơn mới, chờ bạn nhận",
    cancelled: "Khách đã huỷ đơn",
    unaccepted: "Vẫn chờ bạn nhận đơn",
    unshipped: "Đã nhận, chưa thấy gửi",
  },
  andMore: (count: number) => ` và ${count} món khác`,
};
