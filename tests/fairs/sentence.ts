/** One thing that an organizer wrote on 23/11/2026, and what a person who reads it knows then; the description is not among it. */
export type Sentence = {
  text: string;
  said: Readonly<
    Partial<Record<"name" | "from" | "to" | "opensAt" | "closesAt" | "venue" | "organizer" | "focus", string>>
  >;
  /** Why a day or an hour in it can't be taken. */
  problem?: "no-such-day" | "which-calendar" | "days-backwards" | "no-such-hour";
};
