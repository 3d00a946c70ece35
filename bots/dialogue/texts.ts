/** The table of texts for a conversation's language. */
import { type State } from "./state.ts";
import { en } from "./text.en.ts";
import { vi } from "./text.vi.ts";

export const textsOf = (state: Pick<State, "language">) => (state.language === "en" ? en : vi);
