/** An organizer's or the office's chat: a fair being told of, and going over to shopping and back. */
import { readMessage } from "../understanding/read-message.ts";
import { type ReadItem } from "../understanding/reading.ts";
import { answerOf, DONT } from "./agreement.ts";
import { choose, numberedChoice } from "./choose.ts";
import { isFiller, recalled } from "./fair-draft.ts";
import {
  askFairAgain,
  beginFair,
  dropFair,
  hearFair,
  howToEdit,
  receiveFairPhoto,
  showTold,
  skipMore,
  tellFair,
  tellsFairs,
} from "./flows/announce-fair.ts";
import { callsOffFair } from "./flows/cancel-fair.ts";
import { meaningOf, switchesRole } from "./phrases.ts";
import { readFair } from "./read-fair.ts";
import { changed } from "./state.ts";
import { type Context, say, type Step } from "./step.ts";
import { topicOf, wordsOf } from "./topics.ts";

/** "báo hội chợ", "em muốn đăng một lễ hội". */
const BEGINS =
  /^ (?:(?:em|minh|toi|chi|anh|cho|muon|can|xin|nho|giup|shop|oi|a|da) )*(?:bao|dang|thong bao|mo|them|to chuc) (?:(?:cho|mot|1|cai|tin|ve|lich|moi) )*(?:hoi cho|le hoi|ngay hoi|hoi xuan|cho phien|phien cho|festival|hoi|fair) /;
const GOES_ON = /^ (?:bao|dang|bao tiep|lam tiep) (?:hoi cho|le hoi|hoi)? ?(?:nay |tiep |di |nhe |a )*$/;
const TOLD =
  /^ (?:sua|doi|xem|cac|nhung)?(?: ?(?:hoi|hoi cho|le hoi)(?: (?:cua (?:toi|minh|em|chung toi)|da bao|da dang))) $|^ (?:sua|doi) (?:hoi cho|le hoi|hoi) $/;
const ASKS =
  / (?:khong|ko|nao|dau|gi|bao gio|khi nao|may gio|chua|the nao|bao nhieu)(?: (?:a|vay|nhi|the|em|shop|ban|ha|nhe|day))* $/;
const DROPS = /^ (?:bo|bo di|huy|huy bo|thoi|thoi bo|thoi khong bao nua|khong bao nua|drop) $/;
const SKIPS =
  /^ (?:bo qua|khong|khong co|thoi|het roi|the thoi|du roi|vay thoi|skip|no) (?:(?:a|em|nhe|gi|dau|nua) )*$/;
const EDITS = /^ (?:sua|sua lai|doi|change) $/;
const TELLS = /^ (?:bao hoi cho|bao|bao di|dang|dang di|dang bai|announce) (?:(?:luon|di|nhe|a|em|giup) )*$/;

const asks = (words: string): boolean => words.includes("?") || ASKS.test(wordsOf(words));

/** Undefined for everybody else, and for what is not about a fair. */
export function answerOrganizer(context: Context, words: string): Step | undefined {
  if (!tellsFairs(context)) return undefined;
  const { state, text } = context;
  if (state.asking?.for === "fair") return answerTelling(context, words);
  const off = callsOffFair(context, words);
  if (off) return off;
  if (TOLD.test(wordsOf(words))) return showTold(context);
  if (switchesRole(words) !== undefined) return say(state, { text: text.fairNotBegun });
  return opensFair(context, words) ? beginFair(context, words) : undefined;
}

/** Told in so many words, or a fair with its days, or one we know with something new about it; no question. */
export function opensFair({ facts, state }: Context, words: string): boolean {
  const said = wordsOf(words);
  if (asks(words)) return false;
  if (BEGINS.test(said) || (state.fair !== undefined && GOES_ON.test(said))) return true;
  const read = readFair(words, facts.today);
  const { name, from, to } = read.said;
  if (name === undefined) return false;
  if (from !== undefined || to !== undefined || read.problems.length > 0) return true;
  return Object.keys(read.said).length > 1 && recalled(read.said, facts.fairs, facts.today).id !== undefined;
}

function answerTelling(context: Context, words: string): Step | undefined {
  const { state, text } = context;
  const about = state.asking?.for === "fair" ? state.asking.about : undefined;
  const number = numberedChoice(state, words);
  if (number !== undefined) return choose(context, number);
  const said = wordsOf(words);
  if (switchesRole(words) === "buy") return say(changed(state, { asking: undefined }), { text: text.fairLaidAside });
  if (about === "more" && SKIPS.test(said)) return skipMore(context);
  if (DROPS.test(said)) return dropFair(context);
  if (about === "more" && isFiller(words)) return skipMore(context);
  if (about === "card" && EDITS.test(said)) return howToEdit(context);
  if (about === "card" && TELLS.test(said)) return tellFair(context);
  if (meaningOf(words, false) !== undefined || asks(words)) return undefined;
  return answerQuestion(context, words, about === "card");
}

/** What says nothing of the fair is a yes or a no to the card, an order, small talk; whatever is left answers what was asked. */
function answerQuestion(context: Context, words: string, shown: boolean): Step | undefined {
  const { text, facts } = context;
  if (!saysFacts(context, words)) {
    const reading = readMessage(words, facts.lexicon, { awaiting: "confirmation" });
    const agreed = DONT.test(words) ? "no" : answerOf(reading, words);
    if (shown && agreed === "yes" && words.trim().split(/\s+/).length <= MOST_OF_A_YES) return tellFair(context);
    if (shown && agreed === "no") return howToEdit(context);
    if (reading.items.some(isBought)) return askFairAgain(context, text.fairFirst);
    if (reading.intent === "greet" || topicOf(words) === "thanks") return undefined;
  }
  const heard = hearFair(context, words);
  if (heard) return heard;
  return shown ? howToEdit(context) : askFairAgain(context, text.fairUnclear);
}

const MOST_OF_A_YES = 6;
const isBought = ({ product, quantity, unit }: ReadItem): boolean =>
  product !== null && quantity !== null && unit !== null;

const saysFacts = ({ facts }: Context, words: string): boolean => {
  const { said, problems } = readFair(words, facts.today);
  return problems.length > 0 || Object.keys(said).some((field) => field !== "description");
};

/** A picture for the fair that is being told of, or one whose caption tells of a fair; undefined otherwise. */
export function answerFairPhoto(context: Context, photo: { ref: string; caption?: string }): Step | undefined {
  const telling = context.state.asking?.for === "fair" || opensFair(context, photo.caption ?? "");
  return tellsFairs(context) && telling ? receiveFairPhoto(context, photo) : undefined;
}
