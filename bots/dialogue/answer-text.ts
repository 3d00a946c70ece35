/** What is answered to typed words: an answer to our question first, then a command, then what the understanding reads. */
import { type ProductId } from "../../shared/domain/ids.ts";
import { type Reading, type ReadContext } from "../understanding/reading.ts";
import { readMessage } from "../understanding/read-message.ts";
import { agree, choose, disagree } from "./choose.ts";
import { answerIntent } from "./answer-intent.ts";
import { addItems } from "./flows/cart.ts";
import { missing } from "./flows/checkout.ts";
import { withContact } from "./flows/contact.ts";
import { receiveSentence } from "./flows/sell.ts";
import { decideOnly, producerOf, settle, showWaiting } from "./flows/staff.ts";
import { enterCode, typedCode } from "./flows/start.ts";
import { meaningOf, switchesRole } from "./phrases.ts";
import { changed, type Language, type State } from "./state.ts";
import { type Context, say, type Step } from "./step.ts";
import { en } from "./text.en.ts";
import { vi } from "./text.vi.ts";

export function answerText(context: Context, text: string): Step {
  const code = typedCode(text);
  if (code !== null) return enterCode(context, code);
  return answerAsStaff(context, text) ?? answerCommand(context, text) ?? answerReading(context, text);
}

/** A producer at their stall: decisions on parcels, a listing being drawn up, switching to shopping. */
function answerAsStaff(context: Context, text: string): Step | undefined {
  const { state } = context;
  if (producerOf(context) === undefined) return undefined;
  const role = switchesRole(text);
  if (role !== undefined) {
    const switched = changed(state, { selling: role === "sell" || undefined, draft: undefined, asking: undefined });
    return say(switched, { text: role === "sell" ? context.text.nowSelling : context.text.nowBuying });
  }
  if (!state.selling) return undefined;
  if (state.asking?.for === "reason")
    return settle(context, state.asking.parcel, "declined", text.trim().slice(0, 200));
  const meaning = meaningOf(text, true);
  if (meaning === "waiting") return showWaiting(context);
  if (meaning === "take:accepted") return decideOnly(context, "accepted");
  if (meaning === "take:declined") return decideOnly(context, "declined");
  return answerAtStall(context, text, meaning);
}

function answerAtStall(context: Context, text: string, meaning: string | undefined): Step | undefined {
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

/** "2" picks the second of the choices shown, unless a quantity was asked for. */
function numberedChoice({ choices, asking }: State, text: string): string | undefined {
  if (!choices || asking?.for === "quantity") return undefined;
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1];
  return number === undefined ? undefined : choices[Number(number) - 1];
}

function answerCommand(context: Context, text: string): Step | undefined {
  const number = numberedChoice(context.state, text);
  if (number !== undefined) return choose(context, number);
  const meaning = meaningOf(text, false);
  if (meaning === undefined) return undefined;
  return meaning.startsWith("lang:") ? speak(context, meaning === "lang:en" ? "en" : "vi") : choose(context, meaning);
}

function speak(context: Context, language: Language): Step {
  const state = changed(context.state, { language });
  return say(state, { text: language === "en" ? en.languageSet : vi.languageSet });
}

function answerReading(context: Context, text: string): Step {
  const reading = readMessage(text, context.facts.lexicon, readContext(context.state));
  if (reading.switchTo !== null) return speak(context, reading.switchTo);
  const heard = hear(context, reading);
  return answerQuestion(heard, reading) ?? answerIntent(heard, reading);
}

/** Keeps what any message may hold besides its purpose: the language it begins in, name, phone, address. */
function hear(context: Context, reading: Reading): Context {
  const begins =
    context.incoming.content.kind === "text" &&
    context.state.choices === undefined &&
    context.state.orders === undefined;
  const language = begins && context.state.cart.length === 0 ? reading.language : context.state.language;
  const { phone, address, name } = reading;
  const state = withContact(changed(context.state, { language }), { phone, address, name });
  return { ...context, state, text: language === "en" ? en : vi };
}

/** An answer to what we asked last; undefined where the message is about something else. */
function answerQuestion(context: Context, reading: Reading): Step | undefined {
  const { asking, pending = [] } = context.state;
  const [item] = reading.items;
  switch (asking?.for) {
    case "product": {
      const picked = reading.choice === null ? item?.product : asking.candidates[reading.choice - 1];
      if (!picked || !asking.candidates.includes(picked as ProductId)) return undefined;
      const quantity = item?.quantity ?? asking.quantity;
      return addItems(context, [
        { product: picked as ProductId, quantity, unit: item?.unit ?? asking.unit },
        ...pending,
      ]);
    }
    case "quantity": {
      if (!item || item.quantity === null || (item.product !== null && item.product !== asking.product))
        return undefined;
      return addItems(context, [
        { product: asking.product, quantity: item.quantity, unit: item.unit ?? asking.unit },
        ...pending,
      ]);
    }
    case "confirmation":
    case "conversion":
      if (reading.answer === "yes" || reading.intent === "confirm") return agree(context);
      return reading.answer === "no" && reading.items.length === 0 ? disagree(context) : undefined;
    case "contact":
    case "listing":
    case "reason":
    case undefined:
      return undefined;
  }
}

/** What the reader needs to know of our last words. */
function readContext({ asking, choices, focus, contact }: State): ReadContext {
  switch (asking?.for) {
    case "product":
      return { awaiting: "choice", shown: asking.candidates };
    case "quantity":
      return { awaiting: "quantity", shown: [asking.product] };
    case "confirmation":
    case "conversion":
      return { awaiting: "confirmation" };
    case "contact": {
      const [awaiting] = missing(contact);
      return awaiting === undefined ? {} : { awaiting };
    }
    case "listing":
    case "reason":
    case undefined:
      return {
        ...(focus === undefined ? {} : { shown: [focus] }),
        ...(choices === undefined ? {} : { choices: choices.length }),
      };
  }
}
