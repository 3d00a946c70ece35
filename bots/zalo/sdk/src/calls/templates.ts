/** Template messages: approved beforehand, paid, allowed when the window for answers has closed. */
import type { Call } from "../call.ts";
import { ZaloError } from "../errors.ts";
import { fitted, LIMITS } from "../limits.ts";
import { sentOf, type SentMessage } from "./sent-message.ts";

export type TemplateData = Readonly<Record<string, string | number>>;

/** Zalo keeps no tracking id of these: remember the message id that comes back. */
export type TemplateByUser = { readonly userId: string; readonly templateId: string; readonly data: TemplateData };

export type TemplateByPhone = {
  /** A Vietnamese number in any usual form. */
  readonly phone: string;
  readonly templateId: string;
  readonly data: TemplateData;
  /** Up to 48 characters; the same for the same notice, to find it again in receipts. Zalo does not dedupe by it. */
  readonly trackingId: string;
  /** Reaches only admins of the app or the account. */
  readonly development?: boolean;
};

const BY_USER = "/v3.0/oa/message/template";
const BY_PHONE = "/message/template";

export function templateCalls(call: Call) {
  return {
    async sendTemplate({ userId, templateId, data }: TemplateByUser): Promise<SentMessage> {
      const json = { user_id: userId, template_id: templateId, template_data: data };
      return sentOf(await call({ method: "POST", path: BY_USER, json }));
    },
    async sendTemplateByPhone({
      phone,
      templateId,
      data,
      trackingId,
      development,
    }: TemplateByPhone): Promise<SentMessage> {
      const bounds = { call: `POST ${BY_PHONE}`, what: "the length of the tracking id", most: LIMITS.trackingId };
      const json = {
        phone: vietnamesePhone(phone),
        template_id: templateId,
        template_data: data,
        tracking_id: fitted(trackingId, bounds),
        ...(development === true ? { mode: "development" } : {}),
      };
      return sentOf(await call({ method: "POST", path: BY_PHONE, business: true, json }));
    },
  };
}

/** `84…` of `0…`, `84…`, `+84…` or the bare nine digits. Throws a ZaloError that does not name the number. */
export function vietnamesePhone(phone: string): string {
  const digits = phone.replaceAll(/[\s.()-]/g, "");
  const national = /^(?:\+?84|0)?(\d{9})$/.exec(digits)?.[1];
  if (national !== undefined && !national.startsWith("0")) return `84${national}`;
  const facts = { code: "over-limit", class: "drop", call: `POST ${BY_PHONE}` } as const;
  throw new ZaloError({ ...facts, meaning: "the phone number is not a Vietnamese one; nothing was sent" });
}
