/** How the office tells its customers apart: the name they gave, their channel and the end of their chat's id. */
import { type Texts } from "./text.vi.ts";

export type Customer = {
  conversation: string;
  /** Its channel's title. */
  channel: string;
  /** The last characters of the chat's id. */
  tail: string;
  name?: string;
};

/** "khách Hoa (Zalo …0001)", "khách Zalo …0001". */
export const whoIs = (text: Texts, { name, channel, tail }: Omit<Customer, "conversation">): string =>
  name === undefined ? text.customerUnnamed(channel, tail) : text.customerNamed(name, channel, tail);
