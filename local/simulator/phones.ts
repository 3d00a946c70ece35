/** Whose phones lie on the table of the simulator: a customer's and a producer's for each channel that is pretended. */
import { channels } from "../../bots/index.ts";
import { type SimulatedPerson } from "../../shared/ports/simulator.ts";
import { type Simulators } from "./simulators.ts";

export type Phone = {
  /** Names the phone in addresses of the API: "customer-zalo". */
  id: string;
  channel: string;
  /** The channel's, for people. */
  title: string;
  name: string;
  role: "customer" | "producer";
};

export type LivePhone = Phone & { hand: SimulatedPerson };

const CUSTOMERS = ["Chị Hoa", "Anh Nam", "Cô Sen", "Bác Páo"];
const PRODUCER = "Chị Lý";
/** Persons are numbered: every provider takes digits. */
const FIRST_PERSON = 680_000_001;

/** Zalo, where customers are, lies first. */
export function openPhones(simulators: Simulators): ReadonlyMap<string, LivePhone> {
  const talked = channels
    .filter(({ name, chat }) => chat && simulators.has(name))
    .toSorted((one, other) => Number(other.name === "zalo") - Number(one.name === "zalo"));
  const customers = talked.map(({ name, title }, place) => {
    const owner = CUSTOMERS[place % CUSTOMERS.length] ?? "";
    return { id: `customer-${name}`, channel: name, title, name: owner, role: "customer" as const };
  });
  const producers = talked.map(({ name, title }) => {
    return { id: `producer-${name}`, channel: name, title, name: PRODUCER, role: "producer" as const };
  });
  return new Map(
    [...customers, ...producers].flatMap((phone, place) => {
      const hand = simulators.get(phone.channel)?.person(String(FIRST_PERSON + place), phone.name);
      return hand ? [[phone.id, { ...phone, hand }] as const] : [];
    }),
  );
}
