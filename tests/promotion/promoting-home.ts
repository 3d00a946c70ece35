/** A home with walls, in which products are announced. */
import { handler as draft } from "../../functions/draft-promotion.ts";
import { handler as post } from "../../functions/post-promotion.ts";
import { handler as tick } from "../../functions/tick.ts";
import { type EventId } from "../../shared/domain/ids.ts";
import { type Promotion } from "../../shared/domain/promotion.ts";
import { type Channels } from "../../shared/ports/channel.ts";
import { allPromotions } from "../../shared/stores/promotions.ts";
import { type PublishProduct } from "../../shared/usecases/publish-product.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";
import { addProducer, mien, MIEN, publish } from "../import/goods.ts";
import { channelsOf, type Wall } from "./walls.ts";

export type PromotingHome = TestHome & {
  promotions(): Promise<readonly Promotion[]>;
  only(): Promise<Promotion>;
  /** Publishes and lets everything happen that is due. */
  announce(wish?: PublishProduct): Promise<Promotion>;
  /** Drafts without posting, as often as the event is delivered. */
  deliver(): Promise<void>;
  pass(seconds: number): Promise<void>;
  hang(...walls: readonly Wall[]): void;
};

export async function openWith(...walls: readonly Wall[]): Promise<PromotingHome> {
  const home = await openTestHome([
    {
      name: "draft-promotion",
      trigger: { on: "events", events: ["product.published", "catalogue.extended"] },
      reaction: draft,
    },
    {
      name: "post-promotion",
      trigger: { on: "events", events: ["promotion.approved", "post.submitted", "post.delayed"] },
      reaction: post,
    },
    { name: "tick", trigger: { on: "schedule", everyMinutes: 1 }, reaction: tick },
  ]);
  const hang = (...some: readonly Wall[]): void => {
    (home.app as { channels: Channels }).channels = channelsOf(...some);
  };
  hang(...walls);
  await addProducer(home.app);
  return { ...home, hang, ...acts(home) };
}

function acts(home: TestHome): Omit<PromotingHome, keyof TestHome | "hang"> {
  const { app, clock } = home;
  const promotions = async (): Promise<readonly Promotion[]> => Array.fromAsync(allPromotions(app.table));
  const only = async (): Promise<Promotion> => (await promotions())[0]!;
  return {
    promotions,
    only,
    async announce(wish = mien()) {
      await publish(app, wish);
      await home.settle();
      return only();
    },
    deliver: () =>
      draft.run(app, {
        id: "evt_1" as EventId,
        name: "product.published",
        version: 1,
        at: clock.now(),
        aggregate: `product:${MIEN}`,
        detail: { productId: MIEN, announce: true },
      }),
    async pass(seconds) {
      clock.advance(seconds * 1000);
      await home.settle();
    },
  };
}
