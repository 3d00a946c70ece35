/** What somebody says, and the days and people that should be read in it. */
export type Expected = {
  from?: string;
  to?: string;
  nights?: number;
  people?: number;
  moreNights?: number;
  morePeople?: number;
  fault?: "past" | "impossible" | "which-calendar" | "backwards";
};
export type Sample = readonly [words: string, expected: Expected];
