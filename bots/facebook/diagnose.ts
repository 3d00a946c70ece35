/** What is wrong with the Page's token: each in words with a cure. Nothing is posted to find out. */
import { type Failure } from "./failure.ts";
import { text } from "./fields.ts";
import { type Graph } from "./graph.ts";

/** [] when it works. */
export async function diagnose(graph: Graph): Promise<readonly string[]> {
  // A Page token's "me" is the Page.
  const me = await graph.get("me", { fields: "id,name" });
  if (!me.done) return [inWords(me.failure)];
  const id = text(me.fields["id"]);
  if (id !== graph.page)
    return [
      `FACEBOOK_PAGE_TOKEN is for ${id ?? "nobody"}, but FACEBOOK_PAGE_ID is ${graph.page}: ask /me/accounts for that Page's own token and set it.`,
    ];
  const posts = await graph.get(`${graph.page}/posts`, { fields: "id", limit: "1" });
  return posts.done ? [] : [inWords(posts.failure)];
}

function inWords(failure: Failure): string {
  return failure.outcome === "refused"
    ? `${failure.why}.`
    : `${failure.why}: try again, and see that graph.facebook.com can be reached from here.`;
}

/** debug_token answers an app or its developer, not a Page, and wants the token in an address: it is left to a person. */
export const ADVICE: readonly string[] = [
  "Whether its token ends, and whether it may post, is told to nobody but you: paste it at https://developers.facebook.com/tools/debug/accesstoken/ and see that it expires never and lists pages_manage_posts, pages_read_engagement and pages_show_list. Else make one of a system user and set FACEBOOK_PAGE_TOKEN.",
];
