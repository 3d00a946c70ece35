/** What people read when their chats on several channels are joined, in Vietnamese. */

export const joiningVi = {
  linkCode: (code: string) =>
    `Mã liên kết của bạn: ${code}\nBạn mở chợ trên kênh kia (Zalo, Telegram hoặc khung chat trên web) rồi nhắn đúng mã này. Mã dùng một lần, trong 15 phút. Ai nhắn mã này sẽ xem được đơn của bạn, nên bạn đừng đưa cho người khác nhé.`,
  linkedWith: (channel: string) =>
    `Mình nhận ra bạn rồi: cuộc trò chuyện này và ${channel} của bạn đã liên kết. “đơn của tôi” ở nơi nào cũng đủ đơn; nơi này không nhận được tin thì mình nhắn nơi kia. Không phải bạn? Nhắn “bỏ liên kết”.`,
  cameOver: (channel: string) => `Đơn bạn chọn dở bên ${channel}, mình chuyển sang đây để đặt tiếp:`,
  wentOn: (channel: string) => `Đơn đang chọn dở ở đây mình đã chuyển sang ${channel}.`,
  ownLink: "Mã này là của chính cuộc trò chuyện này. Bạn nhắn mã ở kênh kia (Zalo, Telegram hoặc web) giúp mình nhé.",
  staleLink:
    "Mã liên kết này đã dùng hoặc quá 15 phút. Bạn nhắn “liên kết” ở kênh kia để lấy mã mới, rồi nhắn mã vào đây nhé.",
  alreadyLinked: "Hai nơi này đã liên kết với nhau rồi, bạn không cần làm gì thêm.",
  tooManyContacts: (most: number) =>
    `Mỗi người liên kết nhiều nhất ${most} cuộc trò chuyện. Bạn nhắn “bỏ liên kết” ở nơi không dùng nữa rồi thử lại nhé.`,
  unlinked:
    "Đã bỏ liên kết: từ giờ cuộc trò chuyện này đứng riêng, chỉ thấy đơn đặt ở đây. Muốn nối lại, nhắn “liên kết”.",
  notLinked: "Cuộc trò chuyện này chưa liên kết với nơi nào. Muốn liên kết, nhắn “liên kết”.",
  samePerson: (channel: string, when: string) =>
    `Lúc ${when}, có người nhắn với chợ trên ${channel} và để lại đúng số điện thoại này. Có phải chính bạn không? Nhắn “ừ” thì hai nơi sẽ thấy đơn của nhau; không phải thì nhắn “không”.`,
  samePersonYes: "Đúng là mình",
  samePersonNo: "Không phải",
  notSamePerson: "Dạ vâng, hai nơi vẫn để riêng.",
  claimGone: "Mình không còn thấy cuộc trò chuyện kia nên chưa liên kết gì. Muốn liên kết, nhắn “liên kết” nhé.",

  answeredElsewhere: (channel: string, other: string) =>
    `Khách không nhận được tin trên ${channel}, câu trả lời của bạn đã tới khách qua ${other}. Khách trả lời ở đó thì máy tiếp chuyện; muốn nói tiếp, bấm “Trả lời”.`,
  answeredNowhere: (channel: string, words: string) =>
    `Khách không nhận được tin trên ${channel} và không có nơi nào khác để nhắn. Câu chưa tới khách: ${words}`,
};
