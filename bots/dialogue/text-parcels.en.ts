/** What is said of a parcel on its way, to the one who packs it and to the one who waits for it, in English. */
import { type Texts } from "./text.vi.ts";

export const parcelsEn: Texts["parcels"] = {
  open: "Orders in hand:",
  openLine: (code, status, goods, name) => `${code} (${status}): ${goods}, for ${name}`,
  headed: (code, status) => `Order ${code}, ${status}:`,
  see: (code) => `Order ${code}`,
  step: { packed: "Packed", sent: "Sent", delivered: "Received", returned: "Came back" },
  guestsCame: "Guests came",
  which: {
    packed: "Which order have you packed?",
    sent: "Which order have you sent?",
    delivered: "Which order has arrived?",
    returned: "Which order came back?",
  },
  none: {
    packed: "No order waits to be packed. A new one has to be accepted first.",
    sent: "No order waits to be sent. A new one has to be accepted first.",
    delivered: "No order is on its way.",
    returned: "No order is on its way that could come back.",
  },
  needCode: "Please add the order's code, such as “sent K7Q2M4XZ”.",
  askShipment: (code) =>
    `How was ${code} sent, and what is its tracking code? Such as “Viettel Post 123456789”. If you carry it yourself, write “myself”.`,
  done: {
    packed: (code) =>
      `Order ${code} is packed; the customer has been told. Send a picture of it if they are to see it. Once it has left write “sent”.`,
    sent: (code) => `Order ${code} is on its way; the customer has been told. Once they have it write “delivered”.`,
    delivered: (code) => `The customer has order ${code}. Thank you!`,
    returned: (code) =>
      `Order ${code} came back; the customer has been told. Its goods are counted as stock again; if they are spoilt, send the product's name with what can still be sold.`,
  },
  pictured: "The picture went to the customer.",
  notNow: (code, status) => `Order ${code} is “${status}”, so this can't be noted yet.`,

  via: (carrier) => ` by ${carrier}`,
  tracking: (code) => `, tracking code ${code}`,
  packedNews: (seller, code) => `${seller} has packed your order ${code}.`,
  picturedNews: (seller, code) => `Your parcel from ${seller} (order ${code}).`,
  sentNews: (seller, code, way) => `${seller} has sent your order ${code}${way}.`,
  collect: (amount) => ` You pay ${amount} on delivery.`,
  deliveredNews: (seller, code) =>
    `The goods of ${seller} in order ${code} have arrived. Thank you! If anything is wrong, just write here.`,
  returnedNews: (seller, code) =>
    `The goods of ${seller} in order ${code} went back to the seller and were taken out of the order.`,
  paidBack: "Somebody will contact you about the money you paid for this part.",
};
