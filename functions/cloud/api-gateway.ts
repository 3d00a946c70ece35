/** HTTP as API Gateway speaks it to Lambda (payload 2.0), and as the rest of the program does. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type WebhookAnswer, type WebhookRequest } from "../../shared/ports/channel.ts";

type HttpEvent = APIGatewayProxyEventV2;
type HttpResult = APIGatewayProxyStructuredResultV2;

/** API Gateway takes cookies out of the headers. */
function headersOf({ headers, cookies }: HttpEvent): Record<string, string> {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), value] as const],
  );
  return Object.fromEntries(cookies ? [...given, ["cookie", cookies.join("; ")] as const] : given);
}

const bodyOf = ({ body = "", isBase64Encoded }: HttpEvent): Buffer =>
  Buffer.from(body, isBase64Encoded ? "base64" : "utf8");

export const toWebhookRequest = (event: HttpEvent): WebhookRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  headers: headersOf(event),
  body: bodyOf(event),
});

export function fromWebhookAnswer({ status, headers = {}, body = "" }: WebhookAnswer): HttpResult {
  const { "set-cookie": cookie, ...rest } = headers;
  return { statusCode: status, headers: rest, body, ...(cookie !== undefined && { cookies: [cookie] }) };
}

export function toRequest(event: HttpEvent): Request {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString === "" ? "" : `?${event.rawQueryString}`;
  const url = new URL(`${event.rawPath}${query}`, `https://${event.requestContext.domainName}`);
  const bodiless = method === "GET" || method === "HEAD" || event.body === undefined;
  return new Request(url, { method, headers: headersOf(event), ...(!bodiless && { body: bodyOf(event) }) });
}

const TEXT = /^(?:text\/|application\/(?:json|xml|javascript|manifest\+json|.*\+xml))|charset=utf-8/i;

export async function fromResponse(response: Response): Promise<HttpResult> {
  const cookies = response.headers.getSetCookie();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "set-cookie"));
  const bytes = Buffer.from(await response.arrayBuffer());
  // Compressed text is no text.
  const plain = TEXT.test(headers["content-type"] ?? "") && headers["content-encoding"] === undefined;
  return {
    statusCode: response.status,
    headers,
    body: bytes.toString(plain ? "utf8" : "base64"),
    isBase64Encoded: !plain,
    ...(cookies.length > 0 && { cookies }),
  };
}
