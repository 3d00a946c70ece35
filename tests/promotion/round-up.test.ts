/** Many new products in one post: counted, some named with their price, by whole lines within the wall's limit, as things stand then. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCsv } from "../../local/commands/read-csv.ts";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { findProducers, producerWrite } from "../../shared/stores/producers.ts";
import { allRoundUps } from "../../shared/stores/round-ups.ts";
import { draftPromotion } from "../../shared/usecases/draft-promotion.ts";
import { importCatalogue } from "../../shared/usecases/import-catalogue.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { postPromotion } from "../../shared/usecases/post-promotion.ts";
import { publish } from "../import/goods.ts";
import { openWith, type PromotingHome } from "./promoting-home.ts";
import { wall, type Wall } from "./walls.ts";

let home: PromotingHome;
let tele: Wall;
beforeEach(async () => {
  tele = wall("tele");
  home = await openWith(tele);
});
afterEach(() => home.close());

const HEAD = "id,name,producer,unit,price_vnd,price_status,commune,photo,abv";
const row = (place: number, more = ",,") =>
  `p${place},Món ${place},HTX ${place % 3},gói,${place === 1 ? "," : "45000,sample"},Xã ${place % 2},${more.slice(1)}`;
const rows = (count: number) => Array.from({ length: count }, (_, place) => row(place));

const take = async (...lines: readonly string[]) =>
  importCatalogue(home.app, readCsv([HEAD, ...lines].join("\n")).rows, { verifiedBy: "import" });

/** Drafted, and not yet posted. */
async function drafted(...lines: readonly string[]) {
  await take(...lines);
  const [roundUp] = await Array.fromAsync(allRoundUps(home.app.table));
  return carryOut(home.app, () => draftPromotion(home.app, { roundUp: roundUp!.id }));
}

async function withdraw(place: number, facts: { status?: "withdrawn"; abv?: number }): Promise<void> {
  await publish(home.app, {
    product: {
      id: `p${place}` as ProductId,
      name: `Món ${place}`,
      producer: `htx-${place % 3}` as ProducerId,
      ...facts,
    },
    offers: [],
    announce: false,
  });
}

describe("a round-up", () => {
  it("of one producer's goods names the producer", async () => {
    await take(...rows(6).map((line) => line.replace(/HTX \d/, "HTX Một").replace(/Xã \d/, "Xã Nguyên Bình")));
    await home.settle();
    expect(tele.posted[0]!.text).toContain("\nCủa HTX Một, Xã Nguyên Bình\n");
  });

  it("goes out at once, once, and tells how many there are, of whom, some of them, and where", async () => {
    await take(...rows(13).with(2, row(2, ",https://photos.test/2.jpg,")));
    await home.settle();
    const [one, ...others] = await home.promotions();
    expect(others).toEqual([]);
    expect(tele.posted).toEqual([
      {
        title: "[QC] 13 sản phẩm mới lên chợ",
        text: [
          "[QC] OCOP Cao Bằng giới thiệu 13 sản phẩm mới lên chợ",
          "Của 3 nhà sản xuất ở 2 xã, phường",
          "• Món 0: 45.000 đ/gói (giá mẫu)",
          "• Món 1",
          ...[2, 3, 4, 5, 6, 7, 8, 9].map((place) => `• Món ${place}: 45.000 đ/gói (giá mẫu)`),
          "và 3 sản phẩm khác",
          "Bên quảng cáo: OCOP Cao Bằng",
        ].join("\n"),
        photo: "https://photos.test/2.jpg",
        link: { label: "Xem tất cả hàng trên chợ", url: `http://localhost:3000/?m=${one!.code}` },
      },
    ]);
    expect(one).toMatchObject({ occasion: "catalogue-extended", status: "posted" });
  });

  it("names by whole lines what has room on each wall, and counts the rest", async () => {
    const limits = [4096, 2000, 400, 260, 180].map((text) => {
      const { manifest } = wall("any");
      return wall(`w${text}`, { limits: { ...manifest.limits, text, caption: text } });
    });
    home.hang(...limits);
    await take(...rows(30));
    await home.settle();
    for (const { manifest, posted } of limits) {
      const [copy] = posted;
      const { text, link } = copy!;
      expect(text.length + link.label.length + link.url.length + 4).toBeLessThanOrEqual(manifest.limits.text);
      const named = text.match(/^• Món \d+(?:: 45\.000 đ\/gói \(giá mẫu\))?$/gm)?.length ?? 0;
      expect(text.split("\n")).toHaveLength(named === 0 ? 3 : named + 4);
      if (named > 0) expect(text).toContain(`\nvà ${30 - named} sản phẩm khác\n`);
    }
    const named = limits.map(({ posted }) => posted[0]!.text.match(/^•/gm)?.length ?? 0);
    expect(named).toEqual([10, 10, 7, 2, 0]);
  });

  it("names neither spirits nor what is not on sale, and has no picture where none of the others has one", async () => {
    await take(
      ...rows(8),
      "ruou,Rượu ngô,HTX 0,chai,150000,known,Xã 1,https://photos.test/ruou.jpg,40",
      "nhap,Bản nháp,HTX 9,gói,1000,known,Xã 9,,",
    );
    await home.settle();
    expect(tele.posted[0]!.text).not.toContain("Rượu");
    expect(tele.posted[0]!.photo).toBeUndefined();
  });

  it("is drafted once, however often the event is delivered", async () => {
    await drafted(...rows(8));
    const again = await carryOut(home.app, async () =>
      draftPromotion(home.app, { roundUp: (await Array.fromAsync(allRoundUps(home.app.table)))[0]!.id }),
    );
    expect(again).toEqual({ drafted: undefined, why: "known" });
  });
});

describe("what changed between draft and post", () => {
  it("is not named: withdrawn, strong, or of a suspended producer", async () => {
    await drafted(...rows(8));
    await withdraw(0, { status: "withdrawn" });
    await withdraw(3, { abv: 40 });
    const suspended = (await findProducers(home.app.table, ["htx-1" as ProducerId])).get("htx-1" as ProducerId)!;
    await home.app.table.commit([producerWrite({ ...suspended, status: "suspended" }, "any")], { token: "s" });
    await postPromotion(home.app, (await home.only()).id);
    expect(tele.posted[0]!.text.split("\n")).toEqual([
      "[QC] OCOP Cao Bằng giới thiệu 3 sản phẩm mới lên chợ",
      "Của 2 nhà sản xuất ở 2 xã, phường",
      ...[2, 5, 6].map((place) => `• Món ${place}: 45.000 đ/gói (giá mẫu)`),
      "Bên quảng cáo: OCOP Cao Bằng",
    ]);
  });

  it("leaves no post, and says so, where nothing is left to tell of", async () => {
    await drafted(...rows(6));
    for (let place = 0; place < 6; place++) await withdraw(place, { status: "withdrawn" });
    await postPromotion(home.app, (await home.only()).id);
    expect(tele.posted).toEqual([]);
    expect(await home.only()).toMatchObject({
      status: "failed",
      posts: [{ problem: "Not posted: of the new products none is on sale and may be advertised (any more)" }],
    });
  });
});
