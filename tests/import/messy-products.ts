/** 200 products as people type them into a workbook: every trouble named, and the facts they should become. */
import { inTcvn3, inVni } from "./old-fonts.ts";
import { type Style, type WrittenCell } from "./write-workbook.ts";

export type Truth = {
  name: string;
  producer: string;
  unit: string;
  price_vnd: number | null;
  stars: number;
  certified_on: string;
  stock: number;
};

type Wrong = { trouble: string; columns: readonly string[] } & Partial<Record<keyof Cells, WrittenCell>>;
export type Cells = Record<keyof Truth | "phone" | "group", WrittenCell>;

const GOODS = [
  ["Miến dong", "gói", 45_000],
  ["Lạp sườn hun khói", "kg", 320_000],
  ["Chè dây", "hộp", 85_000],
  ["Mật ong bạc hà", "chai", 1_200_000],
  ["Gạo nếp hương", "túi", 38_000],
  ["Bánh khảo", "hộp", 55_000],
  ["Thạch đen", "gói", 30_000],
  ["Hạt dẻ", "kg", 120_000],
  ["Tỏi đen", "lọ", 250_000],
  ["Bột nghệ đỏ", "hũ", 60_000],
] as const;
const PLACES = [
  "Nguyên Bình",
  "Trùng Khánh",
  "Phia Đén",
  "Hạ Lang",
  "Quảng Hòa",
  "Bảo Lạc",
  "Hà Quảng",
  "Thạch An",
  "Lũng Cú",
  "Đông Khê",
  "Phúc Sen",
  "Bản Giốc",
  "Kim Đồng",
  "Độc Lập",
  "Thượng Hà",
  "Quốc Toản",
  "Cần Yên",
  "Ngọc Động",
  "Đình Phong",
  "Xuân Trường",
];
/** So many rows in a row come from one producer. */
export const ROWS_A_PRODUCER = 4;

export const ROWS = 200;

/** The facts of product number n, counted from 0. */
export function truthOf(n: number): Truth {
  const [goods, unit, price] = GOODS[n % GOODS.length]!;
  const place = PLACES[Math.floor(n / GOODS.length)]!;
  const day = new Date(Date.UTC(2024, 0, 3 + n)).toISOString().slice(0, 10);
  return {
    name: `${goods} ${place}`,
    producer: `Hợp tác xã nông sản ${PLACES[Math.floor(n / ROWS_A_PRODUCER) % PLACES.length]!} ${1 + Math.floor(n / 80)}`,
    unit,
    price_vnd: price,
    stars: 3 + (n % 3),
    certified_on: day,
    stock: 10 + n * 7,
  };
}

const one = <T>(choices: readonly T[], n: number): T => choices[n % choices.length]!;
const thousands = (amount: number): string => String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, ".");
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

const pricesOf = (price: number, unit: string): readonly WrittenCell[] => [
  price,
  thousands(price),
  `${thousands(price)}đ/${unit}`,
  `${price / 1000} nghìn`,
  `${thousands(price)}\u00a0VNĐ`,
  `${price / 1000}k`,
  { formula: `${price / 2}*2`, number: price },
  `${thousands(price)} đồng / 1 ${unit}`,
];

function datesOf(day: string): readonly WrittenCell[] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [
    { number: serialOf(day), style: "date" },
    `${Number(date)}/${Number(month)}/${year}`,
    serialOf(day),
    String(serialOf(day)),
    { number: serialOf(day) + 0.5, style: "date-vn" },
    `${date}-${month}-${year}`,
    `ngày ${Number(date)} tháng ${Number(month)} năm ${year}`,
    day,
  ];
}

const starsOf = (stars: number): readonly WrittenCell[] => [
  `${stars} sao`,
  "*".repeat(stars),
  stars,
  "★".repeat(stars),
  `OCOP ${stars} sao`,
  `Hạng ${stars} sao`,
];

/** How the rows of a sheet write their texts. */
export type Writing = (text: string, n: number) => WrittenCell;

export const unicode: Writing = (text, n) =>
  one<WrittenCell>(
    [
      text,
      text.normalize("NFD"),
      `  ${text.replace(" ", "\u00a0")} `,
      { text, inline: true },
      { runs: [text.slice(0, 3), text.slice(3)] },
    ],
    n,
  );

