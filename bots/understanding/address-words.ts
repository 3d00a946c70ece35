/** Words that make an address an address, without accents, and what each is worth as evidence. */
import { type Token } from "./normalise.ts";

/** Kinds of place that are named: "xã X", "ngõ 12", "đường X". The value is the evidence. */
const NAMED: Readonly<Record<string, number>> = {
  xa: 2,
  phuong: 2,
  p: 1.5,
  "thi tran": 2,
  tt: 1.5,
  huyen: 2,
  h: 1,
  quan: 2,
  q: 1.5,
  "thi xa": 2,
  tx: 1.5, // prettier-ignore
  "thanh pho": 0.5,
  tp: 0.5,
  tinh: 0.25,
  thon: 2,
  xom: 2,
  ban: 2,
  ap: 2,
  khom: 2,
  khoi: 2,
  buon: 2,
  lang: 1.5,
  to: 2, // prettier-ignore
  "to dan pho": 2.5,
  tdp: 2.5,
  khu: 2,
  "khu pho": 2.5,
  kp: 2,
  doi: 1,
  ngo: 2,
  ngach: 2,
  hem: 2,
  kiet: 2,
  duong: 2,
  pho: 2, // prettier-ignore
  so: 2,
  sn: 2,
  "so nha": 2.5,
  "chung cu": 2,
  cc: 1.5,
  toa: 1.5,
  "toa nha": 2,
  can: 1,
  "can ho": 2,
  tang: 1,
  lau: 1,
  block: 1.5,
  lo: 1.5, // prettier-ignore
  ktx: 2,
  "ky tuc xa": 2,
  kcn: 2,
  kdt: 2,
  "khu do thi": 2,
  "khu cong nghiep": 2,
  "quoc lo": 2,
  ql: 1.5,
  phong: 1,
  km: 1.5, // prettier-ignore
  street: 2,
  room: 1.5,
  apartment: 1.5,
  apt: 1.5,
  floor: 1,
  hostel: 2,
  ward: 2,
  district: 2,
  road: 2,
  alley: 2,
  city: 0.5,
  vinhomes: 2, // prettier-ignore
};
/** Places people meet at: an address only where something is brought there. */
const MEETING: Readonly<Record<string, number>> = {
  cho: 1.5,
  truong: 2,
  "dai hoc": 2,
  "benh vien": 2,
  "buu dien": 2,
  "ben xe": 2,
  "cong ty": 2,
  cty: 2,
  "tru so": 2,
  ubnd: 2,
  so: 1.5, // prettier-ignore
  cong: 1.5,
  "khach san": 2,
  "nha nghi": 2,
  quan: 1.5,
  "cua hang": 2,
  "sieu thi": 2,
  hotel: 2,
  "nha tho": 2,
  chua: 1.5,
  "tram y te": 2, // prettier-ignore
  "co quan": 2,
  "phong kham": 2,
  "nha thuoc": 2,
  "phong giao dich": 2,
  "toa an": 2,
  "don vi": 1,
  "nha sach": 2,
  "quang truong": 2,
  "cua khau": 2,
  "nha xe": 1,
  homestay: 1,
  resort: 1.5,
  "van phong": 2,
  spa: 1.5,
  salon: 1.5,
  "nha hang": 2,
  quay: 1,
  "le tan": 1,
  sanh: 1,
  "nha van hoa": 2,
  tiem: 1.5,
  kiot: 2,
  "san bay": 2, // prettier-ignore
};
/** Only before a number, or glued to one: bare letters mean too much else. */
const NEEDS_NUMBER = new Set([
  "so",
  "sn",
  "to",
  "p",
  "q",
  "h",
  "can",
  "tang",
  "lau",
  "lo",
  "phong",
  "doi",
  "km",
  "block",
  "toa",
  "tt",
  "lang",
  "cc",
]);
/** Typed with other accents these are other words: "chợ" not "cho", "tổ" not "to". */
const SPELLED: Readonly<Record<string, string>> = {
  cho: "chợ",
  chua: "chùa",
  so: "số",
  to: "tổ",
  ban: "bản",
  ap: "ấp",
  xa: "xã",
  khu: "khu",
  ngo: "ngõ",
  pho: "phố",
  duong: "đường", // prettier-ignore
  quan: "quận",
  can: "căn",
  lang: "làng",
  lo: "lô",
  doi: "đội",
  tang: "tầng",
  lau: "lầu",
  phong: "phòng",
  toa: "tòa",
  xom: "xóm",
  thon: "thôn", // prettier-ignore
  tinh: "tỉnh",
  huyen: "huyện",
  cong: "cổng",
  truong: "trường",
  buon: "buôn",
  khoi: "khối",
  phuong: "phường",
  hem: "hẻm",
  tiem: "tiệm",
  ben: "bến",
  quay: "quầy", // prettier-ignore
};

