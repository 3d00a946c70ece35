/** What people read in chat, in Vietnamese. The English table has the same entries. */
import { type LunarDay } from "../../shared/domain/lunar.ts";
import { alertsVi } from "./text-alerts.vi.ts";
import { fairFactsVi } from "./text-fair-facts.vi.ts";
import { fairsVi } from "./text-fairs.vi.ts";
import { joiningVi } from "./text-joining.vi.ts";
import { ladderVi } from "./text-ladder.vi.ts";
import { officeVi } from "./text-office.vi.ts";
import { paymentVi } from "./text-payment.vi.ts";
import { parcelsVi } from "./text-parcels.vi.ts";
import { proposalVi } from "./text-proposal.vi.ts";
import { stockVi } from "./text-stock.vi.ts";
import { seasonsVi } from "./text-seasons.vi.ts";
import { topicsVi } from "./text-topics.vi.ts";
import { staffVi } from "./text-staff.vi.ts";
import { visitVi } from "./text-visit.vi.ts";

/** `what`: "2 gói", "20/12 – 22/12/2026, 4 người; 2 đêm × 1 phòng". */
const LUNAR_MONTHS: Readonly<Record<number, string>> = { 1: "Giêng", 12: "Chạp" };

export type Line = { name: string; what: string; price: string; amount: string };

