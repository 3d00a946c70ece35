import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Envelope } from "../../events/envelope.ts";
import { handler as draft } from "../../functions/draft-promotion.ts";
import { handler as post } from "../../functions/post-promotion.ts";
import { handler as refresh } from "../../functions/refresh-catalogue.ts";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { type Fair } from "../../shared/domain/fair.ts";
import { type EventId } from "../../shared/domain/ids.ts";
import { type IsoDate, MINUTE } from "../../shared/domain/time.ts";
import { type Channels } from "../../shared/ports/channel.ts";
import { allFairs, findFair, fairWrite, loadFairs, refreshFairs } from "../../shared/stores/fairs.ts";
import { allPromotions, findPromoted } from "../../shared/stores/promotions.ts";
import { announceFair, type AnnounceFair } from "../../shared/usecases/announce-fair.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { channelsOf, type Wall, wall } from "../promotion/walls.ts";
import { announce, hoiCho } from "./fairs.ts";

let home: TestHome;
let walls: readonly Wall[];
beforeEach(async () => {
  walls = [wall("tele"), wall("page", { chat: false })];
  home = await openTestHome([
    { name: "draft-promotion", trigger: { on: "events", events: ["fair.announced"] }, reaction: draft },
    { name: "post-promotion", trigger: { on: "events", events: ["promotion.approved"] }, reaction: post },
    {
      name: "refresh-catalogue",
      trigger: { on: "events", events: ["fair.announced", "fair.changed"] },
      reaction: refresh,
    },
  ]);
  (home.app as { channels: Channels }).channels = channelsOf(...walls);
});
afterEach(() => home.close());

const happenedHere = async (): Promise<readonly unknown[]> =>
  (await Array.fromAsync(EXPORTS["events"]!(home.app))).map(({ name }) => name);

const event = ({ id }: Fair): Envelope => ({
  id: "evt_again" as EventId,
  name: "fair.announced",
  version: 1,
  at: home.clock.now(),
  aggregate: `fair:${id}`,
  detail: { fairId: id },
});

