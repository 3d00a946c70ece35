/** Text as Vietnamese needs it: one normal form, a folded form to compare by, slugs for addresses of pages. */

export const nfc = (text: string): string => text.normalize("NFC");

/** Typed without any accent, as most words of a message are: nothing to take off. */
const PLAIN = /^[ -~\n\r\t]*$/;

/** Lower case without accents, đ → d: what "Đặt Miến" and "dat mien" have in common. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

/** "Miến dong Tân Việt Á" → "mien-dong-tan-viet-a". */
export const slugify = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
