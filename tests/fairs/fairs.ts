/** A fair to announce in tests, and what announcing it comes to. */
import { type TimeOfDay } from "../../shared/domain/fair.ts";
import { type IsoDate } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { announceFair, type AnnounceFair, type AnnouncedFair } from "../../shared/usecases/announce-fair.ts";
import { carryOut } from "../../shared/usecases/plan.ts";

export const hoiCho = (more: Partial<AnnounceFair> = {}): AnnounceFair => ({
  name: "Hội chợ OCOP Cao Bằng",
  organizer: "Sở Công Thương Cao Bằng",
  from: "2026-12-05" as IsoDate,
  to: "2026-12-08" as IsoDate,
  opensAt: "08:00" as TimeOfDay,
  closesAt: "21:00" as TimeOfDay,
  venue: { text: "Quảng trường Km5", commune: "Phường Thục Phán", formerly: "Đề Thám, TP Cao Bằng" },
  focus: "miến dong, lạp sườn, hạt dẻ",
  description: "Hơn một trăm gian hàng. Có hát then buổi tối.",
  ...more,
});

export async function announce(app: App, more: Partial<AnnounceFair> = {}): Promise<AnnouncedFair> {
  const announced = await carryOut(app, () => announceFair(app, hoiCho(more)));
  if ("refused" in announced) throw new Error(announced.code);
  return announced;
}
