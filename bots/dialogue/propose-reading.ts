/** Asks the model, if there is one, and lets through what can be: products of the shortlist, in units they are sold in. */
import { type App } from "../../shared/ports/app.ts";
import { type ModelAnswer, type ModelProposal } from "../../shared/ports/assistant.ts";
import { type ProposedItem } from "./state.ts";
import { type Act, type Proposed, type Shortlisted } from "./step.ts";

const MOST = 9999;

export async function proposeReading(
  app: Pick<App, "assistant" | "log">,
  { words, shortlist }: Act<"propose-reading">["wish"],
): Promise<Proposed> {
  if (!app.assistant) return { none: "not-asked" };
  const products = shortlist.map(({ name, units }, place) => ({ ref: place + 1, name, units }));
  try {
    return proposed(await app.assistant.propose({ message: words, products }), shortlist);
  } catch (error) {
    app.log.error("assistant.failed", error);
    return { none: "no-answer" };
  }
}

function proposed(answer: ModelAnswer, shortlist: readonly Shortlisted[]): Proposed {
  if (answer.outcome === "none") return { none: answer.why };
  const { intent, items } = answer.proposal;
  const real = items.flatMap((item) => itemOf(item, shortlist) ?? []);
  const once = real.filter((item, place) => real.findIndex(({ product }) => product === item.product) === place);
  return once.length > 0 ? { intent, items: once } : { none: "nonsense" };
}

function itemOf(
  { ref, quantity, unit }: ModelProposal["items"][number],
  shortlist: readonly Shortlisted[],
): ProposedItem | undefined {
  const product = shortlist[ref - 1];
  if (!product || (unit !== null && !product.units.includes(unit))) return undefined;
  if (quantity !== null && !isSane(quantity, unit ?? product.units[0])) return undefined;
  return { product: product.product, quantity, unit };
}

/** Half a kilogram can be, half a packet can't. */
const isSane = (quantity: number, unit: string | undefined): boolean =>
  quantity <= MOST && (unit === "kg" ? quantity >= 0.1 && Number.isInteger(quantity * 1000) : isCount(quantity));

const isCount = (quantity: number): boolean => Number.isInteger(quantity) && quantity >= 1;
