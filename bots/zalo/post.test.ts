/** Promotions as articles of the pretended Zalo, which takes its time over them. */
import { describe, expect, it } from "vitest";
import { openMarket, ROOT } from "../../tests/contract/zalo-market.ts";

const WITHOUT_PHOTO = {
  title: "Miến dong Tân Việt Á",
  text: "[QC] Miến dong Tân Việt Á, gói 500 g.\n85.000 đ < 90.000 đ & rẻ.\n\nBên bán: HTX Tân Việt Á.",
  link: { label: "Đặt hàng", url: "https://chophien.test/d/K7Q2M4XZ?a=1&b=2" },
};
const COPY = { ...WITHOUT_PHOTO, photo: "https://chophien.test/photos/mien.jpg" };

describe("an article", () => {
  it("is submitted, worked on, and posted with its address", async () => {
    const { open, simulator } = openMarket();
    const channel = open();
    const posted = await channel.post?.(COPY);
    const ref = posted?.outcome === "submitted" ? posted.ref : "";
    expect(await channel.check?.(ref)).toEqual({ outcome: "submitted", ref });
    expect(simulator.wall()).toEqual([]);
    const shown = await open().check?.(ref);
    const id = shown?.outcome === "posted" ? shown.ref : "";
    expect(shown).toEqual({ outcome: "posted", ref: id, url: `${ROOT}/articles/${id}` });
    expect(simulator.wall()).toEqual([
      {
        id,
        title: COPY.title,
        text: `${COPY.text.replace("\n\n", "\n")}\nĐặt hàng: ${COPY.link.url}`,
        photo: COPY.photo,
        link: COPY.link,
        at: "2026-11-23T02:00:00.000Z",
      },
    ]);
  });

  it("has its long title and summary cut between words, and all of its text", async () => {
    const { open, simulator } = openMarket();
    const channel = open();
    const text = `[QC] ${"Miến dong sợi dai, không phẩm màu. ".repeat(40)}Bên bán: HTX Tân Việt Á.`;
    const posted = await channel.post?.({ ...COPY, title: "Miến dong Tân Việt Á ".repeat(20), text });
    const ref = posted?.outcome === "submitted" ? posted.ref : "";
    await channel.check?.(ref);
    await channel.check?.(ref);
    const [shown] = simulator.wall();
    expect(shown?.title).toBe(`${"Miến dong Tân Việt Á ".repeat(6)}Miến dong Tân…`);
    expect(shown?.text).toContain(text);
  });

  it("takes the shop's cover where the product has no picture that Zalo can fetch", async () => {
    const { open, simulator, clock } = openMarket();
    for (const photo of [undefined, "http://localhost:3000/a.jpg", "data:image/png;base64,AA"]) {
      await open().post?.({ ...WITHOUT_PHOTO, ...(photo === undefined ? {} : { photo }) });
    }
    await open().post?.({ ...COPY, photo: "/photos/mien.jpg" });
    clock.advance(3000);
    expect(simulator.wall().map(({ photo }) => photo)).toEqual([
      ...Array.from({ length: 3 }, () => `${ROOT}/cover.svg`),
      "https://chophien.test/photos/mien.jpg",
    ]);
  });

  it("is refused with the cure where there is no picture at all, and Zalo is not asked", async () => {
    const { open, asked } = openMarket();
    const posted = await open({ ZALO_COVER_URL: undefined }).post?.(WITHOUT_PHOTO);
    expect(posted?.outcome === "refused" && posted.why).toContain("ZALO_COVER_URL");
    expect(asked).toEqual([]);
  });

  it("is refused when Zalo could not take the picture, which it says only when asked", async () => {
    const { open, hooks } = openMarket();
    hooks.answer = (path) => (path.endsWith("/verify") ? { error: -200, message: "Upload media failed" } : undefined);
    const checked = await open().check?.("any");
    expect(checked?.outcome === "refused" && checked.why).toContain("below 1 MB");
  });
});
