/** The words that the Zalo Bot needs from us beyond what the dialogue says. */

export const text = {
  /** A choice that the text before it does not number. Goods are listed as "1. …", so this is written otherwise. */
  type: (number: number, label: string) => `Nhắn ${number}: ${label}`,
} as const;
