/** What every channel promises about sending: each outcome is called by its right name, and nothing is said twice. */
import { describe, expect, it } from "vitest";
import { type Fault } from "../../shared/ports/simulator.ts";
import { type ChannelUnderTest, type Home, openHome, promise, textsOf } from "./channel-home.ts";

const CHAT = "900001";
const LONG = Array.from({ length: 500 }, (_, place) => `${place + 1}. Hạt dẻ Trùng Khánh, 1 kg × 120.000 đ`).join("\n");

export function sendingPromises(entry: ChannelUnderTest): void {
  describe("its sending", () => {
    faultPromises(entry);
    resumptionPromises(entry);
  });
}

/** Sends one line while the provider plays this fault: what the channel makes of it, and what the person saw. */
async function sendDuring(entry: ChannelUnderTest, fault: Fault) {
  const home = openHome(entry);
  const person = await home.person(CHAT);
  home.simulator.fault(fault);
  const sent = await home.channel.send(CHAT, { text: "Dạ còn hàng ạ" });
  return { sent, seen: textsOf(person), again: () => home.channel.send(CHAT, { text: "Dạ còn hàng ạ" }), person };
}

function faultPromises(entry: ChannelUnderTest): void {
  it("says that it was sent, with the provider's reference", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    const sent = await home.channel.send(CHAT, { text: "Dạ còn hàng ạ" });
    expect(sent).toMatchObject({ outcome: "sent", parts: 1 });
    expect(sent.outcome === "sent" && sent.ref).not.toBe("");
    expect(textsOf(person)).toEqual(["Dạ còn hàng ạ"]);
  });

  it("says later when the provider has had too much, and works again afterwards", async () => {
    const { sent, seen, again } = await sendDuring(entry, { kind: "rate-limited", retryAfterS: 17 });
    expect({ outcome: sent.outcome, parts: sent.parts, seen }).toEqual({ outcome: "later", parts: 0, seen: [] });
    expect(sent.outcome === "later" && sent.retryAfterMs).toBeGreaterThan(0);
    expect(await again()).toMatchObject({ outcome: "sent" });
  });

  promise(entry, "retry-time", "says how long the provider asks to wait", async () => {
    const { sent } = await sendDuring(entry, { kind: "rate-limited", retryAfterS: 17 });
    expect(sent).toMatchObject({ outcome: "later", retryAfterMs: 17_000 });
  });

  promise(
    entry,
    "blocking",
    "says refused to a person who blocked us, and sends again once they allow it",
    async () => {
      const home = openHome(entry);
      const person = await home.person(CHAT);
      await person.block(true);
      expect(await home.channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "refused", parts: 0 });
      await person.block(false);
      expect(await home.channel.send(CHAT, { text: "Dạ" })).toMatchObject({ outcome: "sent", parts: 1 });
      expect(textsOf(person)).toEqual(["Dạ"]);
    },
  );

  it.each(["lost-before", "server-error"] as const)("never says sent after %s", async (kind) => {
    const { sent, seen } = await sendDuring(entry, { kind });
    expect(["later", "unknown"]).toContain(sent.outcome);
    expect({ parts: sent.parts, seen }).toEqual({ parts: 0, seen: [] });
  });

  it("says unknown when the provider took it and its answer was lost", async () => {
    const { sent, seen } = await sendDuring(entry, { kind: "lost-after" });
    expect(sent).toMatchObject({ outcome: "unknown", parts: 0 });
    expect(seen).toEqual(["Dạ còn hàng ạ"]);
  });

  it("gives no secret and nothing of the message away in what it says of a failure", async () => {
    const home = openHome(entry);
    await home.person(CHAT);
    const secrets = entry.manifest.settings
      .filter(({ secret }) => secret)
      .flatMap(({ name }) => home.simulator.settings[name] ?? []);
    for (const kind of ["lost-before", "lost-after", "server-error"] as const) {
      home.simulator.fault({ kind });
      const said = JSON.stringify(await home.channel.send(CHAT, { text: "Dạ còn hàng ạ" }));
      expect([...secrets, "còn hàng"].filter((word) => said.includes(word))).toEqual([]);
    }
  });
}

function resumptionPromises(entry: ChannelUnderTest): void {
  it("goes on from the part it was stopped at, without repeating the parts before", async () => {
    const whole = openHome(entry);
    const reader = await whole.person(CHAT);
    const { parts } = await whole.channel.send(CHAT, { text: LONG });

    const home = openHome(entry);
    const person = await home.person(CHAT);
    stopAfterFirst(home);
    const stopped = await home.channel.send(CHAT, { text: LONG });
    expect(stopped).toMatchObject({ outcome: "later", parts: 1 });
    expect(textsOf(person)).toEqual(textsOf(reader).slice(0, 1));
    const resumed = await home.channel.send(CHAT, { text: LONG }, { from: stopped.parts });
    expect(resumed).toMatchObject({ outcome: "sent", parts });
    expect(textsOf(person)).toEqual(textsOf(reader));
  });

  it("sends nothing when every part was sent before", async () => {
    const home = openHome(entry);
    const person = await home.person(CHAT);
    const { parts } = await home.channel.send(CHAT, { text: LONG });
    const before = textsOf(person);
    expect(await home.channel.send(CHAT, { text: LONG }, { from: parts })).toMatchObject({ outcome: "sent", parts });
    expect(textsOf(person)).toEqual(before);
  });
}

/** The provider has had too much once the first part is there. */
function stopAfterFirst(home: Home): void {
  let stopped = false;
  const { simulator } = home;
  home.watch = () => {
    if (stopped || textsOf(simulator.person(CHAT)).length === 0) return;
    stopped = true;
    simulator.fault({ kind: "rate-limited", retryAfterS: 5 });
  };
}
