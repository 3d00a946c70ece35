/** Broadcast: Zalo pushes articles to followers by demography. Free, moderated, 06:00 to 21:59, and no list of who got it. */
import type { Call } from "../call.ts";
import { idOf, recordOf } from "../json.ts";
import { LIMITS, within } from "../limits.ts";

/** Comma-separated codes. Sources disagree whether Zalo wants strings or arrays: strings. */
export type BroadcastTarget = {
  /** 0 all, 1 men, 2 women. */
  readonly gender?: "0" | "1" | "2";
  /** 0 to 7: 0–12, 13–17, 18–24, 25–34, 35–44, 45–54, 55–64, 65 and over. */
  readonly ages?: string;
  /** Zalo's own codes of the 63 old provinces; they override `locations`. */
  readonly cities?: string;
  /** 0 north, 1 centre, 2 south. */
  readonly locations?: string;
  /** 1 iOS, 2 Android, 3 Windows. */
  readonly platform?: string;
};

export type Broadcast = { readonly articleIds: readonly string[]; readonly target?: BroadcastTarget };

const PATH = "/v2.0/oa/message";

export function broadcastCalls(call: Call) {
  return {
    /** 1 to 5 articles. A lost answer is an `unknown-outcome`: repeating it would push twice. */
    async sendBroadcast({ articleIds, target = {} }: Broadcast): Promise<{ readonly messageId: string }> {
      const bounds = { call: `POST ${PATH}`, what: "the number of articles", least: 1 };
      within(articleIds.length, { ...bounds, most: LIMITS.articlesPerBroadcast });
      const elements = articleIds.map((id) => ({ media_type: "article", attachment_id: id }));
      const attachment = { type: "template", payload: { template_type: "media", elements } };
      const data = await call({ method: "POST", path: PATH, json: { recipient: { target }, message: { attachment } } });
      return { messageId: idOf(recordOf(data)["message_id"]) ?? "" };
    },
  };
}
