/** Whose phones lie on the table of the simulator. */
import { type SimulatedPerson } from "../../shared/ports/simulator.ts";
import { type Simulators } from "./simulators.ts";

export type Phone = {
  /** Names the phone in addresses of the API. */
  id: string;
  channel: string;
  person: string;
  name: string;
  role: "customer" | "producer";
};

/** Ids are digits, as both providers want them. */
const PHONES: readonly Phone[] = [
  { id: "customer-zalo", channel: "zalo", person: "6800000000000000001", name: "Chị Hoa", role: "customer" },
  { id: "customer-telegram", channel: "telegram", person: "680000002", name: "Anh Nam", role: "customer" },
  { id: "producer-zalo", channel: "zalo", person: "6800000000000000003", name: "Chị Lý", role: "producer" },
  { id: "producer-telegram", channel: "telegram", person: "680000004", name: "Chị Lý", role: "producer" },
];

export type LivePhone = Phone & { hand: SimulatedPerson };

/** Phones of the providers that are pretended here. */
export const openPhones = (simulators: Simulators): ReadonlyMap<string, LivePhone> =>
  new Map(
    PHONES.flatMap((phone) => {
      const hand = simulators.get(phone.channel)?.person(phone.person, phone.name);
      return hand ? [[phone.id, { ...phone, hand }] as const] : [];
    }),
  );
