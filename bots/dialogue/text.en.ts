/** What people read in chat, in English. */
import { alertsEn } from "./text-alerts.en.ts";
import { fairsEn } from "./text-fairs.en.ts";
import { joiningEn } from "./text-joining.en.ts";
import { ladderEn } from "./text-ladder.en.ts";
import { officeEn } from "./text-office.en.ts";
import { paymentEn } from "./text-payment.en.ts";
import { parcelsEn } from "./text-parcels.en.ts";
import { proposalEn } from "./text-proposal.en.ts";
import { stockEn } from "./text-stock.en.ts";
import { staffEn } from "./text-staff.en.ts";
import { fairFactsEn } from "./text-fair-facts.en.ts";
import { seasonsEn } from "./text-seasons.en.ts";
import { topicsEn } from "./text-topics.en.ts";
import { visitEn } from "./text-visit.en.ts";
import { type Texts } from "./text.vi.ts";

export const en: Texts = {
  ...joiningEn,
  ...officeEn,
  greeting: (shop, privacy) =>
    `Hello! I am the automated assistant of ${shop} (a machine answers). Cooperatives and households of Cao Bằng sell directly; how we keep your data: ${privacy}`,
  invite:
    "Just write, for example “2 packs of glass noodles”, or choose below. For a person, write “talk to a person”.",
  sampleShop: "This is a sample shop: prices and phones are invented, orders are not delivered.",

  menu: "What would you like to see?",
  groups: {
    "thực phẩm": "Food",
    "đồ uống": "Drinks",
    "dược liệu": "Herbs",
    "thủ công mỹ nghệ": "Crafts",
    "sinh vật cảnh": "Plants and animals",
    "du lịch": "Tourism",
  },
  browse: "Products",
  byCommune: "By area",
  whichDistrict: "Products of which area?",
  more: "More",
  newGoods: "New at the market:",
  listing: (title) => `${title}:`,
  listingEnd: "Send a number to see one, or the name of what you need.",
  nothingHere: "Nothing in this group at the moment.",
  noPrice: "no price yet, ask us",
  sampleMark: "sample price",
  price: (amount, unit) => `${amount}/${unit}`,
  pack: (pack) => `(${pack})`,
  left: (count, unit) => `${count} ${unit} left`,
  soldOut: "sold out",
  soldBy: (seller) => `Seller: ${seller}`,
  place: (place) => `Made in: ${place}`,
  add: (unit) => `Take 1 ${unit}`,
  take: (what) => `Take ${what}`,
  takeIt: "Take",
  amountOf: (amount, name) => `${amount} of ${name}`,
  takeThese: (what, sum) => `${what}: ${sum} (shipping not included). Shall I take that?`,
  viewCart: "Cart",
  notKnown: (names) => `We do not sell ${names} here.`,
  seeInstead: "This is what we have:",
  searchEmpty: "I could not find that. You can browse by group:",

  which: "Which one would you like?",
  whatInEach: (count) => `${count} sets: what goes into each? For example “each set 1 pack of glass noodles”.`,
  ofWhat: "Of which product? Send its name, or choose a group:",
  howMany: (name, unit) => `How many ${unit} of ${name}?`,
  badQuantity: (name) => `I could not read the quantity of ${name}. Please send a number from 1 to 9,999.`,
  conversion: (said, name, offered) => `${name} is sold in packs: ${said} makes ${offered}. Shall I take ${offered}?`,
  converted: (said, name, offered) => `${said} of ${name} makes ${offered} (sold in packs). Please check below.`,
  outOfSeason: (name, from, to) =>
    `${name} is out of season (season ${from} to ${to}), so it can't be ordered now. Shall I tell you when it is back?`,
  inSeasonNow: (names) => `In season now: ${names}.`,
  notInUnit: (name, units) => `${name} is sold by ${units}. How many would you like?`,
  askPriceFirst: (name) =>
    `${name} has no price yet, so it can't be ordered. I noted it for the seller; please leave your phone number.`,
  notSoldInChat: (name) => `${name} can't be sold by chat (alcohol rules). Please buy it at the producer's.`,
  noLongerSold: (name) => `${name} is not sold at the moment; I took it out of the cart.`,
  closed: (name, seller) => `${name}: ${seller} is not taking orders at the moment.`,
  outOfStock: (name, left, unit) => `Only ${left} ${unit} of ${name} left. How many would you like?`,
  allSoldOut: (name) => `${name} has just sold out; I took it out of the cart.`,

  cartTitle: "Your cart:",
  cartLine: ({ name, what, amount }) => `${name}: ${what} = ${amount}`,
  cartTotal: (amount) => `Goods: ${amount} (shipping not included)`,
  cartEmpty: "Your cart is empty. What would you like?",
  cartCleared: "I emptied the cart.",
  removed: (name) => `Removed ${name}.`,
  lessened: (name, quantity) => `Took away ${quantity} of ${name}.`,
  notInCart: (name) => `${name} is not in the cart.`,
  checkout: "Order",
  clear: "Empty cart",
  tooManyLines: (most) => `One order takes at most ${most} lines. Please place this one first.`,

  needAll: "Please send your name, phone number and delivery address (in any order).",
  need: (what) => `Please send also ${what}.`,
  needName: "the recipient's name",
  needPhone: "a phone number",
  needAddress: "the delivery address",
  and: " and ",
  badPhone: "This phone number is not right. Please send a 10-digit number such as 0912 345 678.",
  contactKept: "Noted.",
  phoneKept: "Noted; somebody will contact you. To order, just write what you would like.",
  unnamed: "Customer",
  onTheMap: (place) => `location: ${place}`,
  mapKept: "I added this location to your address.",
  mapNeedsWords: "I kept this location; please also write the address in words (house, street, ward or commune).",

  confirmTitle: "Please check your order:",
  confirmLine: ({ name, what, price, amount }) => `${name}: ${what} × ${price} = ${amount}`,
  confirmTotal: (shipping, total) => `Shipping ${shipping}. Total ${total}, paid on delivery.`,
  confirmSellers: (sellers) => `Seller: ${sellers}`,
  confirmRecipient: (name, phone, address) => `To: ${name}, ${phone}, ${address}`,
  confirmAsk: "If it is right press “Place order” or write “yes”; if not, tell me what to change.",
  confirmAskName: "For another recipient, send the name. If it is right press “Place order” or write “yes”.",
  whichCommune: (choices) => `Several communes have this name; please send the number of yours: ${choices}.`,
  stillWaiting: "The order above is still waiting: write “yes” to place it, or tell me what to change.",
  yes: "Place order",
  notYet: "Later",
  keptForLater: "I keep your cart. Write “order” when you are ready.",
  placed: (code, total) => `Order placed! Code ${code}, total ${total}, paid on delivery.`,
  placedNext: "I will tell you when the seller confirms. To see it: “my orders”. To cancel before that: “cancel”.",
  priceChanged: (name, price) => `The price of ${name} has just changed to ${price}. Please check and confirm again:`,

  nothingBefore: "I can't find an earlier order of yours here. What would you like, and how many?",
  noOrders: "I see no order of yours here. If you ordered elsewhere, write “talk to a person”.",
  orderLine: (code, status, total, when) => `${code}: ${status}, ${total}, placed ${when}`,
  parcelLine: (seller, status) => `  • ${seller}: ${status}`,
  orderStatus: {
    placed: "waiting for the seller",
    confirmed: "confirmed by the seller",
    "partly-declined": "partly declined",
    completed: "completed",
    cancelled: "cancelled",
    expired: "expired",
  },
  parcelStatus: {
    waiting: "waiting",
    accepted: "accepted",
    declined: "declined",
    packed: "packed",
    sent: "on its way",
    delivered: "delivered",
    returned: "returned",
    cancelled: "cancelled",
    expired: "nobody answered in time",
  },
  cancelOrder: (code) => `Cancel ${code}`,
  cancelled: (code) => `Order ${code} is cancelled.`,
  tooLate: (code) =>
    `The seller has accepted order ${code}, so it can't be cancelled here. I have asked a person to call you.`,
  reopened: (code) => `I opened order ${code} again; it stands until you confirm the new one.`,
  tooLateToChange: (code) =>
    `The seller has already taken order ${code}, so I can't change it. I asked a person to contact you.`,
  nothingToCancel: "You have no waiting order to cancel.",
  whichToCancel: "Which order would you like to cancel?",
  noOrderOfCode: (code) => `I do not see order ${code} among yours, so nothing was cancelled.`,
  alreadyCancelled: (code) => `Order ${code} was cancelled before.`,
  noSuchOrder: "I can't find that order.",

  parcelAccepted: (seller, code) => `${seller} has accepted your order ${code} and is preparing it.`,
  parcelDeclined: (seller, code, reason) =>
    `${seller} can't deliver their part of order ${code}${reason}. It was taken out of the order.`,
  reason: (reason) => ` (reason: ${reason})`,
  newTotal: (total) => `New total: ${total}.`,
  nothingLeft: "Nothing is left of the order, so it is cancelled; you pay nothing.",

  person: "Talk to a person",
  personCalled: "I have called a person, who will answer you here. Meanwhile I can still take orders.",
  complaintNoted: "Complaint",
  missedTwice: "not understood twice in a row",
  enquiryPhone:
    "Thank you. Wholesale prices and cooperation are answered by the sellers: please leave a phone number and somebody will call you back.",
  enquiryKept: "Thank you. I noted it; somebody will contact you with a quotation.",
  complaint: "We are very sorry. I have passed this on to a person, who will answer you here.",
  toPerson: {
    voice: "I can't listen to voice messages, so I passed it on to a person. Write to me and I answer at once.",
    photo: "I can't look at pictures, so I passed it on to a person. Write to me and I answer at once.",
    file: "I can't read this file, so I passed it on to a person. Write to me and I answer at once.",
  },
  subscribed: "Noted: we will tell you about new products and offers. To stop, write “STOP”.",
  unsubscribed: "We will send you no more promotions.",
  noEvents: "I have no fairs or offers in the calendar at the moment. Shall I tell you when there are?",
  ...staffEn,
  ...ladderEn,
  ...proposalEn,
  seasons: seasonsEn,
  fairFacts: fairFactsEn,
  topics: topicsEn,
  visits: visitEn,
  money: paymentEn,
  feePerSeller: (fee) => `Shipping is ${fee} for each seller in the order.`,
  byMoon: (days) => `In the solar calendar: ${days}.`,
  lunarDay: ({ day, month, leap }) => `day ${day} of lunar ${leap ? "leap " : ""}month ${month}`,
  parcels: parcelsEn,
  alerts: alertsEn,
  stock: stockEn,
  notUnderstood: "I did not understand. Please choose:",
  notUnderstoodHere: "I did not understand this. Please say it again, or write “order”, “cart” or “talk to a person”.",
  welcome: "Yes, I am here. What would you like?",
  thanks: "Thank you!",
  busy: "That was fast: give me a minute, then I will answer.",
  failed:
    "Something went wrong with that message, so nothing was done. Please try again in a few minutes, or write “talk to a person”.",
  languageSet: "I will answer in English from now on.",

  ...fairsEn,
};
