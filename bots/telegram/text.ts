/** The words that Telegram needs from us beyond what the dialogue says. */

export const text = {
  shareContact: "📱 Gửi số điện thoại của tôi",
} as const;
