import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal } from "../../testing/fake-answers.ts";

describe("uploads", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const png = { bytes, filename: "mien.png", contentType: "image/png" };

  it("go as the form field `file`, with name and type", async () => {
    const { client, server } = await clientOf(ok({ attachment_id: "img-1" }));
    expect(await client.uploadImage(png)).toBe("img-1");
    const seen = server.seen[0]!;
    expect(seen.path).toBe("/v2.0/oa/upload/image");
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(seen.headers["content-type"] ?? "")?.[1];
    expect(seen.body.toString("latin1").trim()).toBe(
      [
        `--${boundary}`,
        'Content-Disposition: form-data; name="file"; filename="mien.png"',
        "Content-Type: image/png",
        "",
        "\x01\x02\x03",
        `--${boundary}--`,
      ].join("\r\n"),
    );
  });

  it("give an id by either of its names", async () => {
    const { client } = await clientOf(ok({ token: "x-1" }));
    expect(await client.uploadGif({ bytes, filename: "a.gif", contentType: "image/gif" })).toBe("x-1");
    expect(await client.uploadFile({ bytes, filename: "a.pdf", contentType: "application/pdf" })).toBe("x-1");
  });

  it("that Zalo would not take are not sent", async () => {
    const { client, server } = await clientOf(ok());
    const large = { ...png, bytes: new Uint8Array(1_000_001) };
    for (const work of [client.uploadImage(large), client.uploadImage({ ...png, filename: "mien" })])
      expect(await refusal(work)).toMatchObject({ code: "over-limit", class: "drop" });
    expect(server.seen).toEqual([]);
  });
});
