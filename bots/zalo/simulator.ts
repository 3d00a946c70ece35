/**
 * A pretended Zalo: the Official Account's API and OAuth with the real limits and envelopes, and the people who use it.
 * Everything is in memory; the files beside this one hold its parts.
 */
import { type Fault, type Simulator, type SimulatorContext } from "../../shared/ports/simulator.ts";
import { openApi } from "./simulator-api.ts";
import { openArticles } from "./simulator-articles.ts";
import { APP, openGrant } from "./simulator-grant.ts";
import { openPhoneBook, parties, show, type Stage } from "./simulator-people.ts";
import { openTemplates, TEMPLATE } from "./simulator-template.ts";
import { OA, openDeliveries } from "./simulator-webhook.ts";

export type ZaloSimulator = Simulator & {
  /** Somebody of the office answers in Zalo's own app. */
  staffReply(person: string, text: string): Promise<number>;
  /** This person's SIM: templates by phone reach them by it, though they never wrote it to us. */
  ownsNumber(person: string, number: string): void;
};

/** What sends to a person or to a wall. */
const SENDS = ["/v3.0/oa/message/cs", "/v2.0/article/create", "/v3.0/oa/message/template", "/message/template"];

const COVER = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#2e7d4f"/><text x="320" y="195" font-size="48" text-anchor="middle" fill="#fff" font-family="sans-serif">OCOP · ảnh mẫu</text></svg>`;

export function simulate(context: SimulatorContext): ZaloSimulator {
  const { apiRoot, clock, ids } = context;
  const root = apiRoot.replace(/\/+$/, "");
  const faults: Fault[] = [];
  const stage: Stage = { ...context, apiRoot: root, deliveries: openDeliveries(context), files: new Map() };
  const articles = openArticles({ clock, ids, root });
  const book = openPhoneBook(stage);
  const templates = openTemplates(stage, book);
  const api = openApi({ stage, articles, templates, grant: openGrant(clock), phone: book.byId });

  return {
    settings: settingsUnder(root),
    handle: (request) => answer(request, { root, stage, api, articles, faults }),
    person: book.person,
    people: book.people,
    wall: () => articles.wall(),
    fault: (fault) => faults.push(...Array.from({ length: fault.times ?? 1 }, () => fault)),
    redeliver: (times) => stage.deliveries.redeliver(times),
    forge: (text) =>
      stage.deliveries.forge({
        event_name: "user_send_text",
        ...parties("666"),
        message: { msg_id: ids.random("msg"), text },
      }),
    ownsNumber: book.ownsNumber,
    staffReply(id, text) {
      const phone = book.byId(id);
      if (!phone) throw new Error(`Nobody called ${id} ever wrote to this account`);
      const msgId = show(phone, { type: "text", text, buttons: [] }, context);
      const sides = { sender: { id: OA.id, admin_id: "9026617738200114453" }, recipient: { id } };
      return stage.deliveries.echo({ event_name: "oa_send_text", ...sides, message: { msg_id: msgId, text } });
    },
  };
}

const settingsUnder = (root: string) => ({
  ZALO_APP_ID: APP.id,
  ZALO_APP_SECRET: APP.secret,
  ZALO_OA_ID: OA.id,
  ZALO_OA_SECRET_KEY: OA.key,
  ZALO_REFRESH_TOKEN: APP.seed,
  ZALO_COVER_URL: `${root}/cover.svg`,
  ZALO_TEMPLATE_PARCEL: TEMPLATE.approved,
  ZALO_API_ROOT: root,
  ZALO_OAUTH_ROOT: root,
});

type Office = {
  readonly root: string;
  readonly stage: Stage;
  readonly api: ReturnType<typeof openApi>;
  readonly articles: ReturnType<typeof openArticles>;
  readonly faults: Fault[];
};

/** Rejects where the connection is to be lost: whoever serves this over HTTP hangs up then. */
async function answer(request: Request, { root, stage, api, articles, faults }: Office): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(root).pathname.replace(/\/$/, "").length);
  if (request.method === "GET" && path === "/cover.svg")
    return picture(new TextEncoder().encode(COVER), "image/svg+xml");
  const file = stage.files.get(path.replace("/files/", ""));
  if (request.method === "GET" && file) return picture(file.bytes, file.type);
  const article = articles.wall().find(({ id }) => path === `/articles/${id}`);
  if (article) return new Response(`${article.title ?? ""}\n\n${article.text}\n`);

  const fault = take(faults, path);
  if (fault?.kind === "rate-limited") return Response.json({ error: -32, message: "Your app has reached its limit" });
  if (fault?.kind === "server-error") return new Response("Internal Server Error", { status: 500 });
  if (fault?.kind === "lost-before") throw new Error("The connection was lost before Zalo took the request");
  const response = await api(request, path);
  if (fault?.kind === "lost-after") throw new Error("The connection was lost before Zalo's answer arrived");
  return response;
}

const picture = (bytes: Uint8Array, type: string): Response =>
  new Response(new Uint8Array(bytes), { headers: { "content-type": type } });

function take(faults: Fault[], path: string): Fault | undefined {
  const place = faults.findIndex(({ call }) => (call === undefined ? SENDS.includes(path) : path.endsWith(call)));
  return place === -1 ? undefined : faults.splice(place, 1)[0];
}
