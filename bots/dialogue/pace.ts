/** Twenty turns a minute per customer's conversation, then one polite answer, then silence until the next minute. */
import { type IsoTime } from "../../shared/domain/time.ts";
import { changed, type State } from "./state.ts";

const TURNS_A_MINUTE = 20;
const MINUTE_CHARS = "2026-11-23T02:00".length;

export type Paced = { state: State; pace: "well" | "just-too-fast" | "too-fast" };

export function paced(state: State, now: IsoTime): Paced {
  // Staff at work write fast, and what they write must arrive.
  if (state.staff !== undefined) return { state, pace: "well" };
  const minute = now.slice(0, MINUTE_CHARS);
  const turns = state.pace?.minute === minute ? state.pace.turns + 1 : 1;
  const pace = turns <= TURNS_A_MINUTE ? "well" : turns === TURNS_A_MINUTE + 1 ? "just-too-fast" : "too-fast";
  return { state: changed(state, { pace: { minute, turns } }), pace };
}
