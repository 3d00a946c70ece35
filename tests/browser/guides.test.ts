/** The guides as they leave the printer and as they look in the hand. */
import { type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guidesOf } from "../../web/storefront/guides/all.vi.ts";
import { findChromium, openBrowser, type Program, startProgram } from "./program.ts";

const chromium = findChromium();
if (chromium === undefined)
  console.log("Skipped: printing the guides needs Chromium on the PATH or in CHROMIUM_PATH (apt-get install chromium)");

const PATHS = guidesOf({ name: "", publicUrl: "", sample: true }).map(({ slug }) => `/huong-dan/${slug}`);
/** A4 at 96 dots an inch, less the margins of the style sheet, and less what wider letters may need. */
const SHEET = { width: 726, height: 1054 * 0.97 };

describe.skipIf(chromium === undefined)("the guides in a browser", { timeout: 60_000 }, () => {
  let program: Program;
  let browser: Browser;

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), openBrowser(chromium ?? "")]);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  it.each(PATHS)("%s prints on one sheet of A4, without the page's menu and chat", async (path) => {
    const page = await browser.newPage({ viewport: { width: SHEET.width, height: 1054 } });
    await page.goto(program.address + path);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate("document.body.scrollHeight")).toBeLessThanOrEqual(SHEET.height);
    for (const selector of [".top", ".foot", ".chat-open", "[data-print]"])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [width, height] = /\/MediaBox\s*\[\s*0 0 ([.\d]+) ([.\d]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
    await page.close();
  });

  it.each(["/huong-dan", ...PATHS])("%s fits a narrow phone, with letters large enough to read", async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(program.address + path);
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
    // Wherever something reaches over its own box, a word is cut on such a phone.
    const cut = await page.evaluate(
      "[...document.querySelectorAll('.mock, .mock :not(.spoken), .lessons li')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.textContent)",
    );
    expect(cut).toEqual([]);
    const smallest = await page.evaluate(
      "Math.min(...[...document.querySelectorAll('.lessons p, .guides a')].map((one) => parseFloat(getComputedStyle(one).fontSize)))",
    );
    expect(smallest).toBeGreaterThanOrEqual(14);
    await page.close();
  });

  it("asks the browser to print at a press", async () => {
    const page = await browser.newPage();
    await page.addInitScript("window.print = () => { window.printed = true; };");
    await page.goto(`${program.address}/huong-dan/khach`);
    await page.getByRole("button", { name: "In trang này" }).click();
    expect(await page.evaluate("window.printed")).toBe(true);
    await page.close();
  });
});