describe("a fair that is announced", () => {
  it("is on every wall, marked, with its days, hours, place, organizer and advertiser", async () => {
    const { fair, outcome } = await announce(home.app);
    await home.settle();
    expect(outcome).toBe("new");
    const [promotion] = await Array.fromAsync(allPromotions(home.app.table));
    const copy = {
      title: "[QC] Hội chợ OCOP Cao Bằng",
      text: [
        "[QC] OCOP Cao Bằng mời bạn đến: Hội chợ OCOP Cao Bằng",
        "Thời gian: 05–08/12/2026",
        "Giờ mở cửa: 08:00–21:00",
        "Địa điểm: Quảng trường Km5, Phường Thục Phán (trước đây: Đề Thám, TP Cao Bằng)",
        "Sản phẩm chính: miến dong, lạp sườn, hạt dẻ",
        "Đơn vị tổ chức: Sở Công Thương Cao Bằng",
        "Hơn một trăm gian hàng. Có hát then buổi tối.",
        "Bên quảng cáo: OCOP Cao Bằng",
      ].join("\n"),
      link: {
        label: "Xem thông tin hội chợ",
        url: `http://localhost:3000/hoi-cho/hoi-cho-ocop-cao-bang-2026?m=${promotion!.code}`,
      },
    };
    expect(walls.map(({ posted }) => posted)).toEqual([[copy], [copy]]);
    expect(promotion).toMatchObject({ occasion: "fair-announced", fair: fair.id, status: "posted" });
    expect(await findPromoted(home.app.table, promotion!.code)).toEqual({ promotion: promotion!.id, fair: fair.id });
  });

  it("is posted once, however often it is told or its event delivered", async () => {
    const { fair } = await announce(home.app);
    await home.settle();
    for (let round = 0; round < 3; round++) await draft.run(home.app, event(fair));
    await Promise.all([draft.run(home.app, event(fair)), draft.run(home.app, event(fair))]);
    const again = await announce(home.app, { name: "hội chợ  OCOP Cao Bằng", organizer: "SỞ công thương Cao Bằng" });
    await home.settle();
    expect(again.fair.id).toBe(fair.id);
    expect(walls.map(({ posted }) => posted.length)).toEqual([1, 1]);
    expect(await Array.fromAsync(allFairs(home.app.table))).toHaveLength(1);
  });

  it("is one fair, told ten times at the same moment", async () => {
    const told = await Promise.all(Array.from({ length: 10 }, () => announce(home.app)));
    await home.settle();
    expect(told.filter(({ outcome }) => outcome === "new")).toHaveLength(1);
    expect(told.filter(({ outcome }) => outcome === "same")).toHaveLength(9);
    expect(walls.map(({ posted }) => posted.length)).toEqual([1, 1]);
  });

  it("writes nothing when told the same again, and its new facts with their event when told otherwise", async () => {
    const { fair } = await announce(home.app);
    const same = await announceFair(home.app, hoiCho());
    expect(same).toEqual({ writes: [], events: [], facts: { fair, outcome: "same" } });
    const moved = await announce(home.app, { venue: { text: "Công viên Cầu Giấy, Hà Nội" } });
    await home.settle();
    expect(moved).toEqual({ fair: { ...fair, venue: { text: "Công viên Cầu Giấy, Hà Nội" } }, outcome: "changed" });
    expect(await loadFairs(home.app)).toEqual([moved.fair]);
    expect(await happenedHere()).toEqual(expect.arrayContaining(["fair.announced", "fair.changed"]));
    expect(walls.map(({ posted }) => posted.length)).toEqual([1, 1]);
  });

  it("has an address of its own, with its year, beside others of that name", async () => {
    const { fair: one } = await announce(home.app, { name: "Hội xuân 2026" });
    const { fair: other } = await announce(home.app, { name: "Hội xuân 2026", organizer: "Xã Quảng Uyên" });
    expect(one.slug).toBe("hoi-xuan-2026");
    expect(other.slug).toMatch(/^hoi-xuan-2026-[0-9a-f]{6}$/);
  });

  it("is a single day when no last one is named, and of the kind its name says", async () => {
    const wish: AnnounceFair = hoiCho({ name: "Lễ hội thác Bản Giốc" });
    delete wish.to;
    const plan = await announceFair(home.app, wish);
    expect("refused" in plan ? plan : plan.facts.fair).toMatchObject({ to: "2026-12-05", kind: "festival" });
  });

  it("is known to dialogue and pages at once here, and elsewhere within a minute", async () => {
    expect(await loadFairs(home.app)).toEqual([]);
    const { fair } = await announce(home.app);
    await home.settle();
    expect(await loadFairs(home.app)).toEqual([fair]);
    const stored = (await findFair(home.app.table, fair.id))!;
    const elsewhere = { ...home.app, blobs: { ...home.app.blobs, get: (key: string) => home.app.blobs.get(key) } };
    expect(await loadFairs(elsewhere)).toEqual([fair]);
    const { version } = stored;
    await home.app.table.commit([fairWrite({ ...fair, status: "cancelled" }, { version })], { token: "cmt_1" });
    await refresh.run(home.app, { ...event(fair), name: "fair.changed" });
    expect(await loadFairs(elsewhere)).toEqual([fair]);
    home.clock.advance(MINUTE);
    expect(await loadFairs(elsewhere)).toEqual([{ ...fair, status: "cancelled" }]);
  });
});

it("never lets an older list stay over a newer one of another process", async () => {
  const { fair: one } = await announce(home.app, { name: "Hội chợ một" });
  const stored = Promise.withResolvers<undefined>();
  const built = Promise.withResolvers<undefined>();
  const { blobs } = home.app;
  let first = true;
  const slow = {
    ...home.app,
    blobs: {
      get: (key: string) => blobs.get(key),
      publicUrl: (key: string) => blobs.publicUrl(key),
      async put(...file: Parameters<typeof blobs.put>) {
        built.resolve(undefined);
        if (first) await stored.promise;
        first = false;
        await blobs.put(...file);
      },
    },
  };
  const older = refreshFairs(slow, [one.id]);
  await built.promise;
  const { fair: two } = await announce(home.app, { name: "Hội chợ hai" });
  await refreshFairs(home.app, [two.id]);
  stored.resolve(undefined);
  await older;
  home.clock.advance(MINUTE);
  expect((await loadFairs(home.app)).map(({ name }) => name).sort()).toEqual(["Hội chợ hai", "Hội chợ một"]);
});

