/** What is said of goods that are back, or run low, in Vietnamese. */

export const stockVi = {
  awaited: (name: string) => `${name} đang hết. Có hàng lại mình nhắn bạn tại đây, một lần.`,
  /** Where the channel takes our messages only for so long after theirs. */
  reach: (days: string) => ` Kênh này chỉ cho nhắn trong ${days} ngày kể từ tin cuối của bạn.`,
  stop: " Thôi không cần báo nữa, nhắn “TC”.",
  back: (name: string) => `${name} có hàng lại rồi. Bạn đã nhờ mình báo; mình chỉ báo một lần này.`,
  see: "Xem hàng",
  low: (name: string, count: string, unit: string) =>
    `${name} sắp hết: còn ${count} ${unit}. Có thêm hàng thì gửi lại tên hàng, giá và số lượng.`,
};
