/** `/huong-dan/nha-san-xuat`: selling from a phone. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, type Said, shop, type Step, you } from "./guide.ts";

const { product, quantity, unit, price, name, address } = example;

const photoWith = (text: string): Said => ({ by: "you", text, photo: true });

const firstTwo = (text: string): string => text.split(". ").slice(0, 2).join(". ") + ".";

const listing = (publicUrl: string): readonly Step[] => [
  {
    title: "Nhắn mã mời cho chợ",
    hint: "Mã 8 chữ và số, dùng một lần, trong 7 ngày.",
    screens: [phone(you(example.invitation), shop([firstTwo(bot.boundProducer(example.seller))]))],
  },
  {
    title: "Gửi ảnh kèm một câu",
    hint: "Nói tên hàng, giá, còn bao nhiêu. Thiếu gì máy hỏi nấy.",
    screens: [
      phone(
        photoWith(example.listing),
        shop(bot.listingCard(product, price, unit, bot.stockCount("100", unit)).split("\n"), bot.publish, bot.drop),
      ),
    ],
  },
  {
    title: "Đúng thì bấm “Đăng”",
    hint: "Máy không có nút thì nhắn “đăng”, hoặc “bỏ” nếu thôi.",
    screens: [phone(you("đăng"), shop([bot.published(product, `${publicUrl}/san-pham/mien-dong`)]))],
  },
];

const orders: readonly Step[] = [
  {
    title: "Có đơn, máy báo",
    hint: "Tin có sẵn món, tiền thu, tên và địa chỉ người nhận.",
    screens: [
      phone(
        shop(
          [
            bot.newParcel(example.code),
            `1. ${product}: ${quantity} ${unit}`,
            bot.parcelTotal(example.total, example.goods, example.shipping),
            bot.parcelRecipient(name, example.phone, address),
          ],
          bot.accept,
          bot.decline,
        ),
      ),
    ],
  },
  {
    title: "Nhắn “nhận” hoặc “từ chối”",
    hint: "Từ chối thì nhắn thêm một câu lý do. Khách được báo ngay.",
    screens: [phone(you("nhận"), shop([bot.youAccepted(example.code)]))],
  },
  {
    title: "Gói, gửi xong: nhắn một câu",
    hint: "“khách nhận rồi”, “hàng hoàn” cũng nhắn vậy. Xem đơn đang làm: nhắn “đơn”.",
    screens: [
      phone(
        you("đã gói"),
        shop([bot.parcels.done.packed(example.code).split(". ")[0] ?? ""]),
        you("đã gửi, mã vận đơn VN123"),
        shop([bot.parcels.done.sent(example.code).split(". ")[0] ?? ""]),
      ),
    ],
  },
];

export const producerGuide: GuideFor = ({ publicUrl }) => ({
  slug: "nha-san-xuat",
  who: "Nhà sản xuất",
  title: "Bán hàng bằng điện thoại",
  intro: "Một tấm ảnh và một câu là có trang hàng. Có đơn, điện thoại báo ngay.",
  corner: { on: "code", label: "Mã mời của bạn (văn phòng OCOP ghi)" },
  steps: [...listing(publicUrl), ...orders],
  tips: [
    "Đổi giá hay số lượng: gửi lại đúng tên hàng với giá mới.",
    "Muốn mua như khách: nhắn “mua”; về gian hàng: nhắn “bán”.",
    "Có máy thứ hai: xin văn phòng thêm một mã.",
    "Đừng đưa mã mời cho người khác.",
  ],
});
