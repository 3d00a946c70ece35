/** Whether a word with accents can be Vietnamese at all: beginning, rhyme, and the letter that the tone sits on. */

const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");

/** Every rhyme without its tone. What follows "qu" and "gi" is one of these too. */
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu ych yn ynh yp yt`.split(/\s+/),
);

/** In these the tone is written on either letter: "hòa" and "hoà", "thủy" and "thuỷ". */
const EITHER = new Set(["oa", "oe", "uy"]);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const QUALITY = /[ăâêôơư]/;
const VOWEL = /[aăâeêioôơuưy]/;

export function isSyllable(word: string): boolean {
  // A capital after a small letter is how the old fonts' codes look, not how people write.
  if (/\p{Ll}.*\p{Lu}/u.test(word)) return false;
  const toned = word.normalize("NFD").toLowerCase();
  const tones = toned.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const plain = toned.replaceAll(TONE, "").normalize("NFC");
  const place = tones.length === 0 ? undefined : placeOfTone(toned);
  return ONSETS.concat("").some((onset) => plain.startsWith(onset) && rhymes(plain, onset.length, { place, tones }));
}

type Tone = { place: number | undefined; tones: readonly string[] };

/** The letter before the tone, counted in letters as they look without it. */
const placeOfTone = (toned: string): number => toned.slice(0, toned.search(TONE)).normalize("NFC").length - 1;

function rhymes(plain: string, from: number, { place, tones }: Tone): boolean {
  const rhyme = plain.slice(from);
  if (!RHYMES.has(rhyme)) return false;
  // "ă" and "â" need an end; a syllable that ends in c, ch, p, t has one of two tones.
  if (/(?:[cpt]|ch)$/.test(rhyme) && !["\u0301", "\u0323"].includes(tones[0] ?? "")) return false;
  return place === undefined || tonePlaces(rhyme).includes(place - from);
}

/** Where in a rhyme its tone may sit. */
function tonePlaces(rhyme: string): readonly number[] {
  const letters = Array.from(rhyme);
  const quality = letters.findLastIndex((letter) => QUALITY.test(letter));
  if (quality >= 0) return [quality];
  if (EITHER.has(rhyme)) return [0, 1];
  const vowels = letters.filter((letter) => VOWEL.test(letter)).length;
  const hasEnd = vowels < letters.length;
  if (hasEnd) return [vowels - 1];
  return [vowels === 3 ? 1 : 0];
}
