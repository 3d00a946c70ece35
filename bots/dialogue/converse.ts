/** A message from the inbox: the engine decides, use cases plan, one commit carries it, replies follow. */
import { type Conversation, type ConversationKey } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type Refused } from "../../shared/domain/result.ts";
import { vietnamDate } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Delivered } from "../../shared/ports/queue.ts";
import { type Write } from "../../shared/ports/table.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";
import { explained, type Plan, writesOf } from "../../shared/usecases/plan.ts";
import { step } from "./engine.ts";
import { textsOf } from "./texts.ts";
import { lexiconOf, listingsOf } from "./knowledge.ts";
import { performAct } from "./perform-act.ts";
import { type Performed } from "./performed.ts";
import { personsTurn } from "./persons-turn.ts";
import { type State } from "./state.ts";
import { type Act, type Facts, type Step } from "./step.ts";
import { type Decision, takeTurn } from "./take-turn.ts";

const MOST_ACTS = 8;

export async function converse(app: App, message: Delivered): Promise<void> {
  const incoming = message.body as Incoming;
  const { channel, account, chat } = incoming;
  const known: Known = { overruled: new Map(), proposals: new Map() };
  const acknowledged = acknowledge(app, incoming);
  try {
    const cause = { inbox: message.id, updateId: incoming.updateId, notice: false };
    await takeTurn(app, { channel, account, chat }, cause, (conversation) =>
      decide(app, conversation, incoming, known),
    );
  } catch (error) {
    if (message.lastTry) await apologise(app, incoming);
    throw error;
  } finally {
    await acknowledged;
  }
}

/** The provider waits to hear that a tap arrived; if it can't be told, the tap still counts. */
async function acknowledge(app: App, incoming: Incoming): Promise<void> {
  if (incoming.content.kind !== "tap") return;
  try {
    const channel = await app.channels.get(incoming.channel);
    await channel?.acknowledge?.(incoming);
  } catch (error) {
    app.log.error("tap.not-acknowledged", error, { channel: incoming.channel });
  }
}

/** The message goes aside as a dead letter; the customer is not left waiting. */
async function apologise(app: App, { channel: name, chat }: ConversationKey): Promise<void> {
  try {
    const channel = await app.channels.get(name);
    await channel?.send(chat, { text: textsOf({ language: "vi" }).failed });
  } catch (error) {
    app.log.error("apology.not-sent", error, { channel: name });
  }
}

async function readFacts(app: App, { channel: name }: Incoming): Promise<Facts> {
  const [catalogue, fairs, channel] = await Promise.all([loadCatalogue(app), loadFairs(app), app.channels.get(name)]);
  const now = app.clock.now();
  return {
    now,
    today: vietnamDate(now),
    catalogue,
    listings: listingsOf(catalogue),
    lexicon: lexiconOf(catalogue),
    fairs,
    shop: app.shop,
    buttons: channel?.manifest.limits.buttons ?? 0,
    asksContact: channel?.manifest.abilities.askContact ?? false,
  };
}

/** What is known of a message's acts, by their number, when the engine runs again after a refused commit. */
type Known = {
  /** What the commit said no to. */
  readonly overruled: Map<number, Refused>;
  /** What a model has answered: it is asked once about a message. */
  readonly proposals: Map<number, Performed>;
};

async function settled(
  { overruled, proposals }: Known,
  { act, number }: { act: Act; number: number },
  carryOut: () => Promise<Performed>,
): Promise<Performed> {
  const refusal = overruled.get(number);
  if (refusal) return { outcome: refusal };
  if (act.do !== "propose-reading") return carryOut();
  const performed = proposals.get(number) ?? (await carryOut());
  proposals.set(number, performed);
  return performed;
}

async function decide(app: App, before: Conversation<State>, incoming: Incoming, known: Known): Promise<Decision> {
  const persons = personsTurn(app, before, incoming);
  if (persons) return persons;
  const facts = await readFacts(app, incoming);
  const plans: { act: number; plan: Plan }[] = [];
  const outcomes: unknown[] = [];
  let conversation = before;
  let current: Step = step(before.state, incoming, facts);
  while (current.pending) {
    const number = outcomes.length;
    if (number >= MOST_ACTS) throw new Error(`One message asked for more than ${MOST_ACTS} acts`);
    const { act, then } = current.pending;
    const performed = await settled(known, { act, number }, () => performAct(app, conversation, act));
    if (performed.plan) plans.push({ act: number, plan: performed.plan });
    conversation = { ...conversation, ...performed.conversation };
    outcomes.push(performed.outcome);
    current = then(performed.outcome);
  }
  const writes = joined(plans.flatMap(({ act, plan }) => writesOf(plan).map((write) => ({ act, plan, write }))));
  return {
    conversation: { ...conversation, state: current.state },
    turn: {
      in: incoming,
      out: current.replies,
      catalogue: facts.catalogue.version,
      ...(outcomes.length > 0 ? { outcomes } : {}),
    },
    writes: writes.map(({ write }) => write),
    refused: (which, why) => {
      overrule(known.overruled, writes[which], why);
    },
  };
}

type Planned = { act: number; plan: Plan; write: Write };

/** An order that takes the place of another moves the same stock twice: a commit writes each key once. */
function joined(writes: readonly Planned[]): readonly Planned[] {
  const byKey = new Map<string, Planned>();
  for (const [place, planned] of writes.entries()) {
    const { write } = planned;
    const key = write.do === "add" ? JSON.stringify([write.key.pk, write.key.sk]) : `#${place}`;
    const before = byKey.get(key);
    byKey.set(
      key,
      before?.write.do === "add" && write.do === "add" ? { ...before, write: summed(before.write, write) } : planned,
    );
  }
  return [...byKey.values()];
}

type Add = Extract<Write, { do: "add" }>;

/** Bounds hold after the addition, so those of both still do. */
function summed(one: Add, other: Add): Add {
  const deltas = { ...one.deltas };
  for (const [name, delta] of Object.entries(other.deltas)) deltas[name] = (deltas[name] ?? 0) + delta;
  return {
    ...one,
    deltas,
    ...(one.atLeast || other.atLeast ? { atLeast: { ...one.atLeast, ...other.atLeast } } : {}),
    ...(one.equals || other.equals ? { equals: { ...one.equals, ...other.equals } } : {}),
  };
}

/** A refused write that its plan can explain is an answer; one that it can't means: read anew and plan again. */
function overrule(
  overruled: Map<number, Refused>,
  planned: Planned | undefined,
  why: "when" | "atLeast" | "equals",
): void {
  if (!planned) return;
  const refusal = explained(planned.plan, [planned.write], { which: 0, why });
  if (refusal) overruled.set(planned.act, refusal);
}
