/** Notices to producers, customers and the office; replies that had to wait; leads of orders. */
import { mindConversation, mindOrder, mindParcel } from "../bots/dialogue/alerts.ts";
import {
  endCall,
  sendAnswer,
  sendDelayed,
  takeBack,
  tellOfCancelling,
  tellOfDecision,
  tellOfExpiry,
  tellOfLead,
  tellOfMore,
  tellOfMove,
  tellOfOrder,
  tellOfWaiting,
} from "../bots/dialogue/notices.ts";
import { tellOfStock, tellOfStockOf } from "../bots/dialogue/stock-news.ts";
import { tellOfSeason } from "../bots/dialogue/tell-season.ts";
import { tellOfClaim, tellOfExcess, tellOfPayment, tellOfReturn, tellOfStray } from "../bots/dialogue/tell-payment.ts";
import { seekHearer, tellStaff } from "../bots/dialogue/tell-staff.ts";
import {
  ConversationAnswered,
  ConversationContinued,
  ConversationHandedOver,
  ConversationIdle,
  LeadCaptured,
  ReplyDelayed,
} from "../events/conversation.ts";
import { ConversationOverdue, OrderOverdue, ParcelOverdue } from "../events/limit.ts";
import { NoticeDelayed, NoticeOverdue } from "../events/notice.ts";
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
} from "../events/order.ts";
import {
  PaymentClaimed,
  PaymentExceeded,
  PaymentMismatched,
  PaymentReceived,
  PaymentReturned,
} from "../events/payment.ts";
import { ProductChanged } from "../events/product.ts";
import { SeasonOpened } from "../events/season.ts";
import { type LeadId } from "../shared/domain/ids.ts";
import { on, onEvents } from "./reaction.ts";

export const handler = onEvents(
  on(ProductChanged, (app, { id, detail }) => tellOfStock(app, id, detail.productId)),
  on(OrderPlaced, async (app, { id, detail }) => {
    await tellOfOrder(app, detail.orderId);
    await tellOfStockOf(app, id, detail.orderId);
  }),
  on(OrderCancelled, async (app, { id, detail }) => {
    await tellOfCancelling(app, detail.orderId);
    await tellOfStockOf(app, id, detail.orderId);
  }),
  on(OrderExpired, async (app, { id, detail }) => {
    await tellOfExpiry(app, id, detail);
    await tellOfStockOf(app, id, detail.orderId);
  }),
  on(OrderOverdue, (app, { at, detail }) => mindOrder(app, { ...detail, at })),
  on(ParcelOverdue, (app, { at, detail }) => mindParcel(app, { ...detail, at })),
  on(ConversationOverdue, (app, { at, detail }) => mindConversation(app, { ...detail, at })),
  on(ParcelAccepted, async (app, { id, detail }) => {
    await endCall(app, detail);
    await tellOfDecision(app, id, detail);
  }),
  on(ParcelDeclined, async (app, { id, detail }) => {
    await endCall(app, detail);
    await tellOfDecision(app, id, detail);
    await tellOfStockOf(app, id, detail.orderId);
  }),
  on(ParcelPacked, (app, { id, detail }) => tellOfMove(app, id, { ...detail, step: "packed" })),
  on(ParcelPictured, (app, { id, detail }) => tellOfMove(app, id, { ...detail, step: "pictured" })),
  on(ParcelSent, (app, { id, detail }) => tellOfMove(app, id, { ...detail, step: "sent" })),
  on(ParcelDelivered, (app, { id, detail }) => tellOfMove(app, id, { ...detail, step: "delivered" })),
  on(ParcelReturned, async (app, { id, detail }) => {
    await tellOfMove(app, id, { ...detail, step: "returned" });
    await tellOfStockOf(app, id, detail.orderId);
  }),
  on(ConversationHandedOver, (app, { id, detail }) => tellOfWaiting(app, id, detail.conversation)),
  on(ConversationContinued, (app, { id, detail }) => tellOfMore(app, id, detail)),
  on(ConversationAnswered, (app, { detail }) => sendAnswer(app, detail)),
  on(ConversationIdle, (app, { detail }) => takeBack(app, detail)),
  on(PaymentReceived, (app, { id, detail }) => tellOfPayment(app, id, detail)),
  on(PaymentMismatched, (app, { id, detail }) => tellOfStray(app, id, detail)),
  on(PaymentExceeded, (app, { id, detail }) => tellOfExcess(app, id, detail)),
  on(PaymentReturned, (app, { id, detail }) => tellOfReturn(app, id, detail)),
  on(PaymentClaimed, (app, { id, detail }) => tellOfClaim(app, id, detail)),
  on(LeadCaptured, (app, { id, detail }) => tellOfLead(app, id, detail.leadId)),
  on(NoticeDelayed, (app, { detail }) => tellStaff(app, detail)),
  on(NoticeOverdue, (app, { detail }) => seekHearer(app, detail)),
  on(SeasonOpened, (app, { id, detail }) => tellOfSeason(app, id, detail.leadId as LeadId)),
  on(ReplyDelayed, (app, { detail }) => sendDelayed(app, detail)),
);
