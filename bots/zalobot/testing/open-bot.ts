/** The pretended Zalo Bot Platform behind a real HTTP server, and our channel in front of it. */
import { onTestFinished } from "vitest";
import { SqliteFile } from "../../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../../shared/adapters/sqlite/table.ts";
import { type Incoming } from "../../../shared/domain/message.ts";
import { type ChannelSettings } from "../../../shared/ports/channel.ts";
import { serve } from "../../../tests/contract/telegram-market.ts";
import { settableClock } from "../../../tests/fakes/clock.ts";
import { seededIds } from "../../../tests/fakes/ids.ts";
import { collectingLog } from "../../../tests/fakes/log.ts";
import { openChannel } from "../channel.ts";
import { simulate } from "../simulator.ts";
import { webhook } from "../webhook.ts";

export const CHAT = "6ede9afa66b88fe6d6a9";

export type Options = {
  settings?: ChannelSettings;
  publicUrl?: string;
  instead?: (request: Request) => Response | undefined;
};

/** `instead` answers in Zalo's place where it gives something. One person has written already. */
export async function openBot({ settings = {}, publicUrl = "http://localhost:3000", instead }: Options = {}) {
  const clock = settableClock();
  const log = collectingLog();
  const inbox: Incoming[] = [];
  const root = await serve((request) => instead?.(request) ?? simulator.handle(request));
  const simulator = simulate({
    apiRoot: `${root}/simulator/zalobot/api`,
    clock,
    ids: seededIds(),
    deliver: (path, headers, body) => {
      const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const verdict = webhook({ method: "POST", path, headers: lowered, body }, simulator.settings, clock.now());
      if (verdict.kind === "accepted") inbox.push(...verdict.incoming);
      return Promise.resolve(verdict.kind === "rejected" ? verdict.status : 200);
    },
  });
  const file = new SqliteFile({ path: ":memory:" });
  onTestFinished(() => file.close());
  const table = new SqliteTable(file, clock);
  const channel = openChannel({
    settings: { ...simulator.settings, ...settings },
    fetch,
    table,
    clock,
    log,
    publicUrl,
  });
  const person = simulator.person(CHAT, "Nông Mai");
  await person.say("xin chào");
  inbox.length = 0;
  return { channel, simulator, person, inbox, log, clock, root, heard: () => person.messages().slice(1) };
}
