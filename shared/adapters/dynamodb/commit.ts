/**
 * One commit: a plain write where there is one, else a transaction. Every item keeps the token of the commit that wrote it
 * last, so that a refusal which is only the echo of our own success (the first answer was lost) is known for what it is.
 */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type Committed, type Key, type When, type Write } from "../../ports/table.ts";
import { type Action, type Addition, addAction, addedToNothing, type Frame } from "./action.ts";
import { checkAction, putAction, removeAction } from "./action.ts";
import { failureOf, isOurs } from "./failure.ts";
import { type Attributes, fromAttribute, isLive, tokenOf } from "./marshal.ts";
import { retries } from "./pace.ts";
import { type Reader, type Store } from "./store.ts";

/** A write and what this commit has learned of the item under it. */
type Step = {
  readonly write: Write;
  readonly place: number;
  /** Strongly read, where the write can't say what it needs without it. */
  seen?: { item: Attributes | undefined };
};

type Answer = Committed | "again" | "unsure";
type Refusal = { step: Step; old: Attributes | undefined };

const DONE: Committed = { done: true };

export const keyOf = (write: Write): Key => (write.do === "put" ? write.item : write.key);

/** `writes` have passed checkWrites. */
export async function commit(
  store: Store & Reader,
  writes: readonly Write[],
  { token, nowS }: Pick<Frame, "token" | "nowS">,
): Promise<Committed> {
  const frame: Frame = { table: store.name, token, nowS };
  const all: readonly Step[] = writes.map((write, place) => ({ write, place }));
  // A check for "any" holds always.
  const steps = all.filter(({ write }) => write.do !== "check" || write.when !== "any");
  if (steps.length === 0) return DONE;
  const attempt = new Attempt(store, frame, steps);
  const retry = retries(store.pace);
  for (;;) {
    const answer = await attempt.run();
    if (typeof answer === "object") return answer;
    if (!(await retry())) return attempt.giveUp();
  }
}

class Attempt {
  private readonly store: Store & Reader;
  private readonly frame: Frame;
  private readonly steps: readonly Step[];
  /** Set once an answer was lost: from then on "nothing was written" is no longer ours to say. */
  private lost: unknown = undefined;

  constructor(store: Store & Reader, frame: Frame, steps: readonly Step[]) {
    this.store = store;
    this.frame = frame;
    this.steps = steps;
  }

  async run(): Promise<Answer> {
    try {
      const known = await this.look();
      if (known) return known;
      const actions = this.steps.map((step) => actionOf(step, this.frame));
      await this.send(actions);
      return DONE;
    } catch (error) {
      return await this.understand(error);
    }
  }

  /** A put for "any" must know the version that it raises; a lone check is a read. */
  private async look(): Promise<Committed | undefined> {
    const blind = this.steps.filter(({ write, seen }) => !seen && write.do === "put" && write.when === "any");
    const [first] = this.steps;
    if (this.steps.length === 1 && first?.write.do === "check") blind.push(first);
    const items = await this.store.readStrongly(blind.map(({ write }) => keyOf(write)));
    for (const [index, step] of blind.entries()) step.seen = { item: items[index] };
    if (items.some((item) => tokenOf(item) === this.frame.token)) return DONE;
    if (this.steps.length !== 1 || first?.write.do !== "check") return undefined;
    return stands(first.write.when, first.seen?.item, this.frame.nowS) ? DONE : refused(first.place, "when");
  }

  private async send(actions: readonly Action[]): Promise<void> {
    const [only, another] = actions;
    if (only && !another) {
      await sendOne(this.store, only);
      return;
    }
    // The same request has the same id, so DynamoDB does it once, however often it arrives.
    const id = createHash("sha256")
      .update(JSON.stringify([this.frame.token, actions]))
      .digest("hex")
      .slice(0, 32);
    await this.store.client.send(
      new TransactWriteItemsCommand({ TransactItems: [...actions], ClientRequestToken: id }),
    );
  }

  private async understand(error: unknown): Promise<Answer> {
    if (isOurs(error)) throw error;
    const failure = failureOf(error);
    if (failure.kind === "broken") throw error;
    if (failure.kind === "unsure") this.lost = error;
    if (failure.kind !== "refused") return failure.kind;
    const refusals = failure.refusals.flatMap(({ place, old }) => {
      const step = this.steps[place];
      return step ? [{ step, old }] : [];
    });
    return await this.settle(refusals, error);
  }

