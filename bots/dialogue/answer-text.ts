/** What is answered to typed words: an answer to our question first, then a command, then what the understanding reads. */
import { type ReadContext } from "../understanding/reading.ts";
import { readMessage } from "../understanding/read-message.ts";
import { answerOf } from "./agreement.ts";
import { answerOrganizer } from "./answer-organizer.ts";
import { answerParcels } from "./answer-parcels.ts";
import { answerQuestion } from "./answer-question.ts";
import { answerStall } from "./answer-stall.ts";
import { choose, numberedChoice } from "./choose.ts";
import { answerIntent } from "./answer-intent.ts";
import { askAgain, backToFair } from "./flows/aside.ts";
import { showMenu } from "./flows/browse.ts";
import { showCart } from "./flows/cart.ts";
import { cancelNamed } from "./flows/cancel-named.ts";
import { missing } from "./flows/recipient.ts";
import { notePhone } from "./flows/leads.ts";
import { bookSome } from "./flows/travel.ts";
import { answerOffice } from "./flows/office.ts";
import { isOffice, relayText } from "./flows/relay.ts";
import { hearPay } from "./flows/pay.ts";
import { enterCode, typedCode } from "./flows/start.ts";
import { hear } from "./hear.ts";
import { afterVisit, hearVisit } from "./hear-visit.ts";
import { sober } from "./sober.ts";
import { meaningOf, switchesRole } from "./phrases.ts";
import { changed, type Language } from "./state.ts";
import { type Context, say, saidBefore, type Step } from "./step.ts";
import { en } from "./text.en.ts";
import { vi } from "./text.vi.ts";

export function answerText(context: Context, text: string): Step {
  const staff = answerStaff(context, text);
  if (staff) return staff;
  const parcels = switchesRole(text) === undefined ? answerParcels(context, text) : undefined;
  if (parcels) return parcels;
  const code = typedCode(text);
  if (code !== null) return enterCode(context, code);
  const organizer = answerOrganizer(context, text);
  if (organizer) return organizer;
  const step = answerStall(context, text) ?? answerCommand(context, text) ?? answerReading(context, text);
  return context.state.asking?.for === "fair" ? backToFair(context, step) : step;
}

/** For the office a number that was shown is a choice, also while it answers a customer. */
function answerStaff(context: Context, text: string): Step | undefined {
  const number = isOffice(context) ? numberedChoice(context.state, text) : undefined;
  return number === undefined ? (relayText(context, text) ?? answerOffice(context, text)) : choose(context, number);
}

function answerCommand(context: Context, text: string): Step | undefined {
  const number = numberedChoice(context.state, text);
  if (number !== undefined) return choose(context, number);
  const meaning = meaningOf(text, false);
  if (meaning === undefined) return cancelNamed(context, text);
  return meaning.startsWith("lang:") ? speak(context, meaning === "lang:en" ? "en" : "vi") : choose(context, meaning);
}

/** Where one stands is said again in the new language. */
function speak(before: Context, language: Language): Step {
  const text = language === "en" ? en : vi;
  const context = { ...before, text, state: changed(before.state, { language, spoken: true }) };
  if (context.state.cart.length === 0 && context.state.asking === undefined) return showMenu(context, text.languageSet);
  const again = askAgain(context) ?? (context.state.cart.length > 0 ? showCart(context) : undefined);
  return again ? saidBefore([{ text: text.languageSet }], again) : say(context.state, { text: text.languageSet });
}

function answerReading(context: Context, typed: string): Step {
  const visit = hearVisit(context, typed);
  const { context: visited, words } = visit;
  const reading = sober(visited, readMessage(words, context.facts.lexicon, readContext(visited)), words);
  if (reading.switchTo !== null) return speak(context, reading.switchTo);
  const before = context.state.contact;
  const ordering = context.state.cart.length > 0 || reading.items.length > 0;
  return notePhone(hear(visited, reading, words), before, ordering, (heard) => {
    const message = { reading, words, before, answer: answerOf(reading, words) };
    return (
      afterVisit(heard, message, visit) ??
      hearPay(heard, message) ??
      answerQuestion(heard, message) ??
      bookSome(heard, message) ??
      answerIntent(heard, message)
    );
  });
}

/** What the reader needs to know of our last words. */
function readContext(context: Context): ReadContext {
  const { asking, choices, focus, contact } = context.state;
  switch (asking?.for) {
    case "product":
      return { awaiting: "choice", shown: asking.candidates };
    case "quantity":
      return { awaiting: "quantity", shown: [asking.product] };
    case "conversion":
      return { awaiting: "confirmation", shown: [asking.line.product] };
    case "proposal":
      return { awaiting: "confirmation", shown: asking.items.map(({ product }) => product) };
    case "confirmation":
      return contact.name === undefined ? { awaiting: "name" } : { awaiting: "confirmation" };
    case "contact": {
      const [awaiting] = missing(context);
      return awaiting === undefined ? {} : { awaiting };
    }
    case "same-person":
      return { awaiting: "confirmation" };
    case "visit":
    case "news":
    case "listing":
    case "fair":
    case "reason":
    case "parcel":
    case undefined:
      return {
        ...(focus === undefined ? {} : { shown: [focus] }),
        ...(choices === undefined ? {} : { choices: choices.length }),
      };
  }
}
