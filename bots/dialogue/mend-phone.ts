/** "số đuôi là 140 chứ không phải 104": the end of a phone told anew. */
import { parsePhone } from "../../shared/domain/phone.ts";
import { wordsOf } from "./topics.ts";

const TAIL =
  / (?:duoi|(?:so|chu so) cuoi|cuoi (?:cung|so)|ends? (?:with|in)|last (?:digits?|numbers?))(?: (?:so|la|cua|no|moi|phai|dt|is|are))* (\d{1,6}) /;

/** Undefined where the message tells of no such end, or where no phone would come of it. */
export function mendPhone(phone: string | undefined, words: string): string | undefined {
  const tail = TAIL.exec(wordsOf(words))?.[1];
  if (phone === undefined || tail === undefined) return undefined;
  return parsePhone(phone.slice(0, -tail.length) + tail) ?? undefined;
}
