/** What the pretend Page takes and shows: the calls that we make, refused where Facebook would refuse them. */
import { isVisible } from "../../shared/domain/split-text.ts";
import { type SeenPost, type SimulatorContext } from "../../shared/ports/simulator.ts";

export const PAGE = { id: "104857601234567", name: "OCOP Cao Bằng (mẫu)" } as const;

export type Page = {
  readonly context: SimulatorContext;
  readonly token: string;
  /** The newest first. */
  readonly posts: { readonly message: string; readonly seen: SeenPost }[];
  readonly pictures: Map<string, Blob>;
};

const TEXT = 63_206;
const PHOTO_BYTES = 4 * 1024 * 1024;
const MOST_LISTED = 100;

export class GraphRefusal extends Error {
  readonly code: number;
  readonly status: number;
  readonly subcode: number | undefined;

  constructor(code: number, message: string, status = 400, subcode?: number) {
    super(message);
    this.name = "GraphRefusal";
    this.code = code;
    this.status = status;
    this.subcode = subcode;
  }
}

/** In the words and with the code of Node's own fetch. */
export const lostConnection = (): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) });

export async function pageRoutes(page: Page, request: Request, path: string): Promise<object> {
  checkToken(page, request);
  const [, node = "", edge = ""] = path.split("/");
  if (request.method === "GET" && node === "me") return PAGE;
  if (node !== PAGE.id) throw unknownObject(node);
  const route = `${request.method} ${edge}`;
  if (route === "GET ") return PAGE;
  if (route === "GET posts") return listPosts(page, new URL(request.url).searchParams);
  if (route === "POST feed") return takePost(page, await fieldsOf(request));
  if (route === "POST photos") return takePhoto(page, await fieldsOf(request));
  throw new GraphRefusal(100, `Unsupported ${request.method.toLowerCase()} request`);
}

/** Facebook quotes a token that it can't read. */
function checkToken({ token }: Page, { headers }: Request): void {
  const given = /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1];
  if (given === undefined) throw new GraphRefusal(104, "An access token is required to request this resource.");
  if (given !== token) throw new GraphRefusal(190, `Malformed access token ${given}`);
}

const unknownObject = (id: string): GraphRefusal =>
  new GraphRefusal(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    400,
    33,
  );

async function fieldsOf(request: Request): Promise<FormData> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its cost matters to servers; this one is for trying things out
  return request.formData();
}

/** Forms with a file in them carry every line end as two characters; Facebook shows one. */
const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
};

function listPosts({ posts }: Page, query: URLSearchParams): object {
  const fields = new Set((query.get("fields") ?? "id,message,created_time").split(","));
  const limit = Math.min(Number(query.get("limit") ?? 25), MOST_LISTED);
  const data = posts.slice(0, limit).map(({ message, seen: { id, at } }) => {
    const whole = { message, created_time: at, permalink_url: addressOf(id) };
    return { id, ...Object.fromEntries(Object.entries(whole).filter(([name]) => fields.has(name))) };
  });
  return { data, paging: {} };
}

const addressOf = (id: string): string => `https://www.facebook.com/${id.replace("_", "/posts/")}`;

function takePost(page: Page, fields: FormData): object {
  const [message, link] = [textOf(fields, "message"), textOf(fields, "link")];
  if (!isVisible(message) && link === "") throw new GraphRefusal(100, "(#100) Missing message or attachment");
  if (link !== "" && !isReachable(link)) throw new GraphRefusal(1500, "The url you supplied is invalid.");
  const id = show(page, message, link === "" ? {} : { link: { label: new URL(link).host, url: link } });
  return { id };
}

async function takePhoto(page: Page, fields: FormData): Promise<object> {
  const [caption, url, source] = [textOf(fields, "caption"), textOf(fields, "url"), fields.get("source")];
  const photo = typeof source === "object" && source !== null ? await keep(page, source) : url;
  if (!isReachable(photo) && photo === url) throw new GraphRefusal(324, "(#324) Missing or invalid image file");
  const id = show(page, caption, { photo });
  return { id: id.replace(/^.*_/, ""), post_id: id };
}

async function keep({ context, pictures }: Page, picture: Blob): Promise<string> {
  const head = Buffer.from(await picture.slice(0, 12).arrayBuffer()).toString("latin1");
  if (picture.size > PHOTO_BYTES || !/^(?:\xFF\xD8\xFF|\x89PNG|GIF8|BM)/.test(head))
    throw new GraphRefusal(324, "(#324) Missing or invalid image file");
  const id = context.ids.random("file");
  pictures.set(id, picture);
  return `${context.apiRoot}/pictures/${id}`;
}

function show({ context, posts }: Page, message: string, more: Pick<SeenPost, "photo" | "link">): string {
  if (message.length > TEXT) throw new GraphRefusal(100, "(#100) The message is too long");
  if (posts[0]?.message === message) throw new GraphRefusal(506, "Duplicate status message");
  const id = `${PAGE.id}_${context.ids.random("post").replace(/\W/g, "")}`;
  posts.unshift({ message, seen: { id, text: message, ...more, at: context.clock.now() } });
  return id;
}

/** Facebook's servers fetch it themselves. */
function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname.includes(".") && !hostname.startsWith("127.");
}
