/** What a channel that sends templates promises about them: each outcome by its right name, and nothing personal in what it says of it. */
import { describe, expect, it } from "vitest";
import { type Phone } from "../../shared/domain/phone.ts";
import { type Sent, type TemplateNotice, type TemplateRecipient } from "../../shared/ports/channel.ts";
import { type Fault } from "../../shared/ports/simulator.ts";
import { type ChannelUnderTest, type Home, openHome, textsOf } from "./channel-home.ts";

const CHAT = "900001";
const STRANGER = "0978123456" as Phone;

export const NOTICE: TemplateNotice = {
  form: "parcel",
  id: "placed:K7Q2M4XZ",
  code: "K7Q2M4XZ",
  status: "Đơn mới, chờ bạn nhận",
  goods: "Miến dong và 2 món khác",
  amount: "140.000 đ",
};

export function templatePromises(entry: ChannelUnderTest): void {
  describe("its templates", () => {
    const promise = (name: string, run: (home: Templates) => Promise<void>): void => {
      it(name, async (context) => {
        const home = await openTemplates(entry);
        context.skip(home === undefined, `${entry.manifest.title} sends no templates`);
        if (home) await run(home);
      });
    };

    promise("reach a chat, as often as asked", async ({ send, seen }) => {
      const sent = [await send({ chat: CHAT }), await send({ chat: CHAT })];
      expect(sent).toMatchObject([{ outcome: "sent" }, { outcome: "sent" }]);
      expect(seen().map((text) => text.includes(NOTICE.code))).toEqual([true, true]);
    });

    for (const [fault, outcomes, arrived] of FAULTS)
      promise(`say no more than they know after ${fault.kind}`, async ({ home, send, seen }) => {
        home.simulator.fault(fault);
        expect(outcomes).toContain((await send({ chat: CHAT })).outcome);
        expect(seen()).toHaveLength(arrived);
      });

    promise("are refused for a phone that the provider does not know, and do not name it", async ({ send }) => {
      const sent = await send({ phone: STRANGER });
      expect(sent.outcome).toBe("refused");
      expect(JSON.stringify(sent)).not.toContain(STRANGER.slice(1));
    });
  });
}

const FAULTS: readonly (readonly [Fault, outcomes: readonly Sent["outcome"][], arrived: number])[] = [
  [{ kind: "rate-limited", retryAfterS: 5 }, ["later"], 0],
  [{ kind: "lost-before" }, ["later", "unknown"], 0],
  [{ kind: "server-error" }, ["later", "unknown"], 0],
  [{ kind: "lost-after" }, ["unknown"], 1],
];

type Templates = {
  readonly home: Home;
  readonly send: (to: TemplateRecipient) => Promise<Sent>;
  readonly seen: () => readonly string[];
};

/** Undefined where the channel has none. */
async function openTemplates(entry: ChannelUnderTest): Promise<Templates | undefined> {
  const home = openHome(entry);
  const { channel } = home;
  if (!channel.sendTemplate) return undefined;
  const person = await home.person(CHAT);
  const send = async (to: TemplateRecipient): Promise<Sent> =>
    (await channel.sendTemplate?.(to, NOTICE)) ?? { outcome: "refused", why: "none" };
  return { home, send, seen: () => textsOf(person) };
}
