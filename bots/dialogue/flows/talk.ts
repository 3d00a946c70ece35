/** Everything that is not buying: hello, calling a person, complaints, news, not being understood. */
import { type ProductId } from "../../../shared/domain/ids.ts";
import { formatVnd } from "../../../shared/domain/money.ts";
import { type Outgoing } from "../../../shared/domain/message.ts";
import { shippingFee } from "../../../shared/domain/rules/shipping.ts";
import { changed } from "../state.ts";
import { type Context, perform, say, saidBefore, type Step } from "../step.ts";
import { type Topic } from "../topics.ts";
import { aside, keepAsking } from "./aside.ts";
import { showMenu } from "./browse.ts";
import { inSeason } from "../season.ts";
import { awaitSeason, forgetSeasons } from "./season-notice.ts";
import { dropLeads, interestOf, keepLead } from "./leads.ts";
import { officeHelp, summon } from "./office.ts";
import { isOffice } from "./relay.ts";

const MOST_INTEREST = 160;
const MOST_AWAITED = 20;

/** Said once, before the first answer: that a machine answers, who sells, where the privacy page is. */
export const introduction = ({ text, facts }: Context): Outgoing => ({
  text: [
    text.greeting(facts.shop.name, `${facts.shop.publicUrl}/quyen-rieng-tu`),
    ...(facts.shop.sample ? [text.sampleShop] : []),
  ].join("\n"),
});

/** In the middle of something a hello is only answered. */
export function greet(context: Context): Step {
  const { state, text } = context;
  if (state.asking !== undefined || state.cart.length > 0) return aside(context, text.welcome);
  if (isOffice(context)) return officeHelp(context);
  return showMenu(context, state.greeted ? text.welcome : text.invite);
}

export const callPerson = (context: Context, words?: string): Step =>
  call(
    context,
    { interest: words ?? context.text.person },
    {
      heard: context.text.personCalled,
      noted: context.text.nobodyBound,
    },
  );

export const complain = (context: Context, words: string): Step =>
  call(
    context,
    { kind: "complaint", interest: `${context.text.complaintNoted}: ${words.slice(0, MOST_INTEREST)}` },
    { heard: context.text.complaint, noted: context.text.complaintKept },
  );

/** Where somebody of the office hears of it, and where it is on record alone. */
type Answers = { heard: string; noted: string };
type Call = { interest: string; kind?: "complaint" };

/** The office hears of it; what was being asked stays asked, and the bot goes on serving. */
const call = (context: Context, wish: Call, { heard, noted }: Answers): Step =>
  summon(context, wish, ({ told }) =>
    keepAsking(context, say(changed(context.state, { misses: undefined }), { text: told ? heard : noted })),
  );

/** "có hạt dẻ thì báo chị": word when it is back or its season comes, news of a product, or of the shop. */
export function subscribe(context: Context, named?: ProductId): Step {
  const product = named ?? context.state.focus;
  const out = product && soldOut(context, product);
  if (product !== undefined && out !== undefined) return awaitStock(context, product, out);
  const listing = named && context.facts.listings.get(named);
  if (listing && !inSeason(listing, context.facts.today)) return awaitSeason(context, listing, answered);
  const name = listing?.name;
  return keepLead(context, { kind: "news", interest: name ?? interestOf(context) }, (noted) =>
    answered(noted, name === undefined ? noted.text.subscribed : noted.text.seasons.noted(name)),
  );
}

/** Only the question of news is answered by it. */
export function answered(context: Context, words: string): Step {
  const { state } = context;
  return aside(
    state.asking?.for === "news" ? { ...context, state: changed(state, { asking: undefined }) } : context,
    words,
  );
}

/** Its name, where none of it is left. */
function soldOut({ facts }: Context, product: ProductId): string | undefined {
  const listing = facts.listings.get(product);
  const out = listing?.kind === "goods" && listing.offers.every(({ onHand }) => onHand !== undefined && onHand <= 0);
  return out ? listing.name : undefined;
}

/** Told once, when it is back: what can reach them and how to stop is said now. */
function awaitStock(context: Context, product: ProductId, name: string): Step {
  const awaits = [...new Set([product, ...(context.state.awaits ?? [])])].slice(0, MOST_AWAITED);
  return perform(context.state, "await-stock", { product }, ({ days }) => {
    const { stock } = context.text;
    const reach = days === undefined ? "" : stock.reach(String(days));
    return aside({ ...context, state: changed(context.state, { awaits }) }, stock.awaited(name) + reach + stock.stop);
  });
}

