import { readFileSync } from "node:fs";
import { manifest } from "../../bots/webchat/manifest.ts";
import { openChannel } from "../../bots/webchat/channel.ts";
import { simulate, type WebchatSimulator } from "../../bots/webchat/simulator.ts";
import { signVisitor } from "../../bots/webchat/visitor.ts";
import { webhook } from "../../bots/webchat/webhook.ts";
import { type Content, type Incoming } from "../../shared/domain/message.ts";
import { NOW } from "./channel-home.ts";
import { channelSuite, type Specimen } from "./channel-suite.ts";

const VISITOR = "AbCdEfGhIjKlMnOpQrStUv";

const specimen = (name: string, updateId: string, content: Content): Specimen => {
  const incoming: Incoming = {
    channel: "webchat",
    account: "shop",
    chat: VISITOR,
    updateId,
    at: NOW,
    sender: { id: VISITOR },
    content,
  };
  const body = readFileSync(new URL(`../../bots/webchat/specimens/${name}.json`, import.meta.url), "utf8");
  return { name, body, gives: [incoming] };
};

channelSuite({
  manifest,
  webhook,
  openChannel,
  simulate,
  specimenSettings: { WEBCHAT_SECRET: "a long random text" },
  webhookSecret: "WEBCHAT_SECRET",
  sign: (_, { WEBCHAT_SECRET = "" }) => ({
    "content-type": "application/json",
    cookie: `visitor=${signVisitor(WEBCHAT_SECRET, VISITOR)}`,
  }),
  specimens: [
    specimen("typed", "ck8PwCblvJU_YxiAhZq-RP", { kind: "text", text: "cho mình 2 gói miến dong" }),
    specimen("tap", "nKO4f3kxY9mGvf2eLoq9pH", { kind: "tap", payload: "order:confirm" }),
    specimen("start", "7dOsjd2v22Cij1bLUVZLdF", { kind: "start", payload: "K7Q2M9XP" }),
  ],
  breaches: [],
  table: (simulator, table) => (simulator as WebchatSimulator).watch(table),
  exempt: {
    strangers: "a browser without a cookie is a new visitor",
    breaches: "no provider stands between the shop and the page",
    "retry-time": "a busy table names no time",
    blocking: "a visitor who wants no more just leaves",
  },
});
