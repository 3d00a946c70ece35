/** Blobs in a folder and in memory: what is put comes back, and no key leads out of the folder. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileBlobs } from "../../shared/adapters/files/file-blobs.ts";
import { memoryBlobs } from "../../shared/adapters/files/memory-blobs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "blobs-"));
});
afterAll(() => rm(folder, { recursive: true }));

const publicUrl = "https://ocop.example/";
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each([
  ["files", () => fileBlobs({ folder, publicUrl })],
  ["memory", () => memoryBlobs({ publicUrl })],
])("blobs in %s", (_name, open) => {
  it("come back as they went in, with the type of their extension", async () => {
    const blobs = open();
    await blobs.put("photos/mien-dong.JPG", { bytes: bytes("one"), type: "image/jpeg" });
    await blobs.put("photos/mien-dong.JPG", { bytes: bytes("hai"), type: "image/jpeg" });
    const back = await blobs.get("photos/mien-dong.JPG");
    expect(back && { text: Buffer.from(back.bytes).toString(), type: back.type }).toEqual({
      text: "hai",
      type: "image/jpeg",
    });
  });

  it("are undefined when absent, a folder's name too", async () => {
    const blobs = open();
    await blobs.put("catalogue/latest.json", { bytes: bytes("{}"), type: "application/json" });
    expect(await blobs.get("catalogue/none.json")).toBeUndefined();
    expect(await blobs.get("catalogue")).toBeUndefined();
  });

  it.each([
    "",
    "/etc/passwd",
    "../shop.sqlite",
    "a/../../b",
    "a//b",
    "a/.hidden",
    "a\\b",
    "a/b\0c",
    "ế.jpg",
    "x".repeat(301),
  ])("refuse the key %j", async (key) => {
    const blobs = open();
    await expect(blobs.put(key, { bytes: bytes("x"), type: "image/jpeg" })).rejects.toThrow(/blob key/);
    await expect(blobs.get(key)).rejects.toThrow(/blob key/);
    expect(() => blobs.publicUrl(key)).toThrow(/blob key/);
  });

  it("have an address", () => {
    expect(open().publicUrl("photos/a.jpg")).toBe("https://ocop.example/blobs/photos/a.jpg");
  });
});

it("leaves no half-written file behind when many write one key at once", async () => {
  const blobs = fileBlobs({ folder, publicUrl });
  const texts = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000));
  await Promise.all(texts.map((text) => blobs.put("many/one.txt", { bytes: bytes(text), type: "text/plain" })));
  expect(await readdir(join(folder, "many"))).toEqual(["one.txt"]);
  const back = await blobs.get("many/one.txt");
  expect(texts).toContain(Buffer.from(back!.bytes).toString());
});