export type Marker = { readonly length: number; readonly weight: number; readonly meeting: boolean };

const spelledRight = (token: Token, folded: string): boolean => {
  const wanted = SPELLED[folded];
  if (wanted === undefined || !token.marked) return true;
  if (folded === "quan" && token.word === "quán") return true;
  return token.word === wanted || token.word === "sở" || (folded === "toa" && token.word === "toà");
};

const isNumber = (token: Token | undefined): boolean => token?.kind === "number";

/** A marker word at `at`; `brought` = something is being sent there. */
export function markerAt(tokens: readonly Token[], at: number, brought: boolean): Marker | null {
  const one = tokens[at];
  if (one?.kind !== "word") return null;
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((word) => word.kind !== "word")) continue;
    const phrase = words.map((word) => word.fold).join(" ");
    const named = NAMED[phrase];
    const meeting = MEETING[phrase];
    if (length === 1) return single(tokens, at, phrase, brought);
    if (named !== undefined) return { length, weight: named, meeting: false };
    if (meeting !== undefined && brought) return { length, weight: meeting, meeting: true };
  }
  return null;
}

function single(tokens: readonly Token[], at: number, phrase: string, brought: boolean): Marker | null {
  const token = tokens[at];
  if (token === undefined || !spelledRight(token, phrase)) return null;
  // "deliver to 8 Ly Thuong Kiet" has no tổ in it.
  if (phrase === "to" && /^(?:deliver|send|ship|bring|it|them|me|this|order)$/.test(tokens[at - 1]?.fold ?? ""))
    return null;
  const dotted = tokens[at + 1]?.word === "." && tokens[at + 1]?.glued === true;
  const next = tokens[dotted ? at + 2 : at + 1];
  if (next === undefined) return null;
  if (token.word === "sở" || token.word === "quán") return brought ? { length: 1, weight: 2, meeting: true } : null;
  const named = NAMED[phrase];
  const abbreviation = phrase.length === 1 || phrase === "tt" || phrase === "tp" || phrase === "tx";
  if (named !== undefined && token.word !== "chợ") {
    const numbered = isNumber(next) || (next.kind === "word" && /^[a-z]\d*$/.test(next.fold) && next.capital);
    if (
      NEEDS_NUMBER.has(phrase) &&
      !numbered &&
      !(abbreviation && (next.capital || dotted)) &&
      !(phrase === "q" || phrase === "p")
    )
      return null;
    if (next.kind !== "word" && !isNumber(next)) return null;
    // "xa qua", "ban a": a name follows a marker, not a word of talk; accents or a capital tell.
    if (!numbered && !next.capital && NOT_A_NAME.test(next.fold)) return null;
    if (phrase === "xa" && tokens[at - 1]?.fold === "tac") return null;
    return { length: dotted ? 2 : 1, weight: named, meeting: false };
  }
  const meeting = MEETING[phrase];
  if (meeting === undefined || !brought || (phrase === "cho" && token.word !== "chợ")) return null;
  return { length: 1, weight: meeting, meeting: true };
}

const NOT_A_NAME =
  /^(?:qua|a|oi|nhe|nha|khong|la|co|cho|minh|em|anh|chi|shop|duoc|va|thi|nao|gi|the|di|day|do|kia|ay|nay|hang|duoc|luon|giup|ho|hon|lam|hai|ba|lay|mua|dat|giao|gui|ship|them|bo|chot|ve|voi|vs|roi|chua|nua|het|ngon|dep|ca|mien|so|qua|me|bao|hoi|gia|xa|cu|moi|biet|nguoi|tiep|trong|ngoai|tren|duoi|ma|de)$/;
