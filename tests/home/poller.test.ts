/** Channels that are asked for messages: each message reaches the inbox once, in its conversation's group. */
import { afterEach, expect, it } from "vitest";
import { onQueue } from "../../functions/reaction.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type Channel, type ChannelManifest } from "../../shared/ports/channel.ts";
import { MORNING } from "../fakes/clock.ts";
import { type TestHome, openTestHome } from "./open-test-home.ts";

const homes: TestHome[] = [];
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close();
});

const manifest: ChannelManifest = {
  name: "telegram",
  title: "Telegram",
  chat: true,
  settings: [],
  limits: { text: 1, caption: 1, buttons: 1, buttonTitle: 1, payloadBytes: 1 },
  abilities: { photos: false, links: false, askContact: false, polling: true },
};

const said = (chat: string, updateId: string): Incoming => ({
  channel: "telegram",
  account: "7",
  chat,
  updateId,
  at: MORNING as Incoming["at"],
  sender: { id: chat },
  content: { kind: "text", text: updateId },
});

/** Gives these batches, then waits until it is stopped. */
function polled(batches: (readonly Incoming[])[]): Channel {
  return {
    manifest,
    account: "7",
    chatLink: () => "",
    send: () => Promise.reject(new Error("Nothing is sent here")),
    poll: (_waitMs, signal) => {
      const batch = batches.shift();
      if (batch) return Promise.resolve(batch);
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          resolve([]);
        });
      });
    },
  };
}

async function start(channel: Channel, heard: unknown[], polling: boolean) {
  const home = await openTestHome(
    [
      {
        name: "converse",
        trigger: { on: "queue", queue: "inbox" },
        reaction: onQueue((_app, { group, body }) => {
          heard.push([group, (body as Incoming).updateId]);
          return Promise.resolve();
        }),
      },
    ],
    {
      polling,
      channels: [{ ...manifest, load: () => Promise.resolve({ openChannel: () => channel }) }],
      channelSettings: { telegram: {} },
    },
  );
  homes.push(home);
  return home;
}

it("brings what the provider gives to the inbox, a repeated one once, and stops when the home does", async () => {
  const heard: unknown[] = [];
  const home = await start(
    polled([
      [said("1", "a"), said("2", "b")],
      [said("1", "a"), said("1", "c")],
    ]),
    heard,
    true,
  );
  home.start();
  while (heard.length < 3) await new Promise(setImmediate);
  await home.stop();
  await home.settle();
  expect(heard.toSorted()).toEqual([
    ["telegram:7:1", "a"],
    ["telegram:7:1", "c"],
    ["telegram:7:2", "b"],
  ]);
});

it("asks no channel where webhooks reach us", async () => {
  const batches = [[said("1", "a")]];
  const home = await start(polled(batches), [], false);
  home.start();
  await new Promise(setImmediate);
  await home.stop();
  expect(batches).toHaveLength(1);
});
