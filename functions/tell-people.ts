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
import { tellOfSeason } from "../bots/dialogue/tell-season.ts";
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
import { SeasonOpened } from "../events/season.ts";
import { type LeadId } from "../shared/domain/ids.ts";
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
  on(LeadCaptured, (app, { id, detail }) => tellOfLead(app, id, detail.leadId)),
  on(NoticeDelayed, (app, { detail }) => tellStaff(app, detail)),
  on(NoticeOverdue, (app, { detail }) => seekHearer(app, detail)),
  on(SeasonOpened, (app, { id, detail }) => tellOfSeason(app, id, detail.leadId as LeadId)),
  on(ReplyDelayed, (app, { detail }) => sendDelayed(app, detail)),
);
