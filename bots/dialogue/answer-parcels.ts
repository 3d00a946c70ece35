/** What producers and the office say of parcels in words: how one went on, why one is declined, how it was sent. */
import { parseCode } from "../../shared/domain/ids.ts";
import { fold } from "../../shared/domain/text.ts";
import { numberedChoice } from "./choose.ts";
import { moveSaid, parcelPhoto, shipmentSaid } from "./flows/parcels.ts";
import { isOffice } from "./flows/relay.ts";
import { actorOf, decide, settle } from "./flows/staff.ts";
import { meaningOf } from "./phrases.ts";
import { carriesIt, codesIn, readMove, readShipment, tellsShipment } from "./read-move.ts";
import { type Context, type Step } from "./step.ts";

const MOST_REASON = 200;

/** Undefined for everybody else, for a producer who shops, and for whatever is about no parcel. */
export function answerParcels(context: Context, text: string): Step | undefined {
  if (!fulfils(context)) return undefined;
  const { asking } = context.state;
  if (asking?.for === "reason") return settle(context, asking.parcel, "declined", text.trim().slice(0, MOST_REASON));
  const step = readMove(text);
  if (step !== undefined) return moveSaid(context, { to: step }, text);
  return shipmentAnswer(context, text) ?? whichAnswer(context, text) ?? officeDecision(context, text);
}

const fulfils = (context: Context): boolean =>
  actorOf(context) !== undefined && (isOffice(context) || context.state.selling === true);

/** A picture of what was packed. */
export const answerParcelPhoto = (context: Context, photo: { ref: string; caption?: string }): Step | undefined =>
  fulfils(context) ? parcelPhoto(context, photo, readMove(photo.caption ?? "")) : undefined;

/** "Viettel Post 123", "VN123", "tự giao"; whatever means something else here is no shipment. */
function shipmentAnswer(context: Context, text: string): Step | undefined {
  const { asking } = context.state;
  if (asking?.for !== "parcel" || asking.move.to !== "sent" || asking.parcel === undefined) return undefined;
  const shipment = readShipment(text, asking.parcel);
  if (tellsShipment(shipment)) return shipmentSaid(context, asking.parcel, shipment);
  if (carriesIt(text)) return shipmentSaid(context, asking.parcel, { by: "manual" });
  return undefined;
}

/** The code, or the number, of the parcel that was asked after. */
function whichAnswer(context: Context, text: string): Step | undefined {
  const { asking } = context.state;
  if (asking?.for !== "parcel" || asking.parcel !== undefined || numberedChoice(context.state, text) !== undefined)
    return undefined;
  return parseCode(text) === null ? undefined : moveSaid(context, asking.move, text);
}

/** The office answers for whom it has called: "nhận K7Q2M4XZ", "từ chối K7Q2M4XZ hết hàng". */
function officeDecision(context: Context, text: string): Step | undefined {
  if (!isOffice(context)) return undefined;
  const [code] = codesIn(text);
  if (code === undefined) return undefined;
  const [before = "", reason = ""] = text.split(new RegExp(code, "i"));
  const meaning = meaningOf(fold(before), true);
  if (meaning === "take:accepted") return settle(context, code, "accepted");
  if (meaning !== "take:declined") return undefined;
  const said = reason.replace(/^[\s,.:;-]+/, "").trim();
  return said === ""
    ? decide(context, code, "declined")
    : settle(context, code, "declined", said.slice(0, MOST_REASON));
}
