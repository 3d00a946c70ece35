/** A newcomer at a browser: opens what the program printed, clicks and types, and has placed an order on every channel. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findChromium, openBrowser, type Program, startProgram } from "./program.ts";

const chromium = findChromium();
if (chromium === undefined)
  console.log("Skipped: the browser journeys need Chromium on the PATH or in CHROMIUM_PATH (apt-get install chromium)");

const SCREENSHOTS = join(import.meta.dirname, "../../dist/screenshots");
const WHO = "Hoa, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 860 };

describe.skipIf(chromium === undefined)("a newcomer at a browser", { timeout: 60_000 }, () => {
  let program: Program;
  let browser: Browser;
  let context: BrowserContext;
  let faults: string[];

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    [program, browser] = await Promise.all([startProgram(), openBrowser(chromium ?? "")]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await program.stop()).toBe(0);
  });
  beforeEach(() => {
    faults = [];
  });
  afterEach(async ({ task }) => {
    await context.close();
    if (task.result?.state === "fail") console.log(program.printed());
    // What a page's policy forbids, what a script threw and what could not be loaded all end up here.
    expect(faults).toEqual([]);
  });

  async function open(path: string, viewport = DESK): Promise<Page> {
    context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(program.address + path);
    return page;
  }

  it("publishes on a producer's phone, and orders on Zalo and Telegram", async () => {
    const page = await open("/simulator");
    const [zalo, telegram, producer] = ["customer-zalo", "customer-telegram", "producer-zalo"].map((id) =>
      page.locator(`#${id}`),
    ) as [Locator, Locator, Locator];

    await producer.getByLabel("Chọn nhà sản xuất").selectOption({ label: "Cơ sở sản xuất Trúc Mai" });
    await producer.getByRole("button", { name: "Gắn máy này" }).click();
    await hears(producer, "Đã gắn máy này với Cơ sở sản xuất Trúc Mai");

    await producer.getByLabel("Nhập tin nhắn").fill("Măng khô, 85k gói 500g, còn 100 gói");
    await producer.getByLabel("Gửi ảnh").setInputFiles({ name: "mang.png", mimeType: "image/png", buffer: PNG });
    await producer.getByRole("button", { name: "Đăng", exact: true }).click();
    const walls = page.locator("#walls");
    await walls.getByText("[QC]").first().waitFor();
    await expect.poll(() => walls.locator("article").count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(2);

    await zalo.getByRole("button", { name: "Quan tâm và nhắn tin" }).click();
    await says(zalo, "cho mình 2 gói nấm hương Việt Trúc Mai");
    await hears(zalo, "Nấm hương Việt Trúc Mai: 2 gói");
    await says(zalo, WHO);
    await hears(zalo, "Tổng");
    await zalo.getByRole("button", { name: "Đặt hàng" }).last().click();
    await hears(zalo, "Mã đơn");

    await producer.getByRole("button", { name: "Nhận đơn" }).click();
    await hears(zalo, "đã nhận đơn");

    await walls.locator('a[href^="/simulator?phone=telegram&start="]').click();
    await hears(telegram, "trợ lý tự động");
    await hears(telegram, "Măng khô");
    await says(telegram, "xem hàng");
    await telegram.getByRole("button", { name: "Thực phẩm" }).click();
    await telegram.getByRole("button", { name: "Bánh khảo Cô Hải" }).click();
    await says(telegram, "2 hộp bánh khảo Cô Hải");
    await hears(telegram, "Bánh khảo Cô Hải: 2 hộp");
    await says(telegram, WHO);
    await hears(telegram, "Tổng");
    await says(telegram, "ừ");
    await hears(telegram, "Mã đơn");
    await page.screenshot({ path: join(SCREENSHOTS, "simulator.png") });
  });

  it("finds a product on a phone, and orders it in the web chat", async () => {
    const page = await open("/", PHONE);
    await page.screenshot({ path: join(SCREENSHOTS, "home-phone.png") });
    await page.getByLabel("Tìm sản phẩm").fill("lap suon tam hoa");
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    await page.getByRole("link", { name: "Lạp sườn Tâm Hòa" }).click();
    await page.screenshot({ path: join(SCREENSHOTS, "product-phone.png") });
    await page.getByRole("link", { name: "Hỏi mua ngay trên trang này" }).click();
    const chat = page.getByRole("dialog");
    await answers(chat, "Bạn lấy mấy");
    await types(chat, "2");
    await answers(chat, "Giỏ của bạn");
    await types(chat, WHO);
    await answers(chat, "Bạn xem lại đơn");
    await chat.getByRole("button", { name: "Đặt hàng" }).click();
    await answers(chat, "Mã đơn");
    await page.screenshot({ path: join(SCREENSHOTS, "chat-phone.png") });

    await page.reload();
    await page.getByRole("button", { name: "Nhắn cho chợ" }).click();
    await answers(chat, "Mã đơn");
    expect(await chat.locator(".bubble.mine").filter({ hasText: WHO }).count()).toBe(1);
  });

  it("tells the shop which post led to the page, before anything else", async () => {
    const page = await open("/san-pham/lap-suon-tam-hoa?m=K7Q2M4XZ");
    const told: unknown[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") told.push(request.postDataJSON());
    });
    await page.getByRole("link", { name: "Hỏi mua ngay trên trang này" }).click();
    await answers(page.getByRole("dialog"), "Bạn lấy mấy");
    expect(told).toEqual([
      { id: expect.any(String) as string, start: "K7Q2M4XZ" },
      { id: expect.any(String) as string, text: "Mình muốn mua Lạp sườn Tâm Hòa" },
    ]);
  });

  it("opens the chat on a desk, reads the greeting, and shuts it by the keyboard", async () => {
    const page = await open("/");
    await page.screenshot({ path: join(SCREENSHOTS, "home-desk.png") });
    await page.getByRole("button", { name: "Nhắn cho chợ" }).click();
    const chat = page.getByRole("dialog");
    await answers(chat, "trợ lý tự động");
    await chat.getByRole("button", { name: "Thực phẩm" }).click();
    await answers(chat, "Thực phẩm:");
    await page.screenshot({ path: join(SCREENSHOTS, "chat-desk.png") });
    await page.keyboard.press("Escape");
    await chat.waitFor({ state: "hidden" });
  });

  it("comes by a code, which the chat is told at once", async () => {
    const page = await open("/d/K7Q2M4XZ");
    await page.getByText("K7Q2M4XZ", { exact: true }).waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, "code-desk.png") });
    await page.getByRole("link", { name: "Hỏi mua ngay trên trang này" }).click();
    await answers(page.getByRole("dialog"), "trợ lý tự động");
    expect(new URL(page.url()).search).toBe("");
  });

  it("reads every page without sideways scrolling on a narrow phone", async () => {
    const page = await open("/", { width: 320, height: 640 });
    for (const path of ["/", "/san-pham/lap-suon-tam-hoa", "/d/K7Q2M4XZ", "/quyen-rieng-tu", "/simulator"]) {
      await page.goto(program.address + path);
      const tooWide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(tooWide, path).toBeLessThanOrEqual(0);
    }
  });
});

const says = async (phone: Locator, text: string): Promise<void> => {
  await phone.getByLabel("Nhập tin nhắn").fill(text);
  await phone.getByRole("button", { name: "Gửi", exact: true }).click();
};

const hears = (phone: Locator, words: string): Promise<void> =>
  phone.locator(".row.us").getByText(words).last().waitFor();

const types = async (chat: Locator, text: string): Promise<void> => {
  await chat.getByLabel("Nhập tin nhắn").fill(text);
  await chat.getByLabel("Nhập tin nhắn").press("Enter");
};

const answers = (chat: Locator, words: string): Promise<void> =>
  chat.locator(".said").getByText(words).last().waitFor();
