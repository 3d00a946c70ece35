/** Template messages: approved and paid for, they reach people whose window has closed, or who never wrote to the account. */
import { isZaloError, type TemplateData, type ZaloClient } from "zalo-sdk-nodejs";
import { type Sent, type TemplateNotice, type TemplateRecipient } from "../../shared/ports/channel.ts";
import { type Log } from "../../shared/ports/log.ts";
import { outcomeOf } from "./outcome.ts";

type Sender = { readonly zalo: ZaloClient; readonly log: Log; readonly templateId: string };

/** By user id, else by phone. A template that Zalo does not take as it is asks for a person: the log says the cure. */
export async function sendTemplate(
  { zalo, log, templateId }: Sender,
  to: TemplateRecipient,
  notice: TemplateNotice,
): Promise<Sent> {
  const message = { templateId, data: dataOf(notice) };
  try {
    const { messageId } = await ("chat" in to
      ? zalo.sendTemplate({ ...message, userId: to.chat })
      : zalo.sendTemplateByPhone({ ...message, phone: to.phone, trackingId: notice.id }));
    return { outcome: "sent", ref: messageId === "" ? "unnamed" : messageId };
  } catch (error) {
    if (isParameterRefusal(error)) log.error("zalo.template-does-not-fit", error, { template: templateId });
    return outcomeOf(error, log);
  }
}

/** The names that the cure of ZALO_TEMPLATE_PARCEL asks the office to have approved. */
const dataOf = ({ code, status, goods, amount }: TemplateNotice): TemplateData => ({
  order_code: code,
  status,
  goods,
  amount,
});

// -112 and -1121 to -1129.
const isParameterRefusal = (error: unknown): boolean => isZaloError(error) && /^-112\d?$/.test(String(error.code));
