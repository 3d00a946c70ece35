/** Invented goods and real customers never share a folder, and a fault of the folder is told in a sentence. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openingData } from "../../local/home/data-fault.ts";
import { startProgram } from "../browser/program.ts";
import { shopFor } from "./shop.ts";

const ROOT = join(import.meta.dirname, "../..");
const REAL = { PUBLIC_URL: "https://ocop.example.vn" };
const LIST = "name,producer,unit,price_vnd\nMiến dong,HTX A,gói,45000\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kind-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

type Ended = { code: number; out: string; err: string };

/** A command where its folder is, with nothing set but what is given. */
const command = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const run = [join(ROOT, "local/commands/run.ts"), ...args];
    execFile(process.execPath, run, { cwd: folder, env: { PATH: "", ...env } }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });

async function closedShop(environment: Record<string, string>): Promise<void> {
  const { shop } = await shopFor({ DATA_DIR: folder, ...environment });
  await shop.close();
}

describe("data of one kind of shop", () => {
  it("of a sample are not opened as a real shop's", async () => {
    await closedShop({});
    await expect(shopFor({ DATA_DIR: folder, ...REAL })).rejects.toThrow(
      `The data in ${folder} are a sample shop's, with invented prices and phones, and can't be sold from: set DATA_DIR to another folder, or leave it out.`,
    );
    await closedShop({});
  });

  it("of a real shop are not opened as a sample's: nothing is sown, nothing pretended", async () => {
    await closedShop(REAL);
    await expect(shopFor({ DATA_DIR: folder })).rejects.toThrow(
      `The data in ${folder} are a real shop's, and nothing may be pretended over them: set the channels' settings again (they may stand in .env), or set DATA_DIR to another folder.`,
    );
    expect(await command(["export", "products"], { DATA_DIR: folder })).toMatchObject({ code: 0, out: "[]\n" });
  });

  it("tell a command without the server's settings what shop it is", async () => {
    await closedShop(REAL);
    await writeFile(join(folder, "list.csv"), LIST);
    await command(["import", "list.csv"], { DATA_DIR: folder });
    const invited = await command(["invite", "producer", "htx-a"], { DATA_DIR: folder });
    expect(invited).toMatchObject({ code: 0, out: expect.not.stringContaining("/simulator") as string });
    const doctor = await command(["doctor"], { DATA_DIR: folder });
    expect(doctor.out).toContain("real shop: ");
    expect(doctor.out).not.toContain("pretended. ");
  });

  it("refuse a command with a real shop's settings where they are a sample's", async () => {
    await closedShop({});
    const ended = await command(["invite", "office"], { DATA_DIR: folder, ...REAL });
    expect(ended).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^The data in .* sample shop's/) as string,
    });
    expect(ended.err.split("\n")).toHaveLength(2);
  });

  it("lie apart where no folder is set, and a command without settings goes to the real shop's", async () => {
    await closedShop({ DATA_DIR: join(folder, ".data/sample") });
    expect((await command(["doctor"])).out).toContain("sample shop: ");
    await closedShop({ DATA_DIR: join(folder, ".data/shop"), ...REAL });
    const doctor = await command(["doctor"]);
    expect(doctor.out).toContain("data in .data/shop");
    expect(doctor.out).toContain("real shop: ");
    expect((await command(["doctor"], { DATA_DIR: ".data/sample" })).out).toContain("sample shop: ");
  });
});

describe("a folder that can't hold the data", () => {
  it.each([
    ["is a file", "file", /^.* is no folder, or lies in a file: set DATA_DIR to a folder, which is made/],
    ["lies in a file", "file/data", /^.* is no folder, or lies in a file: set DATA_DIR/],
    [
      "holds another file as the data",
      "damaged",
      /^.*shop\.sqlite is damaged, or no data file of this program: put a copy/,
    ],
    ["holds a folder as the data", "inside-out", /^.*shop\.sqlite can't be opened: see that it is a file/],
  ])("and %s is told in a sentence, by the program and by a command", async (_, name, sentence) => {
    await writeFile(join(folder, "file"), "x");
    await mkdir(join(folder, "damaged"));
    await writeFile(join(folder, "damaged/shop.sqlite"), "no database ".repeat(1000));
    await mkdir(join(folder, "inside-out/shop.sqlite"), { recursive: true });
    const DATA_DIR = join(folder, name);
    const started = await startProgram({ DATA_DIR }).then(
      () => "open",
      (error: unknown) => String(error).replace(/^.*ended with 1 before it was open:\n/, ""),
    );
    const { code, out, err } = await command(["export", "products"], { DATA_DIR });
    expect({ code, out, told: [started, err] }).toEqual({
      code: 1,
      out: "",
      told: [expect.stringMatching(sentence), expect.stringMatching(sentence)],
    });
    expect([started, err].map((text) => text.trimEnd().split("\n").length)).toEqual([1, 1]);
  });

  it.each(["EACCES", "EROFS", "EPERM"])("for want of rights (%s) is told so", async (code) => {
    const fault = Object.assign(new Error("no"), { code });
    await expect(openingData(folder, () => Promise.reject(fault))).rejects.toThrow(
      `The folder of the data, ${folder}, can't be written to: give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  });

  it("leaves any other fault as it was", async () => {
    const fault = new Error("Something else");
    await expect(openingData(folder, () => Promise.reject(fault))).rejects.toBe(fault);
  });
});
