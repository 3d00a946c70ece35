/** "bỏ liên kết": this contact is a customer by itself again. What was known here stays known here. */
import { refuse } from "../domain/result.ts";
import { type App } from "../ports/app.ts";
import { customerWrite, findCustomer, goneContactWrite, goneCustomerWrite } from "../stores/customers.ts";
import { type Plan } from "./plan.ts";

const notJoined = () => refuse({ code: "not-joined" });

export type PartRefusal = ReturnType<typeof notJoined>;

/** One contact left alone is joined with nothing, and needs no record either. */
export async function partContact(app: App, wish: { conversation: string }): Promise<Plan<null> | PartRefusal> {
  const customer = await findCustomer(app.table, wish.conversation, { strong: true });
  if (!customer) return notJoined();
  const contacts = customer.contacts.filter((contact) => contact !== wish.conversation);
  const writes =
    contacts.length > 1
      ? [customerWrite({ ...customer, contacts }), goneContactWrite(wish.conversation)]
      : [goneCustomerWrite(customer), ...customer.contacts.map(goneContactWrite)];
  return { writes, events: [], facts: null };
}
