/** What every wall promises: a post stands there once or not at all, and what became of it is called by its right name. */
import { describe, expect, it } from "vitest";
import { type Channel, type Posted } from "../../shared/ports/channel.ts";
import { type Fault } from "../../shared/ports/simulator.ts";
import { openHome, type WallUnderTest } from "./channel-home.ts";

const COPY = {
  title: "Miến dong Tân Việt Á",
  text: "[QC] Miến dong Tân Việt Á, gói 500 g, 85.000 đ. Bên bán: HTX Tân Việt Á.",
  link: { label: "Đặt hàng", url: "https://chophien.test/d/K7Q2M4XZ" },
};
const PHOTO = "https://chophien.test/photos/mien.jpg";

export function wallPromises(entry: WallUnderTest): void {
  describe("its wall", () => {
    showingPromises(entry);
    lossPromises(entry);
  });
}

/** Asks a wall that works on a post until it says what became of it. */
async function settled(channel: Channel, posted: Posted, tries = 5): Promise<Posted> {
  if (posted.outcome !== "submitted" || !channel.check || tries === 0) return posted;
  return settled(channel, await channel.check(posted.ref), tries - 1);
}

async function post(channel: Channel, more: { photo?: string } = {}): Promise<Posted | undefined> {
  const posted = await channel.post?.({ ...COPY, ...more });
  return posted && settled(channel, posted);
}

async function postDuring(entry: WallUnderTest, fault: Fault) {
  const { channel, simulator } = openHome(entry);
  simulator.fault(fault);
  return { posted: await post(channel), shown: simulator.wall().length, again: () => post(channel), simulator };
}

function showingPromises(entry: WallUnderTest): void {
  it.each([
    ["without a picture", {}],
    ["with its picture", { photo: PHOTO }],
  ])("shows what the copy says, with the link, %s", async (_, more) => {
    const { channel, simulator } = openHome(entry);
    expect(await post(channel, more)).toMatchObject({ outcome: "posted" });
    const [posted, ...others] = simulator.wall();
    expect(others).toEqual([]);
    expect(posted?.text).toContain("[QC] Miến dong Tân Việt Á");
    expect(JSON.stringify(posted)).toContain(COPY.link.url);
    if ("photo" in more) expect(posted?.photo).toBe(PHOTO);
  });
}

function lossPromises(entry: WallUnderTest): void {
  it("finds a post again whose answer was lost, or calls it unknown; never is it there twice", async () => {
    const { posted, shown } = await postDuring(entry, { kind: "lost-after" });
    expect(["posted", "unknown"]).toContain(posted?.outcome);
    if (posted?.outcome === "posted") expect(shown).toBe(1);
    else expect(shown).toBeLessThanOrEqual(1);
  });

  it.each(["lost-before", "server-error"] as const)("never says posted after %s", async (kind) => {
    const { posted, shown } = await postDuring(entry, { kind });
    expect(["later", "unknown"]).toContain(posted?.outcome);
    expect(shown).toBe(0);
  });

  it("says later when the wall has no time for it, and posts it then", async () => {
    const { posted, shown, again, simulator } = await postDuring(entry, { kind: "rate-limited", retryAfterS: 30 });
    expect({ outcome: posted?.outcome, shown }).toEqual({ outcome: "later", shown: 0 });
    expect(await again()).toMatchObject({ outcome: "posted" });
    expect(simulator.wall()).toHaveLength(1);
  });

  it("gives no secret away in what it says of a failure", async () => {
    const { channel, simulator } = openHome(entry);
    const secrets = entry.manifest.settings
      .filter(({ secret }) => secret)
      .flatMap(({ name }) => simulator.settings[name] ?? []);
    for (const kind of ["lost-before", "lost-after", "server-error"] as const) {
      simulator.fault({ kind });
      const said = JSON.stringify(await channel.post?.(COPY));
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    }
  });
}
