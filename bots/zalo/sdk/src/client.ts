/** The client of one Official Account: all calls of this package over one token source. */
import { createCall, type Call, type ClientSettings } from "./call.ts";
import { articleCalls } from "./calls/articles.ts";
import { broadcastCalls } from "./calls/broadcasts.ts";
import { messageCalls } from "./calls/messages.ts";
import { peopleCalls } from "./calls/people.ts";
import { templateCalls } from "./calls/templates.ts";
import { uploadCalls } from "./calls/uploads.ts";
import { ZaloError } from "./errors.ts";
import type { TokenSource } from "./tokens.ts";

export type ZaloClient = ReturnType<typeof createZaloClient>;

/** Every method rejects with a ZaloError; nothing is sent until one is called. */
export function createZaloClient(settings: ClientSettings) {
  const call: Call = createCall(settings);
  return {
    /** For what this package has no method for: gives the envelope's `data`, ids as strings. */
    call,
    ...messageCalls(call),
    ...articleCalls(call),
    ...broadcastCalls(call),
    ...uploadCalls(call),
    ...peopleCalls(call),
    ...templateCalls(call),
  };
}

/** A token that nobody renews: for a first try with one from Zalo's API Explorer. */
export function fixedToken(accessToken: string): TokenSource {
  const meaning = "the fixed access token is refused";
  return {
    token: () => Promise.resolve(accessToken),
    renew: () =>
      Promise.reject(new ZaloError({ code: "no-grant", class: "alarm", call: "the account's token", meaning })),
  };
}
