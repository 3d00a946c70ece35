/** Calls of the bot API. Its addresses hold the token, so no address, and nothing that quotes one, leaves this file. */
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { answered, type Failure, unanswered } from "./failure.ts";
import { object, text } from "./fields.ts";

const DEFAULT_ROOT = "https://bot-api.zaloplatforms.com";
const TIMEOUT_MS = 10_000;

export type Answer =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly failure: Failure };

/** For long polling: how much longer than usual an answer may take, and what ends the waiting. */
export type Patience = { readonly waitMs: number; readonly signal: AbortSignal };

export type Api = {
  call(method: string, params?: Readonly<Record<string, unknown>>, patience?: Patience): Promise<Answer>;
};

export function openApi({ settings, fetch }: Pick<ChannelContext, "settings" | "fetch">): Api {
  const token = tokenOf(settings);
  const root = (settings["ZALO_BOT_API_ROOT"] ?? DEFAULT_ROOT).replace(/\/+$/, "");
  return {
    async call(method, params = {}, patience) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS + (patience?.waitMs ?? 0));
      try {
        const response = await fetch(`${root}/bot${token}/${method}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(params),
          redirect: "error",
          signal: patience ? AbortSignal.any([timeout, patience.signal]) : timeout,
        });
        return answerOf(response, parsed(await response.text()), token);
      } catch (error) {
        return { ok: false, failure: unanswered(error) };
      }
    },
  };
}

export function tokenOf(settings: ChannelContext["settings"]): string {
  const token = settings["ZALO_BOT_TOKEN"];
  if (!token) throw new Error("There is no Zalo Bot: make one with Zalo Bot Manager and set ZALO_BOT_TOKEN");
  return token;
}

function answerOf({ status, ok }: Response, body: unknown, token: string): Answer {
  const envelope = object(body);
  if (ok && envelope?.["ok"] === true) return { ok: true, result: envelope["result"] };
  const code = envelope?.["error_code"];
  const description = text(envelope?.["description"])?.replaceAll(token, "(the token)");
  return { ok: false, failure: answered(typeof code === "number" ? code : status, description) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
