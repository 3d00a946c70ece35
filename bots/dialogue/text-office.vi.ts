/** What the office reads of its customers, and customers of the office, in Vietnamese. */

export const officeVi = {
  customerNamed: (name: string, channel: string, tail: string) => `khách ${name} (${channel} …${tail})`,
  customerUnnamed: (channel: string, tail: string) => `khách ${channel} …${tail}`,
  waits: (who: string, lines: string) => `${capital(who)} cần người trả lời:\n${lines}`,
  continues: (who: string, words: string) => `${capital(who)}: ${words}`,
  customerSaid: (words: string) => `Khách: ${words}`,
  botSaid: (words: string) => `Máy: ${words}`,
  sentFile: "(gửi ảnh hoặc tệp)",
  relay: "Trả lời",
  back: "Trả bot",
  nowRelaying: (who: string) => `Bạn đang trả lời ${who}: nhắn gì, khách nhận đúng như vậy. Xong thì nhắn “trả bot”.`,
  relayed: (who: string) => `Đã gửi ${who}.`,
  givenBack: (who: string) => `Đã trả ${who} lại cho trợ lý tự động.`,
  notHeld: "Khách này đang do trợ lý tự động trả lời rồi.",
  notAnswering: "Bạn không đang trả lời khách nào.",
  ownThread: "Đây là cuộc trò chuyện của chính bạn, không trả lời khách ở đây được.",
  nobodyWaits: "Không có khách nào đang chờ trả lời.",
  waitingNow: "Đang chờ trả lời:",
  othersWait: "Còn khách khác đang chờ: nhắn “trả lời”.",
  forWhom: (words: string) => `Câu này gửi cho ai?\n“${words}”`,
  dontSend: "Không gửi",
  notSent: "Đã bỏ, chưa gửi cho ai.",
  leftUnsent: (words: string) => `Câu “${words}” chưa gửi cho ai.`,
  noSuchConversation: "Mình không mở được cuộc trò chuyện đó.",
  officeHelp:
    "Máy này của văn phòng. Bạn nhắn:\n“ai đang chờ”: xem khách cần người trả lời\n“trả lời”: trả lời khách đang chờ; chỉ một khách chờ thì “trả lời chào bạn” là gửi luôn\n“trả bot”: trả khách lại cho trợ lý tự động\n“báo hội chợ”: đăng hội chợ, lễ hội\nKhách cần gọi lại, đơn cần báo nhà sản xuất: mình nhắn về đây. Muốn xem hàng như khách, nhắn “xem hàng”.",
  staffNeedsOffice: (who: string, words: string) => `${who}: ${words}`,
  organizers: "Ban tổ chức",
  officeWillCall: "Mình đã ghi vào danh sách cần gọi của văn phòng OCOP, văn phòng sẽ liên hệ với bạn.",
  nobodyBound:
    "Hiện chưa có người trực ở đây. Mình đã ghi lại để người phụ trách liên hệ với bạn. Trong lúc chờ, mình vẫn nhận đơn được.",
  complaintKept: "Rất xin lỗi bạn. Mình đã ghi lại để người phụ trách liên hệ với bạn.",
  fileNoted: {
    voice:
      "Mình chưa nghe được tin thoại nên đã ghi lại cho người phụ trách. Bạn nhắn bằng chữ thì mình trả lời ngay ạ.",
    photo: "Mình chưa xem được ảnh nên đã ghi lại cho người phụ trách. Bạn nhắn thêm bằng chữ thì mình trả lời ngay ạ.",
    file: "Mình chưa đọc được tệp này nên đã ghi lại cho người phụ trách. Bạn nhắn bằng chữ thì mình trả lời ngay ạ.",
  },
  personSpeaks: "(Nhân viên trả lời)",
  botIsBack: "Trợ lý tự động trả lời tiếp từ đây. Cần người thật, nhắn “gặp nhân viên”.",
  botIsHere: "Trợ lý tự động đang trả lời bạn đây ạ.",
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
