/** What a Zalo Official Account (OA) is to the program. Plain data. */
import { type ChannelManifest } from "../../shared/ports/channel.ts";

const DAY = 24 * 60 * 60 * 1000;

export const manifest = {
  name: "zalo",
  title: "Zalo",
  webhook: { method: "POST", path: "/webhooks/zalo" },
  chat: true,
  wall: "Bài viết Zalo OA",
  settings: [
    {
      name: "ZALO_APP_ID",
      secret: false,
      required: true,
      pattern: { matches: /^\d+$/, looks: "digits alone" },
      cure: "Make an app on developers.zalo.me, register it for the Official Account API and set ZALO_APP_ID to its id.",
    },
    {
      name: "ZALO_APP_SECRET",
      secret: true,
      required: true,
      cure: "Copy the app's secret key from its settings on developers.zalo.me into ZALO_APP_SECRET.",
    },
    {
      name: "ZALO_OA_ID",
      secret: false,
      required: true,
      pattern: { matches: /^\d+$/, looks: "digits alone" },
      cure: "Set ZALO_OA_ID to the id of the Official Account, as oa.zalo.me shows it.",
    },
    {
      name: "ZALO_OA_SECRET_KEY",
      secret: true,
      required: true,
      cure: "Copy the OA Secret Key from the Webhook page of the app into ZALO_OA_SECRET_KEY. It is not the app's secret.",
    },
    {
      name: "ZALO_REFRESH_TOKEN",
      secret: true,
      required: true,
      cure: "Get a refresh token for the account in the API Explorer on developers.zalo.me and set ZALO_REFRESH_TOKEN. It is used once; the live one is in the table.",
    },
    {
      name: "ZALO_COVER_URL",
      secret: false,
      required: false,
      cure: "Set ZALO_COVER_URL to the https address of a jpg or png below 1 MB: Zalo wants a picture for every article and for asking a person's phone.",
    },
    {
      name: "ZALO_TEMPLATE_PARCEL",
      secret: false,
      required: false,
      pattern: { matches: /^\d+$/, looks: "digits alone" },
      cure: "Have a transaction template (ZBS) approved at account.zalo.cloud that has the text parameters order_code (30 characters), status (30), goods (100) and amount (20) and asks to open the chat, and set ZALO_TEMPLATE_PARCEL to its id. It tells producers of orders when no chat reaches them; each costs about 200 đ, from a ZCA wallet linked to the account.",
    },
    {
      name: "ZALO_API_ROOT",
      secret: false,
      required: false,
      cure: "Leave ZALO_API_ROOT unset for https://openapi.zalo.me; set it only for a simulator.",
    },
    {
      name: "ZALO_OAUTH_ROOT",
      secret: false,
      required: false,
      cure: "Leave ZALO_OAUTH_ROOT unset for https://oauth.zaloapp.com; set it only for a simulator.",
    },
  ],
  // A payload of Zalo's has 1,000 characters, of which one is our mark.
  limits: { text: 2000, caption: 2000, buttons: 5, buttonTitle: 100, payloadBytes: 999 },
  abilities: { photos: true, links: true, askContact: true, polling: false },
  windowMs: 7 * DAY,
  staffRung: 1,
} as const satisfies ChannelManifest;
