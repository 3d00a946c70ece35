/**
 * What every channel promises, needing no dialogue. A channel calls channelSuite() with its own parts from
 * tests/contract/<name>.test.ts; one that nobody talks on calls wallSuite(). Orders, redelivery to the dialogue and crashes are tried elsewhere.
 */
import { describe, expect, it } from "vitest";
import { type ChannelUnderTest, openHome, type WallUnderTest } from "./channel-home.ts";
import { sendingPromises } from "./channel-sending.ts";
import { templatePromises } from "./channel-templates.ts";
import { textPromises } from "./channel-texts.ts";
import { wallPromises } from "./channel-wall.ts";
import { webhookPromises } from "./channel-webhook.ts";

export type { Breach, ChannelUnderTest, Exempt, Specimen } from "./channel-home.ts";

export function channelSuite(entry: ChannelUnderTest): void {
  describe(`the ${entry.manifest.name} channel`, () => {
    manifestPromises(entry);
    webhookPromises(entry);
    textPromises(entry);
    sendingPromises(entry);
    templatePromises(entry);
    if (entry.manifest.wall !== undefined) wallPromises(entry);
  });
}

/** For a channel that is a wall and no chat. */
export function wallSuite(entry: WallUnderTest): void {
  describe(`the ${entry.manifest.name} wall`, () => {
    manifestPromises(entry);
    wallPromises(entry);
  });
}

function manifestPromises(entry: WallUnderTest): void {
  const { manifest } = entry;

  it("names settings in capitals, each with a cure", () => {
    const unclear = manifest.settings.filter(({ name, cure }) => !/^[A-Z][A-Z0-9_]+$/.test(name) || cure.length < 20);
    expect(unclear).toEqual([]);
  });

  it("opens with what its simulator was given, under its own manifest", () => {
    const { channel, simulator } = openHome(entry);
    const missing = manifest.settings.filter(({ name, required }) => required && !simulator.settings[name]);
    expect(missing).toEqual([]);
    expect(channel.manifest).toEqual(manifest);
    expect(channel.account).not.toBe("");
  });

  it("has the abilities that its manifest tells of", () => {
    const { channel } = openHome(entry);
    expect({ polling: channel.poll !== undefined, wall: channel.post !== undefined }).toEqual({
      polling: manifest.abilities.polling,
      wall: manifest.wall !== undefined,
    });
  });

  it("puts a code into the link that opens a chat, and gives a link without one", () => {
    const { channel } = openHome(entry);
    expect(URL.canParse(channel.chatLink("K7Q2M4XZ"))).toBe(true);
    expect(URL.canParse(channel.chatLink())).toBe(true);
  });
}
