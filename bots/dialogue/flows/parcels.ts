/** Parcels on their way, in the producer's chat or the office's: what is open, and moving one on by button or by words. */
import { type Code } from "../../../shared/domain/ids.ts";
import { type Outgoing } from "../../../shared/domain/message.ts";
import { type Parcel, type Shipment } from "../../../shared/domain/order.ts";
import { isOpenParcel, nextSteps, type ParcelStep } from "../../../shared/domain/parcel-states.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { carriesIt, codesIn, isLabelled, readShipment, tellsShipment } from "../read-move.ts";
import { changed, type ParcelMove } from "../state.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { folded, quantityWords } from "../words.ts";
import { moneyChoices } from "./money-word.ts";
import { actorOf, type Own, ownOf, parcelBody, parcelNotice, producerOf } from "./staff.ts";

const MOST_WAITING = 5;
const MOST_LISTED = 8;

const see = ({ text }: Context, { parcel: { code } }: Own) => ({
  label: text.parcels.see(code),
  payload: `parcel:${code}`,
});

/** "đơn": what waits for an answer last, so that typed numbers mean the newest of them. */
export function showParcels(context: Context): Step {
  return withOwn(context, (open) => {
    const { state, text } = context;
    const waiting = open.filter(({ parcel }) => parcel.status === "waiting").slice(0, MOST_WAITING);
    const working = open.filter(({ parcel }) => parcel.status !== "waiting");
    const replies = [
      ...inHand(context, working),
      ...waiting.map((own) => parcelNotice(context, own.order, own.parcel)),
    ];
    return replies.length > 0 ? say(state, ...replies) : say(state, { text: text.noWaitingParcels });
  });
}

/** The parcels of this producer that somebody has to do something about, newest first. */
function withOwn(context: Context, then: (open: readonly Own[]) => Step): Step {
  const producer = producerOf(context);
  const { state, text } = context;
  if (producer === undefined) return say(state, { text: text.noSuchParcel });
  return perform(state, "find-parcels", { producer }, (orders) =>
    then(ownOf(orders, producer).filter(({ parcel }) => isOpenParcel(parcel))),
  );
}

/** A lone one with its buttons; several as a list to pick from. */
function inHand(context: Context, working: readonly Own[]): readonly Outgoing[] {
  const [only, ...others] = working;
  if (!only) return [];
  if (others.length === 0) return [parcelCard(context, only)];
  const { text } = context;
  const shown = working.slice(0, MOST_LISTED);
  return [
    {
      text: [text.parcels.open, ...shown.map((own, place) => `${place + 1}. ${openLine(context, own)}`)].join("\n"),
      choices: shown.map((own) => see(context, own)),
    },
  ];
}

function openLine({ text, state }: Context, { order, parcel }: Own): string {
  const goods = parcel.lines.map(
    ({ name, quantity, unit }) => `${quantityWords(quantity, state.language)} ${unit} ${name}`,
  );
  const [line = ""] = folded(goods, 1);
  return text.parcels.openLine(parcel.code, text.parcelStatus[parcel.status], line, order.recipient.name);
}

function parcelCard(context: Context, { order, parcel }: Own): Outgoing {
  const { text } = context;
  return {
    text: [
      text.parcels.headed(parcel.code, text.parcelStatus[parcel.status]),
      ...parcelBody(context, order, parcel),
    ].join("\n"),
    choices: [...stepChoices(context, parcel), ...moneyChoices(text, order, parcel)],
  };
}

export const stepChoices = ({ text }: Pick<Context, "text">, parcel: Parcel) =>
  nextSteps(parcel).map((step) => ({
    label:
      step === "delivered" && parcel.lines.every(({ visit }) => visit)
        ? text.parcels.guestsCame
        : text.parcels.step[step],
    payload: `step:${step}:${parcel.code}`,
  }));

/** The button of the list: one of their own, with what can be done next. */
export function showParcel(context: Context, code: Code): Step {
  return withOwn(context, (open) => {
    const own = open.find(({ parcel }) => parcel.code === code);
    if (!own) return say(context.state, { text: context.text.noSuchParcel });
    const { order, parcel } = own;
    return say(
      context.state,
      parcel.status === "waiting" ? parcelNotice(context, order, parcel) : parcelCard(context, own),
    );
  });
}

