/** The calls of the pretended OpenAPI: refusals come with HTTP 200, a dead token before everything else. */
import { type Answer, type Articles } from "./simulator-articles.ts";
import { type Grant } from "./simulator-grant.ts";
import { fields, isRefusal, readMessage, refusal, type Shown, string } from "./simulator-message.ts";
import { type Phone, refusalOf, show, type Stage } from "./simulator-people.ts";
import { type Templates } from "./simulator-template.ts";
import { OA } from "./simulator-webhook.ts";

const IMAGE_BYTES = 1_000_000;

type Office = {
  readonly stage: Stage;
  readonly articles: Articles;
  readonly grant: Grant;
  readonly templates: Templates;
  readonly phone: (id: string) => Phone | undefined;
};

type Call = (request: Request) => Answer | Promise<Answer>;

/** `path` is under the API's root. */
export function openApi(office: Office): (request: Request, path: string) => Promise<Response> {
  const calls = callsOf(office);
  return async (request, path) => {
    if (path === "/v4/oa/access_token") {
      const form = new URLSearchParams(await request.text());
      return Response.json(office.grant.exchange(form, request.headers.get("secret_key")));
    }
    const call = calls[`${request.method} ${path}`];
    if (!call) return Response.json({ error: 404, message: "Empty api" }, { status: 404 });
    if (!office.grant.accepts(request.headers.get("access_token")))
      return Response.json(refusal(-216, "Access token is invalid"));
    const answer = await call(request);
    return Response.json(isRefusal(answer) ? answer : { error: 0, message: "Success", ...answer });
  };
}

function callsOf(office: Office): Readonly<Record<string, Call>> {
  const { articles, templates } = office;
  const uploads = new Map<string, string>();
  return {
    "POST /v3.0/oa/message/cs": async (request) => takeMessage(await json(request), office, uploads),
    "POST /v3.0/oa/message/template": async (request) => templates.byUser(await json(request)),
    "POST /message/template": async (request) => templates.byPhone(await json(request)),
    "POST /v2.0/article/create": async (request) => articles.create(await json(request)),
    "POST /v2.0/article/verify": async (request) => articles.verify((await json(request))["token"]),
    "POST /v2.0/article/remove": async (request) => articles.remove((await json(request))["id"]),
    "GET /v2.0/article/getslice": (request) => articles.slice(new URL(request.url).searchParams),
    "GET /v2.0/article/getdetail": (request) => articles.detail(new URL(request.url).searchParams.get("id")),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- advice for servers; this form is one small one of our own client
    "POST /v2.0/oa/upload/image": async (request) => takeImage(await request.formData(), office.stage, uploads),
    "GET /v2.0/oa/getoa": () => ({
      data: {
        oaid: OA.id,
        name: OA.name,
        is_verified: true,
        num_follower: 1204,
        package_name: "Tăng trưởng",
        package_valid_through_date: "31/12/2099",
      },
    }),
  };
}

/** Broken JSON reads as an empty object, which every call refuses. */
async function json(request: Request) {
  return fields(await request.json().catch(() => undefined));
}

async function takeMessage(
  body: Readonly<Record<string, unknown>>,
  { stage, phone: phoneOf }: Office,
  uploads: ReadonlyMap<string, string>,
): Promise<Answer> {
  const id = string(fields(body["recipient"])["user_id"]);
  const message = readMessage(fields(body["message"]), uploads);
  if (isRefusal(message)) return message;
  const phone = phoneOf(id);
  const refused = refusalOf(phone, stage);
  if (refused || !phone) return refused ?? refusal(-213, "User has not followed OA");
  const messageId = show(phone, message, stage);
  await tellOfIt({ id, messageId, message }, stage);
  const quota = { quota_type: "reply", remain: "7", total: "8" };
  return { data: { message_id: messageId, user_id: id, sent_time: String(Date.parse(stage.clock.now())), quota } };
}

type Told = { readonly id: string; readonly messageId: string; readonly message: Shown };

/** Zalo sends every message of the account back to its webhook, ours too. What becomes of that is no matter of the sender's. */
async function tellOfIt({ id, messageId, message }: Told, { deliveries }: Stage): Promise<void> {
  const attachments = message.photo === undefined ? [] : [{ type: "image", payload: { url: message.photo } }];
  const event = {
    event_name: `oa_send_${message.type}`,
    sender: { id: OA.id },
    recipient: { id },
    message: { msg_id: messageId, text: message.text, ...(attachments.length > 0 ? { attachments } : {}) },
  };
  await deliveries.echo(event).catch(() => undefined);
}

async function takeImage(
  form: FormData,
  { files, ids, apiRoot }: Stage,
  uploads: Map<string, string>,
): Promise<Answer> {
  const file = form.get("file");
  if (!(file instanceof File) || !/\.(jpe?g|png)$/i.test(file.name)) return refusal(-201, "Params is invalid: file");
  if (file.size > IMAGE_BYTES) return refusal(-210, "File size is over limit");
  const id = ids.random("file");
  files.set(id, { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type });
  uploads.set(id, `${apiRoot}/files/${id}`);
  return { data: { attachment_id: id } };
}
