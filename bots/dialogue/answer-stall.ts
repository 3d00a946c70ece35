/** A producer at their stall: decisions on parcels, a listing being drawn up, switching to shopping. */
import { readMessage } from "../understanding/read-message.ts";
import { agree, choose, disagree, numberedChoice } from "./choose.ts";
import { receiveSentence } from "./flows/sell.ts";
import { showParcels } from "./flows/parcels.ts";
import { decideOnly, producerOf } from "./flows/staff.ts";
import { meaningOf, switchesRole } from "./phrases.ts";
import { changed } from "./state.ts";
import { type Context, say, type Step } from "./step.ts";

/** Undefined for everybody else, and for a producer who shops. */
export function answerStall(context: Context, text: string): Step | undefined {
  const { state } = context;
  if (producerOf(context) === undefined) return undefined;
  const role = switchesRole(text);
  if (role !== undefined) {
    const switched = changed(state, { selling: role === "sell" || undefined, draft: undefined, asking: undefined });
    return say(switched, { text: role === "sell" ? context.text.nowSelling : context.text.nowBuying });
  }
  if (!state.selling) return undefined;
  const meaning = meaningOf(text, true);
  if (meaning === "waiting") return showParcels(context);
  if (meaning === "take:accepted") return decideOnly(context, "accepted");
  if (meaning === "take:declined") return decideOnly(context, "declined");
  return answerSeller(context, text, meaning);
}

function answerSeller(context: Context, text: string, meaning: string | undefined): Step | undefined {
  const { state } = context;
  const number = numberedChoice(state, text);
  if (number !== undefined && state.asking?.for !== "listing") return choose(context, number);
  if (meaning !== undefined) return undefined;
  if (state.asking?.for === "listing") return answerListing(context, text);
  return /\d/.test(text) || /^\s*(?:đăng|bán|hàng mới|sản phẩm mới)/iu.test(text)
    ? receiveSentence(context, text)
    : say(state, { text: context.text.sellHelp });
}

function answerListing(context: Context, text: string): Step {
  const complete = context.state.choices?.includes("publish") === true;
  const number = complete ? numberedChoice(context.state, text) : undefined;
  if (number !== undefined) return choose(context, number);
  const { answer } = readMessage(text, context.facts.lexicon, { awaiting: "confirmation" });
  if (complete && (answer === "yes" || /^\s*(?:đăng|dang|publish)\s*$/iu.test(text))) return agree(context);
  if (/^\s*(?:bỏ|bo|thôi|thoi|huỷ|hủy|huy|drop)\s*$/iu.test(text)) return disagree(context);
  return receiveSentence(context, text);
}
