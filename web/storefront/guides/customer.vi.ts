/** `/huong-dan/khach`: buying by chat. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, shop, type Step, you } from "./guide.ts";

const { product, quantity, unit, price, amount, name, address } = example;
const line = { name: product, what: `${quantity} ${unit}`, price, amount };

const ordering: readonly Step[] = [
  {
    title: "Nhắn món cần mua",
    hint: "Có nhiều loại thì chợ hỏi lại: nhắn số 1, 2, 3… để chọn.",
    screens: [
      phone(
        you("cho mình 2 gói miến dong"),
        shop([bot.cartTitle, `1. ${bot.cartLine(line)}`, bot.cartTotal(amount), bot.needAll]),
      ),
    ],
  },
  {
    title: "Nhắn tên, số điện thoại, địa chỉ",
    hint: "Viết theo thứ tự nào cũng được. Thiếu gì chợ hỏi nấy.",
    screens: [
      phone(
        you(`${name}, ${example.phone}, ${address}`),
        shop([
          bot.confirmTitle,
          `1. ${bot.confirmLine(line)}`,
          bot.confirmTotal(example.shipping, example.total),
          bot.confirmRecipient(name, example.phone, address),
        ]),
      ),
    ],
  },
  {
    title: "Đọc lại, đúng thì nhắn “ừ”",
    hint: "Sai chỗ nào, nhắn lại chỗ đó. Chưa nhắn “ừ” là chưa đặt.",
    screens: [phone(you("ừ"), shop([...bot.placed(example.code, example.total).split("\n")]))],
  },
];

const afterwards: readonly Step[] = [
  {
    title: "Chờ người bán nhận đơn",
    hint: "Bạn không phải làm gì: có tin là chợ nhắn. Trả tiền khi nhận hàng.",
    screens: [phone(shop([bot.parcelAccepted(example.seller, example.code)]))],
  },
  {
    title: "Xem đơn: nhắn “đơn của tôi”",
    hint: "Muốn huỷ khi người bán chưa nhận đơn: nhắn “huỷ”.",
    screens: [
      phone(
        you("đơn của tôi"),
        shop([
          bot.orderLine(example.code, bot.orderStatus.confirmed, example.total, example.at),
          bot.parcelLine(example.seller, bot.parcelStatus.accepted).trim(),
        ]),
      ),
    ],
  },
  {
    title: "Cần người thật: “gặp nhân viên”",
    hint: "Hàng hỏng, cần hoá đơn, mua sỉ… cứ nhắn như vậy.",
    screens: [phone(you("gặp nhân viên"), shop([bot.personCalled]))],
  },
];

export const customerGuide: GuideFor = () => ({
  slug: "khach",
  who: "Khách mua hàng",
  title: "Mua hàng bằng tin nhắn",
  intro: "Nhắn như nói chuyện bình thường, có dấu hay không dấu đều được. Máy trả lời ngay, kể cả ban đêm.",
  corner: { on: "qr", label: "Dán mã QR Zalo của chợ vào đây" },
  steps: [...ordering, ...afterwards],
  tips: [
    "Chưa biết mua gì: nhắn “xem hàng”.",
    "Món đang hết: nhắn “có hàng báo mình”.",
    "Muốn bớt món: nhắn “thôi không lấy miến dong”.",
    "Nhắn cả Zalo và Telegram: nhắn “liên kết” ở một nơi, rồi nhắn mã ở nơi kia.",
    "Không muốn nhận tin quảng bá: nhắn “ngừng nhận tin”.",
  ],
});
