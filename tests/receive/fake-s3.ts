/** Buckets over HTTP: what was put is given back, what was not is 404. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

export async function fakeS3() {
  const files = new Map<string, { bytes: Buffer; type: string }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      if (request.method === "PUT")
        files.set(path, { bytes: Buffer.concat(chunks), type: request.headers["content-type"] ?? "" });
      const file = files.get(path);
      response.writeHead(file ? 200 : 404, { "content-type": file?.type ?? "application/xml" });
      response.end(request.method === "GET" ? file?.bytes : undefined);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, files, close };
}
