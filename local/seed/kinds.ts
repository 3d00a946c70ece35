/**
 * What the sample shop invents for products whose source names no price: usual units, packs and prices by kind of goods.
 * Everything from this table is marked as a sample where it is shown.
 */

export type Kind = {
  /** Over the name in lower case with accents; the first kind that fits counts. */
  readonly names: RegExp;
  readonly unit: string;
  readonly pack?: string;
  /** Thousands of đồng, lowest and highest. Absent: not for sale here. */
  readonly price?: readonly [lowest: number, highest: number];
  /** More ways to buy; `times` the first price. */
  readonly more?: readonly { unit: string; pack?: string; times: number }[];
  readonly kind?: "stay" | "tour";
  readonly ship?: "ground_only" | "pickup_only";
  readonly aliases?: readonly string[];
  /** What it is, for readers of English: stands behind the name. */
  readonly english: string;
  readonly story?: string;
  readonly storage?: string;
  readonly season?: readonly [from: string, to: string];
};

const DRY = "Nơi khô ráo, thoáng mát";
const COLD = "Ngăn mát tủ lạnh";

const STAPLES: readonly Kind[] = [
  {
    names: /^miến dong/,
    unit: "gói",
    pack: "gói 500g",
    price: [45, 60],
    more: [{ unit: "kg", times: 1.9 }],
    aliases: ["miến dong riềng"],
    english: "Canna glass noodles",
    story: "Miến làm từ tinh bột củ dong riềng.",
    storage: DRY,
  },
  {
    names: /^bún/,
    unit: "gói",
    pack: "gói 500g",
    price: [25, 40],
    english: "Dried rice noodles",
    story: "Bún gạo phơi khô, ngâm nước trước khi nấu.",
    storage: DRY,
  },
  {
    names: /^(?:gạo|nếp)/,
    unit: "kg",
    price: [30, 45],
    more: [{ unit: "túi", pack: "túi 5kg", times: 4.8 }],
    english: "Rice",
    storage: DRY,
  },
  { names: /^lạc đỏ/, unit: "kg", price: [60, 80], aliases: ["đậu phộng đỏ"], english: "Red peanuts", storage: DRY },
  { names: /^cơm cháy/, unit: "gói", pack: "gói 200g", price: [35, 50], english: "Crispy rice", storage: DRY },
  { names: /^đường phên/, unit: "kg", price: [40, 55], english: "Cane sugar slabs", storage: DRY },
  { names: /^bột gia vị/, unit: "lọ", pack: "lọ 100g", price: [30, 45], english: "Spice powder", storage: DRY },
];

const SWEETS: readonly Kind[] = [
  {
    names: /^khẩu sli/,
    unit: "gói",
    price: [40, 40],
    english: "Puffed rice cake",
    story: "Bánh nếp nổ với lạc và đường phên.",
    storage: DRY,
  },
  {
    names: /^bánh khảo/,
    unit: "hộp",
    pack: "hộp 300g",
    price: [30, 50],
    english: "Rice flour cake",
    storage: DRY,
  },
  { names: /^bánh chưng/, unit: "cái", price: [50, 70], english: "Sticky rice cake", storage: COLD },
  {
    names: /^thạch đen/,
    unit: "hộp",
    pack: "hộp 500g",
    price: [30, 40],
    aliases: ["sương sáo"],
    english: "Black grass jelly",
    story: "Thạch nấu từ cây thạch đen.",
    storage: COLD,
  },
  {
    names: /^mật ong/,
    unit: "chai",
    pack: "chai 500ml",
    price: [150, 250],
    english: "Honey",
    storage: DRY,
  },
];

const MEAT: readonly Kind[] = [
  {
    names: /^lạp (?:sườn|xưởng)/,
    unit: "kg",
    price: [240, 280],
    more: [{ unit: "gói", pack: "gói 500g", times: 0.52 }],
    aliases: ["lạp sườn", "lạp xưởng"],
    english: "Smoked sausage",
    storage: COLD,
  },
  {
    names: /^thịt (?:xông khói|lợn đen sấy)/,
    unit: "kg",
    price: [350, 450],
    more: [{ unit: "gói", pack: "gói 300g", times: 0.32 }],
    aliases: ["thịt hun khói", "thịt gác bếp"],
    english: "Smoked pork",
    storage: COLD,
  },
  { names: /^vịt quay/, unit: "con", price: [220, 280], ship: "pickup_only", english: "Roast duck", storage: COLD },
  { names: /^vịt cỏ/, unit: "con", price: [150, 200], ship: "pickup_only", english: "Duck" },
];

