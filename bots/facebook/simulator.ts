/** A pretend Graph API of one Page, with the limits, envelopes and codes of the real one. Everything is in memory. */
import { type Fault, type Simulator, type SimulatorContext } from "../../shared/ports/simulator.ts";
import { GraphRefusal, lostConnection, PAGE, type Page, pageRoutes } from "./simulator-page.ts";

export type FacebookSimulator = Simulator & {
  /** Addresses that were asked, in order: no token may stand in one. */
  calls(): readonly string[];
};

/** What puts something on the wall: faults without a `call` are for these. */
const POSTS = ["/feed", "/photos"];
const MINUTE_S = 60;

export function simulate(context: SimulatorContext): FacebookSimulator {
  const root = context.apiRoot.replace(/\/+$/, "");
  const page: Page = {
    context: { ...context, apiRoot: root },
    token: `EAA${context.ids.random("sim").replace(/\W/g, "")}`,
    posts: [],
    pictures: new Map(),
  };
  const faults: Fault[] = [];
  const calls: string[] = [];
  return {
    settings: { FACEBOOK_PAGE_ID: PAGE.id, FACEBOOK_PAGE_TOKEN: page.token, FACEBOOK_GRAPH_ROOT: root },
    handle(request) {
      calls.push(`${request.method} ${request.url}`);
      return handle(page, faults, request);
    },
    calls: () => calls,
    person: nobody,
    people: () => [],
    wall: () => page.posts.map(({ seen }) => seen).toReversed(),
    fault: (fault) => faults.push(...Array.from({ length: fault.times ?? 1 }, () => fault)),
    redeliver: nobody,
    forge: nobody,
  };
}

function nobody(): never {
  throw new Error("Nobody talks on a Facebook Page: it is a wall alone");
}

/** Rejects as fetch does where a fault loses the connection: a server that serves this closes the socket then. */
async function handle(page: Page, faults: Fault[], request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(new URL(page.context.apiRoot).pathname.replace(/\/$/, "").length);
  const picture = page.pictures.get(path.replace("/pictures/", ""));
  if (request.method === "GET" && picture) return new Response(picture, { headers: { "content-type": picture.type } });
  const fault = take(faults, request.method, path);
  if (fault?.kind === "lost-before") throw lostConnection();
  const response = refusedBy(fault) ?? (await answer(page, request, path));
  if (fault?.kind === "lost-after") throw lostConnection();
  return response;
}

async function answer(page: Page, request: Request, path: string): Promise<Response> {
  try {
    return Response.json(await pageRoutes(page, request, path));
  } catch (error) {
    if (error instanceof GraphRefusal) return envelope(error);
    throw error;
  }
}

function take(faults: Fault[], method: string, path: string): Fault | undefined {
  const place = faults.findIndex(({ call }) =>
    call === undefined ? method === "POST" && POSTS.some((end) => path.endsWith(end)) : path.endsWith(call),
  );
  return place === -1 ? undefined : faults.splice(place, 1)[0];
}

function refusedBy(fault: Fault | undefined): Response | undefined {
  if (fault?.kind === "server-error")
    return envelope(new GraphRefusal(2, "An unexpected error has occurred. Please retry your request later.", 500));
  if (fault?.kind !== "rate-limited") return undefined;
  const minutes = Math.ceil(fault.retryAfterS / MINUTE_S);
  const use = { type: "pages", call_count: 100, estimated_time_to_regain_access: minutes };
  return envelope(new GraphRefusal(80001, "There have been too many calls to this Page account."), {
    "x-business-use-case-usage": JSON.stringify({ [PAGE.id]: [use] }),
  });
}

const envelope = ({ code, message, status, subcode }: GraphRefusal, headers: Record<string, string> = {}): Response =>
  Response.json(
    {
      error: {
        message,
        type: "OAuthException",
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(status === 500 ? { is_transient: true } : {}),
        fbtrace_id: "AbCdEfGhIjK",
      },
    },
    { status, headers },
  );
