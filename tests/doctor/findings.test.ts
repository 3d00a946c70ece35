/** What the doctor makes of the clock, the disk and what is left of the sample: each in words with a cure. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { watchClock } from "../../local/doctor/clock-skew.ts";
import { type Goods, sampleLeft } from "../../local/doctor/sample-left.ts";
import { examineStorage } from "../../local/doctor/storage.ts";
import { isoTime, millis } from "../../shared/domain/time.ts";
import { settableClock } from "../fakes/clock.ts";

describe("the clock", () => {
  const told = async (aheadS: number) => {
    const clock = settableClock();
    const date = new Date(millis(clock.now()) - aheadS * 1000).toUTCString();
    const watched = watchClock(clock, () => Promise.resolve(new Response("{}", { headers: { date } })));
    await watched.fetch("https://api.provider.test/bot123:secret/getMe");
    return watched.findings().map(({ level, text }) => [level, /^[^:]+/.exec(text)?.[0]]);
  };

  it.each([
    [0, "ok", "within 60 s of what api.provider.test say"],
    [60, "ok", "within 60 s of what api.provider.test say"],
    [-60, "ok", "within 60 s of what api.provider.test say"],
    [61, "wrong", "this machine is 61 s ahead of api.provider.test"],
    [-300, "wrong", "this machine is 300 s behind api.provider.test"],
  ])("%i s ahead of a provider is %s", async (ahead, level, text) => {
    expect(await told(ahead)).toEqual([[level, text]]);
  });

  it("says how to set it, and that nobody was asked where nobody was", async () => {
    const clock = settableClock();
    const watched = watchClock(clock, () =>
      Promise.resolve(new Response("", { headers: { date: new Date(millis(clock.now()) + 9e5).toUTCString() } })),
    );
    expect(watched.findings()).toMatchObject([
      { level: "note", text: expect.stringContaining("no provider") as string },
    ]);
    await watched.fetch("https://api.provider.test/");
    expect(watched.findings()[0]?.text).toContain("timedatectl set-ntp true");
  });

  it("changes nothing of what is asked and answered", async () => {
    const asked: Request[] = [];
    const watched = watchClock(settableClock(isoTime(0)), (input, init) => {
      asked.push(new Request(input, init));
      return Promise.resolve(new Response("dạ", { status: 418 }));
    });
    const answer = await watched.fetch("https://api.provider.test/a", {
      method: "POST",
      body: "alo",
      headers: { authorization: "Bearer x" },
    });
    expect([answer.status, await answer.text()]).toEqual([418, "dạ"]);
    expect([asked[0]!.method, asked[0]!.headers.get("authorization"), await asked[0]!.text()]).toEqual([
      "POST",
      "Bearer x",
      "alo",
    ]);
    expect(watched.findings()).toMatchObject([{ level: "note" }]);
  });
});

describe("the disk", () => {
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), "doctor-"));
    onTestFinished(() => rm(path, { recursive: true }));
    return path;
  };

  it.each([
    [5000, "ok"],
    [1024, "ok"],
    [1023, "note"],
    [200, "note"],
    [199, "wrong"],
    [0, "wrong"],
  ])("with %i MB free is %s", async (free, level) => {
    const [found, ...others] = await examineStorage(await folder(), () =>
      Promise.resolve({ bavail: free * 256, bsize: 4096 }),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ level, about: "disk", text: expect.stringContaining(`${free} MB`) as string });
  });

  it("is asked itself where nothing else is said", async () => {
    expect(await examineStorage(await folder())).toMatchObject([{ about: "disk" }]);
  });

  it("that can't be written to is told with whom it has to belong to", async () => {
    const path = await folder();
    await writeFile(join(path, "file"), "");
    const [found] = await examineStorage(join(path, "file", "data"), () =>
      Promise.resolve({ bavail: 1e6, bsize: 4096 }),
    );
    expect(found).toMatchObject({
      level: "wrong",
      about: "data folder",
      text: expect.stringContaining("chown") as string,
    });
  });
});

describe("the sample", () => {
  const goods = {
    products: [
      { name: "Miến dong", priceStatus: "sample", photo: "photos/mien-dong.svg" },
      { name: "Mật ong", priceStatus: "known", photo: "photos/0123.jpg" },
      ...Array.from({ length: 6 }, (_, place) => ({ name: `Món ${place}`, priceStatus: "sample" })),
    ],
    producers: [
      { name: "HTX A", sample: true, phone: "0900000001", bankAccount: "MAU-1" },
      { name: "HTX B", phone: "0912345678", bankAccount: "19001234" },
    ],
    fairs: [{ name: "Hội xuân", expected: true }, { name: "Tuần OCOP" }],
  } as unknown as Goods;

  it("is wrong in a real shop, each kind named with its goods and its cure", () => {
    expect(sampleLeft(goods, false).map(({ level, about, text }) => [level, about, text.split(". ")[0]])).toEqual([
      ["wrong", "sample: invented prices", "7 (Miến dong, Món 0, Món 1, Món 2, Món 3 and 2 more)"],
      ["wrong", "sample: drawn pictures", "1 (Miến dong)"],
      ["wrong", "sample: invented phones", "1 (HTX A)"],
      ["wrong", "sample: invented bank accounts", "1 (HTX A)"],
      ["note", "sample: fairs whose days nobody has confirmed", "1 (Hội xuân)"],
    ]);
    for (const { text } of sampleLeft(goods, false)) expect(text).toMatch(/\. (?:Take|They are shown)/);
  });

  it("is as it should be in a sample shop, and no secret is told", () => {
    expect(new Set(sampleLeft(goods, true).map(({ level }) => level))).toEqual(new Set(["note"]));
    expect(JSON.stringify(sampleLeft(goods, false))).not.toMatch(/0900000001|MAU-1|19001234/);
  });

  it("is gone once everything is real", () => {
    expect(sampleLeft({ products: [], producers: [], fairs: [] }, false)).toEqual([]);
  });
});
