/** Opening the chat, by a link or by a typed code: an invitation binds, any other code tells where they came from. */
import { CODE_LENGTH, type Code, parseCode } from "../../../shared/domain/ids.ts";
import { isRefused } from "../../../shared/domain/result.ts";
import { type Context, perform, say, type Step } from "../step.ts";
import { changed } from "../state.ts";
import { greet, rememberSource } from "./talk.ts";

/** A code as printed, or typed in lower case with a digit in it: ordinary words are not codes. */
export function typedCode(text: string): Code | null {
  const plain = text.trim();
  const printed = new RegExp(`^[A-Z2-9]{${CODE_LENGTH}}$`).test(plain);
  const typed = new RegExp(`^(?=.*[2-9])(?=.*[a-z])[a-z2-9]{${CODE_LENGTH}}$`, "i").test(plain);
  return (printed || typed) && /[a-z]/i.test(plain) ? parseCode(plain) : null;
}

export function start(context: Context, payload?: string): Step {
  const code = payload === undefined ? null : parseCode(payload);
  return code === null ? greet(context) : openWith(context, code, (again) => rememberSource(again, code));
}

/** A typed code that is no invitation is answered plainly: whoever types one expects something. */
export const enterCode = (context: Context, code: Code): Step =>
  openWith(context, code, (again) => say(again.state, { text: again.text.badInvitation }));

function openWith(context: Context, code: Code, otherwise: (context: Context) => Step): Step {
  const { state, text } = context;
  return perform(state, "bind-staff", { code }, (outcome) => {
    if (isRefused(outcome)) return otherwise(context);
    const { role, title } = outcome;
    const bound = changed(state, { staff: role, selling: role.role === "producer" || undefined });
    return say(bound, { text: role.role === "producer" ? text.boundProducer(title) : text.boundStaff });
  });
}
