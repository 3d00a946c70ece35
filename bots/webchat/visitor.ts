/** Who writes in the web chat: a random id in a signed cookie. Whoever holds the cookie is the visitor. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const VISITOR_COOKIE = "visitor";
const KEPT_S = 180 * 24 * 60 * 60;
const ID = /^[\w-]{1,64}$/;
/** Client ids this long are taken for random (a UUID has 36), so that a first message sent twice is one visitor. */
const RANDOM_LENGTH = 32;

const mac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");

/** 128 bits that follow from the client's own random id and our secret: the id alone does not give them away. */
export const newVisitor = (secret: string, messageId: string): string =>
  mac(secret, `new visitor ${messageId}`).slice(0, 22);

export const isRandom = (messageId: string): boolean => messageId.length >= RANDOM_LENGTH;

export const signVisitor = (secret: string, id: string): string => `${id}.${mac(secret, `visitor ${id}`)}`;

/** `none`: a browser that is new here. `forged`: a cookie we did not sign with this secret; an unset secret signs nothing. */
export function readVisitor(
  secret: string | undefined,
  cookies: string | undefined,
): { kind: "visitor"; id: string } | { kind: "none" | "forged" } {
  const value = cookieValue(cookies, VISITOR_COOKIE);
  if (value === undefined) return { kind: "none" };
  const id = value.split(".")[0] ?? "";
  if (!secret || !ID.test(id)) return { kind: "forged" };
  const [given, expected] = [Buffer.from(value), Buffer.from(signVisitor(secret, id))];
  const same = given.length === expected.length && timingSafeEqual(given, expected);
  return same ? { kind: "visitor", id } : { kind: "forged" };
}

/** `Lax`: a link from elsewhere opens the chat, a form from elsewhere does not write in it. */
export const visitorCookie = (signed: string, https: boolean): string =>
  `${VISITOR_COOKIE}=${signed}; Path=/; Max-Age=${KEPT_S}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;

/** Takes away a cookie that is of no use, so that the browser may begin anew. */
export const NO_VISITOR = `${VISITOR_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

function cookieValue(cookies: string | undefined, name: string): string | undefined {
  for (const cookie of cookies?.split(";") ?? []) {
    const [key, ...value] = cookie.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
