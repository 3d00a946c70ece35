/** What people read of stays and tours in chat, in English. */
import { type Texts } from "./text.vi.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const counted = (count: string, one: string, many: string): string => `${count} ${count === "1" ? one : many}`;

export const visitEn: Texts["visits"] = {
  weekday: (number) => WEEKDAYS[Number(number) - 1] ?? "",
  days: (from, to) => `${from} – ${to}`,
  until: (day) => `until ${day}`,
  nights: (count) => counted(count, "night", "nights"),
  rooms: (count) => counted(count, "room", "rooms"),
  people: (count) => counted(count, "person", "people"),

  askStay: (name) => `${name}: which day do you come, and for how many nights? For example “20/12, 2 nights”.`,
  askTour: (name) => `${name}: which day would you like to go? For example “this Saturday” or “20/12”.`,
  askArrival: (name, known) => `${name}, ${known}: which day do you come?`,
  askNights: (name, known) => `${name}, ${known}: for how many nights?`,
  askPeople: (name, known) => `${name}, ${known}: how many people?`,
  past: "That day has gone by.",
  impossible: "I can't find that day in the calendar (and a stay is at most 90 nights).",
  "which-calendar":
    "Is that day solar or lunar? Please say it in full, for example “5 December” or “mùng 5 tháng Chạp”.",
  backwards: "The day of leaving has to be after the day of coming.",
  tooLong: "A stay is at most 90 nights: please send the number of nights again.",
  nobody: "There must be at least 1 person: please send the number again.",
  crowd:
    "More than 50 people need somebody to arrange it: please write “talk to a person”. If it was a slip, send the number again.",
  outOfSeason: (name, days, from, to) =>
    `${name} takes no guests ${days} (season ${from} to ${to}). Would you choose another day, or shall I tell you when it opens?`,

  price: (amount, unit) => `${amount}/${unit}/night`,
  bookStay: "Book a room",
  bookTour: "Book the tour",
  onTheWay: (name, known) => `${name}: ${known}`,
  notSaid: "no day yet",
  subtotal: (amount) => `So far: ${amount}`,
  total: (total) => `Total ${total}, paid on arrival. No shipping fee.`,
  mixedTotal: (shipping, total) =>
    `Shipping ${shipping}. Total ${total}: goods are paid on delivery, rooms and tours on arrival.`,
  guest: (name, phone) => `Guest: ${name}, ${phone}`,
  needName: "the guest's name",
  book: "Book",
  ask: "If it is right press “Book” or write “yes”; if not, tell me what to change.",
  askName: "For another guest, send the name. If it is right press “Book” or write “yes”.",
  moreRooms: "For more rooms write, for example, “2 rooms”.",
  placed: (code, total) => `Order placed! Code ${code}, total ${total}, paid on arrival.`,
  placedNext: "I will tell you when your host confirms. To see it: “my orders”. To cancel before that: “cancel”.",
  line: (name, visit) => `    ${name}: ${visit}`,
  accepted: (seller, code, visits) => `${seller} has accepted your booking, order ${code}: ${visits}. See you there!`,
  declined: (seller, code, visits, reason) =>
    `${seller} can't take: ${visits} (order ${code})${reason}. It was taken out of the order; send other days to book again.`,

  byDays: "Booked by days; you accept each booking",
  newStay: (code) => `A guest books a room, code ${code}:`,
  newTour: (code) => `A guest books a tour, code ${code}:`,
  collect: (amount) => `Collect on arrival: ${amount}.`,
  contact: (name, phone) => `Guest: ${name}, ${phone}`,
  peopleNotSaid: "number of people not said",
  accept: "Accept guests",
};
