/** Calls of the Graph API. The token travels in a header, so that no address, and no log of addresses, holds it. */
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { type Failure, failureOf, unanswered } from "./failure.ts";
import { type Fields, object } from "./fields.ts";

const DEFAULT_ROOT = "https://graph.facebook.com/v25.0";
const TIMEOUT_MS = 15_000;

export type Answered =
  { readonly done: true; readonly fields: Fields } | { readonly done: false; readonly failure: Failure };

export type Graph = {
  readonly page: string;
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body: URLSearchParams | FormData): Promise<Answered>;
};

export function openGraph({ settings, fetch }: Pick<ChannelContext, "settings" | "fetch">): Graph {
  const page = required(settings["FACEBOOK_PAGE_ID"], "FACEBOOK_PAGE_ID");
  const token = required(settings["FACEBOOK_PAGE_TOKEN"], "FACEBOOK_PAGE_TOKEN");
  const root = (settings["FACEBOOK_GRAPH_ROOT"] ?? DEFAULT_ROOT).replace(/\/+$/, "");

  async function call(path: string, init: RequestInit): Promise<Answered> {
    try {
      const response = await fetch(`${root}/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}` },
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return answerOf(response, parsed(await response.text()));
    } catch (error) {
      return { done: false, failure: unanswered(error) };
    }
  }

  return {
    page,
    get: (path, query = {}) => call(`${path}?${new URLSearchParams(query).toString()}`, { method: "GET" }),
    post: (path, body) => call(path, { method: "POST", body }),
  };
}

function answerOf(response: Response, body: unknown): Answered {
  const fields = object(body);
  if (response.ok && fields && fields["error"] === undefined) return { done: true, fields };
  return { done: false, failure: failureOf(response, body) };
}

function required(value: string | undefined, name: string): string {
  if (!value) throw new Error(`The Facebook Page can't be opened without ${name}: set it`);
  return value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
