/** One person on several channels: a code to be typed on the other one, a phone that is proved, and parting again. */
import { type Content, type Outgoing } from "../../../shared/domain/message.ts";
import { type Phone } from "../../../shared/domain/phone.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { formatVietnamTime, type IsoTime } from "../../../shared/domain/time.ts";
import { type JoinRefusal } from "../../../shared/usecases/join-contacts.ts";
import { type LinkRefusal } from "../../../shared/usecases/link-contact.ts";
import { changed } from "../state.ts";
import { type Context, perform, saidBefore, say, type Step } from "../step.ts";
import { type Texts } from "../text.vi.ts";
import { type Gift, withGift } from "../threads.ts";
import { askAgain, keepAsking } from "./aside.ts";
import { showCart } from "./cart.ts";
import { checkout } from "./checkout.ts";

/** `with`: what people call the channel of the other contact. */
export type Joined = { with: string; gift: Gift };
/** On which channel somebody gave a phone as their own, and when. */
export type Claimed = { on: string; at: IsoTime };

export const showLinkCode = (context: Context): Step =>
  perform(context.state, "make-link", null, ({ code }) =>
    keepAsking(context, say(context.state, { text: context.text.linkCode(code) })),
  );

export const unlink = (context: Context): Step =>
  perform(context.state, "unlink", null, (outcome) => {
    const words = isRefused(outcome) ? context.text.notLinked : context.text.unlinked;
    return keepAsking(context, say(context.state, { text: words }));
  });

/** A code was typed that another contact of this person shows. */
export function linked(context: Context, { with: channel, gift }: Joined): Step {
  const { text } = context;
  const state = withGift(context.state, gift);
  const after = { ...context, state };
  const said = [{ text: text.linkedWith(channel) }, ...(gift.open ? [{ text: text.cameOver(channel) }] : [])];
  const next = gift.open ? (askAgain(after) ?? showCart(after)) : again(after);
  return next ? saidBefore(said, next) : say(state, ...said);
}

/** What stood here before goes on. */
const again = (context: Context): Step | undefined =>
  askAgain(context) ?? (context.state.cart.length > 0 ? checkout(context) : undefined);

export function notLinked(context: Context, refusal: Exclude<LinkRefusal, { code: "no-such-link" }>): Step {
  const { text } = context;
  switch (refusal.code) {
    case "own-link":
      return keepAsking(context, say(context.state, { text: text.ownLink }));
    case "link-used":
    case "link-expired":
      return keepAsking(context, say(context.state, { text: text.staleLink }));
    case "already-joined":
    case "too-many-contacts":
      return keepAsking(context, say(context.state, { text: notJoined(text, refusal) }));
  }
}

const notJoined = (text: Texts, refusal: JoinRefusal): string =>
  refusal.code === "already-joined" ? text.alreadyLinked : text.tooManyContacts(refusal.most);

/** A phone that came by one tap: what the channel vouches for is proof, what a form holds is a claim, a card is neither. */
export function recognise(
  context: Context,
  { shared, phone }: { shared: Extract<Content, { kind: "contact" }>; phone: Phone },
  then: (context: Context) => Step,
): Step {
  if (shared.proved)
    return perform(context.state, "prove-phone", { phone }, ({ claim }) =>
      claim ? askedSame(context, phone, claim) : then(context),
    );
  return shared.claimed ? perform(context.state, "claim-phone", { phone }, () => then(context)) : then(context);
}

const askedSame = ({ state, text }: Context, phone: Phone, claim: Claimed): Step =>
  say(changed(state, { asking: { for: "same-person", phone } }), askSame(text, claim));

/** Tells nothing of the other thread but that there is one. */
export const askSame = (text: Texts, { on, at }: Claimed): Outgoing => ({
  text: text.samePerson(on, formatVietnamTime(at)),
  choices: [
    { label: text.samePersonYes, payload: "same" },
    { label: text.samePersonNo, payload: "no" },
  ],
});

/** Whoever has proved the phone says whether the other contact is theirs. */
export function settleClaim(context: Context, phone: Phone, own: boolean): Step {
  const { text } = context;
  const after = { ...context, state: changed(context.state, { asking: undefined }) };
  const goOn = (words: string): Step => {
    const next = again(after);
    return next ? saidBefore([{ text: words }], next) : say(after.state, { text: words });
  };
  if (!own) return perform(after.state, "deny-claim", { phone }, () => goOn(text.notSamePerson));
  return perform(after.state, "join-claimed", { phone }, (outcome) => {
    if (!isRefused(outcome)) return linked(after, outcome);
    switch (outcome.code) {
      case "no-such-claim":
        return goOn(text.claimGone);
      case "already-joined":
      case "too-many-contacts":
        return goOn(notJoined(text, outcome));
    }
  });
}
