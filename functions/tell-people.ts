/** Notices to producers, customers and the office; replies that had to wait; leads of orders. */
import {
  endCall,
  sendAnswer,
  sendDelayed,
  takeBack,
  tellOfCancelling,
  tellOfDecision,
  tellOfLead,
  tellOfMore,
  tellOfOrder,
  tellOfWaiting,
} from "../bots/dialogue/notices.ts";
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
import { NoticeDelayed, NoticeOverdue } from "../events/notice.ts";
import { OrderCancelled, OrderPlaced, ParcelAccepted, ParcelDeclined } from "../events/order.ts";
import {
  PaymentClaimed,
  PaymentExceeded,
  PaymentMismatched,
  PaymentReceived,
  PaymentReturned,
} from "../events/payment.ts";
import { on, onEvents } from "./reaction.ts";

export const handler = onEvents(
  on(OrderPlaced, (app, { detail }) => tellOfOrder(app, detail.orderId)),
  on(OrderCancelled, (app, { detail }) => tellOfCancelling(app, detail.orderId)),
  on(ParcelAccepted, async (app, { id, detail }) => {
    await endCall(app, detail);
    await tellOfDecision(app, id, detail);
  }),
  on(ParcelDeclined, async (app, { id, detail }) => {
    await endCall(app, detail);
    await tellOfDecision(app, id, detail);
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
  on(ReplyDelayed, (app, { detail }) => sendDelayed(app, detail)),
);
