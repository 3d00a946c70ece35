/** The privacy page tells of a language model where one may be asked, and only there. */
import { expect, it } from "vitest";
import { get, openSite } from "./site.ts";

it("tells of the language model only where one is configured", async () => {
  const site = await openSite();
  try {
    const { app } = site.market.home;
    const told = "mô hình ngôn ngữ";
    expect((await get(app, "/quyen-rieng-tu")).text).not.toContain(told);
    const asking = { ...app, shop: { ...app.shop, model: true as const } };
    expect((await get(asking, "/quyen-rieng-tu")).text).toContain(told);
  } finally {
    await site.market.close();
  }
});
