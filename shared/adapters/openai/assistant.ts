/**
 * A model behind Chat Completions: OpenAI's, or a server of one's own (Ollama, llama.cpp, vLLM). Plain fetch.
 * Whatever goes wrong is an answer of "none"; neither what was asked nor what was answered is logged.
 */
import { millis } from "../../domain/time.ts";
import { type Assistant, type AssistantSettings, type ModelAnswer, type NoProposal } from "../../ports/assistant.ts";
import { type Clock } from "../../ports/clock.ts";
import { type Log } from "../../ports/log.ts";
import { networkFailureOf } from "../../ports/network-failure.ts";
import { readProposal, requestBody } from "./prompt.ts";

export type AssistantContext = {
  readonly settings: AssistantSettings;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** A signal that fires after so many milliseconds; AbortSignal.timeout but in tests. */
  readonly timeout?: (milliseconds: number) => AbortSignal;
};

/** In all, a second try and the reading of the answer included. */
export const BUDGET_MS = 8000;
/** With less left than this a second try would be in vain. */
const WORTH_A_TRY_MS = 2000;
/**
 * Messages of one chat wait for each other, five in a batch at most, and a function has 20 s for it: after an answer
 * slower than this, or none, the model is left alone for a while. Four of 2 s and one of 8 s fit.
 */
const SLOW_MS = 2000;
const REST_MS = 30_000;
/** More would hold up the conversations behind them. */
const MOST_AT_ONCE = 4;
const MOST_BYTES = 64 * 1024;

/** `again`: a second try may help. */
type Failure = { readonly why: NoProposal; readonly code: string; readonly again: boolean };
type Reply = { readonly body: string } | Failure;

const none = (why: NoProposal): ModelAnswer => ({ outcome: "none", why });

export function openAssistant(context: AssistantContext): Assistant {
  const { clock, log, timeout = (milliseconds: number) => AbortSignal.timeout(milliseconds) } = context;
  let asking = 0;
  let restsUntil = 0;
  const now = () => millis(clock.now());

  const propose: Assistant["propose"] = async (question) => {
    if (asking >= MOST_AT_ONCE || now() < restsUntil) return none("not-asked");
    const began = now();
    asking += 1;
    try {
      const body = requestBody(context.settings.model, question);
      const reply = await askTwice(context, { body, signal: timeout(BUDGET_MS), until: began + BUDGET_MS });
      const answer = "body" in reply ? answerOf(reply.body) : none(reply.why);
      const ms = now() - began;
      if (ms > SLOW_MS || "why" in reply) restsUntil = now() + REST_MS;
      log.info("assistant.asked", {
        outcome: answer.outcome === "none" ? answer.why : "proposal",
        ms,
        ...("code" in reply ? { code: reply.code } : {}),
      });
      return answer;
    } finally {
      asking -= 1;
    }
  };

  return { propose, diagnose: () => diagnose(context, timeout(BUDGET_MS)) };
}

function answerOf(body: string): ModelAnswer {
  const proposal = readProposal(body);
  if (proposal === undefined) return none("nonsense");
  return proposal === null ? none("none") : { outcome: "proposal", proposal };
}

type Asked = { readonly body: string; readonly signal: AbortSignal; readonly until: number };

async function askTwice(context: AssistantContext, asked: Asked): Promise<Reply> {
  const first = await ask(context, asked);
  if ("body" in first || !first.again || asked.signal.aborted) return first;
  return asked.until - millis(context.clock.now()) < WORTH_A_TRY_MS ? first : ask(context, asked);
}

async function ask({ settings, fetch }: AssistantContext, { body, signal }: Omit<Asked, "until">): Promise<Reply> {
  const { baseUrl, apiKey } = settings;
  try {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body,
      signal,
      // A redirect would take the key and the message to another host.
      redirect: "manual",
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { why: "no-answer", code: `HTTP ${response.status}`, again: response.status >= 500 };
    }
    return await capped(response);
  } catch (error) {
    return { why: "no-answer", code: signal.aborted ? "too late" : networkFailureOf(error).code, again: true };
  }
}

async function capped(response: Response): Promise<Reply> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | undefined = response.body ?? undefined;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > MOST_BYTES) return { why: "nonsense", code: "too long", again: false };
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks).toString("utf8") };
}

/** Asks a question of its own, in which nothing is of a customer. */
async function diagnose(context: AssistantContext, signal: AbortSignal): Promise<readonly string[]> {
  const { baseUrl, model } = context.settings;
  const products = [{ ref: 1, name: "Miến dong", units: ["gói"] }];
  const body = requestBody(model, { message: "2 gói miến dong", products });
  const reply = await ask(context, { body, signal });
  const place = new URL(baseUrl).host;
  if ("body" in reply) {
    return readProposal(reply.body) === undefined
      ? [`"${model}" at ${place} answers, but not in the form asked for: take another model (OPENAI_MODEL).`]
      : [];
  }
  return [`"${model}" at ${place} gave no answer (${reply.code}). ${CURES[reply.code] ?? OTHERWISE}`];
}

const CURES: Readonly<Record<string, string>> = {
  "HTTP 401": "The key is refused: set a valid OPENAI_API_KEY.",
  "HTTP 403": "The key may not use it: look at the account, or take another model (OPENAI_MODEL).",
  "HTTP 404": "There is no such model or address: see OPENAI_MODEL and OPENAI_BASE_URL.",
  "HTTP 429": "The account is out of quota or too busy: look at its limits and its credit.",
  ECONNREFUSED: "Nobody listens there: start the server, or mend OPENAI_BASE_URL.",
};
const OTHERWISE =
  "See that OPENAI_BASE_URL can be reached from here. Without an answer the shop works as without a model.";
