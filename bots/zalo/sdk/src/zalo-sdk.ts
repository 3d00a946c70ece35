/** Everything that the package gives. A webhook function imports "zalo-sdk-nodejs/webhook" instead, which is lighter. */
export { createZaloClient, fixedToken, type ZaloClient } from "./client.ts";
export { API_ROOT, BUSINESS_ROOT, type ApiRequest, type Call, type ClientSettings } from "./call.ts";
export { DEFAULT_TIMEOUT_MS, type Fetch } from "./http.ts";
export { LIMITS } from "./limits.ts";
export {
  API_RULES,
  isZaloError,
  OAUTH_RULES,
  ZaloError,
  type ErrorRule,
  type LocalCode,
  type ZaloErrorClass,
  type ZaloErrorFacts,
} from "./errors.ts";
export {
  challengeOf,
  exchangeCode,
  OAUTH_ROOT,
  permissionLink,
  pkcePair,
  refreshTokens,
  type OAuthSettings,
  type PermissionRequest,
  type PkcePair,
  type TokenPair,
} from "./oauth.ts";
export { TokenKeeper, type TokenAlarm, type TokenKeeperOptions, type TokenSource } from "./tokens.ts";
export { memoryTokenStore, type Grant, type HaltReason, type StoredTokens, type TokenStore } from "./token-store.ts";
export type * from "./calls/messages.ts";
export type { SentMessage } from "./calls/sent-message.ts";
export type * from "./calls/articles.ts";
export type * from "./calls/broadcasts.ts";
export type * from "./calls/uploads.ts";
export type * from "./calls/people.ts";
export type * from "./calls/templates.ts";
export { vietnamesePhone } from "./calls/templates.ts";
export * from "./webhook.ts";
