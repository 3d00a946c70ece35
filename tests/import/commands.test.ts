import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWorkbook } from "./write-workbook.ts";

const RUN = join(import.meta.dirname, "../../local/commands/run.ts");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const env = (): Record<string, string> => ({ PATH: "", DATA_DIR: join(folder, "data") });
type Ended = { code: number; out: string; err: string };

const command = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [RUN, ...args], { env: env(), maxBuffer: 64 << 20 }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });

function list(rows: readonly string[]): string {
  const path = join(folder, "list.csv");
  writeFileSync(path, `\ufeff${["Tên sản phẩm;Chủ thể;Đơn vị tính;Giá (đ);Ghi chú", ...rows].join("\r\n")}\r\n`);
  return path;
}

describe("commands", () => {
  it("take a list in, tell what was wrong with it, and show it again", async () => {
    const path = list(["Miến dong;HTX A;gói;45.000;x", "Mật ong;;chai;180k;x"]);
    const imported = await command("import", path);
    expect(imported.code).toBe(1);
    expect(imported.out).toContain("Ignored columns: Ghi chú");
    expect(imported.out).toMatch(/line 2: new: Miến dong \(prd_[0-9a-f]{32}\)/);
    expect(imported.out).toContain("line 3, producer: is blank. To mend it: fill in producer (chủ thể).");
    expect(imported.out).toContain("1 new, 0 changed, 0 as before, 1 faulty");

    const products = JSON.parse((await command("export", "products")).out) as unknown[];
    expect(products).toMatchObject([{ name: "Miến dong", price_vnd: 45_000, slug: "mien-dong", status: "published" }]);
    const events = JSON.parse((await command("export", "events")).out) as unknown[];
    expect(events).toMatchObject([{ name: "product.published", version: 1, detail: { announce: true } }]);
    const csv = await command("export", "products", "--format", "csv");
    expect(csv.out.split("\n")[0]).toMatch(/^\ufeffid,slug,status,kind,name,/);
    for (const what of ["orders", "leads", "customers", "conversations"])
      expect(await command("export", what)).toMatchObject({ code: 0, out: "[]\n" });
  });

  it("take a workbook in, and show first what would become of it", async () => {
    const path = join(folder, "list.xlsx");
    const rows = new Map([
      [3, ["Tên sản phẩm", "Chủ thể", "ĐVT", "Giá"]],
      [4, ["Miến dong", "HTX A", "gói", "45.000đ/gói"]],
      [5, ["Mật ong", null, "chai", 180_000]],
    ]);
    writeFileSync(path, writeWorkbook([{ name: "Xã A", rows, merges: ["B4:B5"] }]));
    const dry = await command("import", path, "--dry-run");
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(dry.out).toMatch(/^sheet "Xã A", line 5: would be new: Mật ong \(prd_[0-9a-f]{32}\)$/m);
    expect(dry.out).toContain("To be announced at once: 2.");
    expect((await command("export", "products")).out).toBe("[]\n");
    expect((await command("import", path)).out).toContain("2 new, 0 changed, 0 as before, 0 faulty");
    const products = JSON.parse((await command("export", "products")).out) as unknown[];
    expect(products).toMatchObject([
      { producer: "HTX A", price_vnd: 180_000 },
      { producer: "HTX A", price_vnd: 45_000 },
    ]);
  });

  it("invite a producer, and name those there are when it is another", async () => {
    await command("import", list(["Miến dong;HTX Tân Việt Á;gói;45.000;"]));
    const invited = await command("invite", "producer", "htx-tan-viet-a");
    expect(invited).toMatchObject({ code: 0, err: "" });
    expect(invited.out).toMatch(/^Invitation for producer htx-tan-viet-a: [2-9A-HJ-NP-TV-Z]{8}\n/);
    expect(invited.out).toContain("http://localhost:3000/simulator");
    const unknown = await command("invite", "producer", "tan-viet-b");
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(unknown.err).toBe('There is no producer "tan-viet-b". Perhaps: htx-tan-viet-a.\n');
  });

  it("invite nobody unknown among many, say how many more there are, and show all", async () => {
    const rows = Array.from({ length: 23 }, (_, place) => `Món ${place};Nhà ${place + 10};gói;45.000;`);
    await command("import", list(rows), "--announce", "none");
    const { err } = await command("invite", "producer", "khong-co");
    expect(err).toMatch(/^There is no producer "khong-co"\. There are: nha-10, .* and 3 more\./);
    expect(err).toContain("All of them: npm run invite -- producer.");
    const { code, out } = await command("invite", "producer");
    expect([code, out.trim().split("\n").length, out]).toEqual([0, 23, expect.stringMatching(/^nha-10 +Nhà 10$/m)]);
  });

  it.each([
    [["import"], /^Use: npm run import -- FILE/],
    [["import", "no.csv"], /no\.csv can't be read \(ENOENT\)/],
    [["import", "no.csv", "--announce", "loudly"], /--announce takes all, paced or none/],
    [["import", "no.csv", "--fast"], /Unknown option '--fast'.*Use: npm run import/s],
    [["export", "secrets"], /There is no export "secrets"/],
    [["export", "orders", "--format", "xml"], /--format takes json or csv/],
    [["invite", "king"], /^Use: npm run invite/],
    [["../../../etc/passwd"], /^There is no command/],
  ])("%j is answered with what to write instead", async (args, problem) => {
    const { code, out, err } = await command(...args);
    expect({ ok: code > 0, out, err }).toEqual({ ok: true, out: "", err: expect.stringMatching(problem) as string });
  });

  it("tell how things stand, and a wrong setting with its cure", async () => {
    const fine = await command("doctor");
    expect(fine.code).toBe(0);
    expect(fine.out).toContain("Nothing is wrong.");
    const wrong = await new Promise<Ended>((resolve) => {
      execFile(process.execPath, [RUN, "doctor"], { env: { ...env(), PORT: "x" } }, (error, out, err) => {
        resolve({ code: Number(error?.code ?? 0), out, err });
      });
    });
    expect(wrong).toMatchObject({
      code: 1,
      out: expect.stringContaining("WRONG  settings: PORT is no port") as string,
    });
  });

  it("finish an import that was killed halfway when it is run again, and double nothing", async () => {
    const path = list(Array.from({ length: 4000 }, (_, row) => `Món ${row};HTX ${row % 40};gói;45.000;`));
    const child = spawn(process.execPath, [RUN, "import", path], { env: env() });
    await new Promise((resolve) => child.stderr.once("data", resolve));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const again = await command("import", path);
    const [, fresh = "", same = ""] = /(\d+) new, 0 changed, (\d+) as before, 0 faulty/.exec(again.out) ?? [];
    expect(Number(fresh) + Number(same)).toBe(4000);
    expect(Number(same)).toBeGreaterThan(0);
    const products = JSON.parse((await command("export", "products")).out) as { id: string }[];
    expect(new Set(products.map(({ id }) => id)).size).toBe(4000);
    const events = JSON.parse((await command("export", "events")).out) as { name: string }[];
    const roundUps = events.filter(({ name }) => name === "catalogue.extended");
    expect({ events: events.length, roundUps: roundUps.length }).toEqual({ events: 4001, roundUps: 1 });
    expect(again.out).toContain(
      "To be announced: 1 round-up of 4000 products at once, then each by itself, 2 a day until",
    );
  });
});
