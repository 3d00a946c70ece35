/** What DynamoDB's errors mean for a commit: a refusal, a reason to come back, or a broken world. */
import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type Attributes } from "./marshal.ts";

export type Failure =
  /** Conditions that did not hold, with the item that stood there; nothing was written. */
  | { kind: "refused"; refusals: readonly { place: number; old: Attributes | undefined }[] }
  /** Throttled or in conflict: nothing was written. */
  | { kind: "again" }
  /** No answer, or one that does not say: it may have been written. */
  | { kind: "unsure" }
  | { kind: "broken" };

const AGAIN = new Set([
  "ProvisionedThroughputExceededException",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
  "ReplicatedWriteConflictException",
  "ThrottlingException",
  "ThrottlingError",
  "TransactionConflictException",
  "TransactionConflict",
  "TransactionInProgressException",
]);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

export function failureOf(error: unknown): Failure {
  if (error instanceof ConditionalCheckFailedException)
    return { kind: "refused", refusals: [{ place: 0, old: error.Item }] };
  if (error instanceof TransactionCanceledException) return cancelled(error);
  if (AGAIN.has(nameOf(error))) return { kind: "again" };
  const status = statusOf(error);
  return { kind: status === undefined || status >= 500 ? "unsure" : "broken" };
}

function cancelled({ CancellationReasons: reasons = [] }: TransactionCanceledException): Failure {
  const refusals = reasons.flatMap(({ Code, Item }, place) =>
    Code === "ConditionalCheckFailed" ? [{ place, old: Item }] : [],
  );
  if (refusals.length > 0) return { kind: "refused", refusals };
  return { kind: reasons.some(({ Code }) => AGAIN.has(Code ?? "")) ? "again" : "broken" };
}

/** Undefined where no answer came: the connection broke or took too long. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("$metadata" in error)) return undefined;
  const metadata = error.$metadata as { httpStatusCode?: number } | undefined;
  return metadata?.httpStatusCode;
}

/** Errors of our own making (a wrong call, a bug) have no answer either, and must not be taken for a lost one. */
export const isOurs = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;
