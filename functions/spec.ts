/** What a function of the program is: plain data that both homes are built from. */
import { type EventName } from "../events/index.ts";
import { assistantManifest } from "../shared/ports/assistant.ts";
import { bankManifests } from "../shared/ports/payments.ts";
import { type QueueName } from "../shared/ports/queue.ts";

export type Route = { readonly method: "GET" | "POST" | "ANY"; readonly path: string };

export type Trigger =
  | { readonly on: "http"; readonly routes: readonly Route[] }
  | { readonly on: "queue"; readonly queue: QueueName }
  | { readonly on: "events"; readonly events: readonly EventName[] }
  /** Inserts of outbox items in the table's stream. */
  | { readonly on: "outbox" }
  | { readonly on: "schedule"; readonly everyMinutes: number };

/** What a function may touch; infra turns each into exactly the actions and keys it stands for. */
export type Permission =
  | "table:read"
  | "table:write"
  | "inbox:send"
  | "bus:publish"
  | "catalogue:read"
  | "catalogue:write"
  | "photos:read"
  | "photos:write";

export type FunctionSpec = {
  readonly name: string;
  /** Path from the root of the repository to the file that exports `handler`. */
  readonly entry: string;
  /** For receive-*: the channel whose webhook the entry is given. */
  readonly channel?: string;
  readonly trigger: Trigger;
  readonly permissions: readonly Permission[];
  /** Channels whose settings and secrets it needs: "all" or none but its own. */
  readonly channels: "all" | "own" | "none";
  /** "asks": may use the language model, where one is configured. "tells": only has to know whether one is. */
  readonly model?: "asks" | "tells";
  /** It hears of money that came in, and so has to know the secrets of those who tell of it. */
  readonly hearsBanks?: true;
  readonly memoryMb: number;
  readonly timeoutS: number;
  /** Ceiling of the minified bundle, asserted by a test. */
  readonly bundleKb: number;
};

// What follows the stack and the function that runs in it must agree on.

/** After so many deliveries a message is put aside. */
export const MAX_RECEIVES = 5;

export const QUEUES: readonly QueueName[] = ["inbox", "broadcasts"];
/** First folders of blob keys, each a bucket of its own. */
export const FOLDERS = ["photos", "catalogue"] as const;

export const TABLE_VARIABLE = "TABLE_NAME";
export const BUS_VARIABLE = "BUS_NAME";
export const URL_VARIABLE = "PUBLIC_URL";
export const SHOP_VARIABLE = "SHOP_NAME";

/** The variable that holds the address of a queue, the name of a bucket, the ARN of a channel's secret. */
export const queueVariable = (queue: QueueName): string => `${queue.toUpperCase()}_QUEUE_URL`;
export const bucketVariable = (folder: (typeof FOLDERS)[number]): string => `${folder.toUpperCase()}_BUCKET`;
export const secretVariable = (channel: string): string => `${channel.toUpperCase()}_SECRET_ARN`;

const VARIABLES: Readonly<Record<Permission, string>> = {
  "table:read": TABLE_VARIABLE,
  "table:write": TABLE_VARIABLE,
  "inbox:send": queueVariable("inbox"),
  "bus:publish": BUS_VARIABLE,
  "catalogue:read": bucketVariable("catalogue"),
  "catalogue:write": bucketVariable("catalogue"),
  "photos:read": bucketVariable("photos"),
  "photos:write": bucketVariable("photos"),
};

/** The channels whose settings and secret a function is given. */
export const channelsOf = <Channel extends { readonly name: string }>(
  { channel, channels }: FunctionSpec,
  list: readonly Channel[],
): readonly Channel[] => {
  if (channels === "all") return list;
  return channels === "own" ? list.filter(({ name }) => name === channel) : [];
};

/** Whose secrets a function may read: its channels', the model's where it asks it, those of banks where it hears them. */
export const secretsOf = <Channel extends { readonly name: string }>(
  spec: FunctionSpec,
  list: readonly Channel[],
): readonly { readonly name: string }[] => [
  ...channelsOf(spec, list),
  ...(spec.model === "asks" ? [assistantManifest] : []),
  ...(spec.hearsBanks ? bankManifests : []),
];

/** What a function finds in its environment for certain; settings of channels that are no secrets may stand beside it. */
export function variablesOf(spec: FunctionSpec, list: readonly { readonly name: string }[]): readonly string[] {
  const whole = needsApp(spec) ? [TABLE_VARIABLE, URL_VARIABLE, SHOP_VARIABLE] : [];
  const permitted = spec.permissions.map((permission) => VARIABLES[permission]);
  const secrets = secretsOf(spec, list).map(({ name }) => secretVariable(name));
  return [...new Set([...whole, ...permitted, ...secrets])].sort();
}

/** Doors and the outbox work with less. */
export const needsApp = ({ trigger, channel }: FunctionSpec): boolean =>
  trigger.on !== "outbox" && channel === undefined;