describe("a fair is refused", () => {
  it.each<[string, Partial<AnnounceFair>, object]>([
    [
      "without a name or a place",
      { name: "  ", venue: { text: "" } },
      { code: "fair-incomplete", missing: ["name", "venue"] },
    ],
    [
      "that ends before it begins",
      { to: "2026-12-04" as IsoDate },
      { code: "fair-dates-backwards", from: "2026-12-05", to: "2026-12-04" },
    ],
    [
      "that is over",
      { from: "2026-11-20" as IsoDate, to: "2026-11-22" as IsoDate },
      { code: "fair-over", to: "2026-11-22" },
    ],
    [
      "with more about its goods than a post can hold",
      { focus: "miến ".repeat(60) },
      { code: "fair-text-too-long", field: "focus", most: 200 },
    ],
  ])("%s", async (_, more, refusal) => {
    expect(await announceFair(home.app, hoiCho(more))).toEqual({ refused: true, ...refusal });
  });

  it("not while it is on", async () => {
    const { outcome } = await announce(home.app, { from: "2026-11-20" as IsoDate, to: "2026-11-23" as IsoDate });
    expect(outcome).toBe("new");
  });
});

describe("a post of a fair", () => {
  it("says that days are expected, and leaves out alcohol and claims", async () => {
    await announce(home.app, {
      expected: true,
      focus: "rượu ngô, thạch đen",
      description: "Thạch đen chữa bệnh gan. Có hát then.",
    });
    await home.settle();
    const [{ text } = { text: "" }] = walls[0]!.posted;
    expect(text).toContain("Thời gian (dự kiến): 05–08/12/2026");
    expect(text).toContain("Có hát then.");
    expect(text).not.toMatch(/rượu|chữa/);
  });

  it.each(["Lễ hội rượu ngô", "Hội chợ lớn nhất Việt Nam"])("is never made of %s", async (name) => {
    await announce(home.app, { name });
    await home.settle();
    expect(walls.flatMap(({ posted }) => posted)).toEqual([]);
    expect(home.log.entries).toContainEqual(expect.objectContaining({ event: "promotion.not-drafted" }));
  });

  it("is never made of one that was over or cancelled before its event came", async () => {
    const { fair } = await announce(home.app);
    home.clock.set("2026-12-09T02:00:00.000Z");
    await draft.run(home.app, event(fair));
    const { version } = (await findFair(home.app.table, fair.id))!;
    await home.app.table.commit([fairWrite({ ...fair, status: "cancelled" }, { version })], { token: "cmt_1" });
    home.clock.set("2026-12-01T02:00:00.000Z");
    await draft.run(home.app, event(fair));
    expect(await Array.fromAsync(allPromotions(home.app.table))).toEqual([]);
  });

  it("fits beside a picture with all its texts at their longest", async () => {
    await announce(home.app, {
      name: "Hội ".repeat(37).trim(),
      organizer: "Sở ".repeat(50).trim(),
      venue: { text: "Km ".repeat(66).trim() },
      focus: "dẻ, ".repeat(50).trim(),
      photo: "photos/hoi.png",
      description: "Có hát then. ".repeat(100),
    });
    await home.settle();
    const [{ text, link } = { text: "", link: { label: "", url: "" } }] = walls[0]!.posted;
    expect(text).toContain("Bên quảng cáo: OCOP Cao Bằng");
    expect(text.length + link.label.length + link.url.length + 4).toBeLessThanOrEqual(1024);
  });
});
