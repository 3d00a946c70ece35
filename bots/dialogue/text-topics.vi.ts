/** What is answered beside orders, in Vietnamese: terms of sale, small talk, second thoughts. */

export const topicsVi = {
  injection: "Mình chỉ nhận đơn theo giá người bán niêm yết, và chỉ đặt khi bạn xác nhận. Bạn cần mua gì ạ?",
  bargain: "Giá do người bán niêm yết nên mình không tự bớt được, bạn thông cảm nhé.",
  payment:
    "Bạn trả tiền khi nhận hàng, hoặc chuyển khoản trước nếu người bán có tài khoản: lúc xác nhận đơn, nhắn “chuyển khoản” là có mã quét.",
  invoice: "Hoá đơn do người bán xuất: bạn cứ đặt hàng rồi nhắn “gặp nhân viên” kèm thông tin xuất hoá đơn nhé.",
  delivery: "Bên mình gửi toàn quốc, người bán nhận đơn là mình báo bạn ngay.",
  howLong:
    "Giao mất mấy ngày còn tuỳ nơi nhận và lúc người bán gửi, nên mình chưa hẹn được ngày; người bán nhận đơn là mình báo bạn ngay. Cần hẹn ngày, nhắn “gặp nhân viên”.",
  returns: "Bạn kiểm hàng khi nhận; hàng hỏng hoặc sai thì nhắn ngay ở đây kèm ảnh, người phụ trách sẽ giải quyết.",
  place:
    "Hàng do các cơ sở ở Cao Bằng bán trực tiếp và gửi tận nơi; bạn đặt ngay tại đây. Cần địa chỉ cụ thể, nhắn “gặp nhân viên”.",
  wish: "Dạ, giờ giao và cách gói bạn dặn thêm khi người bán gọi xác nhận nhé.",
  machine: "Mình là trợ lý tự động. Cần người thật, bạn nhắn “gặp nhân viên” nhé.",
  advice: "Đặc sản ở đây có mấy nhóm, bạn xem thử nhé:",
  later: "Dạ, khi nào cần bạn cứ nhắn mình nhé.",
  thanks: "Dạ, cảm ơn bạn!",
  chat: "Dạ 😊 Bạn cần mua gì cứ nhắn mình nhé.",
  whichStill: "Còn món ở trên: Bạn lấy loại nào? Nhắn số hoặc tên giúp mình.",
};
