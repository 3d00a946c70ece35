/** The receipt of a message that Zalo took. */
import { idOf, numberOf, present, recordOf, textOf } from "../json.ts";

export type SentMessage = {
  /** Empty in the odd case that Zalo took the message without naming it. */
  readonly messageId: string;
  readonly userId?: string;
  /** Milliseconds since 1970, as Zalo wrote them. */
  readonly sentTime?: string;
  /** What this message was counted against, and what is left of it. */
  readonly quota?: {
    readonly type?: string;
    readonly remain?: number;
    readonly total?: number;
    readonly expires?: string;
  };
};

export function sentOf(data: unknown): SentMessage {
  const sent = recordOf(data);
  const quota = recordOf(sent["quota"]);
  const counted = present({
    type: textOf(quota["quota_type"]),
    remain: numberOf(quota["remain"]),
    total: numberOf(quota["total"]),
    expires: textOf(quota["expired_date"]),
  });
  const optional = present({
    userId: idOf(sent["user_id"]),
    sentTime: idOf(sent["sent_time"]),
    quota: Object.keys(counted).length === 0 ? undefined : counted,
  });
  // An accepted message whose id is missing is still accepted: throwing here would have it sent again.
  return { messageId: idOf(sent["message_id"]) ?? idOf(sent["msg_id"]) ?? "", ...optional };
}
