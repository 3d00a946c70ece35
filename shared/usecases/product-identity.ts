/** Ids and addresses that the same facts always give, so that the same list twice makes nothing twice. */
import { createHash } from "node:crypto";
import { type ProducerId, type ProductId } from "../domain/ids.ts";
import { slugify } from "../domain/text.ts";

/** Combining grave, acute, tilde, hook above, dot below: the five tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One spelling for "Hòa" and "Hoà", "HTX  Tâm" and "htx tâm": case, blanks and the letter a tone sits on don't count. */
export const sameName = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(TONES, "") + (word.match(TONES) ?? []).join(""))
    .join(" ");

const digest = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

/** For a product that came without an id: producer and name make it. */
export const productIdOf = (producer: ProducerId, name: string): ProductId =>
  `prd_${digest(`${producer}\n${sameName(name)}`, 32)}` as ProductId;

/** The slug, or one with a tail of its own where the plain one is another product's. */
export const productSlugs = (name: string, id: ProductId): readonly [plain: string, own: string] => {
  const plain = slugify(name).slice(0, 80).replace(/-+$/, "") || `san-pham-${digest(id, 6)}`;
  return [plain, `${plain}-${digest(id, 6)}`];
};

/**
 * A producer's id is its name as an address, so that people can type it. Names that differ by their accents alone
 * share that address: the later one gets a tail of its own.
 */
export function producerIdOf(name: string, nameOf: (id: ProducerId) => string | undefined): ProducerId {
  const plain = (slugify(name).slice(0, 80).replace(/-+$/, "") || `co-so-${digest(sameName(name), 6)}`) as ProducerId;
  const owner = nameOf(plain);
  if (owner === undefined || sameName(owner) === sameName(name)) return plain;
  return `${plain}-${digest(sameName(name), 6)}` as ProducerId;
}
