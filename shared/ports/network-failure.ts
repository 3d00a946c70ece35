/** What a fetch that was rejected says of its request: whether anything can have reached the provider at all. */

/** No connection was made, so nothing was taken. Names of Node and of its HTTP client. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** `code` is safe to tell: addresses, and the tokens in them, stand in messages alone. */
export type NetworkFailure = { readonly neverSent: boolean; readonly code: string };

export function networkFailureOf(error: unknown): NetworkFailure {
  const code = codeOf(error);
  return { neverSent: code !== undefined && NEVER_SENT.has(code), code: code ?? "timeout or lost connection" };
}

/** fetch hides the reason in `cause`, and tries several addresses of one name. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if ("cause" in error) return codeOf(error.cause);
  return "errors" in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : undefined;
}