/** Said in words, perhaps with a code, perhaps without saying which: the only one that it fits, else a choice. */
export function moveSaid(context: Context, move: ParcelMove, words: string): Step {
  const { text, state } = context;
  const codes = codesIn(words);
  if (producerOf(context) === undefined)
    return codes[0] === undefined
      ? say(state, { text: text.parcels.needCode })
      : moveOne(context, codes[0], withShipment(move, words, codes[0]));
  return withOwn(context, (open) => {
    const named = open.find(({ parcel }) => codes.includes(parcel.code));
    if (named) return moveOne(context, named.parcel.code, withShipment(move, words, named.parcel.code));
    // A code of theirs that is closed, or of nobody's: never taken for another parcel's.
    if (codes[0] !== undefined && !isLabelled(words)) return advance(context, codes[0], move);
    const fitting = open.filter(({ parcel }) => nextSteps(parcel).includes(move.to));
    const [only, ...others] = fitting;
    if (!only) return say(state, { text: text.parcels.none[move.to] });
    const said = withShipment(move, words, only.parcel.code);
    return others.length > 0 ? askWhich(context, fitting, said) : moveOne(context, only.parcel.code, said);
  });
}

const withShipment = (move: ParcelMove, words: string, code: Code): ParcelMove => {
  const shipment = move.to === "sent" ? readShipment(words, code) : undefined;
  return shipment && (tellsShipment(shipment) || carriesIt(words)) ? { ...move, shipment } : move;
};

function askWhich(context: Context, fitting: readonly Own[], move: ParcelMove): Step {
  const shown = fitting.slice(0, MOST_LISTED);
  const { text } = context;
  return say(changed(context.state, { asking: { for: "parcel", move } }), {
    text: [text.parcels.which[move.to], ...shown.map((own, place) => `${place + 1}. ${openLine(context, own)}`)].join(
      "\n",
    ),
    choices: shown.map(({ parcel: { code } }) => ({
      label: text.parcels.see(code),
      payload: `step:${move.to}:${code}`,
    })),
  });
}

/** A button: what was said before it of a shipment or shown of a packed parcel still counts. */
export function tapStep(context: Context, to: ParcelStep, code: Code): Step {
  const { asking } = context.state;
  const said = asking?.for === "parcel" && asking.move.to === to && asking.parcel === undefined ? asking.move : { to };
  return moveOne(context, code, said);
}

/** Before it is told to the customer: with whom it went. */
function moveOne(context: Context, parcel: Code, move: ParcelMove): Step {
  if (move.to !== "sent" || move.shipment) return advance(context, parcel, move);
  return say(changed(context.state, { asking: { for: "parcel", move, parcel } }), {
    text: context.text.parcels.askShipment(parcel),
  });
}

/** The answer to how it went; what names nobody is the carrier as they call it. */
export function shipmentSaid(context: Context, parcel: Code, shipment: Shipment): Step {
  return advance(context, parcel, { to: "sent", shipment });
}

export function advance(context: Context, parcel: Code, move: ParcelMove): Step {
  const { text } = context;
  const by = actorOf(context);
  const state = changed(context.state, { asking: undefined });
  if (!by) return say(state, { text: text.noSuchParcel });
  return perform(state, "advance-parcel", { parcel, by, ...move }, (outcome) => {
    if (isRefused(outcome)) {
      switch (outcome.code) {
        case "no-such-parcel":
          return say(state, { text: text.noSuchParcel });
        case "not-from-here":
          return say(state, { text: text.parcels.notNow(parcel, text.parcelStatus[outcome.parcel.status]) });
      }
    }
    if (outcome.pictured) return say(state, { text: text.parcels.pictured });
    const waits = move.to === "packed" && move.photo === undefined;
    const after = waits ? changed(state, { asking: { for: "parcel", move: { to: "packed" }, parcel } }) : state;
    return say(after, { text: text.parcels.done[move.to](parcel) });
  });
}

/** Pictures of packed goods go to the buyer; undefined for any other picture. */
export function parcelPhoto(
  context: Context,
  photo: { ref: string; caption?: string },
  said?: ParcelStep,
): Step | undefined {
  const { asking } = context.state;
  const awaited = asking?.for === "parcel" && asking.move.to === "packed" ? asking.parcel : undefined;
  const caption = photo.caption ?? "";
  if (said !== "packed" && (awaited === undefined || caption !== "")) return undefined;
  return perform(context.state, "keep-photo", { ref: photo.ref }, (outcome) => {
    if (isRefused(outcome)) return say(context.state, { text: context.text.photoLost });
    const move: ParcelMove = { to: "packed", photo: outcome.photo };
    return awaited === undefined || said === "packed"
      ? moveSaid(context, move, caption)
      : advance(context, awaited, move);
  });
}
