/** Every function and its trigger. Importing this list loads none of them. */
import { channels } from "../bots/index.ts";
import { bankManifests } from "../shared/ports/payments.ts";
import { type FunctionSpec } from "./spec.ts";

/** One per channel that can be talked on through a webhook: verify, enqueue, answer. */
const receivers: readonly FunctionSpec[] = channels.flatMap(({ name, webhook }) =>
  webhook
    ? [
        {
          name: `receive-${name}`,
          entry: "functions/receive.ts",
          channel: name,
          trigger: { on: "http", routes: [webhook] },
          permissions: ["inbox:send"],
          channels: "own",
          memoryMb: 256,
          timeoutS: 5,
          bundleKb: 60,
        } as const,
      ]
    : [],
);

export const functions: readonly FunctionSpec[] = [
  ...receivers,
  {
    name: "converse",
    entry: "functions/converse.ts",
    trigger: { on: "queue", queue: "inbox" },
    permissions: ["table:read", "table:write", "catalogue:read", "photos:write"],
    channels: "all",
    model: "asks",
    memoryMb: 512,
    timeoutS: 20,
    bundleKb: 720,
  },
  {
    name: "publish-events",
    entry: "functions/publish-events.ts",
    trigger: { on: "outbox" },
    permissions: ["bus:publish"],
    channels: "none",
    memoryMb: 256,
    timeoutS: 30,
    bundleKb: 500,
  },
  {
    name: "refresh-catalogue",
    entry: "functions/refresh-catalogue.ts",
    trigger: {
      on: "events",
      events: [
        "product.published",
        "product.changed",
        "order.placed",
        "order.cancelled",
        "parcel.declined",
        "fair.announced",
        "fair.changed",
      ],
    },
    permissions: ["table:read", "table:write", "catalogue:read", "catalogue:write"],
    channels: "none",
    memoryMb: 256,
    timeoutS: 30,
    bundleKb: 500,
  },
  {
    name: "draft-promotion",
    entry: "functions/draft-promotion.ts",
    trigger: { on: "events", events: ["product.published", "fair.announced", "catalogue.extended"] },
    permissions: ["table:read", "table:write"],
    channels: "all",
    memoryMb: 256,
    timeoutS: 30,
    bundleKb: 500,
  },
  {
    name: "post-promotion",
    entry: "functions/post-promotion.ts",
    trigger: { on: "events", events: ["promotion.approved", "post.submitted", "post.delayed"] },
    permissions: ["table:read", "table:write", "photos:read"],
    channels: "all",
    memoryMb: 256,
    timeoutS: 60,
    bundleKb: 500,
  },
  {
    name: "tell-people",
    entry: "functions/tell-people.ts",
    trigger: {
      on: "events",
      events: [
        "order.placed",
        "order.cancelled",
        "parcel.accepted",
        "parcel.declined",
        "conversation.handed-over",
        "conversation.continued",
        "conversation.answered",
        "conversation.idle",
        "reply.delayed",
        "lead.captured",
        "notice.delayed",
        "notice.overdue",
        "payment.received",
        "payment.mismatched",
        "payment.exceeded",
        "payment.returned",
        "payment.claimed",
      ],
    },
    permissions: ["table:read", "table:write"],
    channels: "all",
    memoryMb: 256,
    timeoutS: 60,
    bundleKb: 500,
  },
  {
    name: "match-payment",
    entry: "functions/match-payment.ts",
    trigger: {
      on: "http",
      routes: bankManifests.map(({ name }) => ({ method: "POST", path: `/webhooks/payments/${name}` })),
    },
    permissions: ["table:read", "table:write"],
    channels: "none",
    hearsBanks: true,
    memoryMb: 256,
    timeoutS: 10,
    bundleKb: 500,
  },
  {
    name: "tick",
    entry: "functions/tick.ts",
    trigger: { on: "schedule", everyMinutes: 1 },
    permissions: ["table:read", "table:write"],
    channels: "all",
    memoryMb: 256,
    timeoutS: 50,
    bundleKb: 500,
  },
  {
    name: "serve-web",
    entry: "functions/serve-web.ts",
    trigger: {
      on: "http",
      // What follows the slash is to be something: the first page is a route of its own.
      routes: [
        { method: "ANY", path: "/" },
        { method: "ANY", path: "/{proxy+}" },
      ],
    },
    permissions: ["table:read", "table:write", "catalogue:read", "photos:read"],
    channels: "all",
    model: "tells",
    memoryMb: 512,
    timeoutS: 10,
    bundleKb: 900,
  },
];
