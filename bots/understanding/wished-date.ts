/** When the customer wants it: "mai", "thứ bảy", "20/11", "trước 23 tháng Chạp". */
import { foldedText } from "./folded-text.ts";
import { type Line, type Piece } from "./line.ts";
import { type Normalised } from "./normalise.ts";
import { type WishedDate } from "./reading.ts";
import { saidDays } from "./said-days.ts";

function relation(before: string): WishedDate["relation"] {
  if (/(?:truoc|before|cham nhat|muon nhat|tre nhat|by) (?:ngay |hom |\S+ )?$/.test(before)) return "before";
  return /(?:sau|after|tu) (?:ngay |hom )?$/.test(before) ? "after" : "on";
}

const isRead = ({ text }: Piece): boolean => text.startsWith("§") && text !== "§t" && text !== "§q";

/** Null when no day is wished; a clock time alone is not a day. */
export function wishedDate(line: Line, { tokens }: Normalised): WishedDate | null {
  const words = line.pieces.flatMap((piece) =>
    isRead(piece) ? ["§"] : tokens.slice(piece.from, piece.to).map(({ word }) => word),
  );
  const text = foldedText(words.join(" "));
  const [said] = saidDays(text);
  if (!said) return null;
  const { at, end, lead, spoken } = said;
  const wish = { text: text.folded.slice(at, end).trim(), relation: relation(text.folded.slice(0, lead)) };
  // "trước Tết" is before its first day; "dịp Tết" is no day.
  if (spoken.day === undefined && spoken.month === 1)
    return wish.relation === "before" ? { ...wish, calendar: "lunar", day: 1, month: 1 } : null;
  return { ...wish, ...spoken };
}
