/** `/huong-dan/van-phong`: opening the market and keeping it. */
import { vi as bot } from "../../../bots/dialogue/text.vi.ts";
import { example } from "./example.vi.ts";
import { type GuideFor, phone, type Screen, shop, type Step, you } from "./guide.ts";

const typed = (text: string) => ({ by: "you", text }) as const;
const printed = (text: string) => ({ by: "shop", text }) as const;
const computer = (...lines: readonly ReturnType<typeof typed | typeof printed>[]): Screen => ({
  on: "computer",
  lines,
});

const opening = (publicUrl: string): readonly Step[] => [
  {
    title: "Mở chợ",
    hint: "Máy cần có Node.js (nodejs.org). Lần đầu máy tự cài thêm, chờ chừng một phút.",
    screens: [computer(typed("npm start"), printed(`Shop and web chat   ${publicUrl}/`))],
  },
  {
    title: "Nhập danh mục, thử trước",
    hint: "Cần có tên hàng, nhà sản xuất, đơn vị tính. Xem báo cáo, sửa dòng sai, rồi nhập thật.",
    screens: [
      computer(
        typed("npm run import -- sanpham.xlsx --dry-run"),
        printed('sheet "OCOP", line 4, unit: is blank.'),
        printed("Dry run, nothing was written: 1 new, 0 changed, 0 as before, 1 faulty"),
        typed("npm run import -- sanpham.xlsx"),
      ),
    ],
  },
];

/** As the bot names one who has not said who they are. */
const customer = bot.customerUnnamed("Zalo", example.chat);

const keeping: readonly Step[] = [
  {
    title: "Gắn điện thoại của văn phòng",
    hint: "Lấy mã trên máy tính, nhắn mã từ điện thoại.",
    screens: [
      computer(typed("npm run invite -- office"), printed(`Invitation for office: ${example.invitation}`)),
      phone(you(example.invitation), shop([bot.boundStaff])),
    ],
  },
  {
    title: "Mời từng nhà sản xuất",
    hint: "Ghi mã vào tờ hướng dẫn của họ. Gõ gần đúng mã cơ sở, máy gợi ý.",
    screens: [
      computer(
        typed("npm run invite -- producer htx-mau"),
        printed(`Invitation for producer htx-mau: ${example.invitation}`),
      ),
    ],
  },
  {
    title: "Khách cần người, máy báo",
    hint: "Nhắn 1, xem đúng tên khách, rồi nhắn với khách từ máy này. Xong nhắn “trả bot”. Quên thì nhắn “giúp”.",
    screens: [
      phone(
        shop([...bot.waits(customer, bot.customerSaid("gặp nhân viên")).split("\n")], bot.relay),
        you("1"),
        you(example.staff),
        shop([bot.relayed(customer)]),
        you("trả bot"),
      ),
    ],
  },
  {
    title: "Xem số liệu, khám máy",
    hint: "Tệp CSV mở bằng Excel. “doctor” nói điều gì sai và cách sửa.",
    screens: [
      computer(
        typed("npm run -s export -- orders --format csv > donhang.csv"),
        typed("npm run doctor"),
        printed("Nothing is wrong."),
      ),
    ],
  },
];

export const officeGuide: GuideFor = ({ publicUrl }) => ({
  slug: "van-phong",
  who: "Văn phòng OCOP",
  title: "Mở chợ và trông chợ",
  intro: "Việc trên máy tính làm trong cửa sổ dòng lệnh (Command Prompt) tại thư mục của chương trình.",
  corner: { on: "code", label: "Người phụ trách, số điện thoại" },
  steps: [...opening(publicUrl), ...keeping],
  tips: [
    "Máy báo “cần gọi lại”, “chưa gắn máy nào” hay “không nhắn được”: gọi điện ngay.",
    "Còn xuất được: leads, conversations, products, events.",
    "Giữ bản sao thư mục dữ liệu (.data). Mã mời chỉ đưa tận tay.",
  ],
});
