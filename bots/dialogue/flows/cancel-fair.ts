/** An organizer calls a fair off: which one, a question whether it is meant, and only then. */
import { datesWords, fairPath } from "../../../shared/domain/fair.ts";
import { type FairId } from "../../../shared/domain/ids.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { readMessage } from "../../understanding/read-message.ts";
import { answerOf } from "../agreement.ts";
import { toldFairs } from "../fair-draft.ts";
import { findFairs } from "../fair-search.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { wordsOf } from "../topics.ts";
import { numbered } from "../words.ts";

const CALLS_OFF =
  /^ (?:(?:em|minh|toi|chi|anh|cho|muon|can|xin|nho|giup|shop|oi|a|da|ban) )*(?:huy|huy bo|khong to chuc|khong mo|cancel)(?: nua)? (?:cai |ca )?(?:hoi cho|le hoi|ngay hoi|hoi xuan|cho phien|phien cho|festival|hoi|fair|tuan) /;
const MEANT = "fair:off-yes:";

/** Undefined where no fair is called off. */
export function callsOffFair(context: Context, words: string): Step | undefined {
  const [meant] = context.state.choices ?? [];
  if (meant?.startsWith(MEANT) && saysYes(context, words)) return cancelTold(context, meant.slice(MEANT.length));
  return CALLS_OFF.test(wordsOf(words)) ? whichOff(context, words) : undefined;
}

const saysYes = ({ facts }: Context, words: string): boolean =>
  answerOf(readMessage(words, facts.lexicon, { awaiting: "confirmation" }), words) === "yes";

function whichOff(context: Context, words: string): Step {
  const { state, text, facts } = context;
  const told = toldFairs(facts.fairs, facts.today);
  if (told.length === 0) return say(state, { text: text.noFairsTold });
  const named = findFairs(told, words.replace(/(?:huỷ|hủy|huy)(?:\s+(?:bỏ|bo))?/iu, ""), facts.today);
  const [only, ...others] = named.named && named.fairs.length > 0 ? named.fairs : told;
  if (only && others.length === 0) return askWhetherOff(context, only.id);
  const fairs = [only, ...others].filter((one) => one !== undefined).slice(0, 5);
  return say(state, {
    text: `${text.whichFairOff}\n${numbered(fairs.map((fair) => `${fair.name}, ${datesWords(fair)}`))}`,
    choices: fairs.map(({ id, name }) => ({ label: name, payload: `fair:off:${id}` })),
  });
}

export function askWhetherOff(context: Context, id: string): Step {
  const { state, text, facts } = context;
  const fair = toldFairs(facts.fairs, facts.today).find((one) => one.id === id);
  if (!fair) return say(state, { text: text.noSuchFair });
  return say(state, {
    text: text.askFairOff(fair.name, datesWords(fair)),
    choices: [
      { label: text.fairOff, payload: `${MEANT}${id}` },
      { label: text.notYet, payload: "no" },
    ],
  });
}

/** Only what was just asked about is called off, whatever button is pressed. */
export function cancelTold(context: Context, id: string): Step {
  const { state, text, facts } = context;
  if (state.choices?.includes(`${MEANT}${id}`) !== true) return askWhetherOff(context, id);
  return perform(state, "cancel-fair", { fair: id as FairId }, (outcome) =>
    isRefused(outcome)
      ? say(state, { text: text.noSuchFair })
      : say(state, {
          text: text.fairIsOff(outcome.name),
          link: { label: text.fairPage, url: `${facts.shop.publicUrl}${fairPath(outcome)}` },
        }),
  );
}
