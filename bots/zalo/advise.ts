/** What Zalo tells nobody by its API, and is to be looked at by a person; and how long the grant lasts without being used. */
import { type TokenStore } from "zalo-sdk-nodejs";
import { DAY, formatVietnamTime, isoTime } from "../../shared/domain/time.ts";
import { type ChannelContext } from "../../shared/ports/channel.ts";
import { manifest } from "./manifest.ts";

/** Three months by Zalo's word; counted short. */
const GRANT_LIFE_MS = 89 * DAY;

export async function advise({ publicUrl }: Pick<ChannelContext, "publicUrl">, tokens: TokenStore) {
  return [webhookToLookAt(publicUrl), ...(await ageOf(tokens))];
}

function webhookToLookAt(publicUrl: string): string {
  const address = publicUrl + manifest.webhook.path;
  return publicUrl.startsWith("https://")
    ? `Its webhook can't be read from here. On developers.zalo.me, the app's Webhook page: the address is ${address}, the events of user_send_*, oa_send_*, follow, unfollow and user_submit_info are ticked, and the account has granted the app every group of permissions.`
    : "Zalo delivers to https addresses alone: until PUBLIC_URL is one, nobody's message arrives here.";
}

/** Times alone: nothing of the tokens is told. */
async function ageOf(tokens: TokenStore): Promise<readonly string[]> {
  const stored = await tokens.read();
  if (!stored || stored.grant.accessToken === "") return [];
  const { issuedAt, expiresAt } = stored.grant;
  const [renewed, ends, last] = [issuedAt, expiresAt, issuedAt + GRANT_LIFE_MS].map((at) =>
    formatVietnamTime(isoTime(at)),
  );
  return [
    `Its token was renewed at ${renewed} and lasts until ${ends}; the server renews it by itself. A server that is off beyond ${last} needs a new ZALO_REFRESH_TOKEN.`,
  ];
}
