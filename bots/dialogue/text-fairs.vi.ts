/** What organizers read in chat while they tell of a fair, in Vietnamese. */

export const fairsVi = {
  boundOrganizer:
    "Đã gắn máy này cho ban tổ chức. Muốn báo hội chợ: nhắn một câu có tên, ngày, nơi mở, ai tổ chức; hoặc nhắn “báo hội chợ”, thiếu gì máy hỏi nấy.",

  askFairName: "Hội chợ, lễ hội này tên là gì ạ?",
  askFairDays: "Mở ngày nào đến ngày nào? Ví dụ “20-22/12”.",
  askFairLastDay: (from: string) => `Mở từ ${from}, đến hết ngày nào? Chỉ một ngày thì nhắn “một ngày”.`,
  askFairVenue: "Mở ở đâu? Ví dụ “sân vận động xã Trùng Khánh”.",
  askFairOrganizer: "Đơn vị nào tổ chức?",
  askFairMore: "Có giờ mở cửa, hàng bán chính hay ảnh thì gửi luôn nhé. Không thì nhắn “bỏ qua”.",
  skip: "Bỏ qua",

  fairCard: "Bạn xem lại giúp mình:",
  fairCardAgain: "Hội chợ này đã báo rồi. Bạn xem lại phần sửa:",
  fairDates: (dates: string) => `Thời gian: ${dates}`,
  fairHours: (hours: string) => `Giờ mở cửa: ${hours}`,
  fairOpens: (hour: string) => `Mở cửa: ${hour}`,
  fairCloses: (hour: string) => `Đóng cửa: ${hour}`,
  fairVenue: (place: string) => `Địa điểm: ${place}`,
  fairOrganizer: (name: string) => `Đơn vị tổ chức: ${name}`,
  fairFocus: (goods: string) => `Hàng bán chính: ${goods}`,
  fairDescription: (words: string) => `Giới thiệu: ${words}`,
  fairPhoto: "Ảnh: có",
  fairNoPosts:
    "Lưu ý: tên này có rượu, bia hoặc lời quảng cáo mà luật không cho, nên sẽ không có bài trên các kênh. Muốn có bài, nhắn tên khác.",
  fairConfirm: "Đúng thì bấm “Báo hội chợ”; sai chỗ nào bạn nhắn lại chỗ đó.",
  tellFair: "Báo hội chợ",
  editFair: "Sửa",
  fairEdit:
    "Sai chỗ nào bạn nhắn lại chỗ đó, ví dụ “ngày 21 đến 23/12”, “đổi chỗ sang sân vận động”, “tên là …”, “bỏ ảnh”. Thôi không báo nữa thì nhắn “bỏ”.",
  fairUnclear: "Mình chưa hiểu ý này.",
  fairFirst: "Bạn đang báo hội chợ. Muốn mua hàng thì nhắn “mua” trước; bản đang báo vẫn giữ.",
  fairLaidAside: "Giờ bạn đang mua như khách. Bản báo hội chợ còn giữ: nhắn “báo hội chợ” để làm tiếp.",
  fairNotBegun: "Bạn cứ nhắn tên hàng để mua như khách. Nhắn “báo hội chợ” để báo một hội chợ.",
  fairDropped: "Đã bỏ, chưa báo gì.",

  noSuchDay: (said: string) => `Không có ngày “${said}”, bạn xem lại giúp mình.`,
  whichCalendar: (said: string) =>
    `“${said}” là ngày âm hay ngày dương? Bạn nhắn thêm “âm lịch” hoặc “dương lịch” giúp mình.`,
  noSuchHour: (said: string) => `Giờ “${said}” chưa đúng, bạn nhắn lại từ 0h đến 23h59.`,
  fairBackwards: (said: string) => `Ngày cuối lại trước ngày đầu (“${said}”).`,
  fairOver: (to: string) => `Ngày ${to} đã qua rồi, bạn nhắn lại ngày sắp tới (ghi cả năm nếu là năm sau).`,
  fairTooLong: (field: string, most: number) => `${field} dài quá ${most} chữ cái, bạn nhắn lại ngắn hơn giúp mình.`,
  fairFields: { name: "Tên hội chợ", organizer: "Tên đơn vị tổ chức", venue: "Địa điểm", focus: "Phần hàng bán chính" },

  fairTold: (name: string, walls: string) => `Đã báo ${name}. Ít phút nữa có bài trên: ${walls}.`,
  fairToldQuietly: (name: string) => `Đã báo ${name}: có trong lịch hội chợ, không có bài trên các kênh.`,
  fairChanged: (name: string) => `Đã sửa ${name}. Trang và câu trả lời cho khách theo bản mới; bài đã đăng giữ nguyên.`,
  fairSame: (name: string) => `${name} đã báo đúng như vậy rồi, không có gì thay đổi.`,
  fairPage: "Xem trang hội chợ",

  fairsTold: "Bạn muốn sửa hội chợ nào?",
  whichFairOff: "Bạn muốn huỷ hội chợ nào?",
  askFairOff: (name: string, dates: string) =>
    `Huỷ ${name} (${dates})? Trang sẽ ghi “đã huỷ”, máy không giới thiệu với khách nữa. Nhắn “1” để huỷ, “2” để giữ.`,
  fairOff: "Huỷ hội chợ",
  fairIsOff: (name: string) =>
    `Đã huỷ ${name}. Bài chưa đăng sẽ không đăng nữa; bài đã đăng trên các kênh vẫn còn, bạn gỡ hoặc báo lại bằng tay giúp mình.`,
  noSuchFair: "Mình không thấy hội chợ đó trong lịch sắp tới.",
  noFairsTold: "Chưa có hội chợ nào được báo. Nhắn “báo hội chợ” để báo nhé.",

  fairs: "Hội chợ, lễ hội sắp tới:",
  allFairs: "Xem lịch hội chợ",
  expected: "dự kiến",
};
