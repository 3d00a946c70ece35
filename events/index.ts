/** Every contract of what may be said on the bus. */
import { CatalogueExtended } from "./catalogue.ts";
import {
  ConversationAnswered,
  ConversationContinued,
  ConversationHandedOver,
  ConversationIdle,
  LeadCaptured,
  ReplyDelayed,
} from "./conversation.ts";
import { FairAnnounced, FairCancelled, FairChanged } from "./fair.ts";
import { ConversationOverdue, OrderOverdue, ParcelOverdue } from "./limit.ts";
import { NoticeDelayed, NoticeOverdue } from "./notice.ts";
import {
  OrderCancelled,
  OrderExpired,
  OrderPlaced,
  ParcelAccepted,
  ParcelDeclined,
  ParcelDelivered,
  ParcelPacked,
  ParcelPictured,
  ParcelReturned,
  ParcelSent,
} from "./order.ts";
import { PaymentClaimed, PaymentExceeded, PaymentMismatched, PaymentReceived, PaymentReturned } from "./payment.ts";
import { ProductChanged, ProductPublished } from "./product.ts";
import { PostDelayed, PostSubmitted, PromotionApproved } from "./promotion.ts";
import { SeasonOpened } from "./season.ts";

export const events = [
  ProductPublished,
  ProductChanged,
  PromotionApproved,
  PostSubmitted,
  PostDelayed,
  OrderPlaced,
  OrderCancelled,
  OrderExpired,
  OrderOverdue,
  ParcelOverdue,
  ConversationOverdue,
  ParcelAccepted,
  ParcelDeclined,
  ParcelPacked,
  ParcelPictured,
  ParcelSent,
  ParcelDelivered,
  ParcelReturned,
  ConversationHandedOver,
  ConversationAnswered,
  ConversationContinued,
  ConversationIdle,
  ReplyDelayed,
  LeadCaptured,
  FairAnnounced,
  FairChanged,
  FairCancelled,
  NoticeDelayed,
  NoticeOverdue,
  CatalogueExtended,
  SeasonOpened,
  PaymentReceived,
  PaymentMismatched,
  PaymentExceeded,
  PaymentReturned,
  PaymentClaimed,
] as const;

export type EventName = (typeof events)[number]["name"];
