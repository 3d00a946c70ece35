/** The pretended template messages: what is approved, its parameters and their lengths, the day's quota, and the night. */
import { DAY, HOUR, isoTime, millis, type IsoTime, vietnamDate } from "../../shared/domain/time.ts";
import { type Answer } from "./simulator-articles.ts";
import { fields, type Fields, type Refusal, refusal, string } from "./simulator-message.ts";
import { type Phone, show, type Stage } from "./simulator-people.ts";

/** Characters that each parameter was approved with. */
const PARAMETERS: Readonly<Record<string, number>> = { order_code: 30, status: 30, goods: 100, amount: 20 };

export const TEMPLATE = { approved: "314159", waiting: "271828", disabled: "161803" };

/** The lowest of Zalo's daily tiers. */
export const DAILY_QUOTA = 500;
const TRACKING_ID = 48;
const [MORNING, NIGHT] = [6 * HOUR, 22 * HOUR];
const VIETNAM = 7 * HOUR;

export type Templates = {
  /** By user id: the window does not matter, following does. */
  byUser(body: Fields): Answer;
  /** By phone: whoever owns the number, followed or not. */
  byPhone(body: Fields): Answer;
};

type People = {
  readonly byId: (id: string) => Phone | undefined;
  readonly byNumber: (number: string) => Phone | undefined;
};

export function openTemplates(stage: Stage, people: People): Templates {
  const used = new Map<string, number>();
  const send = (body: Fields, phone: Phone): Answer => {
    const today = vietnamDate(stage.clock.now());
    const count = (used.get(today) ?? 0) + 1;
    if (count > DAILY_QUOTA) return refusal(-144, "OA has reached its daily quota of messages");
    used.set(today, count);
    const at = pushedAt(stage.clock.now());
    const text = wordsOf(fields(body["template_data"]));
    const id = show(phone, { type: "template", text, buttons: [] }, { ...stage, clock: { now: () => at } });
    const sent_time = String(millis(stage.clock.now()));
    const quota = { dailyQuota: String(DAILY_QUOTA), remainingQuota: String(DAILY_QUOTA - count) };
    return { data: { msg_id: id, message_id: id, sent_time, sending_mode: "1", quota } };
  };
  return {
    byUser(body) {
      const phone = people.byId(string(body["user_id"]));
      const refused = refusalOf(body);
      if (refused) return refused;
      return !phone || phone.gone ? refusal(-213, "User has not followed OA") : send(body, phone);
    },
    byPhone(body) {
      const number = string(body["phone"]);
      if (!/^84[1-9]\d{8}$/.test(number)) return refusal(-108, "Phone number is invalid");
      const tracking = string(body["tracking_id"]);
      if (tracking === "" || tracking.length > TRACKING_ID) return refusal(-112, "tracking_id is invalid");
      const refused = refusalOf(body);
      if (refused) return refused;
      const phone = people.byNumber(number);
      return phone ? send(body, phone) : refusal(-118, "Zalo account does not exist");
    },
  };
}

function refusalOf(body: Fields): Refusal | undefined {
  switch (string(body["template_id"])) {
    case TEMPLATE.approved:
      return wrongParameter(fields(body["template_data"]));
    case TEMPLATE.waiting:
      return refusal(-131, "Template has not been approved");
    case TEMPLATE.disabled:
      return refusal(-146, "Template has been disabled");
    default:
      return refusal(-109, "Template does not exist");
  }
}

function wrongParameter(data: Fields): Refusal | undefined {
  const wrong = Object.entries(PARAMETERS).find(([name, most]) => {
    const value = string(data[name]);
    return value.trim() === "" || value.length > most || value.includes("\n");
  });
  return wrong && refusal(-112, `template_data is invalid: ${wrong[0]}`);
}

/** Taken at any hour, pushed between 06:00 and 22:00 in Viet Nam. */
function pushedAt(now: IsoTime): IsoTime {
  const midnight = Math.floor((millis(now) + VIETNAM) / DAY) * DAY - VIETNAM;
  const hour = millis(now) - midnight;
  if (hour < MORNING) return isoTime(midnight + MORNING);
  return hour < NIGHT ? now : isoTime(midnight + DAY + MORNING);
}

const wordsOf = (data: Fields): string =>
  [
    `Đơn hàng ${string(data["order_code"])}: ${string(data["status"])}`,
    string(data["goods"]),
    string(data["amount"]),
    "Mở chat OCOP Cao Bằng, nhắn “đơn” để xem và trả lời.",
  ].join("\n");
