/** Days that were said by the lunar calendar, said back by both: "mùng 5 tháng Giêng (10/02/2027)". */
import { lunarOf } from "../../shared/domain/lunar.ts";
import { formatDate, type IsoDate } from "../../shared/domain/time.ts";
import { type Context } from "./step.ts";

/** Nothing where no day was said so. */
export function lunarNote({ text }: Pick<Context, "text">, days: readonly IsoDate[]): readonly string[] {
  const both = [...new Set(days)].map((day) => `${text.lunarDay(lunarOf(day))} (${formatDate(day)})`);
  return both.length === 0 ? [] : [text.byMoon(both.join(" – "))];
}
