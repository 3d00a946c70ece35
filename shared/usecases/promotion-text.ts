/** What a post says, in Vietnamese: the message table of promotions. */
export const promotionText = {
  title: (mark: string, name: string) => `${mark} ${name}`,
  advertiser: (shop: string) => `Bên quảng cáo: ${shop}`,

  headline: (mark: string, shop: string, product: string) => `${mark} ${shop} giới thiệu: ${product}`,
  price: (price: string) => `Giá: ${price}`,
  samplePrice: "giá mẫu",
  seenPrice: "giá tham khảo, người bán xác nhận khi đặt",
  noPrice: "Giá: nhắn tin để hỏi người bán",
  producer: (name: string) => `Nhà sản xuất: ${name}`,
  chat: "Nhắn tin đặt hàng",
  page: "Xem sản phẩm",

  manyNew: (count: number) => `${count} sản phẩm mới lên chợ`,
  manyNewHeadline: (mark: string, shop: string, count: number) =>
    `${mark} ${shop} giới thiệu ${count} sản phẩm mới lên chợ`,
  makers: (producers: number, communes: number) =>
    communes === 0 ? `Của ${producers} nhà sản xuất` : `Của ${producers} nhà sản xuất ở ${communes} xã, phường`,
  maker: (name: string, commune: string | undefined) =>
    commune === undefined ? `Của ${name}` : `Của ${name}, ${commune}`,
  item: (name: string, price: string) => `• ${name}: ${price}`,
  itemUnpriced: (name: string) => `• ${name}`,
  others: (count: number) => `và ${count} sản phẩm khác`,
  shopPage: "Xem tất cả hàng trên chợ",

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
