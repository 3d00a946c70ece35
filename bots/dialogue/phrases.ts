/** Words that mean a button: typed as they stand on it, or as people say them. Compared without accents and marks. */
import { fold } from "../../shared/domain/text.ts";

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  menu: [
    "menu",
    "xem hang",
    "xem them hang",
    "danh muc",
    "san pham",
    "products",
    "browse",
    "co gi ban",
    "shop co gi",
    "ban gi",
  ],
  areas: ["theo vung", "theo xa", "theo huyen", "by area"],
  cart: ["gio", "gio hang", "xem gio", "xem gio hang", "cart"],
  clear: ["bo gio", "xoa gio", "xoa gio hang", "bo het", "empty cart"],
  orders: ["don cua toi", "don cua minh", "don hang cua toi", "xem don", "don hang", "my orders"],
  link: [
    "lien ket",
    "ma lien ket",
    "lien ket kenh",
    "lien ket tai khoan",
    "lien ket zalo",
    "lien ket telegram",
    "lien ket voi zalo",
    "lien ket voi telegram",
    "ket noi",
    "ket noi kenh",
    "ket noi zalo",
    "ket noi telegram",
    "ket noi voi zalo",
    "ket noi voi telegram",
    "link",
  ],
  unlink: ["bo lien ket", "huy lien ket", "go lien ket", "ngat lien ket", "bo ket noi", "ngat ket noi", "unlink"],
  person: ["gap nhan vien", "gap nguoi that", "nhan vien", "talk to a person"],
  // The word the law has on every advertisement.
  stop: ["tc", "stop", "tu choi quang cao", "tu choi tin"],
  "lang:vi": ["tieng viet"],
  "lang:en": ["english", "tieng anh"],
};

/** For a producer's chat alone. */
const STALL_PHRASES: Readonly<Record<string, readonly string[]>> = {
  waiting: ["don", "don moi", "don cho", "xem don", "orders"],
  "take:accepted": ["nhan", "nhan don", "nhan khach", "ok nhan", "accept", "accept guests", "dong y"],
  "take:declined": ["tu choi", "khong nhan", "huy don", "het hang", "decline"],
  buy: ["mua", "mua hang", "buy"],
  sell: ["ban", "ban hang", "gian hang", "sell"],
};

const index = (phrases: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(phrases).flatMap(([meaning, words]) => words.map((word) => [word, meaning] as const)));

const PLAIN = index(PHRASES);
const STALL = index(STALL_PHRASES);

const bare = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

/** The payload-like meaning of a whole message, or undefined: most messages are for the understanding to read. */
export const meaningOf = (text: string, stall: boolean): string | undefined =>
  (stall ? STALL.get(bare(text)) : undefined) ?? PLAIN.get(bare(text));

/** "mua" and "bán" switch a producer between customer and stall, whichever they are at. */
export const switchesRole = (text: string): "buy" | "sell" | undefined => {
  const meaning = STALL.get(bare(text));
  return meaning === "buy" || meaning === "sell" ? meaning : undefined;
};
