/** The privacy page, in Vietnamese. A lawyer should read it before real customers do. */
export const privacy = {
  intro: (shop: string) =>
    `Trang này nói ${shop} giữ thông tin gì của bạn, để làm gì, giữ bao lâu, và bạn muốn xem, sửa hay xoá thì làm thế nào.`,
  /** Only where a language model is configured. */
  model:
    "Khi máy của chợ chưa hiểu một tin nhắn, phần chữ của tin đó, đã che tên, số điện thoại, địa chỉ và mã, có thể được gửi tới một dịch vụ mô hình ngôn ngữ, có khi đặt ở nước ngoài, để đoán bạn hỏi món nào; dịch vụ này không tự đặt, sửa hay huỷ gì thay bạn.",
  sections: [
    {
      title: "Chúng tôi giữ thông tin gì",
      lines: [
        "Tin nhắn bạn gửi cho chợ và câu trả lời, qua Zalo, Telegram hoặc khung chat trên trang này.",
        "Khi bạn đặt hàng: tên, số điện thoại, địa chỉ nhận hàng và những món bạn mua.",
        "Bạn nhắn qua nhiều kênh thì chúng tôi chỉ coi là một người khi bạn chứng minh: nhắn mã liên kết ở kênh kia, hoặc chia sẻ số điện thoại của chính mình rồi xác nhận. Gõ số điện thoại hay trùng tên thì không. Muốn tách ra, nhắn “bỏ liên kết”.",
        "Khung chat trên trang dùng một cookie tên “visitor” để nhận ra cuộc trò chuyện của bạn. Cookie này không theo dõi bạn ở trang khác, và chúng tôi không dùng công cụ quảng cáo hay thống kê của bên thứ ba.",
      ],
    },
    {
      title: "Để làm gì",
      lines: [
        "Trả lời câu hỏi, nhận và giao đơn hàng. Chúng tôi không dùng thông tin của bạn vào việc khác, và không gửi quảng cáo khi bạn chưa đồng ý.",
      ],
    },
    {
      title: "Ai được thấy",
      lines: [
        "Người bán nhận được tên, số điện thoại và địa chỉ trong đơn có hàng của họ, để gói và gửi hàng.",
        "Nhân viên văn phòng OCOP đọc cuộc trò chuyện khi bạn cần gặp người thật. Chúng tôi không bán thông tin cho ai.",
      ],
    },
    {
      title: "Giữ bao lâu",
      lines: [
        "Tin trong khung chat trên trang này được giữ 30 ngày. Đơn hàng được giữ theo thời hạn mà luật thuế và kế toán yêu cầu.",
      ],
    },
    {
      title: "Quyền của bạn",
      lines: [
        "Bạn có quyền xem, sửa, xoá thông tin của mình, rút lại đồng ý, và khiếu nại. Hãy nhắn “gặp nhân viên” trong khung chat, trên Zalo hoặc Telegram, rồi nói điều bạn muốn: chúng tôi trả lời trong 2 ngày làm việc.",
        "Tin nhắn đầu tiên do máy trả lời. Bạn có thể gặp người thật bất cứ lúc nào.",
      ],
    },
  ],
} as const;
