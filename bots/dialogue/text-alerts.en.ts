/** What is said of whatever has waited too long, in English. */
import { type Texts } from "./text.vi.ts";

export const alertsEn: Texts["alerts"] = {
  unaccepted: (code) => `Order ${code} still waits for your answer. Please accept or decline it:`,
  unshipped: (code) =>
    `You have accepted order ${code} and it does not seem to have left. If it has, write “sent ${code}” with its tracking code; if something is in the way, tell the office:`,
  officeUnaccepted: (producer, code) =>
    `${producer} has not answered order ${code}; please call them and note it here:`,
  officeUnshipped: (producer, code) =>
    `${producer} accepted order ${code} long ago and has not sent it; please call them:`,
  unanswered: (code, name, phone) =>
    `The customer of order ${code} (${name}, ${phone}) waits for a person. Please call them.`,
  officeUnanswered: (channel) => `A customer on ${channel} has waited long and nobody has answered:`,
  lapsed: (code) => `Order ${code} was not answered in time and is cancelled. Its goods are in your stock again.`,
  expired: (sellers, code) =>
    `We are sorry: ${sellers} could not answer your order ${code}, so it is cancelled and you pay nothing. Order something else, or write “talk to a person”.`,
  partlyExpired: (sellers, code, total) =>
    `We are sorry: ${sellers} could not answer for their part of order ${code}, so it was taken out. New total: ${total}.`,
};