const customers = {
  greeting: (shop: string, privacy: string) =>
    `Chào bạn! Mình là trợ lý tự động của ${shop} (máy trả lời). Hàng do các hợp tác xã, hộ sản xuất ở Cao Bằng trực tiếp bán; mình giữ thông tin của bạn ra sao, xem tại ${privacy}`,
  invite:
    "Bạn cứ nhắn như bình thường, ví dụ “cho mình 2 gói miến dong”, hoặc chọn bên dưới. Cần người thật, nhắn “gặp nhân viên”.",
  sampleShop: "Đây là cửa hàng mẫu: giá và số điện thoại do chương trình đặt ra, đơn không được giao.",

  menu: "Bạn muốn xem nhóm hàng nào?",
  groups: {
    "thực phẩm": "Thực phẩm",
    "đồ uống": "Đồ uống",
    "dược liệu": "Dược liệu",
    "thủ công mỹ nghệ": "Thủ công mỹ nghệ",
    "sinh vật cảnh": "Sinh vật cảnh",
    "du lịch": "Du lịch",
  },
  browse: "Xem hàng",
  byCommune: "Theo vùng",
  whichDistrict: "Bạn muốn xem hàng của vùng nào?",
  more: "Xem thêm",
  newGoods: "Hàng mới lên chợ:",
  listing: (title: string) => `${title}:`,
  listingEnd: "Nhắn số để xem, hoặc nhắn tên hàng bạn cần.",
  nothingHere: "Nhóm này hiện chưa có hàng.",
  noPrice: "chưa có giá, nhắn để hỏi",
  sampleMark: "giá mẫu",
  price: (amount: string, unit: string) => `${amount}/${unit}`,
  pack: (pack: string) => `(${pack})`,
  left: (count: string, unit: string) => `còn ${count} ${unit}`,
  soldOut: "tạm hết",
  soldBy: (seller: string) => `Người bán: ${seller}`,
  place: (place: string) => `Vùng làm ra: ${place}`,
  add: (unit: string) => `Lấy 1 ${unit}`,
  take: (what: string) => `Lấy ${what}`,
  takeIt: "Lấy",
  amountOf: (amount: string, name: string) => `${amount} ${name}`,
  takeThese: (what: string, sum: string) => `${what}: ${sum} (chưa gồm phí giao). Bạn lấy nhé?`,
  viewCart: "Xem giỏ",
  notKnown: (names: string) => `Ở đây chưa bán ${names}.`,
  seeInstead: "Bạn xem các nhóm hàng ở đây nhé:",
  searchEmpty: "Mình chưa tìm thấy món đó. Bạn xem theo nhóm nhé:",

  which: "Bạn lấy loại nào?",
  whatInEach: (count: string) =>
    `Dạ, ${count} phần. Mỗi phần gồm những gì ạ? Ví dụ “mỗi phần 1 gói miến dong, 1 hộp trà Kolia”.`,
  ofWhat: "Dạ, bạn lấy món nào ạ? Nhắn tên hàng giúp mình, hoặc chọn nhóm:",
  howMany: (name: string, unit: string) => `Bạn lấy mấy ${unit} ${name}?`,
  badQuantity: (name: string) => `Số lượng ${name} chưa rõ. Bạn nhắn lại số cụ thể giúp mình (từ 1 đến 9.999).`,
  conversion: (said: string, name: string, offered: string) =>
    `${name} bán theo gói sẵn: ${said} tương đương ${offered}. Bạn lấy ${offered} nhé?`,
  converted: (said: string, name: string, offered: string) =>
    `${said} ${name} mình tính thành ${offered} (bán theo gói sẵn). Bạn xem lại bên dưới nhé.`,
  outOfSeason: (name: string, from: string, to: string) =>
    `${name} đang trái mùa (mùa từ ${from} đến ${to}) nên chưa đặt được. Khi có hàng mình nhắn bạn nhé?`,
  inSeasonNow: (names: string) => `Đang đúng mùa: ${names}.`,
  notInUnit: (name: string, units: string) => `${name} bán theo ${units}. Bạn lấy bao nhiêu?`,
  askPriceFirst: (name: string) =>
    `${name} chưa có giá nên chưa đặt được. Mình đã ghi lại để người bán báo giá; bạn để lại số điện thoại giúp mình nhé.`,
  notSoldInChat: (name: string) =>
    `${name} không bán qua chat được (quy định về rượu). Bạn mua trực tiếp tại cơ sở nhé.`,
  noLongerSold: (name: string) => `${name} hiện không bán nữa, mình đã bỏ khỏi giỏ.`,
  closed: (name: string, seller: string) => `${name}: ${seller} tạm chưa nhận đơn.`,
  outOfStock: (name: string, left: string, unit: string) => `${name} chỉ còn ${left} ${unit}. Bạn lấy bao nhiêu?`,
  allSoldOut: (name: string) => `${name} vừa hết hàng, mình đã bỏ khỏi giỏ.`,

  cartTitle: "Giỏ của bạn:",
  cartLine: ({ name, what, amount }: Line) => `${name}: ${what} = ${amount}`,
  cartTotal: (amount: string) => `Tiền hàng: ${amount} (chưa gồm phí giao)`,
  cartEmpty: "Giỏ đang trống. Bạn muốn mua gì ạ?",
  cartCleared: "Mình đã bỏ hết giỏ hàng.",
  removed: (name: string) => `Đã bỏ ${name}.`,
  lessened: (name: string, quantity: string) => `Đã bớt ${quantity} ${name}.`,
  notInCart: (name: string) => `Trong giỏ không có ${name}.`,
  checkout: "Đặt hàng",
  clear: "Bỏ giỏ",
  tooManyLines: (most: number) => `Một đơn nhận nhiều nhất ${most} dòng hàng. Bạn đặt đơn này trước rồi đặt tiếp nhé.`,

  needAll: "Bạn cho mình tên, số điện thoại và địa chỉ nhận hàng nhé (nhắn thế nào cũng được).",
  need: (what: string) => `Bạn cho mình thêm ${what} nhé.`,
  needName: "tên người nhận",
  needPhone: "số điện thoại",
  needAddress: "địa chỉ nhận hàng",
  and: " và ",
  badPhone: "Số điện thoại này chưa đúng. Bạn nhắn lại số 10 chữ số, ví dụ 0912 345 678.",
  contactKept: "Mình ghi lại rồi nhé.",
  phoneKept: "Mình ghi lại rồi, người phụ trách sẽ liên hệ với bạn. Muốn đặt hàng, bạn cứ nhắn tên hàng nhé.",
  unnamed: "Khách",
  onTheMap: (place: string) => `vị trí: ${place}`,
  mapKept: "Mình ghi thêm vị trí này vào địa chỉ của bạn.",
  mapNeedsWords: "Mình giữ vị trí này rồi; bạn nhắn thêm địa chỉ bằng chữ (số nhà, xóm, xã/phường) để gửi hàng nhé.",

  confirmTitle: "Bạn xem lại đơn giúp mình:",
  confirmLine: ({ name, what, price, amount }: Line) => `${name}: ${what} × ${price} = ${amount}`,
  confirmTotal: (shipping: string, total: string) => `Phí giao ${shipping}. Tổng ${total}, trả khi nhận hàng.`,
  confirmSellers: (sellers: string) => `Người bán: ${sellers}`,
  confirmRecipient: (name: string, phone: string, address: string) => `Giao tới: ${name}, ${phone}, ${address}`,
  confirmAsk: "Đúng thì bấm “Đặt hàng” hoặc nhắn “ừ”; sai chỗ nào bạn nhắn lại chỗ đó.",
  confirmAskName: "Muốn ghi tên người nhận khác thì nhắn tên. Đúng rồi thì bấm “Đặt hàng” hoặc nhắn “ừ”.",
  whichCommune: (choices: string) => `Tên xã này có ở mấy nơi, bạn nhắn số giúp mình: ${choices}.`,
  stillWaiting: "Đơn ở trên vẫn đang chờ: nhắn “ừ” để đặt, hoặc nhắn chỗ cần sửa.",
  yes: "Đặt hàng",
  notYet: "Để sau",
  keptForLater: "Mình giữ giỏ cho bạn. Khi nào đặt, nhắn “đặt hàng”.",
  placed: (code: string, total: string) => `Đã đặt! Mã đơn ${code}, tổng ${total}, trả khi nhận hàng.`,
  placedNext:
    "Người bán xác nhận là mình báo bạn ngay. Xem đơn: nhắn “đơn của tôi”. Huỷ khi chưa xác nhận: nhắn “huỷ”.",
  priceChanged: (name: string, price: string) =>
    `${name} vừa đổi giá thành ${price}. Bạn xem lại rồi xác nhận giúp mình:`,

  nothingBefore: "Mình chưa thấy đơn trước của bạn ở đây. Bạn nhắn giúp mình tên hàng và số lượng nhé.",
  noOrders: "Mình không thấy đơn nào của bạn ở đây. Nếu bạn đã đặt ở nơi khác, nhắn “gặp nhân viên” nhé.",
  orderLine: (code: string, status: string, total: string, when: string) =>
    `${code}: ${status}, ${total}, đặt lúc ${when}`,
  parcelLine: (seller: string, status: string) => `  • ${seller}: ${status}`,
  orderStatus: {
    placed: "chờ người bán xác nhận",
    confirmed: "người bán đã nhận đơn",
    "partly-declined": "có phần không giao được",
    completed: "đã xong",
    cancelled: "đã huỷ",
    expired: "đã hết hạn",
  },
  parcelStatus: {
    waiting: "chờ xác nhận",
    accepted: "đã nhận đơn",
    declined: "không nhận được",
    packed: "đã đóng gói",
    sent: "đang giao",
    delivered: "đã giao",
    returned: "đã trả lại",
    cancelled: "đã huỷ",
    expired: "quá hạn, không ai nhận",
  },
  cancelOrder: (code: string) => `Huỷ ${code}`,
  cancelled: (code: string) => `Đã huỷ đơn ${code}.`,
  tooLate: (code: string) =>
    `Đơn ${code} người bán đã nhận nên không tự huỷ được. Mình nhắn người phụ trách gọi lại cho bạn nhé.`,
  reopened: (code: string) =>
    `Đơn ${code} vừa đặt mình mở lại để sửa; đơn cũ vẫn giữ cho tới khi bạn xác nhận đơn mới.`,
  tooLateToChange: (code: string) =>
    `Đơn ${code} người bán đã nhận nên không tự sửa được. Mình đã nhắn người phụ trách liên hệ với bạn.`,
  nothingToCancel: "Bạn không có đơn nào đang chờ để huỷ.",
  whichToCancel: "Bạn muốn huỷ đơn nào?",
  noOrderOfCode: (code: string) => `Mình không thấy đơn ${code} trong các đơn của bạn, nên chưa huỷ gì cả.`,
  alreadyCancelled: (code: string) => `Đơn ${code} đã huỷ từ trước rồi.`,
  noSuchOrder: "Mình không thấy đơn đó.",

  parcelAccepted: (seller: string, code: string) => `${seller} đã nhận đơn ${code} của bạn và đang chuẩn bị hàng.`,
  parcelDeclined: (seller: string, code: string, reason: string) =>
    `${seller} không nhận được phần hàng trong đơn ${code}${reason}. Phần này đã được bỏ khỏi đơn.`,
  reason: (reason: string) => ` (lý do: ${reason})`,
  newTotal: (total: string) => `Tổng mới: ${total}.`,
  nothingLeft: "Đơn không còn phần nào nên đã được huỷ, bạn không phải trả gì.",

  person: "Gặp nhân viên",
  personCalled: "Mình đã nhắn người phụ trách, họ sẽ trả lời bạn tại đây. Trong lúc chờ, mình vẫn nhận đơn được.",
  complaintNoted: "Khiếu nại",
  missedTwice: "máy chưa hiểu hai lần liền",
  enquiryPhone:
    "Cảm ơn anh/chị đã quan tâm. Giá sỉ và hợp tác do người bán trả lời trực tiếp: anh/chị để lại số điện thoại, người phụ trách sẽ gọi lại.",
  enquiryKept: "Cảm ơn anh/chị. Mình đã ghi lại, người phụ trách sẽ liên hệ báo giá.",
  complaint: "Rất xin lỗi bạn. Mình đã chuyển cho người phụ trách, họ sẽ trả lời bạn tại đây.",
  toPerson: {
    voice:
      "Mình chưa nghe được tin thoại nên đã chuyển cho người phụ trách. Bạn nhắn bằng chữ thì mình trả lời ngay ạ.",
    photo: "Mình chưa xem được ảnh nên đã chuyển cho người phụ trách. Bạn nhắn thêm bằng chữ thì mình trả lời ngay ạ.",
    file: "Mình chưa đọc được tệp này nên đã chuyển cho người phụ trách. Bạn nhắn bằng chữ thì mình trả lời ngay ạ.",
  },
  subscribed: "Mình ghi lại rồi, có hàng mới hoặc ưu đãi sẽ nhắn bạn. Muốn dừng, nhắn “TC”.",
  unsubscribed: "Mình sẽ không gửi tin quảng bá cho bạn nữa.",
  noEvents: "Hiện mình chưa có lịch hội chợ hay chương trình nào. Khi có mình nhắn bạn nhé?",
  seasons: seasonsVi,
  fairFacts: fairFactsVi,
  topics: topicsVi,
  visits: visitVi,
  money: paymentVi,
  feePerSeller: (fee: string) => `Phí giao ${fee} cho mỗi người bán trong đơn.`,
  byMoon: (days: string) => `Tính ra dương lịch: ${days}.`,
  lunarDay: ({ day, month, leap }: LunarDay) =>
    `${day === 15 ? "rằm" : day > 10 ? day : `mùng ${day}`} tháng ${LUNAR_MONTHS[month] ?? month}${leap ? " nhuận" : ""}`,
  parcels: parcelsVi,
  alerts: alertsVi,
  stock: stockVi,
  notUnderstood: "Mình chưa hiểu ý bạn. Bạn chọn giúp mình:",
  notUnderstoodHere:
    "Mình chưa hiểu ý này. Bạn nhắn lại giúp mình, hoặc nhắn “đặt hàng”, “giỏ hàng”, “gặp nhân viên” nhé.",
  welcome: "Dạ, mình đây. Bạn cần gì ạ?",
  thanks: "Dạ, cảm ơn bạn!",
  busy: "Bạn nhắn nhanh quá, mình xin một phút rồi trả lời tiếp nhé.",
  failed:
    "Có lỗi khi xử lý tin vừa rồi nên mình chưa làm gì cả. Bạn thử nhắn lại sau ít phút, hoặc nhắn “gặp nhân viên” nhé.",
  languageSet: "Từ giờ mình trả lời bằng tiếng Việt.",
};

export const vi = { ...customers, ...joiningVi, ...proposalVi, ...staffVi, ...officeVi, ...ladderVi, ...fairsVi };

type Widen<T> = T extends (...args: infer Args) => string
  ? (...args: Args) => string
  : T extends string
    ? string
    : { [Name in keyof T]: Widen<T[Name]> };

export type Texts = { [Name in keyof typeof vi]: Widen<(typeof vi)[Name]> };
