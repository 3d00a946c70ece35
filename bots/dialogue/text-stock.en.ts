/** What is said of goods that are back, or run low, in English. */
import { type Texts } from "./text.vi.ts";

export const stockEn: Texts["stock"] = {
  awaited: (name) => `${name} is sold out. When it is back I will write to you here, once.`,
  reach: (days) => ` This channel lets me write only within ${days} days of your last message.`,
  stop: " If you no longer want to hear of it, write “STOP”.",
  back: (name) => `${name} is back. You asked me to tell you; this is the one message.`,
  see: "See it",
  low: (name, count, unit) =>
    `${name} runs low: ${count} ${unit} left. When you have more, send its name, price and number.`,
};
