/**
 * A workbook of 200 products as offices keep them, with what should come of it: the facts of the good rows, and the
 * place and column of every fault.
 */
import {
  type Cells,
  cellsOf,
  ODD,
  oldFonts,
  ROWS,
  ROWS_A_PRODUCER,
  type Truth,
  truthOf,
  unicode,
  type Writing,
  WRONG,
} from "./messy-products.ts";
import { inTcvn3 } from "./old-fonts.ts";
import { type WrittenCell, type WrittenSheet } from "./write-workbook.ts";

export type ExpectedFault = { trouble: string; sheet: string; line: number; column: string };

type Part = { sheet: string; from: number; to: number; write: Writing; columns: readonly (keyof Cells | null)[] };

type Placed = { rows: Map<number, readonly WrittenCell[]>; merges: string[]; lineOf: Map<number, number> };

/** Lays products out from a line on; `between` may put other rows in front of one. */
function lay(
  part: Part,
  first: number,
  between: (n: number, line: number) => readonly (readonly WrittenCell[])[],
): Placed {
  const placed: Placed = { rows: new Map(), merges: [], lineOf: new Map() };
  let line = first;
  for (let n = part.from; n < part.to; n++) {
    for (const row of between(n, line)) placed.rows.set(line++, row);
    const cells: Cells = { ...cellsOf(n, part.write), ...ODD[n]?.cell, ...WRONG[n] };
    placed.rows.set(
      line,
      part.columns.map((column) => (column === null ? n - part.from + 1 : cells[column])),
    );
    placed.lineOf.set(n, line++);
  }
  return placed;
}

const letter = (part: Part, column: keyof Cells): string => String.fromCodePoint(65 + part.columns.indexOf(column));

/** The producer and the group stand once, merged over the rows of one producer. */
function mergeProducers(part: Part, placed: Placed): void {
  const whole = (n: number): boolean => [0, 1, 2, 3].every((more) => !WRONG[n + more]);
  for (let n = Math.ceil(part.from / ROWS_A_PRODUCER) * ROWS_A_PRODUCER; n + 3 < part.to; n += ROWS_A_PRODUCER) {
    const [from = 0, to = 0] = [placed.lineOf.get(n), placed.lineOf.get(n + 3)];
    if (to - from !== 3 || !whole(n)) continue;
    for (const column of ["producer", "phone"] as const) {
      placed.merges.push(`${letter(part, column)}${from}:${letter(part, column)}${to}`);
      const place = part.columns.indexOf(column);
      for (let line = from + 1; line <= to; line++) placed.rows.set(line, placed.rows.get(line)!.with(place, null));
    }
  }
}

const FOOD: Part = {
  sheet: "Thực phẩm",
  from: 0,
  to: 90,
  write: unicode,
  columns: [null, "name", "producer", "phone", "unit", "price_vnd", "stars", "certified_on", "stock", "group"],
};
const OLD: Part = {
  sheet: "Phông cũ",
  from: 90,
  to: 140,
  write: oldFonts,
  columns: [null, "producer", "name", "group", "unit", "price_vnd", "stars", "certified_on", "stock", "phone"],
};
const REST: Part = {
  sheet: "Huyện khác",
  from: 140,
  to: 200,
  write: unicode,
  columns: ["stock", "name", "unit", "price_vnd", "producer", "stars", "certified_on", "phone", "group"],
};

