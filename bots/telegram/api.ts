/** grammY's client of the Bot API, with this process's fetch and a timeout that a person can wait for. */
import { Api } from "grammy/web";
import { type ChannelContext } from "../../shared/ports/channel.ts";

export const DEFAULT_API_ROOT = "https://api.telegram.org";
const TIMEOUT_S = 10;
const BAD_GATEWAY = 502;

/** For long polling: how much longer than usual an answer may take, and what ends the waiting. */
type Patience = { readonly waitS: number; readonly signal: AbortSignal };

export function openApi({ settings, fetch }: Pick<ChannelContext, "settings" | "fetch">, patience?: Patience): Api {
  return new Api(tokenOf(settings), {
    apiRoot: apiRootOf(settings),
    timeoutSeconds: TIMEOUT_S + (patience?.waitS ?? 0),
    fetch: async (input: string | URL, init: RequestInit & { signal: AbortSignal }) => {
      const signal = patience ? AbortSignal.any([init.signal, patience.signal]) : init.signal;
      return asEnvelope(await fetch(input, { ...init, signal }));
    },
  });
}

export function tokenOf(settings: ChannelContext["settings"]): string {
  const token = settings["TELEGRAM_BOT_TOKEN"];
  if (!token) throw new Error("Telegram has no bot: get a token from @BotFather and set TELEGRAM_BOT_TOKEN");
  return token;
}

export const apiRootOf = (settings: ChannelContext["settings"]): string =>
  (settings["TELEGRAM_API_ROOT"] ?? DEFAULT_API_ROOT).replace(/\/+$/, "");

/** Proxies on the way answer in HTML; their status is kept, a broken success counts as a bad gateway. */
async function asEnvelope(response: Response): Promise<Response> {
  const body = await response.text();
  if (isEnvelope(body)) return new Response(body, { status: response.status });
  const status = response.ok ? BAD_GATEWAY : response.status;
  return Response.json({ ok: false, error_code: status, description: `HTTP ${status} without an answer of Telegram` });
}

function isEnvelope(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && "ok" in parsed;
  } catch {
    return false;
  }
}
