/** A picture's address comes from outside: nothing but Zalo's servers is asked for it. */
import { describe, expect, it } from "vitest";
import { fetchFile } from "./fetch-file.ts";

function world(respond: () => Response = () => new Response("ảnh", { headers: { "content-type": "image/jpeg" } })) {
  const asked: string[] = [];
  const fetching = (input: string) => {
    asked.push(input);
    return Promise.resolve(respond());
  };
  return { asked, files: { fetch: fetching as typeof fetch, simulatorRoot: undefined } };
}

describe("a file of Zalo's", () => {
  it("is fetched from Zalo's servers, over https whatever the event says", async () => {
    const { asked, files } = world();
    const fetched = await fetchFile(files, "http://f6.photo.talk.zdn.vn/8812/pic.jpg");
    expect([Buffer.from(fetched.bytes).toString(), fetched.type]).toEqual(["ảnh", "image/jpeg"]);
    await fetchFile(files, "https://zalo-api.zadn.vn/a?b=c");
    expect(asked).toEqual(["https://f6.photo.talk.zdn.vn/8812/pic.jpg", "https://zalo-api.zadn.vn/a?b=c"]);
  });

  it.each([
    "https://evil.example/pic.jpg",
    "https://zdn.vn.evil.example/pic.jpg",
    "https://evilzdn.vn/pic.jpg",
    "https://zdn.vn@evil.example/pic.jpg",
    "https://user:pass@f6.zdn.vn/pic.jpg",
    "https://f6.zdn.vn:8443/pic.jpg",
    "http://169.254.169.254/latest/meta-data",
    "http://localhost:3000/simulator/zalo/api/files/1",
    "file:///etc/passwd",
    "ftp://f6.zdn.vn/pic.jpg",
    "not an address",
  ])("is not asked for at %s", async (ref) => {
    const { asked, files } = world();
    await expect(fetchFile(files, ref)).rejects.toThrow("not one of Zalo's servers");
    expect(asked).toEqual([]);
  });

  it("is asked of the simulator under its own path alone", async () => {
    const { asked, files } = world();
    const simulated = { ...files, simulatorRoot: "http://localhost:3000/simulator/zalo/api" };
    await fetchFile(simulated, "http://localhost:3000/simulator/zalo/api/files/1");
    for (const other of ["files", "api-else/files/1", "api/../../../console/api/orders"])
      await expect(fetchFile(simulated, `http://localhost:3000/simulator/zalo/${other}`)).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  it("is not followed to another place, and not taken when it is gone or endless", async () => {
    const redirect = world(() => new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } }));
    await expect(fetchFile(redirect.files, "https://f6.zdn.vn/a.jpg")).rejects.toThrow("HTTP 302");
    const gone = world(() => new Response("", { status: 404 }));
    await expect(fetchFile(gone.files, "https://f6.zdn.vn/a.jpg")).rejects.toThrow("HTTP 404");
    const endless = world(
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) => {
              controller.enqueue(new Uint8Array(1024 * 1024));
            },
          }),
        ),
    );
    await expect(fetchFile(endless.files, "https://f6.zdn.vn/a.jpg")).rejects.toThrow("bytes");
  });
});
