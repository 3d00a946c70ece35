/** What a browser may do with our pages: nothing that the pages do not need. */
import { createMiddleware } from "hono/factory";
import { type Shop } from "../../shared/ports/app.ts";

/** Pictures may lie in another https store; everything else is ours, and nothing is inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
} as const;

export const securityHeaders = ({ publicUrl }: Shop) =>
  createMiddleware(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    if (publicUrl.startsWith("https://")) context.res.headers.set("strict-transport-security", "max-age=31536000");
  });