const FOREST: readonly Kind[] = [
  { names: /^nấm hương/, unit: "gói", pack: "gói 100g", price: [45, 60], english: "Shiitake", storage: DRY },
  { names: /^mộc nhĩ/, unit: "gói", pack: "gói 100g", price: [30, 40], english: "Wood ear mushroom", storage: DRY },
  { names: /^măng khô/, unit: "gói", pack: "gói 500g", price: [90, 130], english: "Dried bamboo shoots", storage: DRY },
  {
    names: /^hạt dẻ/,
    unit: "kg",
    price: [120, 120],
    english: "Chestnuts",
    season: ["09-01", "10-31"],
    storage: COLD,
  },
  { names: /^nho/, unit: "kg", price: [80, 120], ship: "ground_only", english: "Black grapes", storage: COLD },
  { names: /^quýt/, unit: "kg", price: [30, 45], ship: "ground_only", english: "Mandarins" },
  { names: /^lê/, unit: "kg", price: [40, 60], ship: "ground_only", english: "Pears", storage: COLD },
  { names: /^mận/, unit: "kg", price: [40, 60], ship: "ground_only", english: "Plums", storage: COLD },
];

const LIQUIDS: readonly Kind[] = [
  { names: /^rượu/, unit: "chai", english: "Spirit" },
  { names: /^tương/, unit: "chai", pack: "chai 250ml", price: [40, 60], english: "Sauce", storage: DRY },
  { names: /^giấm/, unit: "chai", pack: "chai 500ml", price: [40, 60], english: "Vinegar", storage: DRY },
  { names: /^dầu sở/, unit: "chai", pack: "chai 500ml", price: [180, 250], english: "Camellia oil", storage: DRY },
  {
    names: /^tinh dầu/,
    unit: "lọ",
    pack: "lọ 10ml",
    price: [60, 90],
    ship: "ground_only",
    english: "Essential oil",
    storage: DRY,
  },
  {
    names: /^(?:trà|lục trà|hồng trà)/,
    unit: "hộp",
    pack: "hộp 100g",
    price: [80, 200],
    english: "Tea",
    storage: DRY,
  },
  {
    names: /^chè/,
    unit: "gói",
    pack: "gói 200g",
    price: [80, 120],
    aliases: ["trà đắng"],
    english: "Bitter tea",
    storage: DRY,
  },
];

const CRAFT: readonly Kind[] = [
  { names: /^dao/, unit: "con", price: [150, 350], english: "Hand-forged knife" },
  { names: /^thổ cẩm/, unit: "tấm", price: [200, 400], english: "Brocade" },
  { names: /^hương/, unit: "bó", price: [15, 25], english: "Incense", storage: DRY },
  { names: /^giấy/, unit: "tập", price: [30, 50], english: "Handmade paper", storage: DRY },
  { names: /^nón/, unit: "cái", price: [50, 80], english: "Palm-leaf hat" },
  { names: /^ngói/, unit: "viên", price: [5, 10], ship: "pickup_only", english: "Clay roof tile" },
  { names: /^chiếu/, unit: "cái", price: [450, 700], ship: "ground_only", english: "Bamboo mat" },
];

const TRAVEL: readonly Kind[] = [
  {
    names: /^(?:homestay|phòng|mế farmstay)/,
    unit: "đêm",
    price: [250, 500],
    kind: "stay",
    ship: "pickup_only",
    english: "Stay",
  },
  {
    names: /^dịch vụ du lịch/,
    unit: "người",
    price: [300, 500],
    kind: "tour",
    ship: "pickup_only",
    english: "Community tour",
  },
];

export const SAMPLE_KINDS: readonly Kind[] = [
  ...STAPLES,
  ...SWEETS,
  ...MEAT,
  ...FOREST,
  ...LIQUIDS,
  ...CRAFT,
  ...TRAVEL,
];
