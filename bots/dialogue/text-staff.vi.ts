/** What producers and the office read in chat, in Vietnamese. */

export const staffVi = {
  boundProducer: (name: string) =>
    `Đã gắn máy này với ${name}. Đơn mới sẽ báo về đây. Muốn đăng hàng: gửi ảnh kèm một câu, ví dụ “Miến dong mới, 85k gói 500g, còn 100 gói”.`,
  boundStaff: "Đã gắn máy này. Thông báo sẽ gửi về đây.",
  unknownCode:
    "Mình không biết mã này. Nếu là mã mời, có thể mã đã dùng hoặc quá 7 ngày: bạn xin mã mới ở văn phòng OCOP nhé.",
  newParcel: (code: string) => `Có đơn mới, mã ${code}:`,
  parcelTotal: (amount: string, goods: string, shipping: string) =>
    `Thu của khách: ${amount} (hàng ${goods} + giao ${shipping}).`,
  parcelRecipient: (name: string, phone: string, address: string) => `Giao tới: ${name}, ${phone}, ${address}`,
  accept: "Nhận đơn",
  decline: "Từ chối",
  askReason: (code: string) =>
    `Vì sao không nhận được đơn ${code}? Nhắn một câu ngắn (ví dụ “hết hàng”, “hết phòng”) để mình báo khách.`,
  youAccepted: (code: string) => `Đã nhận đơn ${code}. Khách đã được báo.`,
  youDeclined: (code: string) => `Đã từ chối đơn ${code}. Khách đã được báo.`,
  alreadyDecided: (code: string, status: string) => `Đơn ${code} đã xử lý rồi: ${status}.`,
  noSuchParcel: "Mình không thấy đơn đó trong đơn của bạn.",
  noWaitingParcels: "Không có đơn nào đang chờ bạn.",
  orderCancelledByCustomer: (code: string) => `Khách đã huỷ đơn ${code}. Bạn không cần chuẩn bị nữa.`,
  officeUnbound: (producer: string) => `${producer} chưa gắn máy nào, văn phòng gọi giúp:`,

  callCustomer: (name: string, phone: string, news: string) =>
    `Không nhắn được cho khách ${name}, ${phone}. Gọi giúp: ${news}`,
  newLead: (interest: string, name: string, phone: string) =>
    `Khách cần gọi lại: ${[name, phone, interest].filter(Boolean).join(", ")}`,

  sellHelp: "Gửi ảnh và một câu để đăng hàng, nhắn “đơn” để xem đơn chờ, nhắn “mua” để mua hàng như khách.",
  nowBuying: "Giờ bạn đang mua như khách. Nhắn “bán” để quay lại gian hàng.",
  nowSelling: "Đã về gian hàng của bạn.",
  askListingName: "Tên hàng là gì ạ?",
  askListingPrice: "Giá bán bao nhiêu, một gói hay một cân? Ví dụ “85k gói 500g”.",
  askListingStock: "Còn bao nhiêu để bán? Nhắn số, hoặc “làm theo đơn”.",
  askListingPhoto: "Gửi một tấm ảnh của hàng, hoặc nhắn “không có ảnh”.",
  listingCard: (name: string, price: string, unit: string, stock: string) =>
    `Đăng hàng này nhé?\n${name}\nGiá: ${price}/${unit}\n${stock}`,
  stockCount: (count: string, unit: string) => `Số lượng: ${count} ${unit}`,
  madeToOrder: "Làm theo đơn",
  publish: "Đăng",
  drop: "Bỏ",
  published: (name: string, link: string) =>
    `Đã đăng ${name}. Bài giới thiệu sẽ lên các kênh trong ít phút. Trang hàng: ${link}`,
  listedAnew: (name: string, link: string) => `Đã cập nhật ${name}: ${link}`,
  listedUnposted: (name: string, link: string) =>
    `Đã đăng ${name}: ${link}. Hàng này chưa được quảng cáo theo quy định nên không có bài trên các kênh.`,
  listedUnseen: (name: string) =>
    `Đã ghi ${name}, nhưng rượu (hoặc đồ uống chưa rõ độ cồn) không được bày bán và quảng cáo trên mạng. Nếu không phải rượu, báo văn phòng OCOP ghi độ cồn giúp.`,
  forbiddenClaim: (words: string) =>
    `Tên hàng không được nói chữa bệnh hay tác dụng như thuốc (“${words}”). Bạn đặt lại tên rồi đăng nhé.`,
  listingLeft: (name: string) => `${name} chưa đăng, mình để lại đó.`,
  dropped: "Đã bỏ, chưa đăng gì.",
  producerClosed: "Cơ sở của bạn chưa được văn phòng xác nhận nên chưa đăng được. Liên hệ văn phòng OCOP nhé.",
  photoLost: "Mình không lấy được ảnh này. Bạn gửi lại giúp mình.",
};