  /** Whose refusal it is: our own echo, a guess of ours that was stale, or a real one. */
  private async settle(refusals: readonly Refusal[], error: unknown): Promise<Answer> {
    if (refusals.some(({ old }) => tokenOf(old) === this.frame.token)) return DONE;
    const real = refusals.find((refusal) => !this.isStale(refusal));
    if (refusals.every(({ step, old }) => !old || !bearsToken(step.write)) && (await this.wasDone())) return DONE;
    // A removed item holds no token: after a lost answer, gone is what we wanted.
    if (real && this.lost !== undefined && this.steps.length === 1 && real.step.write.do === "remove" && !real.old)
      return DONE;
    if (!real) return "again";
    const why = whyOf(real, this.frame.nowS);
    if (!why) throw error;
    return refused(real.step.place, why);
  }

  /** Learns what stood there; true where the next attempt can do better. */
  private isStale({ step, old }: Refusal): boolean {
    const { write } = step;
    const before = step.seen;
    if (write.do === "put" && write.when === "any") step.seen = { item: old };
    else if (write.do === "add" && before) delete step.seen;
    else if (write.do === "add" && old && !isLive(old, this.frame.nowS) && standsFromNothing(write))
      step.seen = { item: old };
    else return false;
    return true;
  }

  private async wasDone(): Promise<boolean> {
    const written = this.steps.find(({ write }) => bearsToken(write));
    if (!written) return false;
    const [item] = await this.store.readStrongly([keyOf(written.write)]);
    return tokenOf(item) === this.frame.token;
  }

  /** Busy, unless an answer was lost: then a last look tells, or nobody can. */
  async giveUp(): Promise<Committed> {
    if (this.lost === undefined) return { done: false, busy: true };
    if (await this.wasDone()) return DONE;
    throw new Error(
      `DynamoDB did not answer whether a commit to ${this.frame.table} was done: read again before you repeat it`,
      { cause: this.lost },
    );
  }
}

const refused = (which: number, why: "when" | "atLeast" | "equals"): Committed => ({
  done: false,
  refused: { which, why },
});

const bearsToken = ({ do: what }: Write): boolean => what === "put" || what === "add";

function stands(when: When, item: Attributes | undefined, nowS: number): boolean {
  if (when === "any") return true;
  if (when === "absent") return !isLive(item, nowS);
  return isLive(item, nowS) && Number(item["version"]?.N) === when.version;
}

function actionOf({ write, seen }: Step, frame: Frame): Action {
  switch (write.do) {
    case "put":
      return putAction(write.item, write.when === "any" ? asSeen(seen?.item, frame.nowS) : write.when, frame);
    case "remove":
      return removeAction(write.key, write.when, frame);
    case "check":
      return checkAction(write.key, write.when === "any" ? "absent" : write.when, frame);
    case "add":
      // An expired item still stands there, and would be added to: what it makes of nothing is put in its place.
      return seen ? putAction(addedToNothing(write), "absent", frame) : addAction(write, frame);
  }
}

const asSeen = (item: Attributes | undefined, nowS: number): Exclude<When, "any"> =>
  isLive(item, nowS) ? { version: Number(item["version"]?.N) } : "absent";

const standsFromNothing = ({ deltas, atLeast = {}, equals = {} }: Addition): boolean =>
  Object.keys(equals).length === 0 && Object.entries(atLeast).every(([name, bound]) => (deltas[name] ?? 0) >= bound);

/** Undefined where everything stands after all: the condition failed for a reason that we did not set. */
function whyOf({ step: { write }, old }: Refusal, nowS: number): "when" | "atLeast" | "equals" | undefined {
  if (write.do !== "add") return "when";
  const item = isLive(old, nowS) ? old : {};
  for (const [name, wanted] of Object.entries(write.equals ?? {})) {
    const stored = item[name];
    if (stored === undefined || !isDeepStrictEqual(fromAttribute(stored), wanted)) return "equals";
  }
  return Object.keys(write.atLeast ?? {}).length > 0 ? "atLeast" : undefined;
}

async function sendOne({ client }: Store, action: Action): Promise<void> {
  if ("Put" in action) await client.send(new PutItemCommand(action.Put));
  else if ("Update" in action) await client.send(new UpdateItemCommand(action.Update));
  else if ("Delete" in action) await client.send(new DeleteItemCommand(action.Delete));
}
