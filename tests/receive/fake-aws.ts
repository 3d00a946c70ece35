/** As much of AWS as the functions speak to, over HTTP, by a table of answers. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

export type AwsCall = { readonly target: string; readonly input: Readonly<Record<string, unknown>> };
export type AwsAnswer = { readonly status?: number; readonly body: object };

export type FakeAws = {
  readonly endpoint: string;
  readonly calls: AwsCall[];
  /** "SendMessage" → what it answers; may be changed while the fake runs. */
  readonly answers: Record<string, (input: AwsCall["input"]) => AwsAnswer>;
  of(target: string): readonly AwsCall["input"][];
  close(): Promise<void>;
};

export async function startFakeAws(answers: FakeAws["answers"]): Promise<FakeAws> {
  const calls: AwsCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const input = JSON.parse(Buffer.concat(chunks).toString() || "{}") as AwsCall["input"];
      const target = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      calls.push({ target, input });
      const signed = /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/ap-southeast-1\//.test(
        request.headers.authorization ?? "",
      );
      const { status = 200, body } = signed
        ? (answers[target]?.(input) ?? { status: 400, body: { __type: "UnknownOperationException" } })
        : { status: 403, body: { __type: "MissingAuthenticationTokenException" } };
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answers,
    of: (target) => calls.flatMap((call) => (call.target === target ? [call.input] : [])),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
