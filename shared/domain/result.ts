/** A rule that says no returns a Refusal; a broken world throws. */

/** Tagged by `code`, so that callers switch on it without `default` and the compiler finds the forgotten case. */
export type Refused<Code extends string = string, Facts extends object = object> = {
  readonly refused: true;
  readonly code: Code;
} & Readonly<Facts>;

export const refuse = <const Code extends string, Facts extends object>(
  refusal: { code: Code } & Facts,
): Refused<Code, Omit<Facts, "code">> =>
  ({ refused: true, ...refusal }) as unknown as Refused<Code, Omit<Facts, "code">>;

export const isRefused = <T>(outcome: T): outcome is Extract<T, Refused> =>
  typeof outcome === "object" && outcome !== null && "refused" in outcome;
