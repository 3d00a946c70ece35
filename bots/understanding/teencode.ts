/** Short forms and dialect words → the words meant, where the neighbours allow it. The list is words.json. */
import words from "./words.json" with { type: "json" };

/** What stands around a spelling, as far as its reading depends on it. */
export type Neighbours = {
  readonly before: string | undefined;
  readonly beforeIsNumber: boolean;
  readonly after: string | undefined;
  readonly afterIsNumber: boolean;
  readonly glued: boolean;
  /** A digit follows without a gap: "K5", "B4". */
  readonly opensCode: boolean;
  /** A capital on it and on the next word: a title before a name. */
  readonly titled: boolean;
};

const meanings = new Map<string, readonly string[]>();
for (const [meant, spellings] of Object.entries(words.short)) {
  for (const spelling of spellings) if (!meanings.has(spelling)) meanings.set(spelling, meant.split(" "));
}

const PERSON = new Set(["cho", "của", "cua", "nhà", "nha", "bên", "ben", "với", "voi", "là", "la", "ở", "o"]);

/** Spellings that mean different things in different places: a rule each, null = leave as typed. */
const byPlace: Readonly<Record<string, (near: Neighbours) => readonly string[] | null>> = {
  // "45k" is money; elsewhere k is "không" far more often than anything else.
  k: (near) => (near.beforeIsNumber && near.glued ? null : ["không"]),
  kg: (near) => (near.beforeIsNumber || near.afterIsNumber ? null : ["kg"]),
  bn: (near) =>
    near.after === "ơi" || near.after === "oi" || PERSON.has(near.before ?? "") ? ["bạn"] : ["bao", "nhiêu"],
  v: (near) =>
    near.after === undefined || near.after === "ạ" || near.after === "ad" || near.before === undefined
      ? ["vậy"]
      : ["với"],
  m: (near) => (near.beforeIsNumber && near.glued ? null : ["mình"]),
  c: (near) => (near.beforeIsNumber && near.glued ? null : ["chị"]),
  t: (near) => (near.afterIsNumber || near.beforeIsNumber ? null : ["tôi"]),
  a: (near) => (near.beforeIsNumber && near.glued ? null : ["anh"]),
  b: (near) => (near.beforeIsNumber && near.glued ? null : ["bạn"]),
  e: (near) => (near.beforeIsNumber && near.glued ? null : ["em"]),
  // "dc" with a colon or a number behind it is an address label.
  dc: (near) => (near.after === ":" || near.afterIsNumber ? ["địa", "chỉ"] : ["được"]),
  đc: (near) => (near.after === ":" || near.afterIsNumber ? ["địa", "chỉ"] : ["được"]),
  zalo: (near) => (near.afterIsNumber || near.after === ":" ? ["số", "điện", "thoại"] : null),
  chi: (near) => (near.after === undefined || near.after === "rứa" || near.after === "?" ? ["gì"] : null),
  hem: (near) => (near.afterIsNumber ? null : ["không"]),
  chu: () => null,
  au: (near) => (near.after === "hẩư" || near.afterIsNumber ? ["lấy"] : null),
  mốt: (near) => (near.before === "hai" || near.before === "mươi" ? ["một"] : null),
  lăm: () => ["năm"],
  roi: () => ["rồi"],
  // Tày: khỏi = I.
  khỏi: (near) =>
    /^(?:hẩư|hử|au|dự|dử)$/.test(near.before ?? "") || /^(?:dự|dử|au|slương)$/.test(near.after ?? "") ? ["tôi"] : null,
  rẻ: (near) => (near.before === "hạt" ? ["dẻ"] : null),
  re: (near) => (near.before === "hat" ? ["dẻ"] : null),
  tui: (near) => (near.beforeIsNumber || /^(?:chiec|cai|con)$/.test(near.before ?? "") ? null : ["tôi"]),
  h: (near) => (/^(?:bao|may|mấy)$/.test(near.before ?? "") ? ["giờ"] : null),
  // The half of "bao nhiêu" that is said alone.
  ...Object.fromEntries(
    ["nhiêu", "nhiu"].map((said) => [
      said,
      (near: Neighbours) => (/^b[aấ][oy]$/.test(near.before ?? "") ? ["nhiêu"] : ["bao", "nhiêu"]),
    ]),
  ),
  ms: (near) => (near.titled ? null : ["mới"]),
  tk: (near) => (near.before === "số" || near.before === "so" || near.afterIsNumber ? null : ["cảm", "ơn"]),
};

/** The words a spelling stands for; null = it stands for itself. */
export function spelledOut(spelling: string, near: Neighbours): readonly string[] | null {
  if (near.opensCode && spelling.length === 1) return null;
  const rule = Object.hasOwn(byPlace, spelling) ? byPlace[spelling] : undefined;
  return rule === undefined ? (meanings.get(spelling) ?? null) : rule(near);
}
