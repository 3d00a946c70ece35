/** What is said of money, in Vietnamese. */

export const paymentVi = {
  byTransfer: "Chuyển khoản",
  onDelivery: "Trả khi nhận",
  total: (shipping: string, total: string) => `Phí giao ${shipping}. Tổng ${total}, chuyển khoản trước.`,
  totalOnly: (total: string) => `Tổng ${total}, chuyển khoản trước.`,
  noTransfer: (sellers: string) =>
    `${sellers} chưa có tài khoản nhận chuyển khoản ở đây nên đơn này trả khi nhận hàng bạn nhé.`,
  noAccount: (seller: string) => `${seller} không nhận chuyển khoản được nữa. Đơn chuyển sang trả khi nhận hàng:`,
  placed: (code: string, total: string) =>
    `Đã đặt! Mã đơn ${code}, tổng ${total}. Bạn chuyển khoản theo phiếu bên dưới nhé.`,
  slip: (seller: string, amount: string) => `Chuyển khoản cho ${seller}: ${amount}`,
  bank: (bank: string) => `Ngân hàng: ${bank}`,
  account: (number: string) => `Số tài khoản: ${number}`,
  holder: (name: string) => `Người nhận: ${name}`,
  memo: (code: string) => `Nội dung: ${code}`,
  slipHint: "Quét mã trong ảnh là đủ. Tự gõ thì ghi đúng nội dung, tiền về là mình báo bạn ngay.",
  sampleSlip: "MẪU, ĐỪNG CHUYỂN TIỀN: không ngân hàng nào có tài khoản này, mã trong ảnh được làm hỏng cố ý.",

  status: {
    due: "chờ chuyển khoản",
    part: "chuyển khoản còn thiếu",
    paid: "đã nhận tiền",
    over: "nhận thừa, sẽ hoàn lại",
    "refund-due": "sẽ hoàn tiền",
  },
  claimed: "Mình ghi nhận rồi, đang nhờ người bán kiểm tra. Thấy tiền về là mình báo bạn ngay.",
  nothingDue: "Mình không thấy khoản nào bạn còn phải chuyển. Nếu chưa đúng, nhắn “gặp nhân viên” nhé.",
  received: (amount: string, seller: string, code: string) =>
    `Đã nhận ${amount} cho ${seller}, đơn ${code}. Cảm ơn bạn!`,
  short: (amount: string, seller: string, missing: string) =>
    `Đã nhận ${amount} cho ${seller}, còn thiếu ${missing}. Bạn chuyển nốt phần thiếu với cùng nội dung giúp mình nhé.`,
  over: (amount: string, seller: string, excess: string) =>
    `Đã nhận ${amount} cho ${seller}, nhiều hơn ${excess} so với đơn. Người bán sẽ hoàn lại phần thừa cho bạn.`,
  late: (amount: string, seller: string) =>
    `Đã nhận ${amount} cho ${seller}, nhưng phần hàng này không còn trong đơn. Người bán sẽ hoàn lại cho bạn.`,
  willBeReturned: (amount: string) => `Tiền bạn đã chuyển (${amount}) sẽ được người bán hoàn lại.`,
  returned: (seller: string, code: string) =>
    `${seller} báo đã hoàn lại tiền của đơn ${code}. Chưa thấy thì nhắn “gặp nhân viên” nhé.`,

  parcelUnpaid: (amount: string) => `Khách chọn chuyển khoản ${amount}: chưa thấy tiền về.`,
  parcelPart: (received: string, missing: string) => `Khách đã chuyển ${received}, còn thiếu ${missing}.`,
  parcelPaid: (amount: string) => `Khách đã chuyển khoản đủ ${amount}: không thu thêm khi giao.`,
  moneyCame: "Đã nhận tiền",
  cameFor: (amount: string, code: string) => `Tiền về: ${amount} cho đơn ${code}.`,
  customerSays: (code: string, missing: string) =>
    `Khách nói đã chuyển khoản cho đơn ${code}, còn chờ ${missing}. Bạn xem tài khoản, thấy tiền thì bấm “Đã nhận tiền”.`,
  giveBack: (amount: string, code: string, seller: string) => `Cần hoàn ${amount} cho khách, đơn ${code} (${seller}).`,
  gaveBack: "Đã hoàn tiền",
  officeToo: (seller: string) => `${seller} giữ tiền; nhắc họ hoàn giúp.`,
  stray: (amount: string, memo: string, why: string) =>
    `Có ${amount} chưa biết của đơn nào (${why}). Nội dung: “${memo}”. Tìm ra và xử lý xong thì bấm “Đã xử lý”.`,
  strayWhy: {
    "unknown-code": "không có mã đơn",
    "several-parcels": "nhiều mã đơn",
    "wrong-account": "vào tài khoản không phải của người bán",
  },
  straySettled: "Đã xử lý",
  youNoted: "Đã ghi.",
  nothingOpen: "Khoản này đã ghi rồi, không còn gì phải làm.",
};
