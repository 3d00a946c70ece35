/** What is answered beside orders, in English: terms of sale, small talk, second thoughts. */

export const topicsEn = {
  injection: "I only take orders at the sellers' prices, and only when you confirm. What would you like?",
  bargain: "The sellers set the prices, so I can't lower them.",
  payment:
    "You pay on delivery, or by transfer beforehand where the seller has an account: write “bank transfer” when you confirm the order.",
  invoice: "Invoices are issued by the seller: order first, then write “talk to a person” with your details.",
  delivery: "We ship all over Vietnam, and I tell you as soon as the seller takes the order.",
  howLong:
    "How many days it takes depends on where it goes and when the seller sends it, so I can't promise a day; I tell you as soon as the seller takes the order. To agree on a day, write “talk to a person”.",
  returns: "Please check the goods on delivery; if anything is wrong, write here with a photo and a person will help.",
  place:
    "Producers of Cao Bằng sell directly and ship to you; you can order right here. For an address, write “talk to a person”.",
  wish: "Please tell the seller the time and other wishes when they confirm the order.",
  machine: "I am an automated assistant. For a person, write “talk to a person”.",
  advice: "This is what we have:",
  later: "Of course. Write to me whenever you like.",
  thanks: "You are welcome!",
  chat: "😊 Tell me what you would like.",
  whichStill: "About the list above: which one would you like? Send its number or name.",
};
