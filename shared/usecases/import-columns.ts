/** The columns that an import understands, and every way their headers may be written. */
import { fold } from "../domain/text.ts";

/** Column → other headers that mean it, as people write them. */
const HEADERS = {
  id: ["mã", "mã sản phẩm", "mã sp", "product id", "sku"],
  kind: ["loại", "loại hình", "loại sản phẩm"],
  name: ["tên", "tên sản phẩm", "tên sp", "tên hàng", "sản phẩm", "sản phẩm ocop", "product", "product name"],
  name_en: ["tên tiếng anh", "english name", "name (en)"],
  aliases: ["tên khác", "tên gọi khác", "bí danh", "other names"],
  scheme: ["bộ tiêu chí", "quyết định bộ tiêu chí"],
  group: ["nhóm", "nhóm sản phẩm", "ngành hàng", "nhóm ngành", "category"],
  stars: ["sao", "số sao", "hạng sao", "hạng", "xếp hạng", "phân hạng", "phân hạng sao", "ocop stars"],
  certificate: [
    "chứng nhận",
    "giấy chứng nhận",
    "số quyết định",
    "quyết định",
    "quyết định công nhận",
    "số quyết định công nhận",
  ],
  certified_on: [
    "ngày chứng nhận",
    "ngày công nhận",
    "ngày quyết định",
    "ngày ký",
    "ngày cấp",
    "certified",
    "certification date",
  ],
  recognised_year: ["năm công nhận", "năm công bố", "năm chứng nhận", "recognized year"],
  producer: [
    "chủ thể",
    "tên chủ thể",
    "chủ thể sản xuất",
    "chủ thể ocop",
    "nhà sản xuất",
    "cơ sở",
    "cơ sở sản xuất",
    "đơn vị sản xuất",
    "người bán",
  ],
  producer_type: ["loại chủ thể", "loại hình chủ thể", "loại hình tổ chức", "hình thức tổ chức"],
  producer_phone: [
    "điện thoại",
    "số điện thoại",
    "sđt",
    "điện thoại chủ thể",
    "số điện thoại chủ thể",
    "điện thoại liên hệ",
    "phone",
  ],
  producer_status: ["trạng thái chủ thể", "tình trạng chủ thể"],
  commune: ["xã", "phường", "xã phường", "xã phường thị trấn", "xã/phường"],
  district: ["huyện", "quận huyện", "huyện thành phố", "huyện/thành phố"],
  unit: ["đơn vị tính", "đvt", "đơn vị", "đơn vị bán"],
  units: ["các đơn vị", "các đơn vị tính", "quy cách giá", "bảng giá"],
  pack: ["quy cách", "quy cách đóng gói", "đóng gói", "packaging"],
  weight_g: [
    "khối lượng (g)",
    "khối lượng g",
    "trọng lượng (g)",
    "trọng lượng g",
    "khối lượng",
    "trọng lượng",
    "weight",
  ],
  price_vnd: [
    "giá",
    "giá (đ)",
    "giá (vnd)",
    "giá (vnđ)",
    "giá (đồng)",
    "giá bán",
    "giá bán lẻ",
    "giá bán (đ)",
    "giá bán (vnd)",
    "giá bán (vnđ)",
    "đơn giá",
    "đơn giá (đ)",
    "đơn giá (vnđ)",
    "price",
  ],
  price_status: ["trạng thái giá", "tình trạng giá"],
  stock: ["tồn", "tồn kho", "số lượng", "số lượng tồn", "kho", "quantity"],
  season_from: ["mùa từ", "mùa vụ từ", "vụ từ", "từ tháng"],
  season_to: ["mùa đến", "mùa vụ đến", "vụ đến", "đến tháng"],
  shelf_life: ["hạn sử dụng", "hsd", "thời hạn sử dụng"],
  storage: ["bảo quản", "cách bảo quản", "hướng dẫn bảo quản"],
  ingredients: ["thành phần", "nguyên liệu"],
  ship_policy: ["giao hàng", "vận chuyển", "chính sách giao hàng"],
  abv: ["độ cồn", "nồng độ cồn", "nồng độ", "cồn (%)", "độ cồn (%)", "nồng độ cồn (%)", "alcohol"],
  licence_no: ["số giấy phép", "giấy phép", "license_no", "license no"],
  licence_until: ["giấy phép đến", "hạn giấy phép", "ngày hết hạn giấy phép", "license_until", "license until"],
  claim_class: ["loại công bố", "phân loại công bố"],
  origin_proof: ["truy xuất nguồn gốc", "nguồn gốc", "chứng minh nguồn gốc", "xuất xứ"],
  bank_bin: ["mã ngân hàng", "bin ngân hàng", "bin"],
  bank_account: ["số tài khoản", "stk", "tài khoản ngân hàng"],
  description: ["mô tả", "giới thiệu", "câu chuyện", "câu chuyện sản phẩm", "mô tả sản phẩm", "story"],
  photo: ["ảnh", "hình ảnh", "hình", "link ảnh", "ảnh sản phẩm", "image"],
  source: ["nguồn", "nguồn tin"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof HEADERS;

export const COLUMNS = Object.keys(HEADERS) as readonly Column[];

/** Case, accents, blanks and signs don't count: "Giá bán (VNĐ)" is "gia ban vnd". */
const plain = (header: string): string =>
  fold(header)
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

const MEANING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => [column, ...HEADERS[column]].map((header) => [plain(header), column] as const)),
);

/** What a header means; undefined where nobody knows. */
export const columnOf = (header: string): Column | undefined => MEANING.get(plain(header));

/** One header as an office would write it, for messages. */
export const vietnameseHeader = (column: Column): string => HEADERS[column][0];
