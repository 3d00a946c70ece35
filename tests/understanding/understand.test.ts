/** The command that reads a file of messages, given files as people have them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { understand } from "../../local/commands/understand.ts";
import { corpusFile } from "./score.ts";

const folder = mkdtempSync(join(tmpdir(), "understand-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const saved = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

async function run(lines: readonly string[], catalogue = corpusFile("catalogue.json")) {
  const [written, warned]: [string[], string[]] = [[], []];
  const code = await understand(["--catalogue", catalogue], {
    lines,
    write: (line) => written.push(line),
    warn: (line) => warned.push(line),
  });
  return { code, written: written.map((line) => JSON.parse(line) as unknown), warned };
}

const order = { id: "a", text: "cho 2 gói miến dong, 0912345678" };
const prediction = {
  id: "a",
  intent: "order",
  items: [{ product: "mien-dong", quantity: 2, unit: "gói" }],
  phone: "0912345678",
  address: null,
  name: null,
  ask_back: false,
};

describe("understand", () => {
  it("writes one prediction for each line, in the corpus' form", async () => {
    expect(await run([JSON.stringify({ ...order, intent: "ignored", tags: [] })])).toEqual({
      code: 0,
      written: [prediction],
      warned: [],
    });
  });

  it("passes over blank lines and the mark that Notepad puts first", async () => {
    const { written, code } = await run(["\uFEFF" + JSON.stringify(order), "", "   ", JSON.stringify({ text: "ok" })]);
    expect({ code, ids: written.map((one) => (one as { id: unknown }).id) }).toEqual({ code: 0, ids: ["a", 4] });
  });

  it("tells which lines it could not read, reads the others, and answers 1", async () => {
    const { code, written, warned } = await run(['{"id": "x", "text": ', '{"id": "y"}', "[1]", JSON.stringify(order)]);
    expect({ code, written }).toEqual({ code: 1, written: [prediction] });
    expect(warned.map((line) => line.replace(/(?<=not JSON: ).*/, "…"))).toEqual([
      "Line 1 is not JSON: …",
      'Line 2 has no "text": each line is {"id", "text"}.',
      'Line 3 has no "text": each line is {"id", "text"}.',
      "Lines left out: 3. All others were read.",
    ]);
  });

  it("says the cure when the catalogue is missing, unreadable or without products", async () => {
    await expect(understand([], { lines: [], write: () => {}, warn: () => {} })).rejects.toThrow(/Say which catalogue/);
    await expect(run([], join(folder, "none.json"))).rejects.toThrow(/cannot be read: give the path of a JSON file/);
    await expect(run([], saved("broken.json", "{"))).rejects.toThrow(/is not JSON/);
    await expect(run([], saved("empty.json", "{}"))).rejects.toThrow(/has no list of products/);
  });

  it("takes a catalogue as exported, a plain list, with or without the mark", async () => {
    const list = '\uFEFF[{"id": "mien", "name": "Miến dong", "units": "gói:45000|kg:85000", "aliases": "miến riềng"}]';
    const { written } = await run([JSON.stringify({ id: 1, text: "2 gói miến riềng" })], saved("list.json", list));
    expect(written).toEqual([
      { ...prediction, id: 1, items: [{ product: "mien", quantity: 2, unit: "gói" }], phone: null },
    ]);
  });

  it("reads its own corpus whole", async () => {
    const lines = readFileSync(corpusFile("dev.jsonl"), "utf8").trim().split("\n");
    const { written, code } = await run(lines);
    expect({ code, count: written.length }).toEqual({ code: 0, count: lines.length });
  });
});
