/** Notices to producers, customers and the office; replies that had to wait; leads of orders. */
import {
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
import {
  ConversationAnswered,
  ConversationContinued,
  ConversationHandedOver,
  ConversationIdle,
  LeadCaptured,
  ReplyDelayed,
} from "../events/conversation.ts";
import { OrderCancelled, OrderPlaced, ParcelAccepted, ParcelDeclined } from "../events/order.ts";
import { on, onEvents } from "./reaction.ts";

export const handler = onEvents(
  on(OrderPlaced, (app, { id, detail }) => tellOfOrder(app, id, detail.orderId)),
  on(OrderCancelled, (app, { id, detail }) => tellOfCancelling(app, id, detail.orderId)),
  on(ParcelAccepted, (app, { id, detail }) => tellOfDecision(app, id, detail)),
  on(ParcelDeclined, (app, { id, detail }) => tellOfDecision(app, id, detail)),
  on(ConversationHandedOver, (app, { id, detail }) => tellOfWaiting(app, id, detail.conversation)),
  on(ConversationContinued, (app, { id, detail }) => tellOfMore(app, id, detail)),
  on(ConversationAnswered, (app, { detail }) => sendAnswer(app, detail)),
  on(ConversationIdle, (app, { detail }) => takeBack(app, detail)),
  on(LeadCaptured, (app, { id, detail }) => tellOfLead(app, id, detail.leadId)),
  on(ReplyDelayed, (app, { detail }) => sendDelayed(app, detail)),
);
