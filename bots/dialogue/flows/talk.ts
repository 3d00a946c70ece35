/** Everything that is not buying: hello, calling a person, complaints, news, not being understood. */
import { type Code } from "../../../shared/domain/ids.ts";
import { type Outgoing } from "../../../shared/domain/message.ts";
import { type LeadKind } from "../../../shared/domain/lead.ts";
import { changed, named } from "../state.ts";
import { type Context, perform, say, saidBefore, type Step } from "../step.ts";
import { showMenu } from "./browse.ts";

/** Said once, before the first answer: that a machine answers, who sells, where the privacy page is. */
export const introduction = ({ text, facts }: Context): Outgoing => ({
  text: [
    text.greeting(facts.shop.name, `${facts.shop.publicUrl}/quyen-rieng-tu`),
    ...(facts.shop.sample ? [text.sampleShop] : []),
  ].join("\n"),
});

export const greet = (context: Context): Step =>
  showMenu(context, context.state.greeted ? context.text.welcome : context.text.invite);

export function callPerson(context: Context, words?: string): Step {
  const { state, text } = context;
  const interest = words ?? context.text.person;
  return perform(state, "call-person", { interest, ...named(state.contact) }, () =>
    say(changed(state, { misses: undefined }), { text: text.personCalled }),
  );
}

export const complain = (context: Context): Step =>
  perform(context.state, "call-person", { interest: "khiếu nại", ...named(context.state.contact) }, () =>
    say(context.state, { text: context.text.complaint }),
  );

export const noteLead = (context: Context, kind: LeadKind, interest: string, answer: string): Step =>
  perform(context.state, "capture-lead", { kind, interest, ...named(context.state.contact) }, () =>
    say(context.state, { text: answer }),
  );

/** A voice message, a film, a list on paper: a person gets it. */
export const passOnFile = (context: Context): Step =>
  perform(
    context.state,
    "call-person",
    { interest: `tệp: ${context.incoming.content.kind}`, ...named(context.state.contact) },
    () => say(context.state, { text: context.text.fileToPerson }),
  );

/** Once: choices. Twice in a row: choices, and a person is called. */
export function notUnderstood(context: Context): Step {
  const misses = (context.state.misses ?? 0) + 1;
  const state = changed(context.state, { misses });
  if (misses < 2) return showMenu({ ...context, state }, context.text.notUnderstood);
  const calm = changed(state, { misses: undefined });
  return perform(calm, "call-person", { interest: "chưa hiểu hai lần", ...named(calm.contact) }, () =>
    saidBefore(
      [{ text: context.text.personCalled }],
      showMenu({ ...context, state: calm }, context.text.notUnderstood),
    ),
  );
}

/** A link, a QR code or a typed keyword brought them: kept with the conversation, and with what they order. */
export const rememberSource = (context: Context, code: Code): Step =>
  perform(context.state, "remember-source", { code }, () => greet(context));
