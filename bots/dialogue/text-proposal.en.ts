/** Asked back when a model has guessed what was meant. */
export const proposalEn = {
  proposal: {
    meant: (goods: string) => `I am not sure I understood. Do you mean ${goods}?`,
    meantMore: (goods: string) => `I am not sure I understood. Do you mean ${goods} as well?`,
    yes: "Yes, that",
    no: "No",
    askedAbout: "I am not sure I understood. Which of these do you ask about? Send its number to see it.",
  },
};