/** Titles, a numbering below the header, headings, a merged producer, a total, signatures. */
function foodSheet(): { sheet: WrittenSheet; lineOf: Map<number, number> } {
  const heading = (n: number): readonly (readonly WrittenCell[])[] =>
    n === 0 ? [["I. Sản phẩm hạng 3 đến 5 sao"]] : n === 40 ? [[], ["II. Sản phẩm mới"], []] : [];
  const placed = lay(FOOD, 8, heading);
  mergeProducers(FOOD, placed);
  const last = placed.lineOf.get(89)!;
  const rows = new Map<number, readonly WrittenCell[]>([
    [1, ["UBND TỈNH CAO BẰNG", null, null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
    [2, ["VĂN PHÒNG ĐIỀU PHỐI", null, null, null, null, "Độc lập - Tự do - Hạnh phúc"]],
    [4, ["DANH SÁCH SẢN PHẨM OCOP"]],
    [
      6,
      [
        "STT",
        "Tên sản\nphẩm",
        "CHỦ THỂ",
        "Điện thoại",
        "ĐVT",
        "Giá bán (VNĐ)",
        "Số sao",
        "Ngày công nhận",
        "Tồn kho",
        "Nhóm",
        "Ghi chú",
      ],
    ],
    [7, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"]],
    ...placed.rows,
    [
      last + 1,
      ["Tổng cộng", null, null, null, null, { formula: "SUM(F9:F90)", number: 9_999_999 }, null, null, 12_345],
    ],
    [last + 3, [null, null, null, null, null, null, "Cao Bằng, ngày 20 tháng 11 năm 2026"]],
    [last + 4, [null, "NGƯỜI LẬP BIỂU", null, null, null, null, "CHỦ TỊCH"]],
  ]);
  // A remark beside the table is nobody's fault.
  rows.set(20, [...rows.get(20)!, null, null, "xem lại giá"]);
  const headingLine = placed.lineOf.get(40)! - 2;
  const merges = ["A1:C1", "F1:J1", "A4:J4", "A8:J8", `A${headingLine}:J${headingLine}`, `A${last + 1}:E${last + 1}`];
  return { sheet: { name: FOOD.sheet, rows, merges: [...merges, ...placed.merges] }, lineOf: placed.lineOf };
}

/** The header too is in an old encoding, and again on every printed page. */
function oldSheet(): { sheet: WrittenSheet; lineOf: Map<number, number> } {
  const header = [
    "STT",
    "Chủ thể sản xuất",
    "Tên sản phẩm",
    "Nhóm sản phẩm",
    "Đơn vị tính",
    "Giá",
    "Hạng sao",
    "Ngày cấp",
    "Tồn",
    "Số điện thoại",
  ];
  const encoded = header.map((text): WrittenCell => ({ text: inTcvn3(text), style: "vntime" }));
  const placed = lay(OLD, 4, (n) => (n === 115 ? [encoded] : []));
  const rows = new Map<number, readonly WrittenCell[]>([
    [1, [{ text: inTcvn3("danh sách sản phẩm"), style: "vntimeh" }]],
    [3, encoded],
    ...placed.rows,
  ]);
  return { sheet: { name: OLD.sheet, rows }, lineOf: placed.lineOf };
}

function restSheet(): { sheet: WrittenSheet; lineOf: Map<number, number> } {
  const header = [
    "Số lượng",
    "SẢN PHẨM".normalize("NFD"),
    "Đơn vị",
    "Đơn giá (đ)",
    "Cơ sở sản xuất",
    "Sao",
    "Ngày QĐ",
    "SĐT",
    "Ngành hàng",
  ];
  header[6] = "Ngày quyết định";
  const placed = lay(REST, 2, (n) => (n % 25 === 0 ? [[], [null, " ", "\u00a0"]] : []));
  const last = placed.lineOf.get(199)!;
  const rows = new Map<number, readonly WrittenCell[]>([
    [1, header],
    ...placed.rows,
    [last + 1, [null, "Cộng:", null, 12_000_000]],
  ]);
  return { sheet: { name: REST.sheet, rows }, lineOf: placed.lineOf };
}

export function messyWorkbook() {
  const sheets = [foodSheet(), oldSheet(), restSheet()];
  const lineOf = new Map(sheets.flatMap((one) => [...one.lineOf]));
  const parts = [FOOD, OLD, REST];
  const partOf = (n: number): Part => parts.find(({ from, to }) => n >= from && n < to)!;
  const numbers = Array.from({ length: ROWS }, (_, n) => n);
  const notes: WrittenSheet = { name: "Ghi chú", rows: new Map([[2, ["Số liệu đến 20/11/2026", "người lập: VP"]]]) };
  const draft: WrittenSheet = {
    name: "Nháp",
    hidden: true,
    rows: new Map([
      [1, ["Tên sản phẩm", "Chủ thể", "ĐVT"]],
      [2, ["Món nháp", "HTX nháp", "gói"]],
    ]),
  };
  return {
    sheets: [...sheets.map(({ sheet }) => sheet), notes, draft],
    faults: numbers.flatMap((n): readonly ExpectedFault[] => {
      const wrong = WRONG[n];
      const line = lineOf.get(n)!;
      return (wrong?.columns ?? []).map((column) => ({
        trouble: wrong!.trouble,
        sheet: partOf(n).sheet,
        line,
        column,
      }));
    }),
    good: numbers.filter((n) => !WRONG[n]).map((n): Truth => ({ ...truthOf(n), ...ODD[n]?.truth })),
  };
}
