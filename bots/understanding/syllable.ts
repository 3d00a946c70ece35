/** Vietnamese syllables: which letters can be one, and keystrokes (Telex, VNI) that never became accents. */
import { fold } from "../../shared/domain/text.ts";

const ONSET = /^(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnprstvx])?/;
const RHYMES = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu ech enh i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu " +
    "o oa oac oai oam oan oang oanh oao oat oay oe oec oen oeo oet oi oc om on ong op ot oi u ua uan uang uat uay uc ue uech uenh ui " +
    "um un ung uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yeng yet yeu u uo"
  ).split(" "),
);
const TONES: Readonly<Record<string, string>> = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI_TONES: Readonly<Record<string, string>> = {
  1: "\u0301",
  2: "\u0300",
  3: "\u0309",
  4: "\u0303",
  5: "\u0323",
};

/** True of letters, accents aside, that a Vietnamese syllable can have. */
export function isSyllable(word: string): boolean {
  const plain = fold(word);
  const onset = ONSET.exec(plain)?.[0] ?? "";
  if (RHYMES.has(plain.slice(onset.length))) return true;
  // "gì", "giếng": the i belongs to onset and rhyme at once.
  return onset === "gi" && RHYMES.has(`i${plain.slice(2)}`);
}

/** Puts a tone on the vowel that carries it. */
function toned(letters: string, tone: string): string {
  const nfc = letters.normalize("NFC");
  const vowels = [...nfc.matchAll(/[aăâeêioôơuưy]/g)];
  const start = /^(?:gi|qu)(?=[aăâeêioôơuưy])/.test(nfc) ? 1 : 0;
  const group = vowels.slice(start);
  const marked = group.findLast((vowel) => /[ăâêôơư]/.test(vowel[0]));
  const closed = !/[aăâeêioôơuưy]$/.test(nfc);
  const target = marked ?? (closed ? group.at(-1) : (group.at(-2) ?? group.at(-1)));
  if (target === undefined) return nfc;
  const at = target.index + 1;
  return `${nfc.slice(0, at)}${tone}${nfc.slice(at)}`.normalize("NFC");
}

/** "mieens" → "miến", "ddawjt" → "đặt"; null when the letters are no Telex leftover. */
export function fromTelex(word: string): string | null {
  if (!/^[a-z]{2,12}$/.test(word) || isSyllable(word)) return null;
  let tone = "";
  let rest = word;
  const last = /[sfrxj](?=[a-z]{0,3}$)/.exec(rest.slice(1));
  if (last !== null) {
    const at = last.index + 1;
    tone = TONES[rest[at] ?? ""] ?? "";
    rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  const letters = rest
    .replace(/dd|^d(?=.*d$)/, "đ")
    .replace(/(?<=^đ.*)d$/, "")
    .replace(/uow|uwo|uwow/, "ươ")
    .replace(/ươw/, "ươ")
    .replace(/a(?=[a-z]*$)a/, "â")
    .replace("ee", "ê")
    .replace("oo", "ô")
    .replace("aw", "ă")
    .replace("ow", "ơ")
    .replace("uw", "ư")
    // A hook typed after the whole rhyme: "voiw", "muonw".
    .replace(/([aou])([a-z]{1,2})w$/, (_, vowel: string, tail: string) => (({ a: "ă", o: "ơ" })[vowel] ?? "ư") + tail);
  if (letters === word || !/[aăâeêioôơuưy]/.test(letters) || !isSyllable(letters)) return null;
  return tone === "" ? letters : toned(letters, tone);
}

/** "mie6n1" → "miến", "d9a85t" → "đặt"; null when the letters and digits are no VNI leftover. */
export function fromVni(word: string): string | null {
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(word) || word.length > 12) return null;
  const tones = word.match(/[1-5]/g) ?? [];
  if (tones.length > 1) return null;
  const letters = word
    .replace("d9", "đ")
    .replaceAll(/[1-5]/g, "")
    .replace(/uo7|u7o7/, "ươ")
    .replace(
      /([aeo])([a-z]{0,2})6/,
      (_, vowel: string, tail: string) => (({ a: "â", e: "ê", o: "ô" })[vowel] ?? vowel) + tail,
    )
    .replace(/([ou])([a-z]{0,2})7/, (_, vowel: string, tail: string) => (vowel === "o" ? "ơ" : "ư") + tail)
    .replace(/a([a-z]{0,2})8/, "ă$1");
  if (/\d/.test(letters) || !isSyllable(letters)) return null;
  const tone = VNI_TONES[tones[0] ?? ""];
  return tone === undefined ? letters : toned(letters, tone);
}
