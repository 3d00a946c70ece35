/** What a post says, in Vietnamese: the message table of promotions. */
export const promotionText = {
  headline: (mark: string, shop: string, product: string) => `${mark} ${shop} giới thiệu: ${product}`,
  title: (mark: string, product: string) => `${mark} ${product}`,
  price: (pack: string, price: string) => `Giá: ${price}/${pack}`,
  samplePrice: "giá mẫu",
  seenPrice: "giá tham khảo, người bán xác nhận khi đặt",
  noPrice: "Giá: nhắn tin để hỏi người bán",
  producer: (name: string) => `Nhà sản xuất: ${name}`,
  advertiser: (shop: string) => `Bên quảng cáo: ${shop}`,
  chat: "Nhắn tin đặt hàng",
  page: "Xem sản phẩm",
} as const;
