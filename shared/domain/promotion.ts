/** A promotion is something to post, with one post per wall. */
import { type Code, type FairId, type ProductId, type PromotionId, type RoundUpId } from "./ids.ts";
import { type IsoTime } from "./time.ts";

export type PostStatus =
  | "waiting"
  /** Intent is written; the outcome is not. Found so after a crash, it becomes unknown. */
  | "posting"
  /** The wall took it and is still working (Zalo's articles). */
  | "submitted"
  | "posted"
  | "failed"
  /** Sent, but nobody can say whether it arrived: never repeated by itself. */
  | "unknown";

/** What a wall shows; written once from facts. */
export type PostCopy = {
  title: string;
  /** Begins with the advertising mark, names the advertiser. */
  text: string;
  photo?: string;
  link: { label: string; url: string };
};

export type Post = {
  wall: string;
  status: PostStatus;
  copy: PostCopy;
  /** The wall's id or token of it. */
  ref?: string;
  url?: string;
  /** Why it failed, with the cure. */
  problem?: string;
  at?: IsoTime;
};

/** What a promotion is about. */
export type Subject = { product: ProductId } | { fair: FairId } | { roundUp: RoundUpId };

export type Occasion =
  | { occasion: "product-published"; product: ProductId }
  | { occasion: "fair-announced"; fair: FairId }
  | { occasion: "catalogue-extended"; roundUp: RoundUpId };

export type Promotion = Occasion & {
  id: PromotionId;
  /** Travels in links, onto the conversation and the order. */
  code: Code;
  status: "approved" | "posting" | "posted" | "partly" | "failed";
  posts: readonly Post[];
  draftedAt: IsoTime;
  version: number;
};

export function subjectOf(promotion: Occasion): Subject {
  switch (promotion.occasion) {
    case "product-published":
      return { product: promotion.product };
    case "fair-announced":
      return { fair: promotion.fair };
    case "catalogue-extended":
      return { roundUp: promotion.roundUp };
  }
}
