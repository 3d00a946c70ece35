/** Bytes of a text file as text: Unicode in its forms, Windows-1258, or what the old fonts left behind. */
import { CommandError } from "./command-error.ts";
import { isVietnamese, judge } from "./legacy-text.ts";

export type Decoded = { text: string; notes: readonly string[] };

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

export function decodeText(path: string, bytes: Buffer): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))?.[0];
  const text = decode(bytes, marked ?? "utf-8");
  if (text !== undefined) return { text, notes: [] };
  const guessed = marked === undefined ? guess(bytes) : undefined;
  if (guessed) return guessed;
  throw new CommandError(
    `${path} is not UTF-8, so its accents can't be read: save it as "CSV UTF-8" and import that file.`,
  );
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** So much of the text has to be Vietnamese in an encoding that nobody named. */
const SURE = 0.8;
const SAMPLE = 500;

/** One byte a letter: Windows-1258 is Vietnamese itself, in Windows-1252 the old fonts' codes are kept as they are. */
function guess(bytes: Buffer): Decoded | undefined {
  const vietnamese = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  if (shareOf(vietnamese, isVietnamese) >= SURE) return { text: vietnamese, notes: ["Read as Windows-1258."] };
  const western = new TextDecoder("windows-1252").decode(bytes);
  if (shareOf(western, (cell) => judge(cell).is !== "fine") < SURE) return undefined;
  return { text: western, notes: [] };
}

/** Of the cells that hold more than ASCII. */
function shareOf(text: string, isGood: (cell: string) => boolean): number {
  const cells = text
    .split(/[\n\r,;\t"]/)
    .filter((cell) => /[^\u0000-\u007f]/.test(cell))
    .slice(0, SAMPLE);
  return cells.filter(isGood).length / cells.length;
}
