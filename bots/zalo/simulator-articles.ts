/** The account's articles, pretended: taken at once, worked on for a while, shown when they are ready. */
import { millis, SECOND } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { type Ids } from "../../shared/ports/ids.ts";
import { type SeenPost } from "../../shared/ports/simulator.ts";
import { type Fields, fields, isAddress, list, type Refusal, refusal, string } from "./simulator-message.ts";

const LIMIT = { title: 150, description: 300, author: 50, page: 10 };
/** Who doesn't ask sees it this much later; who asks sees it at the second question. */
const WORK = 3 * SECOND;

type Kept = { readonly post: SeenPost; readonly token: string; readonly shown: boolean; asked: number };

/** The envelope's data, or a refusal. */
export type Answer = { readonly data: object } | Refusal;

export type Articles = {
  create(article: Fields): Answer;
  verify(token: unknown): Answer;
  remove(id: unknown): Answer;
  slice(query: URLSearchParams): Answer;
  detail(id: string | null): Answer;
  wall(): readonly SeenPost[];
};

export function openArticles(context: { clock: Clock; ids: Ids; root: string }): Articles {
  const { clock, ids } = context;
  const kept: Kept[] = [];
  const isReady = ({ asked, post }: Kept): boolean => asked > 1 || millis(clock.now()) - Date.parse(post.at) >= WORK;
  const ready = (): readonly Kept[] => kept.filter(isReady);
  return {
    create(article) {
      const problem = problemOf(article);
      if (problem !== undefined) return refusal(-201, `Params is invalid: ${problem}`);
      const token = ids.random("articletoken");
      const post = { ...seen(article), id: ids.random("article"), at: clock.now() };
      kept.push({ post, token, shown: article["status"] === "show", asked: 0 });
      return { data: { token } };
    },
    verify(token) {
      const found = kept.find((one) => one.token === token);
      if (!found) return refusal(-201, "Params is invalid: token");
      found.asked += 1;
      if (isReady(found)) return { data: { id: found.post.id } };
      return refusal(-214, "The article is being processed");
    },
    wall: () => ready().flatMap(({ shown, post }) => (shown ? [post] : [])),
    ...shelf({ kept, ready, root: context.root }),
  };
}

type Shelf = { readonly kept: Kept[]; readonly ready: () => readonly Kept[]; readonly root: string };

/** What can be done with an article that has its id. */
function shelf({ kept, ready, root }: Shelf): Pick<Articles, "remove" | "slice" | "detail"> {
  const unknownId = refusal(-201, "Params is invalid: id");
  const byId = (id: unknown): Kept | undefined => ready().find(({ post }) => post.id === id);
  const told = ({ post: { id, title } }: Kept): object => ({ id, title, link_view: `${root}/articles/${id}` });
  return {
    remove(id) {
      const found = byId(id);
      if (!found) return unknownId;
      kept.splice(kept.indexOf(found), 1);
      return { data: {} };
    },
    slice(query) {
      const [offset, limit] = [Number(query.get("offset") ?? 0), Number(query.get("limit") ?? LIMIT.page)];
      if (!(limit <= LIMIT.page)) return refusal(-201, `maximum limit is ${LIMIT.page}`);
      const newest = ready().toReversed();
      return { data: { total: newest.length, medias: newest.slice(offset, offset + limit).map(told) } };
    },
    detail(id) {
      const found = byId(id);
      return found ? { data: told(found) } : unknownId;
    },
  };
}

/** Strings of exactly the documented length are refused, as the real Zalo does. */
function problemOf({ title, description, author, cover, body }: Fields): string | undefined {
  for (const [name, text, most] of [
    ["title", string(title), LIMIT.title],
    ["description", string(description), LIMIT.description],
    ["author", string(author), LIMIT.author],
  ] as const)
    if (text === "" || text.length >= most) return name;
  if (!isAddress(fields(cover)["photo_url"])) return "cover";
  return list(body).length === 0 ? "body" : undefined;
}

function seen({ title, cover, body }: Fields): Pick<SeenPost, "title" | "text" | "photo" | "link"> {
  const html = list(body).map((part) => string(fields(part)["content"]));
  const link = html.map(linkIn).find((one) => one !== undefined);
  return {
    title: string(title),
    text: html.map(plain).join("\n"),
    photo: string(fields(cover)["photo_url"]),
    ...(link ? { link } : {}),
  };
}

const SIGNS: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => SIGNS[entity] ?? entity);

const plain = (html: string): string => unescaped(html.replaceAll(/<[^>]*>/g, ""));

function linkIn(html: string): SeenPost["link"] {
  const [, before = "", url, inside = ""] = /^(?:<p>)?([^<]*)<a href="([^"]*)">([^<]*)<\/a>/.exec(html) ?? [];
  if (url === undefined) return undefined;
  const label = before.replace(/:\s*$/, "") || inside;
  return { label: unescaped(label), url: unescaped(url) };
}
