/** What organizers read in chat while they tell of a fair, in English. */
import { type Texts } from "./text.vi.ts";
import { type fairsVi } from "./text-fairs.vi.ts";

export const fairsEn: Pick<Texts, keyof typeof fairsVi> = {
  boundOrganizer:
    "This phone is bound for the organizers. To announce a fair write one sentence with its name, days, place and who holds it; or “báo hội chợ”, and I ask.",

  askFairName: "What is the fair or festival called?",
  askFairDays: "From which day to which? For example “20-22/12”.",
  askFairLastDay: (from) => `It opens on ${from}; which is the last day? For a single day write “1 ngày”.`,
  askFairVenue: "Where is it?",
  askFairOrganizer: "Who holds it?",
  askFairMore: "Send opening hours, what is sold or a picture now, or write “skip”.",
  skip: "Skip",

  fairCard: "Please check:",
  fairCardAgain: "This fair was announced before. Please check what changes:",
  fairDates: (dates) => `Days: ${dates}`,
  fairHours: (hours) => `Open: ${hours}`,
  fairOpens: (hour) => `Opens: ${hour}`,
  fairCloses: (hour) => `Closes: ${hour}`,
  fairVenue: (place) => `Place: ${place}`,
  fairOrganizer: (name) => `Held by: ${name}`,
  fairFocus: (goods) => `Goods: ${goods}`,
  fairDescription: (words) => `About: ${words}`,
  fairPhoto: "Picture: yes",
  fairNoPosts:
    "Mind: this name holds alcohol or a claim that the law forbids in advertisements, so no posts follow. Write another name to have them.",
  fairConfirm: "If it is right press “Announce”; if not, write what is wrong.",
  tellFair: "Announce",
  editFair: "Change",
  fairEdit: "Write what is wrong: other days, another place, another name. To give up write “drop”.",
  fairUnclear: "I did not understand this.",
  fairFirst: "You are announcing a fair. To shop write “buy” first; what you told so far is kept.",
  fairLaidAside: "You are shopping as a customer now. Your fair is kept: write “báo hội chợ” to go on with it.",
  fairNotBegun: "Write what you would like to buy. To announce a fair write “báo hội chợ”.",
  fairDropped: "Dropped; nothing was announced.",

  noSuchDay: (said) => `There is no day “${said}”; please check.`,
  whichCalendar: (said) => `Is “${said}” lunar or solar? Please add “âm lịch” or “dương lịch”.`,
  noSuchHour: (said) => `“${said}” is no time of day; please write one from 0h to 23h59.`,
  fairBackwards: (said) => `The last day is before the first (“${said}”).`,
  fairOver: (to) => `${to} is past; please write days to come (with the year if it is next year).`,
  fairTooLong: (field, most) => `${field}: more than ${most} letters. Please write it shorter.`,
  fairFields: { name: "The name", organizer: "The organizer", venue: "The place", focus: "The goods" },

  fairTold: (name, walls) => `${name} is announced. Posts follow within minutes on: ${walls}.`,
  fairToldQuietly: (name) => `${name} is in the calendar; no posts follow.`,
  fairChanged: (name) => `${name} is changed. Its page and my answers follow; posts that are out stay as they are.`,
  fairSame: (name) => `${name} was announced just so before; nothing has changed.`,
  fairPage: "See its page",

  fairsTold: "Which fair would you like to change?",
  whichFairOff: "Which fair is called off?",
  askFairOff: (name, dates) =>
    `Call off ${name} (${dates})? Its page will say so, and customers hear of it no more. Write “1” to call it off, “2” to keep it.`,
  fairOff: "Call it off",
  fairIsOff: (name) =>
    `${name} is called off. Posts that wait are not sent; those that stand on the channels stay: please take them down or correct them by hand.`,
  noSuchFair: "I do not see that fair among those to come.",
  noFairsTold: "No fair has been announced yet. Write “báo hội chợ” to announce one.",

  fairs: "Fairs and festivals to come:",
  allFairs: "See all fairs",
  expected: "expected",
};
