/** One message → what the customer means. Pure and deterministic: the catalogue comes in as a lexicon, nothing is read or written. */
import { spanText } from "./address.ts";
import { askBack } from "./ask-back.ts";
import { matchCommune } from "./commune.ts";
import { AS_BEFORE, CONTACT_AS_BEFORE } from "./cues-order.ts";
import { decide } from "./decide.ts";
import { type Facts } from "./facts.ts";
import { itemsOf, settle } from "./settle.ts";
import { type Lexicon } from "./lexicon.ts";
import { looksEnglish, normalise } from "./normalise.ts";
import { recipientPhone } from "./phone.ts";
import { type ReadContext, type Reading } from "./reading.ts";
import { see, type Seen } from "./see.ts";
import { bareAnswer, chosen, languageAsked } from "./short-answers.ts";
import { wishedDate } from "./wished-date.ts";

export { buildLexicon, type Lexicon } from "./lexicon.ts";
export * from "./reading.ts";

/** Contact details as read, with the raw spans. */
function contactOf(seen: Seen) {
  const { text, phones } = seen;
  const phone = recipientPhone(text.tokens, phones);
  const invalid = phones.find((found) => found.phone === null);
  const address = seen.address === null ? null : spanText(text, seen.address);
  const commune = address === null ? null : matchCommune(address);
  return {
    phone,
    invalidPhone: invalid === undefined ? null : spanText(text, invalid),
    address,
    commune: commune === null || commune.communes.length === 0 ? null : commune,
    name: seen.name === null ? null : spanText(text, seen.name),
  };
}

/** Everything read of a message but what it is for. */
export function factsOf(raw: string, lexicon: Lexicon, context: ReadContext = {}) {
  const english = looksEnglish(raw);
  const seen = see(normalise(raw, english), lexicon, context.awaiting);
  const contact = contactOf(seen);
  const settled = settle(seen, lexicon);
  const hasContact =
    contact.phone !== null || contact.address !== null || contact.name !== null || contact.invalidPhone !== null;
  const facts: Facts = {
    ...settled,
    line: seen.line,
    hasPhone: contact.phone !== null,
    hasAddress: contact.address !== null,
    hasContact,
    english,
    context,
  };
  return { facts, seen, contact, settled };
}

/** Reads one message as typed. With `context`, bare answers ("4", "ừ") are read as answers to what was asked. */
export function readMessage(raw: string, lexicon: Lexicon, context: ReadContext = {}): Reading {
  const { facts, seen, contact, settled } = factsOf(raw, lexicon, context);
  const { line, english } = facts;
  const { intent, confidence } = decide(facts);
  const { items, negated, mentions } = itemsOf(intent, settled, { seen, lexicon, context });
  const asBefore = {
    order: AS_BEFORE.test(line.gist) && !CONTACT_AS_BEFORE.test(line.gist),
    contact: CONTACT_AS_BEFORE.test(line.gist),
  };
  return {
    intent,
    confidence,
    items,
    negated,
    mentions,
    ...contact,
    wishedDate: wishedDate(line, seen.text),
    answer: bareAnswer(line, intent),
    choice: chosen(seen.text, context),
    language: english ? "en" : "vi",
    switchTo: languageAsked(line),
    asBefore,
    askBack: askBack({ intent, items, ...contact, asBefore: asBefore.order }),
  };
}
