/** The words that Zalo needs from us beyond what the dialogue says. */

export const text = {
  /** On the card by which a person hands over name, phone and address. */
  contactTitle: "Thông tin nhận hàng",
  contactSubtitle: "Bấm để gửi tên, số điện thoại và địa chỉ của bạn",
  /** Where buttons hang below a picture that nothing is said about: Zalo puts them under words alone. */
  choose: "Mời bạn chọn:",
} as const;
