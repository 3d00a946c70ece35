/** What producers and the office read in chat, in English. */
import { type Texts } from "./text.vi.ts";
import { type staffVi } from "./text-staff.vi.ts";

export const staffEn: Pick<Texts, keyof typeof staffVi> = {
  boundProducer: (name) =>
    `This phone is now bound to ${name}. New orders come here. To list a product send a photo and a sentence, such as “New glass noodles, 85k a pack of 500g, 100 packs”.`,
  boundStaff: "This phone is bound. Notices come here.",
  unknownCode:
    "I don't know this code. If it is an invitation, it may be used or older than 7 days: ask the OCOP office for a new one.",
  newParcel: (code) => `New order, code ${code}:`,
  parcelTotal: (amount, goods, shipping) => `Collect ${amount} (goods ${goods} + shipping ${shipping}).`,
  parcelRecipient: (name, phone, address) => `To: ${name}, ${phone}, ${address}`,
  accept: "Accept",
  decline: "Decline",
  askReason: (code) => `Why can't you take order ${code}? A few words (such as “sold out”) for the customer.`,
  youAccepted: (code) => `Order ${code} accepted. The customer has been told.`,
  youDeclined: (code) => `Order ${code} declined. The customer has been told.`,
  alreadyDecided: (code, status) => `Order ${code} is settled already: ${status}.`,
  noSuchParcel: "I can't find that order among yours.",
  noWaitingParcels: "No order is waiting for you.",
  orderCancelledByCustomer: (code) => `The customer has cancelled order ${code}. No need to prepare it.`,
  officeUnbound: (producer) => `${producer} has no phone bound; please call them:`,
  callCustomer: (name, phone, news) => `${name}, ${phone} can't be reached by chat. Please call: ${news}`,
  newLead: (interest, name, phone) => `Please call back: ${[name, phone, interest].filter(Boolean).join(", ")}`,
  sellHelp: "Send a photo and a sentence to list a product, “orders” to see what waits, “buy” to shop as a customer.",
  nowBuying: "You are shopping as a customer now. Write “sell” to go back to your stall.",
  nowSelling: "Back at your stall.",
  askListingName: "What is the product called?",
  askListingPrice: "What does it cost, and by which unit? For example “85k a pack of 500g”.",
  askListingStock: "How many do you have? A number, or “made to order”.",
  askListingPhoto: "Send a photo of it, or write “no photo”.",
  listingCard: (name, price, unit, stock) => `List this?\n${name}\nPrice: ${price}/${unit}\n${stock}`,
  stockCount: (count, unit) => `Stock: ${count} ${unit}`,
  madeToOrder: "Made to order",
  publish: "Publish",
  drop: "Drop",
  published: (name, link) => `${name} is on sale. Posts follow on our channels within minutes. Its page: ${link}`,
  listedAnew: (name, link) => `${name} is up to date: ${link}`,
  listedUnposted: (name, link) =>
    `${name} is on sale: ${link}. The law keeps it from being advertised, so no posts follow.`,
  listedUnseen: (name) =>
    `${name} is on record, but alcohol (or a drink of unknown strength) may be neither listed nor advertised online. If it is none, ask the OCOP office to note its strength.`,
  forbiddenClaim: (words) => `A product's name may not claim to heal (“${words}”). Please rename it and publish again.`,
  dropped: "Dropped; nothing was published.",
  producerClosed: "Your business is not verified by the office yet. Please contact the OCOP office.",
  photoLost: "I could not fetch this photo. Please send it again.",
  listingLeft: (name) => `${name} was not published.`,
};
