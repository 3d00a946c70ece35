/** What people are told of things they wait for, in English. */
import { type seasonsVi } from "./text-seasons.vi.ts";

export const seasonsEn: typeof seasonsVi = {
  noted: (name) => `Noted: the shop writes to you when there is ${name}. To stop, write “stop”.`,
  awaited: (name, day) =>
    `Noted: when its season begins (${day}) I will send you one message about ${name}. If you no longer want it, write “stop”.`,
  came: (name) => `${name} is in season now, as you asked me to tell you. You can look and order right here.`,
  unsent: (name) => `${name} is in season; the customer asked to be told, but the channel takes no message any more`,
};
