/** What every channel's webhook promises: it believes only what is proved, reads exactly, and never throws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChannelSettings, type Verdict } from "../../shared/ports/channel.ts";
import { type ChannelUnderTest, type Home, NOW, openHome, promise, type Specimen } from "./channel-home.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a program makes of a secret that is not there. */
const GUESSES = ["undefined", "null", "", " ", "0", "NaN", "false", "[object Object]"];

type Headers = Readonly<Record<string, string>>;

/** The entry's webhook on one request; header names in lower case, as the port says. */
const judge = (
  entry: ChannelUnderTest,
  body: Uint8Array,
  headers: Headers,
  settings: ChannelSettings = entry.specimenSettings,
): Verdict =>
  entry.webhook(
    {
      method: "POST",
      path: entry.manifest.webhook?.path ?? "/",
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      body,
    },
    settings,
    NOW,
  );

const signed = (entry: ChannelUnderTest, body: Uint8Array): Verdict =>
  judge(entry, body, entry.sign(body, entry.specimenSettings));

export function webhookPromises(entry: ChannelUnderTest): void {
  describe("its webhook", () => {
    forgeryPromises(entry);
    readingPromises(entry);
    bodyPromises(entry);
  });
}

function forgeryPromises(entry: ChannelUnderTest): void {
  const { specimenSettings, webhookSecret, sign } = entry;
  const body = encode(usable(entry).body);
  const unproved = expect.objectContaining({ kind: "rejected", status: 401 }) as unknown;

  it("refuses a message that somebody without the secret made up, and takes nothing from it", async () => {
    const home = openHome(entry);
    const status = await home.simulator.forge("đặt 100 gói miến");
    expect({ status, inbox: home.inbox }).toEqual({ status: 401, inbox: [] });
  });

  promise(entry, "strangers", "refuses a message that nobody signed", () => {
    expect(judge(entry, body, {})).toEqual(unproved);
    return Promise.resolve();
  });

  it("refuses a message signed with another secret, of the same length or not", () => {
    const secret = specimenSettings[webhookSecret] ?? "";
    const others = [`${secret}x`, secret.slice(1), secret.slice(0, -1), `y${secret.slice(1)}`, "x"];
    const verdicts = others.map((other) =>
      judge(entry, body, sign(body, { ...specimenSettings, [webhookSecret]: other })),
    );
    expect(verdicts).toEqual(others.map(() => unproved));
  });

  for (const [state, value] of [
    ["unset", undefined],
    ["empty", ""],
  ] as const) {
    it(`refuses everything while its secret is ${state}, also a forger who signs with what an absent secret looks like`, () => {
      const settings = { ...specimenSettings, [webhookSecret]: value };
      const forged = GUESSES.map((guess) => forge(entry, body, guess)).filter((headers) => headers !== undefined);
      const genuine = sign(body, specimenSettings);
      const verdicts = [...forged, genuine].map((headers) => judge(entry, body, headers, settings));
      expect(verdicts).toEqual([...forged, genuine].map(() => unproved));
      expect(forged.length).toBeGreaterThan(3);
    });
  }
}

/** Undefined where such a secret cannot sign at all. */
function forge(entry: ChannelUnderTest, body: Uint8Array, guess: string): Headers | undefined {
  try {
    return entry.sign(body, { ...entry.specimenSettings, [entry.webhookSecret]: guess });
  } catch {
    return undefined;
  }
}

function usable({ specimens, manifest }: ChannelUnderTest): Specimen {
  const found = specimens.find(({ gives }) => gives !== "unusable" && gives.length > 0);
  if (!found) throw new Error(`The specimens of ${manifest.name} hold no message of a person: add one`);
  return found;
}

function readingPromises(entry: ChannelUnderTest): void {
  it.each(entry.specimens)("reads exactly what it should in: $name", ({ body, gives }) => {
    const verdict = signed(entry, encode(body));
    expect(verdict.kind === "accepted" ? verdict.incoming : verdict.kind).toEqual(gives);
  });

  it("gives the same update id for the same bytes, and another for other messages", async () => {
    const home = openHome(entry);
    const person = await home.person();
    await person.say("miến dong");
    const statuses = await home.simulator.redeliver(3);
    expect(statuses).toEqual([200, 200, 200]);
    expect(home.inbox.map(({ content }) => content)).toEqual([
      { kind: "text", text: "xin chào" },
      ...Array.from({ length: 4 }, () => ({ kind: "text", text: "miến dong" })),
    ]);
    const [first, ...again] = home.inbox.map(({ updateId }) => updateId);
    expect(new Set(again).size).toBe(1);
    expect(again).not.toContain(first);
  });

  it("hears what people write and press, under their own thread", async () => {
    const home = openHome(entry);
    const person = await home.person();
    await home.channel.send(person.id, { text: "Chọn đi ạ", choices: [{ label: "Miến dong", payload: "p:mien" }] });
    await person.tap("Miến dong");
    expect(home.inbox.map(({ chat }) => chat)).toEqual([person.id, person.id]);
    expect(["tap", "text"]).toContain(home.inbox.at(-1)?.content.kind);
    // Without buttons a person types the number of what they choose.
    expect(said(home)).toContain(entry.manifest.limits.buttons > 0 ? "p:mien" : "1");
  });
}

/** The last thing that was written or pressed. */
function said({ inbox }: Home): string {
  const content = inbox.at(-1)?.content;
  if (content?.kind === "tap") return content.payload;
  return content?.kind === "text" ? content.text : "";
}

function bodyPromises(entry: ChannelUnderTest): void {
  const refusals = ["unusable", "rejected"];

  it.each([
    ["empty", ""],
    ["broken", '{"update_id": 1, "mess'],
    ["no object", "[1, 2, 3]"],
    ["a bare word", "null"],
    ["65 KB of blanks", " ".repeat(65 * 1024)],
    ["30,000 brackets", "[".repeat(30_000)],
    ["a list nested 20,000 deep", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["an object nested 10,000 deep", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
  ])("takes nothing from a body that is %s, and does not throw", (_, text) => {
    const verdict = signed(entry, encode(text));
    expect(verdict.kind === "accepted" ? verdict.incoming : []).toEqual([]);
  });

  it("refuses bytes that are no UTF-8", () => {
    const whole = encode(usable(entry).body);
    const body = Uint8Array.from(whole, (byte, place) => (place === whole.length - 8 ? 0xff : byte));
    expect(refusals).toContain(signed(entry, body).kind);
  });

  it("never throws, whatever is signed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(encode), mutated(entry)), (body) => {
        expect(["accepted", ...refusals]).toContain(signed(entry, body).kind);
      }),
      { seed: 2311, numRuns: 500 },
    );
  });
}

/** Specimens with one value replaced by any other: what a provider's next version may send. */
function mutated({ specimens }: ChannelUnderTest): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...specimens), fc.nat(), fc.jsonValue({ maxDepth: 2 }))
    .map(([{ body }, place, value]) => {
      let left = place % 40;
      const replaced = JSON.stringify(JSON.parse(body), (key, old: unknown) =>
        key !== "" && left-- === 0 ? value : old,
      );
      return encode(replaced);
    });
}