export const oldFonts: Writing = (text, n) => {
  const [write, style] = one<readonly [(text: string) => string, Style]>(
    [
      [inTcvn3, "vntime"],
      [inTcvn3, "plain"],
      [inVni, "vni"],
      [inVni, "plain"],
    ],
    Math.floor(n / 5),
  );
  return { text: write(text), style };
};

const written = (cell: WrittenCell, n: number, write: Writing): WrittenCell =>
  typeof cell === "string" ? write(cell, n) : cell;

export function cellsOf(n: number, write: Writing): Cells {
  const truth = truthOf(n);
  return {
    name: write(truth.name, n),
    producer: write(truth.producer, n),
    unit: write(truth.unit, n),
    price_vnd: written(one(pricesOf(truth.price_vnd ?? 0, truth.unit), n), n, write),
    stars: written(one(starsOf(truth.stars), n), n, write),
    certified_on: written(one(datesOf(truth.certified_on), n), n, write),
    stock: written(
      one<WrittenCell>([truth.stock, thousands(truth.stock), `${truth.stock} ${truth.unit}`], n),
      n,
      write,
    ),
    phone: one<WrittenCell>(["0912 345 678", 912345678, "+84 912.345.678"], Math.floor(n / ROWS_A_PRODUCER)),
    group: write(n % 2 === 0 ? "Thực phẩm" : "Dược liệu", n),
  };
}

/** What is wrong with product number n; every other is good. */
export const WRONG: Readonly<Record<number, Wrong>> = {
  3: { trouble: "no name", columns: ["name"], name: null },
  9: { trouble: "a price in words", columns: ["price_vnd"], price_vnd: "liên hệ" },
  14: { trouble: "a price that lacks its thousands", columns: ["price_vnd"], price_vnd: 30 },
  21: { trouble: "two prices", columns: ["price_vnd"], price_vnd: "45.000 - 50.000" },
  26: { trouble: "a price of another unit", columns: ["price_vnd"], price_vnd: "45.000đ/kg" },
  33: { trouble: "two stars", columns: ["stars"], stars: "2 sao" },
  38: { trouble: "a day that is none", columns: ["certified_on"], certified_on: "31/2/2024" },
  45: { trouble: "a year of two digits", columns: ["certified_on"], certified_on: "20/2/24" },
  51: {
    trouble: "a certificate of next year",
    columns: ["certified_on"],
    certified_on: { number: 46_500, style: "date" },
  },
  57: { trouble: "a phone that lacks digits", columns: ["producer_phone"], phone: 91234567 },
  64: { trouble: "the same product again", columns: ["name"], ...same(61) },
  70: { trouble: "the error of a formula", columns: ["price_vnd"], price_vnd: { error: "#REF!" } },
  76: { trouble: "a stock in words", columns: ["stock"], stock: "còn nhiều" },
  82: { trouble: "a stock in another unit", columns: ["stock"], stock: "40 thùng" },
  88: { trouble: "no unit", columns: ["unit"], unit: "" },
  97: { trouble: "a price in words, in TCVN3", columns: ["price_vnd"], price_vnd: inTcvn3("liên hệ") },
  113: {
    trouble: "a group that there is not, in VNI",
    columns: ["group"],
    group: { text: inVni("Đồ chơi"), style: "vni" },
  },
  131: { trouble: "the same product as in another sheet", columns: ["name"], ...same(5) },
  140: { trouble: "a name that lost its formula", columns: ["name"], name: { error: "#N/A" } },
  155: { trouble: "no producer", columns: ["producer"], producer: null },
  173: { trouble: "a name and nothing else", columns: ["producer", "unit"], ...nothingElse() },
};

/** Good ones, with a cell that only looks wrong: by product number. */
export const ODD: Readonly<Record<number, { cell: Partial<Cells>; truth?: Partial<Truth> }>> = {
  31: { cell: { price_vnd: "" }, truth: { price_vnd: null } },
  46: { cell: { price_vnd: "1tr2" }, truth: { price_vnd: 1_200_000 } },
};

function same(n: number): Partial<Cells> {
  const { name, producer, unit } = truthOf(n);
  return { name: name.toUpperCase(), producer: `${producer} `, unit, price_vnd: 45_000, stock: 1 };
}

function nothingElse(): Partial<Cells> {
  return { producer: null, unit: null, price_vnd: null, stars: null, certified_on: null, stock: null, phone: null };
}
