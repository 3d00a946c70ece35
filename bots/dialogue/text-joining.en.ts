/** What people read when their chats on several channels are joined, in English. */
import { type Texts } from "./text.vi.ts";
import { type joiningVi } from "./text-joining.vi.ts";

export const joiningEn: Pick<Texts, keyof typeof joiningVi> = {
  linkCode: (code) =>
    `Your link code: ${code}\nOpen our chat on the other channel (Zalo, Telegram or the web) and send this code there. It works once, within 15 minutes. Whoever sends it sees your orders, so give it to nobody.`,
  linkedWith: (channel) =>
    `I know you now: this chat and your ${channel} are linked. “my orders” shows them all in either; where one takes no message I write to the other. Not you? Write “unlink”.`,
  cameOver: (channel) => `What you had begun on ${channel} goes on here:`,
  wentOn: (channel) => `What you had begun here goes on at ${channel}.`,
  ownLink: "This code is this chat's own. Please send it on the other channel (Zalo, Telegram or the web).",
  staleLink:
    "This link code was used, or is older than 15 minutes. Write “link” on the other channel for a new one, and send it here.",
  alreadyLinked: "These two chats are linked already; nothing more to do.",
  tooManyContacts: (most) =>
    `At most ${most} chats of one person can be linked. Write “unlink” where you no longer chat, then try again.`,
  unlinked: "Unlinked: this chat stands alone from now on and shows its own orders. To link again write “link”.",
  notLinked: "This chat is not linked to any other. To link it write “link”.",
  samePerson: (channel, when) =>
    `At ${when} somebody who chats with us on ${channel} left this very phone number. Was it you? With “yes” both chats see each other's orders; otherwise write “no”.`,
  samePersonYes: "That's me",
  samePersonNo: "Not me",
  notSamePerson: "All right, the two stay apart.",
  claimGone: "I no longer find the other chat, so nothing was linked. To link write “link”.",

  answeredElsewhere: (channel, other) =>
    `The customer can't be reached on ${channel}; your answer went to them on ${other}. There the assistant answers them; to go on yourself press “Answer”.`,
  answeredNowhere: (channel, words) =>
    `The customer can't be reached on ${channel}, nor anywhere else. What did not arrive: ${words}`,
};
