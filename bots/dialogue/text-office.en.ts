/** What the office reads of its customers, and customers of the office, in English. */
import { type Texts } from "./text.vi.ts";
import { type officeVi } from "./text-office.vi.ts";

export const officeEn: Pick<Texts, keyof typeof officeVi> = {
  customerNamed: (name, channel, tail) => `customer ${name} (${channel} …${tail})`,
  customerUnnamed: (channel, tail) => `customer ${channel} …${tail}`,
  waits: (who, lines) => `A person is needed by ${who}:\n${lines}`,
  continues: (who, words) => `From ${who}: ${words}`,
  customerSaid: (words) => `Customer: ${words}`,
  botSaid: (words) => `Bot: ${words}`,
  sentFile: "(sent a picture or a file)",
  relay: "Answer",
  back: "Give back",
  nowRelaying: (who) => `You are answering ${who}: they get what you type, word for word. When done write “done”.`,
  relayed: (who) => `Sent to ${who}.`,
  givenBack: (who) => `The assistant answers ${who} again.`,
  notHeld: "The assistant is answering this customer already.",
  notAnswering: "You are not answering anybody.",
  ownThread: "This is your own conversation: there is no customer in it to answer.",
  nobodyWaits: "No customer is waiting for an answer.",
  waitingNow: "Waiting for an answer:",
  othersWait: "Another customer is waiting: write “reply”.",
  forWhom: (words) => `Who is this for?\n“${words}”`,
  dontSend: "Don't send",
  notSent: "Dropped; sent to nobody.",
  leftUnsent: (words) => `“${words}” was sent to nobody.`,
  noSuchConversation: "I can't open that conversation.",
  officeHelp:
    "This phone is the office's. Write:\n“who waits”: customers who need a person\n“reply”: answer one who waits; where only one does, “reply hello” is sent at once\n“done”: give a customer back to the assistant\n“announce a fair”\nCustomers to call back and producers to ring are told of here. To look at goods as customers do, write “products”.",
  staffNeedsOffice: (who, words) => `${who}: ${words}`,
  organizers: "Organizers",
  officeWillCall: "You are on the OCOP office's call list; they will contact you.",
  nobodyBound: "Nobody is on duty here right now. I have noted it, and a person will contact you. I still take orders.",
  complaintKept: "We are very sorry. I have noted it, and a person will contact you.",
  fileNoted: {
    voice: "I can't listen to voice messages yet, so I have noted it for a person. In writing I answer at once.",
    photo: "I can't look at pictures yet, so I have noted it for a person. In writing I answer at once.",
    file: "I can't read this file yet, so I have noted it for a person. In writing I answer at once.",
  },
  personSpeaks: "(A person answers)",
  botIsBack: "The automated assistant answers from here. For a person write “talk to a person”.",
  botIsHere: "The automated assistant is answering you.",
};
