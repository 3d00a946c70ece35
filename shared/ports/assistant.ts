/** A language model that may be asked what a message means. It proposes; only the customer decides. */
import { type ChannelManifest } from "./channel.ts";

/** Everything a model is shown: `message` without personal data, and what it may choose from. */
export type ModelQuestion = {
  readonly message: string;
  readonly products: readonly { readonly ref: number; readonly name: string; readonly units: readonly string[] }[];
};

/** "order": these are wanted. "ask": these are asked about. Nothing else can be said. */
export const PROPOSED_INTENTS = ["order", "ask"] as const;

/** Of the right form, and not yet believed: a `ref` may be of nothing, a quantity absurd. */
export type ModelProposal = {
  readonly intent: (typeof PROPOSED_INTENTS)[number];
  readonly items: readonly { readonly ref: number; readonly quantity: number | null; readonly unit: string | null }[];
};

export type NoProposal =
  /** Nobody to ask, or not now: no model is configured, it rests after trouble, too many are asking. */
  | "not-asked"
  /** Too late, unreachable, or an error of the server. */
  | "no-answer"
  /** An answer in no form that we know. */
  | "nonsense"
  /** The model says that it does not know either. */
  | "none";

export type ModelAnswer =
  { readonly outcome: "proposal"; readonly proposal: ModelProposal } | { readonly outcome: "none"; why: NoProposal };

export interface Assistant {
  /** Answers within 8 s in all, and never rejects. */
  propose(question: ModelQuestion): Promise<ModelAnswer>;
  /** What is wrong, in words with a cure; [] when it answers. */
  diagnose(): Promise<readonly string[]>;
}

export type AssistantSettings = {
  /** "https://api.openai.com/v1", without a slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  /** A server of one's own may want none. */
  readonly apiKey?: string;
};

const KEY_CURE =
  "Make a key at platform.openai.com, or leave it out for a model on a server of your own (OPENAI_BASE_URL).";

/** A key and what people write go there: https, or plain http to a machine of one's own. */
const SAFE_ADDRESS =
  /^(?:https:\/\/[^\s/@?#]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|[a-z][a-z0-9-]*|[a-z0-9.-]+\.(?:local|lan|internal))(?::\d{1,5})?)(?:\/[^\s?#@]*)?$/i;

/** Settings of the model: all may be unset, and then nobody is asked. */
export const assistantManifest: Pick<ChannelManifest, "name" | "title" | "settings"> = {
  name: "openai",
  title: "The language model",
  settings: [
    {
      name: "OPENAI_API_KEY",
      secret: true,
      required: false,
      pattern: { matches: /^[\x21-\x7e]+$/, looks: "letters and signs without spaces" },
      cure: KEY_CURE,
    },
    {
      name: "OPENAI_BASE_URL",
      secret: false,
      required: false,
      pattern: { matches: SAFE_ADDRESS, looks: "an https address, or http on a network of your own" },
      cure: "Set where Chat Completions are served, such as http://localhost:11434/v1, or leave it out for OpenAI.",
    },
    {
      name: "OPENAI_MODEL",
      secret: false,
      required: false,
      pattern: { matches: /^[\w.:/@-]{1,100}$/, looks: "a model's name" },
      cure: "Set the name of a small model that the account or the server has, or leave it out.",
    },
  ],
};
