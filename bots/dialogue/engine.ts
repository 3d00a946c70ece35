/**
 * One step of a conversation, free of any channel and of all I/O: what stood, what came in, what is known
 * → what stands, what is said, what is to be done. The same input gives the same step.
 */
import { type Incoming } from "../../shared/domain/message.ts";
import { answerFairPhoto } from "./answer-organizer.ts";
import { answerParcelPhoto } from "./answer-parcels.ts";
import { readMessage } from "../understanding/read-message.ts";
import { answerText } from "./answer-text.ts";
import { choose } from "./choose.ts";
import { takeContact, takeLocation } from "./flows/contact.ts";
import { receivePhoto } from "./flows/sell.ts";
import { producerOf } from "./flows/staff.ts";
import { greet, introduction, passOnFile } from "./flows/talk.ts";
import { start } from "./flows/start.ts";
import { paced } from "./pace.ts";
import { changed, type State } from "./state.ts";
import { type Context, type Facts, saidBefore, type Step } from "./step.ts";
import { textsOf } from "./texts.ts";

export function step(before: State, incoming: Incoming, facts: Facts): Step {
  // Who has left is told nothing, and where a person of ours speaks the machine does not.
  if (incoming.content.kind === "stop" || incoming.content.kind === "staff-reply")
    return { state: before, replies: [] };
  const { state, pace } = paced(before, facts.now);
  if (pace !== "well") return { state, replies: pace === "too-fast" ? [] : [{ text: textsOf(state).busy }] };
  const context: Context = { state, incoming, facts, text: textsOf(state) };
  if (state.greeted) return respond(context);
  const first = respond(context);
  // The language of the first message is the language of the introduction.
  return greeted(saidBefore([introduction({ ...context, text: textsOf(first.state) })], first));
}

/** Whoever was introduced once is not again; until then a hello is answered by the introduction alone. */
function greeted(step: Step): Step {
  const state = changed(step.state, { greeted: true });
  if (!step.pending) return { ...step, state };
  const { act, then } = step.pending;
  return { ...step, state, pending: { act, then: (outcome) => greeted(then(outcome)) } };
}

function respond(context: Context): Step {
  const { content } = context.incoming;
  switch (content.kind) {
    case "text":
      return answerText(context, content.text);
    case "tap":
      return choose(context, content.payload);
    case "start":
      return start(context, content.payload);
    case "contact":
      return takeContact(context, content);
    case "photo":
      return answerPhoto(context, content);
    case "location":
      return takeLocation(context, content);
    case "voice":
    case "video":
    case "file":
      return passOnFile(context);
    case "sticker":
      return greet(context);
    case "stop":
    case "staff-reply":
      return { state: context.state, replies: [] };
  }
}

function answerPhoto(context: Context, photo: { ref: string; caption?: string }): Step {
  const packed = answerParcelPhoto(context, photo);
  if (packed) return packed;
  if (producerOf(context) && context.state.selling) return receivePhoto(context, photo);
  return answerFairPhoto(context, photo) ?? receivePicture(context);
}

/** A customer's picture is a list, a damaged parcel, a transfer slip: a person looks at it, we at what is written to it. */
function receivePicture(context: Context): Step {
  const { content } = context.incoming;
  const caption = content.kind === "photo" ? content.caption : undefined;
  if (caption === undefined || !readsOn(caption, context)) return passOnFile(context);
  return passOnFile(context, () => answerText(context, caption));
}

const READ_ON = new Set(["order", "add", "give_contact"]);
const readsOn = (caption: string, { facts }: Context): boolean =>
  READ_ON.has(readMessage(caption, facts.lexicon).intent);
