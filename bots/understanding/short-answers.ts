/** Bare answers: yes and no, the number or ordinal of a choice, the language to go on in. */
import { CONFIRM, YES } from "./cues-order.ts";
import { type Line } from "./line.ts";
import { type Intent, type ReadContext } from "./reading.ts";

const NO =
  /^ (?:da |a |u )?(?:khong|chua|thoi|no|nope|khoi|chua dungr|sai|sai roi|khong phai|not yet|khong dungr|khong a|thoi khong|chang)(?: (?:a|em|nhe|nha|shop|dau|chi|anh|can|roi|cam on|thanks|ban|dungr|phai|oi|lay|nua|thank|you|duoc|,|\.|!))* $/;

export function bareAnswer(line: Line, intent: Intent): "yes" | "no" | null {
  if (NO.test(line.text)) return "no";
  if (intent === "confirm" || (YES.test(line.text) && CONFIRM.test(line.text))) return "yes";
  return null;
}

const ORDINAL: Readonly<Record<string, number>> = {
  nhat: 1,
  dau: 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  first: 1,
  second: 2,
  third: 3,
  last: -1,
  cuoi: -1,
};

/** Which of the numbered choices, from 1; only when one was asked for. */
export function chosen(line: Line, context: ReadContext): number | null {
  if (context.awaiting !== "choice") return null;
  const most = context.choices ?? context.shown?.length ?? 0;
  const number = line.pieces.filter((piece) => piece.amount !== undefined || piece.text === "§t");
  const [only] = number;
  const said = only?.amount?.quantity ?? ordinal(line.text);
  const pick = said === -1 ? most : said;
  if (pick === null || number.length > 1 || (only?.amount?.unit !== undefined && only.amount.unit !== null))
    return null;
  return Number.isInteger(pick) && pick >= 1 && pick <= most ? pick : null;
}

function ordinal(text: string): number | null {
  const found =
    / (?:(?:cai|loai|so|thu|the|chon|mon|phuong an) )*(?:thu |so |the )?(nhat|dau|hai|nhi|ba|tu|bon|nam|mot|first|second|third|last|cuoi)(?: (?:tien|one|cung|nhe|nha|a|di|em|do))* $/.exec(
      text,
    );
  return found === null ? null : (ORDINAL[found[1] ?? ""] ?? null);
}

export function languageAsked(line: Line): "vi" | "en" | null {
  if (
    /^ (?:(?:in|please|speak|switch to|tieng|noi|can you|do you|dung|bang|i) )*(?:english|tieng anh|eng)(?: (?:please|only|pls|nhe|a|duoc khong|\?))* $/.test(
      line.text,
    )
  )
    return "en";
  return /^ (?:(?:noi|dung|bang|in|switch to) )*(?:tieng viet|vietnamese)(?: (?:nhe|nha|a|di|please|duoc khong))* $/.test(
    line.text,
  )
    ? "vi"
    : null;
}
