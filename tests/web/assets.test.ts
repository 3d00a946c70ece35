import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleClients } from "../../local/build-client.ts";

it("serves what client/ holds: after a change, run `node local/build-client.ts`", async () => {
  for (const [path, text] of await bundleClients())
    expect(await readFile(join(import.meta.dirname, "../..", path), "utf8"), path).toBe(text);
});
