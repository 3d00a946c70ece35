/** What customers read of fairs in chat, in Vietnamese. */

/** `when`: "2/2027" or as said; `where`: as said. */
const asked = (where?: string, when?: string): string =>
  [
    where === undefined ? "" : ` ở ${where}`,
    when === undefined ? "" : ` ${/^\d/.test(when) ? `tháng ${when}` : "lúc đó"}`,
  ].join("");

export const fairFactsVi = {
  inMonth: (when: string) => (/^\d/.test(when) ? `Hội chợ, lễ hội tháng ${when}:` : "Hội chợ, lễ hội trong dịp đó:"),
  none: (where?: string, when?: string) => `Mình chưa có lịch hội chợ, lễ hội nào${asked(where, when)}.`,
  calledOff: "Hội này đã huỷ.",
  over: "Hội này đã qua.",
};
