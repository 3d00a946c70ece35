/** The page of a stay speaks of nights and days, never of stock and shipping. */
import { expect, it } from "vitest";
import { openSite } from "./site.ts";

it("says the price of a night, the season for guests, and how a booking is settled", async () => {
  const site = await openSite();
  try {
    await site.publish({
      ...{ id: "khuoi-ky", name: "Homestay Khuổi Ky", kind: "stay", group: "du lịch" },
      ...{ units: [{ unit: "phòng" }], season: { from: "09-15", to: "11-30" } },
    });
    const { text } = await site.get("/san-pham/homestay-khuoi-ky");
    const words = text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
    expect(words).toContain("50.000 đ / phòng/đêm");
    expect(words).toContain("Chủ nhà xác nhận theo ngày");
    expect(words).toContain("Mùa đón khách từ 15/9 đến 30/11");
    expect(words).toContain("Đặt phòng ngay trên trang này");
    expect(text).toContain('data-chat-say="Mình muốn đặt Homestay Khuổi Ky"');
    expect(words).not.toMatch(/Còn hàng|Chỉ còn|Giao hàng |Gửi đi mọi nơi/);
  } finally {
    await site.market.close();
  }
});
