/** The Blobs port over S3: a key's first folder names its bucket. */
import { AwsClient } from "aws4fetch";
import { type Blobs } from "../../ports/blobs.ts";

export type S3Options = {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly endpoint?: string;
  /** By folder: { photos: "…", catalogue: "…" }; only those that the function may use. */
  readonly buckets: Readonly<Record<string, string | undefined>>;
  /** Where photos are served from. */
  readonly publicUrl: string;
};

const ANSWER_MS = 10_000;
const RETRIES = 3;

export function s3Blobs(options: S3Options): Blobs {
  const { region, credentials, publicUrl } = options;
  const client = new AwsClient({ ...credentials, region, service: "s3", retries: RETRIES });
  const send = (key: string, init: RequestInit): Promise<Response> =>
    client.fetch(addressOf(key, options), { ...init, signal: AbortSignal.timeout(ANSWER_MS) });
  return {
    async put(key, { bytes, type }) {
      // A view may show a part of its buffer alone; the signer wants bytes that are all its own.
      const answer = await send(key, { method: "PUT", headers: { "content-type": type }, body: Buffer.from(bytes) });
      if (!answer.ok) throw refused(answer, "keep", key);
    },
    async get(key) {
      const answer = await send(key, { method: "GET" });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw refused(answer, "give", key);
      const type = answer.headers.get("content-type") ?? "application/octet-stream";
      return { bytes: new Uint8Array(await answer.arrayBuffer()), type };
    },
    publicUrl: (key) => `${publicUrl.replace(/\/+$/, "")}/blobs/${key}`,
  };
}

function addressOf(key: string, { region, endpoint, buckets }: S3Options): URL {
  const folder = key.split("/")[0] ?? "";
  const bucket = buckets[folder];
  if (bucket === undefined) throw new Error(`This function has no bucket for "${key}": see its permissions`);
  const path = key.split("/").map(encodeURIComponent).join("/");
  return endpoint === undefined
    ? new URL(`https://${bucket}.s3.${region}.amazonaws.com/${path}`)
    : new URL(`/${bucket}/${path}`, endpoint);
}

const refused = ({ status }: Response, what: string, key: string): Error =>
  new Error(`S3 answered ${status} and did not ${what} "${key}": may this function use the bucket?`);
