/**
 * Posts on the Page. Facebook knows no key by which the same post is taken once, so the Page itself is asked: a post that
 * bears the promotion's own link is that promotion, and is not posted a second time.
 */
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { type ChannelContext, type Posted } from "../../shared/ports/channel.ts";
import { networkFailureOf } from "../../shared/ports/network-failure.ts";
import { type Failure } from "./failure.ts";
import { object, text } from "./fields.ts";
import { type Answered, type Graph } from "./graph.ts";
import { isPublic, type Part, renderPost } from "./render.ts";

/** So many of the newest posts are looked through. */
const LOOKED_THROUGH = 25;
const MAX_PHOTO_BYTES = 4 * 1024 * 1024;
const PHOTO_TIMEOUT_MS = 10_000;

type Edge = Pick<ChannelContext, "fetch" | "log">;
type Found = { readonly posted: Extract<Posted, { outcome: "posted" }> | undefined };

export async function post(graph: Graph, edge: Edge, copy: PostCopy): Promise<Posted> {
  const part = renderPost(copy);
  if (!part) return refused("A post on a Facebook Page has 1 to 63206 characters: shorten the text");
  const before = await find(graph, copy.link.url);
  if ("outcome" in before) return notPosted(before);
  if (before.posted) return before.posted;
  const body = await bodyOf(part, edge);
  if (!body)
    return refused("The picture could not be fetched to be uploaded to Facebook: see that its address answers");
  const outcome = outcomeOf(await graph.post(`${graph.page}/${part.photo === undefined ? "feed" : "photos"}`, body));
  return outcome.outcome === "unknown" ? reconciled(graph, edge, { outcome, link: copy.link.url }) : outcome;
}

const refused = (why: string): Failure => ({ outcome: "refused", why });

/** Looking changes nothing, so whatever became of the question, there is no post. */
const notPosted = (failure: Failure): Failure =>
  failure.outcome === "unknown" ? { outcome: "later", why: failure.why, retryAfterMs: 30_000 } : failure;

function outcomeOf(answer: Answered): Exclude<Posted, { outcome: "submitted" }> {
  if (!answer.done) return answer.failure;
  const ref = text(answer.fields["post_id"]) ?? text(answer.fields["id"]);
  if (ref === undefined) return { outcome: "unknown", why: "Facebook answered without the id of the post" };
  return { outcome: "posted", ref, url: `https://www.facebook.com/${ref}` };
}

type Lost = { outcome: Extract<Posted, { outcome: "unknown" }>; link: string };

/** Not found is not the same as not there: a post that Facebook is still working on shows later. */
async function reconciled(graph: Graph, { log }: Edge, { outcome, link }: Lost): Promise<Posted> {
  const found = await find(graph, link);
  const posted = "posted" in found ? found.posted : undefined;
  log.info("facebook.looked-for-post", { found: posted !== undefined });
  return posted ?? outcome;
}

async function find(graph: Graph, link: string): Promise<Found | Failure> {
  const answer = await graph.get(`${graph.page}/posts`, {
    fields: "id,message,permalink_url",
    limit: String(LOOKED_THROUGH),
  });
  if (!answer.done) return answer.failure;
  const posts: readonly unknown[] = Array.isArray(answer.fields["data"]) ? answer.fields["data"] : [];
  const found = posts.map(object).find((one) => bears(text(one?.["message"]) ?? "", link));
  const ref = text(found?.["id"]);
  if (ref === undefined) return { posted: undefined };
  return {
    posted: { outcome: "posted", ref, url: text(found?.["permalink_url"]) ?? `https://www.facebook.com/${ref}` },
  };
}

/** The whole address, not the beginning of a longer one. */
function bears(message: string, link: string): boolean {
  return message.split(/\s+/).includes(link);
}

/** Undefined where a picture that has to be uploaded can't be had. */
async function bodyOf({ message, link, photo }: Part, edge: Edge): Promise<URLSearchParams | FormData | undefined> {
  if (photo === undefined) return new URLSearchParams({ message, ...(link === undefined ? {} : { link }) });
  if (isPublic(photo)) return new URLSearchParams({ caption: message, url: photo });
  const picture = await fetchPicture(photo, edge);
  if (!picture) return undefined;
  const form = new FormData();
  form.set("caption", message);
  form.set("source", picture, "photo");
  return form;
}

async function fetchPicture(address: string, { fetch, log }: Edge): Promise<Blob | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PHOTO_TIMEOUT_MS) });
    const picture = response.ok ? await response.blob() : undefined;
    if (picture && picture.size <= MAX_PHOTO_BYTES) return picture;
    log.warn("facebook.photo-unreachable", { status: response.status, bytes: picture?.size });
  } catch (error) {
    log.warn("facebook.photo-unreachable", { code: networkFailureOf(error).code });
  }
  return undefined;
}
