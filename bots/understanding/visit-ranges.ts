/** "20-22/12" spelled out as "20/12 - 22/12". */
import { MONTH } from "./visit-dates.ts";
import { type VisitText } from "./visit-text.ts";

/** What stands between a first day and a last one, over folded words. */
export const UNTIL = "den|toi|ve|va|and|to|till|until|through|[-–—]|->";
/** "20 đến 22/12", "20-22/12": the month is said once. */
const SHORT = new RegExp(
  String.raw`(?<![/\d.-])\b(?:ngay )?(\d{1,2}) ?(${UNTIL}) ?(?:het )?(?:ngay )?(\d{1,2})(?: ?\/ ?| thang )(\d{1,2})(?:\/(\d{4}))?\b`,
);
const SHORT_EN = new RegExp(
  String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)? ?(?:to|and|till|until|through|[-–]) ?(\d{1,2})(?:st|nd|rd|th)?\b`,
);

/** Spelled out, so that one reader reads both: "20/12 đến 22/12". */
export function spelledOut(text: VisitText): VisitText | null {
  const short = SHORT.exec(text.folded);
  const [from = "", until = "", to = "", month = "", year] = short?.slice(1) ?? [];
  if (short && !/^(?:so|ngo|to) $/.test(text.folded.slice(short.index - 4, short.index))) {
    const tail = year === undefined ? month : `${month}/${year}`;
    return replaced(text, short, `${from}/${tail} ${until} ${to}/${tail}`);
  }
  const english = SHORT_EN.exec(text.folded);
  const [name = "", first = "", last = ""] = english?.slice(1) ?? [];
  return english ? replaced(text, english, `${first} ${name} to ${last} ${name}`) : null;
}

const replaced = ({ folded, typed }: VisitText, { index, 0: whole }: RegExpExecArray, by: string): VisitText => ({
  folded: folded.slice(0, index) + by + folded.slice(index + whole.length),
  typed: typed.slice(0, index) + by + typed.slice(index + whole.length),
});
