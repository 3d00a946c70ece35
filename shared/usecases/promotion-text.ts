/** What a post says, in Vietnamese: the message table of promotions. */
export const promotionText = {
  title: (mark: string, name: string) => `${mark} ${name}`,
  advertiser: (shop: string) => `Bên quảng cáo: ${shop}`,

  headline: (mark: string, shop: string, product: string) => `${mark} ${shop} giới thiệu: ${product}`,
  price: (pack: string, price: string) => `Giá: ${price}/${pack}`,
  samplePrice: "giá mẫu",
  seenPrice: "giá tham khảo, người bán xác nhận khi đặt",
  noPrice: "Giá: nhắn tin để hỏi người bán",
  producer: (name: string) => `Nhà sản xuất: ${name}`,
  chat: "Nhắn tin đặt hàng",
  page: "Xem sản phẩm",

  fairHeadline: (mark: string, shop: string, fair: string) => `${mark} ${shop} mời bạn đến: ${fair}`,
  dates: (dates: string) => `Thời gian: ${dates}`,
  expectedDates: (dates: string) => `Thời gian (dự kiến): ${dates}`,
  hours: (hours: string) => `Giờ mở cửa: ${hours}`,
  place: (place: string) => `Địa điểm: ${place}`,
  formerly: (place: string, formerly: string) => `Địa điểm: ${place} (trước đây: ${formerly})`,
  focus: (products: string) => `Sản phẩm chính: ${products}`,
  organizer: (name: string) => `Đơn vị tổ chức: ${name}`,
  fairPage: "Xem thông tin hội chợ",
} as const;
