/** The HTTP face of the pretend Bot API: addresses, tokens, JSON and multipart bodies, envelopes, scripted faults. */
import { type Fault } from "../../shared/ports/simulator.ts";
import { isObject, type Params } from "./simulator-checks.ts";
import { Blobbed, type Method, methods } from "./simulator-methods.ts";
import { badRequest, Refusal, type World } from "./simulator-world.ts";

/** What reaches a person or a wall: faults without a `call` are for these. */
const SENDS = ["sendMessage", "sendPhoto"];

/** Rejects as fetch does where a fault loses the connection: a server that serves this closes the socket then. */
export async function handle(world: World, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(world.context.apiRoot).pathname.replace(/\/$/, "").length);
  const [, picture] = /^\/photo\/(\w+)$/.exec(path) ?? [];
  if (picture !== undefined) return file(world.files.get(picture));
  const [, token, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(path) ?? [];
  if (token !== undefined)
    return token === world.token ? file([...world.files.values()].find((one) => one.path === filePath)) : notFound();
  const [, caller, name = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (caller === undefined) return notFound();
  if (caller !== world.token) return envelope(new Refusal(401, "Unauthorized"));
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method ? call(world, { name, method, request }) : notFound();
}

async function call(
  world: World,
  { name, method, request }: { name: string; method: Method; request: Request },
): Promise<Response> {
  const fault = nextFault(world, name);
  if (fault?.kind === "lost-before") throw lostConnection();
  const params = await paramsOf(request).catch((error: unknown) => asRefusal(error));
  const answer = refusalOf(fault) ?? (await answerOf(world, { method, params, signal: request.signal }));
  const status = answer instanceof Refusal ? answer.status : 200;
  world.calls.push({ method: name, params: params instanceof Refusal ? {} : withoutFiles(params), status });
  if (fault?.kind === "lost-after") throw lostConnection();
  return answer instanceof Refusal ? envelope(answer) : Response.json({ ok: true, result: answer });
}

async function answerOf(
  world: World,
  { method, params, signal }: { method: Method; params: Params | Refusal; signal: AbortSignal },
): Promise<unknown> {
  if (params instanceof Refusal) return params;
  try {
    return await method(world, params, signal);
  } catch (error) {
    return asRefusal(error);
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function nextFault({ faults }: World, name: string): Fault | undefined {
  const place = faults.findIndex(({ fault }) =>
    fault.call === undefined ? SENDS.includes(name) : fault.call === name,
  );
  const played = faults[place];
  if (!played) return undefined;
  played.left -= 1;
  if (played.left <= 0) faults.splice(place, 1);
  return played.fault;
}

function refusalOf(fault: Fault | undefined): Refusal | undefined {
  if (fault?.kind === "server-error") return new Refusal(500, "Internal Server Error");
  if (fault?.kind !== "rate-limited") return undefined;
  const { retryAfterS } = fault;
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterS}`, { retry_after: retryAfterS });
}

/** In the words and with the code of Node's own fetch. */
const lostConnection = (): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) });

const envelope = ({ status, message, parameters }: Refusal): Response =>
  Response.json(
    { ok: false, error_code: status, description: message, ...(parameters ? { parameters } : {}) },
    { status },
  );

const notFound = (): Response => envelope(new Refusal(404, "Not Found"));

const file = (found: { bytes: Uint8Array; type: string } | undefined): Response =>
  found ? new Response(Buffer.from(found.bytes), { headers: { "content-type": found.type } }) : notFound();

async function paramsOf(request: Request): Promise<Params> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const type = request.headers.get("content-type") ?? "";
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)/.test(type))
    return { ...query, ...(await formOf(request)) };
  const body = await request.text();
  return body === "" ? query : { ...query, ...parsed(body) };
}

function parsed(body: string): Params {
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw badRequest("can't parse JSON object");
}

/** Objects come as JSON texts; a file comes under its own name, "attach://name" stands where it belongs. */
async function formOf(request: Request): Promise<Params> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its cost matters to servers; this one is for trying things out
  const form = await request.formData();
  const files = new Map<string, Blobbed>();
  for (const [name, value] of form)
    if (typeof value !== "string") files.set(name, new Blobbed(new Uint8Array(await value.arrayBuffer()), value.type));
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const values = texts.map(([name, value]) => [
    name,
    files.get(value.replace(/^attach:\/\//, "")) ??
      (/^[[{]/.test(value) && name !== "text" && name !== "caption" ? parsed(value) : value),
  ]);
  return { ...Object.fromEntries(files), ...(Object.fromEntries(values) as Params) };
}

const withoutFiles = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value instanceof Blobbed ? "(file)" : value]),
  );
