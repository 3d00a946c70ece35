import { PostDelayed, PostSubmitted, PromotionApproved } from "../events/promotion.ts";
import { askAboutPost, postOnWall, postPromotion } from "../shared/usecases/post-promotion.ts";
import { on, onEvents } from "./reaction.ts";

export const handler = onEvents(
  on(PromotionApproved, (app, { detail }) => postPromotion(app, detail.promotionId)),
  on(PostSubmitted, (app, { detail }) => askAboutPost(app, detail)),
  on(PostDelayed, (app, { detail }) => postOnWall(app, detail)),
);
