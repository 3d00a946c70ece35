/** Articles: the account's public face. Asynchronous: create gives a token, verify gives the id when Zalo is done. */
import type { Call } from "../call.ts";
import { isZaloError, ZaloError } from "../errors.ts";
import { idOf, listOf, numberOf, present, recordOf, textOf, type JsonRecord } from "../json.ts";
import { fitted, LIMITS, webAddress, within } from "../limits.ts";

export type ArticleBody =
  /** HTML paragraphs. */
  | { readonly type: "text"; readonly content: string }
  | { readonly type: "image"; readonly url: string; readonly caption?: string };

export type Article = {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** Zalo hides what says nothing; `show` puts it on the account's page, without a push. */
  readonly status: "show" | "hide";
  readonly comment?: "show" | "hide";
  /** Required by Zalo; a picture of about 1 MB fails, and only at verify. */
  readonly coverUrl: string;
  readonly body: readonly ArticleBody[];
};

export type ArticleState = { readonly ready: true; readonly id: string } | { readonly ready: false };
export type ArticlePage = { readonly total: number; readonly articles: readonly JsonRecord[] };

export type Waiting = {
  readonly sleep: (ms: number) => Promise<void>;
  readonly tries?: number;
  readonly everyMs?: number;
};

const CREATE = "/v2.0/article/create";
const UPDATE = "/v2.0/article/update";
const SLICE = "/v2.0/article/getslice";

export function articleCalls(call: Call) {
  return {
    /** Gives the token for verifyArticle. */
    createArticle: async (article: Article) =>
      tokenOf(await call({ method: "POST", path: CREATE, json: articleOf(article, `POST ${CREATE}`) }), CREATE),
    /** The whole article again, under its id. */
    updateArticle: async (id: string, article: Article) => {
      const json = { id, ...articleOf(article, `POST ${UPDATE}`) };
      return tokenOf(await call({ method: "POST", path: UPDATE, json, repeatable: true }), UPDATE);
    },
    verifyArticle: (token: string) => stateOf(call, token),
    /** Asks 8 times, 3 s apart, unless told otherwise; not ready after that is an answer, not an error. */
    async awaitArticle(token: string, { sleep, tries = 8, everyMs = 3_000 }: Waiting): Promise<ArticleState> {
      for (let turn = 1; ; turn += 1) {
        const state = await stateOf(call, token);
        if (state.ready || turn >= tries) return state;
        await sleep(everyMs);
      }
    },
    async removeArticle(id: string): Promise<void> {
      await call({ method: "POST", path: "/v2.0/article/remove", json: { id } });
    },
    articleDetail: async (id: string) =>
      recordOf(await call({ method: "GET", path: "/v2.0/article/getdetail", query: { id } })),
    /** At most 10 a page. */
    async listArticles({ offset, limit }: { readonly offset: number; readonly limit: number }): Promise<ArticlePage> {
      const most = LIMITS.articlesPerPage;
      within(limit, { call: `GET ${SLICE}`, what: "the page size", least: 1, most });
      const query = { offset: String(offset), limit: String(limit), type: "normal" };
      const data = recordOf(await call({ method: "GET", path: SLICE, query }));
      return { total: numberOf(data["total"]) ?? 0, articles: listOf(data["medias"]).map(recordOf) };
    },
  };
}

async function stateOf(call: Call, token: string): Promise<ArticleState> {
  try {
    const data = await call({ method: "POST", path: "/v2.0/article/verify", json: { token }, repeatable: true });
    const id = idOf(recordOf(data)["id"]);
    return id === undefined ? { ready: false } : { ready: true, id };
  } catch (error) {
    if (isZaloError(error) && error.code === -214) return { ready: false };
    throw error;
  }
}

function articleOf(article: Article, call: string) {
  const { status, comment = "show" } = article;
  return {
    type: "normal",
    title: fitted(article.title, { call, what: "the length of the title", most: LIMITS.articleTitle }),
    author: fitted(article.author, { call, what: "the length of the author", most: LIMITS.articleAuthor }),
    description: fitted(article.description, {
      call,
      what: "the length of the description",
      most: LIMITS.articleDescription,
    }),
    status,
    comment,
    cover: { cover_type: "photo", photo_url: webAddress(article.coverUrl, call), status: "show" },
    body: article.body.map((part) => {
      if (part.type === "text") return { type: "text", content: part.content };
      return { type: "image", url: webAddress(part.url, call), ...present({ caption: part.caption }) };
    }),
  };
}

function tokenOf(data: unknown, path: string): string {
  const token = textOf(recordOf(data)["token"]);
  if (token !== undefined) return token;
  const facts = { code: "unreadable", class: "unknown-outcome", call: `POST ${path}` } as const;
  throw new ZaloError({ ...facts, meaning: "a success without the article's token" });
}
