/** Bare answers: yes and no, the number or ordinal of a choice, the language to go on in. */
import { CONFIRM, YES } from "./cues-order.ts";
import { type Line } from "./line.ts";
import { type Normalised } from "./normalise.ts";
import { type Intent, type ReadContext } from "./reading.ts";

const NO =
  /^ (?:da |a |u )?(?:khong|chua|thoi|no|nope|khoi|chua dungr|sai|sai roi|khong phai|not yet|khong dungr|khong a|thoi khong|chang)(?: (?:a|em|nhe|nha|shop|dau|chi|anh|can|roi|cam on|thanks|ban|dungr|phai|oi|lay|nua|thank|you|duoc|,|\.|!))* $/;

export function bareAnswer(line: Line, intent: Intent): "yes" | "no" | null {
  if (NO.test(line.gist)) return "no";
  if (intent === "confirm" || (YES.test(line.gist) && CONFIRM.test(line.gist))) return "yes";
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

const CHOICE =
  /^(?:(?:cai|loai|so|thu|the|chon|mon|phuong|an|lay|em|minh|cho|option|number|da|toi|anh|chi|i|take) )*(\d{1,2}|nhat|dau|hai|nhi|ba|tu|bon|nam|mot|first|second|third|last|cuoi)(?: (?:tien|one|cung|nhe|nha|a|di|em|do|ay|please|shop))*[ .!]*$/;

/** Which of the numbered choices, from 1; only when one was asked for. */
export function chosen(text: Normalised, context: ReadContext): number | null {
  if (context.awaiting !== "choice") return null;
  const most = context.choices ?? context.shown?.length ?? 0;
  const said = CHOICE.exec(text.tokens.map((token) => token.fold).join(" "))?.[1];
  const number = said === undefined ? null : (ORDINAL[said] ?? Number(said));
  const pick = number === -1 ? most : number;
  return pick !== null && pick >= 1 && pick <= most ? pick : null;
}

export function languageAsked(line: Line): "vi" | "en" | null {
  if (
    /^ (?:(?:in|please|speak|switch to|tieng|noi|can you|do you|dung|bang|i) )*(?:english|tieng anh|eng)(?: (?:please|only|pls|nhe|a|duoc khong|\?))* $/.test(
      line.gist,
    )
  )
    return "en";
  return /^ (?:(?:noi|dung|bang|in|switch to) )*(?:tieng viet|vietnamese)(?: (?:nhe|nha|a|di|please|duoc khong))* $/.test(
    line.gist,
  )
    ? "vi"
    : null;
}
