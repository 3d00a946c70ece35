/** What a Facebook Page is to the program: a wall and no chat. Plain data. */
import { type ChannelManifest } from "../../shared/ports/channel.ts";

export const manifest = {
  name: "facebook",
  title: "Facebook",
  chat: false,
  wall: "Trang Facebook",
  settings: [
    {
      name: "FACEBOOK_PAGE_ID",
      secret: false,
      required: true,
      pattern: { matches: /^\d+$/, looks: "digits alone" },
      cure: "Set FACEBOOK_PAGE_ID to the number of the Page: About, Page transparency shows it.",
    },
    {
      name: "FACEBOOK_PAGE_TOKEN",
      secret: true,
      required: true,
      cure: "Make a Page token with pages_manage_posts, pages_read_engagement and pages_show_list, best one of a system user of the business, and set FACEBOOK_PAGE_TOKEN.",
    },
    {
      name: "FACEBOOK_GRAPH_ROOT",
      secret: false,
      required: false,
      cure: "Leave FACEBOOK_GRAPH_ROOT unset for https://graph.facebook.com/v25.0; set it for another version of the Graph API.",
    },
  ],
  // The text of a post as long known, a number that the Graph API does not document. Nothing on a post can be pressed.
  limits: { text: 63_206, caption: 63_206, buttons: 0, buttonTitle: 0, payloadBytes: 0 },
  abilities: { photos: true, links: true, askContact: false, polling: false },
} as const satisfies ChannelManifest;
