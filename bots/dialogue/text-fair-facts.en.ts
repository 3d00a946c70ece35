/** What customers read of fairs in chat, in English. */
import { type fairFactsVi } from "./text-fair-facts.vi.ts";

const asked = (where?: string, when?: string): string =>
  [
    where === undefined ? "" : ` in ${where}`,
    when === undefined ? "" : /^\d/.test(when) ? ` in ${when}` : " then",
  ].join("");

export const fairFactsEn: typeof fairFactsVi = {
  inMonth: (when) => (/^\d/.test(when) ? `Fairs and festivals in ${when}:` : "Fairs and festivals then:"),
  none: (where, when) => `I have no fair or festival in the calendar${asked(where, when)}.`,
  calledOff: "It has been called off.",
  over: "It is over.",
};
