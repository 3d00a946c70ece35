/** What the office does in its customers' conversations: the customer is told who speaks whenever that changes. */
import { type Conversation, conversationId } from "../../shared/domain/conversation.ts";
import { type Outgoing } from "../../shared/domain/message.ts";
import { isRefused } from "../../shared/domain/result.ts";
import { type App } from "../../shared/ports/app.ts";
import { answerCustomer, giveBack } from "../../shared/usecases/speak-for-shop.ts";
import { type Performed } from "./performed.ts";
import { type State } from "./state.ts";
import { type Act, type ActName } from "./step.ts";
import { textsOf } from "./texts.ts";
import { customerOf, whoWaits } from "./who-waits.ts";

const ACTS = ["who-waits", "answer-customer", "give-back"] as const satisfies readonly ActName[];

type OfficeAct = Act<(typeof ACTS)[number]>;

export const isOffices = (act: Act): act is OfficeAct => ACTS.some((name) => name === act.do);

export async function performOffice(app: App, own: Conversation, act: OfficeAct): Promise<Performed> {
  const by = conversationId(own);
  switch (act.do) {
    case "who-waits":
      return { outcome: await whoWaits(app, by, act.wish) };
    case "answer-customer":
      return spoken(app, await answerCustomer(app, { ...act.wish, by, words: answerWords(act.wish.text) }));
    case "give-back":
      return spoken(app, await giveBack(app, { ...act.wish, by, words: botIsBack }));
  }
}

const answerWords =
  (words: string) =>
  (before: Conversation): readonly Outgoing[] => [
    { text: before.owner === "bot" ? `${textsOf(stateOf(before)).personSpeaks}\n${words}` : words },
  ];

const botIsBack = (before: Conversation): readonly Outgoing[] => [{ text: textsOf(stateOf(before)).botIsBack }];

const stateOf = ({ state }: Conversation): State => state as State;

type Spoken = Awaited<ReturnType<typeof answerCustomer | typeof giveBack>>;

async function spoken(app: App, result: Spoken): Promise<Performed> {
  if (isRefused(result)) return { outcome: result };
  const customer = await customerOf(app, { ...result.facts, state: stateOf(result.facts) });
  return { outcome: { customer }, plan: result };
}
