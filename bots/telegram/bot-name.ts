/** The bot's name, which its links are made of: set, else remembered, else kept in the table, else asked for. */
import { randomUUID } from "node:crypto";
import { type Api } from "grammy/web";
import { DAY, millis, SECOND } from "../../shared/domain/time.ts";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { type Key, put } from "../../shared/ports/table.ts";
import { failureOf } from "./failure.ts";

/** A bot is seldom renamed, and then its old links lead nowhere: it is asked again after this time. */
const KEPT_MS = 7 * DAY;

export type BotName = {
  readonly known: () => string | undefined;
  readonly hear: (name: string) => void;
  /** Throws what the Bot API client throws. */
  readonly learn: () => Promise<void>;
  /** The same, but a failure is only logged: links to the shop's own pages do as well. */
  readonly tryToLearn: () => Promise<void>;
};

export function openBotName(api: Api, context: ChannelContext, account: string): BotName {
  let name = context.settings["TELEGRAM_BOT_USERNAME"]?.replace(/^@/, "");
  const learn = async (): Promise<void> => {
    name ??= (await keptName(context, account)) ?? (await askedName(api, context, account));
  };
  return {
    known: () => name,
    hear: (told) => {
      name ??= told;
    },
    learn,
    async tryToLearn() {
      try {
        await learn();
      } catch (error) {
        context.log.warn("telegram.name-not-learned", { why: failureOf(error).why });
      }
    },
  };
}

/** One item a bot: read once a process, written once a week. */
const keyOf = (account: string): Key => ({ pk: `telegram#${account}`, sk: "name" });

async function keptName({ table }: ChannelContext, account: string): Promise<string | undefined> {
  const name = (await table.get(keyOf(account)))?.["name"];
  return typeof name === "string" ? name : undefined;
}

async function askedName(api: Api, { table, clock }: ChannelContext, account: string): Promise<string> {
  const { username: name } = await api.getMe();
  const expiresAt = Math.ceil((millis(clock.now()) + KEPT_MS) / SECOND);
  // Where the table is too busy to keep it, the next process asks for itself.
  await table.commit([put({ ...keyOf(account), name, expiresAt }, "any")], { token: randomUUID() });
  return name;
}
