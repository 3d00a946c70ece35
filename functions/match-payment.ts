/**
 * Webhooks of those who tell of money that came in: cap, verify, count it, answer. The answer waits for the commit, so
 * that a provider repeats whatever was not kept; what is proved but can't be read is kept aside and not asked for again.
 */
import { webhook as casso } from "../shared/adapters/payments/casso.ts";
import { webhook as payos } from "../shared/adapters/payments/payos.ts";
import { webhook as sepay } from "../shared/adapters/payments/sepay.ts";
import { type App } from "../shared/ports/app.ts";
import { type ChannelSettings, type WebhookRequest } from "../shared/ports/channel.ts";
import { type BankProvider, type BankVerdict, type BankWebhook } from "../shared/ports/payments.ts";
import { asideWrite } from "../shared/stores/aside.ts";
import { matchPayment } from "../shared/usecases/match-payment.ts";
import { Busy, carryOut } from "../shared/usecases/plan.ts";
import { isDeep } from "./json-depth.ts";
import { onHttp } from "./reaction.ts";
import { readBody, TOO_LARGE } from "./read-body.ts";

const WEBHOOKS: Readonly<Record<BankProvider, BankWebhook>> = { sepay, casso, payos };
const MAX_BODY_BYTES = 64 * 1024;
const MAX_DEPTH = 8;

export const handler = onHttp(async (app, request) => {
  const provider = new URL(request.url).pathname.split("/").at(-1) ?? "";
  if (request.method !== "POST" || !isProvider(provider)) return new Response(null, { status: 404 });
  try {
    return await answer(app, provider, request);
  } catch (error) {
    app.log.error("payment.not-kept", error, { provider });
    return new Response(null, { status: 503 });
  }
});

const isProvider = (name: string): name is BankProvider => Object.hasOwn(WEBHOOKS, name);

async function answer(app: App, provider: BankProvider, request: Request): Promise<Response> {
  const settings = (await app.bankSettings?.(provider)) ?? [];
  // A provider without its secret does not exist, so nobody can pretend to be it.
  if (settings.length === 0) return new Response(null, { status: 404 });
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === TOO_LARGE) return new Response(null, { status: 413 });
  const verdict = isDeep(body, MAX_DEPTH)
    ? ({ kind: "rejected", why: `Nested deeper than ${MAX_DEPTH} levels` } as const)
    : judge(app, WEBHOOKS[provider], { request: { headers: headersOf(request), body }, settings });
  switch (verdict.kind) {
    case "rejected":
      app.log.warn("payment.rejected", { provider, why: verdict.why });
      return new Response(null, { status: 401 });
    case "unusable":
      app.log.warn("payment.unusable", { provider, why: verdict.why, bytes: body.byteLength });
      await keepAside(app, { channel: provider, why: verdict.why, bytes: body });
      return done();
    case "accepted":
      for (const transaction of verdict.transactions) await carryOut(app, () => matchPayment(app, transaction));
      return done();
  }
}

type Asked = { request: Pick<WebhookRequest, "headers" | "body">; settings: readonly ChannelSettings[] };

/** By the newest secrets first; what they don't prove, the ones before them may. */
function judge(app: App, webhook: BankWebhook, { request, settings }: Asked): BankVerdict {
  let verdict: BankVerdict = { kind: "rejected", why: "It has no settings" };
  for (const version of settings) {
    verdict = webhook(request, version, app.clock.now());
    if (verdict.kind !== "rejected") return verdict;
  }
  return verdict;
}

const headersOf = ({ headers }: Request): Readonly<Record<string, string>> => Object.fromEntries(headers);

async function keepAside(app: App, aside: Parameters<typeof asideWrite>[1]): Promise<void> {
  const kept = await app.table.commit([asideWrite(app, aside)], { token: app.ids.random("cmt") });
  if (!kept.done) throw new Busy("The table is busy: what could not be read will be delivered again");
}

/** As SePay wants it; the others look at the status alone. */
const done = (): Response => Response.json({ success: true });
