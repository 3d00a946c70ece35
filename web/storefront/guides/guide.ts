/** What a printable page of pictures is made of: numbered steps, each with a screen of what is typed and what comes back. */
import { type Shop } from "../../../shared/ports/app.ts";

/** A line of talk on a phone; of what the shop says the screen may leave lines out, never change one. */
export type Said = { by: "you" | "shop"; text: string; photo?: true; buttons?: readonly string[] };

export type Screen =
  { on: "phone"; talk: readonly Said[] } | { on: "computer"; lines: readonly { by: "you" | "shop"; text: string }[] };

export type Step = { title: string; hint: string; screens: readonly Screen[] };

/** What stands in the corner of the paper, to be filled by hand or with a sticker. */
export type Corner = { on: "qr" | "code"; label: string };

export type Guide = {
  slug: string;
  /** Who it is for, in a word or two. */
  who: string;
  title: string;
  intro: string;
  corner: Corner;
  steps: readonly Step[];
  tips: readonly string[];
};

export type GuideFor = (shop: Shop) => Guide;

export const phone = (...talk: readonly Said[]): Screen => ({ on: "phone", talk });
export const you = (text: string): Said => ({ by: "you", text });
export const shop = (lines: readonly string[], ...buttons: readonly string[]): Said => ({
  by: "shop",
  text: lines.join("\n"),
  ...(buttons.length > 0 ? { buttons } : {}),
});