/** Whoever wants no messages is nobody to call either; orders stay orders. */
export function unsubscribe(context: Context): Step {
  const { awaits } = context.state;
  const stop = (calm: Context): Step =>
    forgetSeasons(calm, (gone) =>
      dropLeads(gone, ["news", "phone"], (done) => say(done.state, { text: done.text.unsubscribed })),
    );
  if (!awaits) return stop(context);
  const calm = { ...context, state: changed(context.state, { awaits: undefined }) };
  return perform(context.state, "forget-stock", { products: awaits }, () => stop(calm));
}

/** A business that asks for terms: somebody calls them back, so a phone is asked for where none was left. */
export const enquire = (context: Context, words: string): Step =>
  dropLeads(context, ["phone"], (alone) =>
    keepLead(alone, { kind: "wholesale", interest: words.slice(0, MOST_INTEREST) }, (noted) => {
      const { text, state } = noted;
      return aside(noted, state.contact.phone === undefined ? text.enquiryPhone : text.enquiryKept);
    }),
  );

/** Nothing planned: being told when there is something can be had by a bare "ừ". */
export function offerNews(context: Context, words: string): Step {
  const { state } = context;
  if (state.asking !== undefined || state.cart.length > 0) return aside(context, words);
  return say(changed(state, { asking: { for: "news" } }), { text: words });
}

/** A voice message, a film, a list on paper: a person gets it; `then` goes on with what was written to it. */
export function passOnFile(context: Context, then?: () => Step): Step {
  const { text, incoming } = context;
  const { kind } = incoming.content;
  const wish = { interest: `tệp: ${kind}` };
  const what = kind === "voice" || kind === "photo" ? kind : "file";
  const answers = { heard: text.toPerson[what], noted: text.fileNoted[what] };
  if (then === undefined) return call(context, wish, answers);
  return summon(context, wish, ({ told }) => saidBefore([{ text: told ? answers.heard : answers.noted }], then()));
}

/** Small talk and terms of sale are answered in a line, and nothing is lost by them. */
export function answerTopic(context: Context, topic: Topic): Step {
  const { text, state } = context;
  if (topic === "advice") return keepAsking(context, showMenu(context, text.topics.advice));
  if (topic === "delivery") return aside(context, `${text.topics.delivery} ${feeWords(context)}`);
  if (topic !== "later") return aside(context, text.topics[topic]);
  if (state.cart.length === 0) {
    return say(changed(state, { asking: undefined, pending: undefined }), { text: text.topics.later });
  }
  return say(changed(state, { asking: { for: "contact" }, pending: undefined }), { text: text.keptForLater });
}

export const feeWords = ({ text, facts }: Context): string =>
  text.feePerSeller(formatVnd(shippingFee(facts.today, { ships: true })));

/** Once: choices. Twice in a row: choices, and a person is called. */
export function notUnderstood(context: Context): Step {
  if (isOffice(context)) return officeHelp(context);
  const { text } = context;
  const misses = (context.state.misses ?? 0) + 1;
  const state = changed(context.state, { misses });
  const busy = state.asking !== undefined || state.cart.length > 0;
  if (misses < 2) {
    const calm = { ...context, state };
    return busy ? aside(calm, text.notUnderstoodHere) : showMenu(calm, text.notUnderstood);
  }
  const calm = { ...context, state: changed(state, { misses: undefined }) };
  return summon(calm, { interest: text.missedTwice }, ({ told }) =>
    saidBefore(
      [{ text: told ? text.personCalled : text.nobodyBound }],
      busy ? aside(calm, text.notUnderstoodHere) : showMenu(calm, text.notUnderstood),
    ),
  );
}

/** "ừ, đến mùa thì nhắn": the visit leaves the cart, and they are told in time. */
export function waitForSeason(context: Context, product: ProductId): Step {
  const cart = context.state.cart.filter((line) => line.product !== product);
  const without = { ...context, state: changed(context.state, { cart, asking: undefined }) };
  const listing = context.facts.listings.get(product);
  return listing?.season ? awaitSeason(without, listing, answered) : subscribe(without, product);
}
