/** The shop's web function over a whole home in memory. */
import { handler } from "../../functions/serve-web.ts";
import { type ProducerId, type ProductId } from "../../shared/domain/ids.ts";
import { vnd } from "../../shared/domain/money.ts";
import { type App } from "../../shared/ports/app.ts";
import { carryOut } from "../../shared/usecases/plan.ts";
import { type ProductFacts, publishProduct } from "../../shared/usecases/publish-product.ts";
import { type Market, openMarket } from "../journeys/market.ts";

export type Site = {
  market: Market;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; text: string }>;
  publish(facts: Omit<Partial<ProductFacts>, "id"> & { id: string }): Promise<void>;
};

export async function openSite(): Promise<Site> {
  const market = await openMarket();
  const { app } = market.home;
  return {
    market,
    get: (path, headers) => get(app, path, headers),
    async publish({ id, ...facts }) {
      const product = {
        name: id,
        producer: "htx-0" as ProducerId,
        group: "thực phẩm",
        units: [{ unit: "gói" }],
        ...facts,
        id: id as ProductId,
      };
      await carryOut(app, () =>
        publishProduct(app, {
          product,
          offers: product.units.map(({ unit }) => ({ unit, price: vnd(50_000), onHand: 9 })),
          announce: false,
        }),
      );
      await market.home.settle();
    },
  };
}

export async function get(app: App, path: string, headers: Record<string, string> = {}) {
  const response = await handler.run(app, new Request(`http://localhost:3000${path}`, { headers }));
  return { status: response.status, headers: response.headers, text: await response.text() };
}
