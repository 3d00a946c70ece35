/**
 * `node tests/browser/take-pictures.ts`: the pictures of the README, taken of the program itself while people talk to it.
 * Run it after a change of what pages look like.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { PHOTO } from "../../web/storefront/guides/drawings.ts";
import { smallerPng } from "./smaller-png.ts";
import { findChromium, openBrowser, startProgram } from "./program.ts";

const ROOT = join(import.meta.dirname, "../..");
const IMAGES = join(ROOT, "docs/images");
const MOST_BYTES = 300 * 1024;

const DESK = { width: 1280, height: 868 };
const TALL_DESK = { width: 1280, height: 1060 };
const PHONE = { width: 360, height: 740 };
const WHO = "Hoa, 0912 345 678, số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng";
const OTHER = "Nam, 0987 654 321, số 12 Kim Đồng, phường Thục Phán, Cao Bằng";

async function takePictures(): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined)
    throw new Error(
      "Pictures need Chromium: put it on the PATH or its path into CHROMIUM_PATH (apt-get install chromium)",
    );
  await mkdir(IMAGES, { recursive: true });
  const [program, browser] = await Promise.all([startProgram(), openBrowser(chromium)]);
  try {
    await market(await opened(browser, `${program.address}/simulator`, DESK));
    await save(await opened(browser, `${program.address}/`, TALL_DESK), "home");
    await chat(await opened(browser, `${program.address}/san-pham/lap-suon-tam-hoa`, PHONE));
  } finally {
    await browser.close();
    await program.stop();
  }
}

async function opened(browser: Browser, address: string, viewport: typeof DESK): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(address);
  return page;
}

/** A producer puts noodles on sale with a photo, two customers order, the producer accepts. */
async function market(page: Page): Promise<void> {
  const photo = await drawPhoto(page);
  const producer = handOf(page, "producer-zalo");
  await page
    .locator("#producer-zalo")
    .getByLabel("Chọn nhà sản xuất")
    .selectOption({ label: "Cơ sở sản xuất Trúc Mai" });
  await producer.taps("Gắn máy này");
  await producer.hears("Đã gắn máy này");
  await page
    .locator("#producer-zalo")
    .getByLabel("Nhập tin nhắn")
    .fill("Miến dong Phia Đén mới, 85k gói 500g, còn 100 gói");
  await page
    .locator("#producer-zalo")
    .getByLabel("Gửi ảnh")
    .setInputFiles({ name: "mien.png", mimeType: "image/png", buffer: photo });
  await producer.taps("Đăng");
  await page.locator("#walls article").nth(2).waitFor();
  await order(handOf(page, "customer-telegram"), ["cho mình 3 gói miến dong Phia Đén", OTHER]);
  const zalo = handOf(page, "customer-zalo");
  await order(zalo, ["cho mình 2 gói nấm hương Việt Trúc Mai", WHO]);
  await producer.hears("Nấm hương");
  await producer.tapsLast("Nhận đơn");
  await zalo.hears("đã nhận đơn");
  await save(page, "simulator");
}

async function order(hand: Hand, [wish, who]: readonly [string, string]): Promise<void> {
  await hand.says(wish);
  await hand.hears("Giỏ của bạn");
  await hand.says(who);
  await hand.hears("Tổng");
  await hand.says("ừ");
  await hand.hears("Mã đơn");
}

async function chat(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Hỏi mua ngay trên trang này" }).click();
  const panel = page.getByRole("dialog");
  for (const [text, answer] of [
    ["2", "Giỏ của bạn"],
    [WHO, "Bạn xem lại đơn"],
  ] as const) {
    await panel.locator(".said").last().waitFor();
    await panel.getByLabel("Nhập tin nhắn").fill(text);
    await panel.getByLabel("Nhập tin nhắn").press("Enter");
    await panel.locator(".said").getByText(answer).last().waitFor();
  }
  await save(page, "chat-phone");
}

type Hand = ReturnType<typeof handOf>;

/** Whoever holds one of the simulator's phones. */
function handOf(page: Page, id: string) {
  const phone = page.locator(`#${id}`);
  const switchTo = phone.page().locator(`select:visible:has(option[value="${id}"])`);
  const inHand = async () => {
    if (await phone.isHidden()) await switchTo.selectOption(id);
  };
  return {
    async says(text: string): Promise<void> {
      await inHand();
      await phone.getByLabel("Nhập tin nhắn").fill(text);
      await phone.getByRole("button", { name: "Gửi", exact: true }).click();
    },
    taps: (label: string) => phone.getByRole("button", { name: label, exact: true }).click(),
    tapsLast: (label: string) => phone.getByRole("button", { name: label, exact: true }).last().click(),
    hears: (words: string) => phone.locator(".row.us").getByText(words).last().waitFor(),
  };
}

/** Noodles on a frame, as a phone's photo. */
async function drawPhoto(page: Page): Promise<Buffer> {
  const paper = await page.context().newPage();
  await paper.setViewportSize({ width: 480, height: 256 });
  await paper.setContent(`<style>body{margin:0}svg{width:480px;height:256px;display:block}</style>${String(PHOTO)}`);
  const photo = await paper.screenshot({ type: "png" });
  await paper.close();
  return photo;
}

/** The shop stands on whatever port was free; the picture has the address that a newcomer has. */
const USUAL_ADDRESS = `
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/localhost:\\d+/g, "localhost:3000");
`;

async function save(page: Page, name: string): Promise<void> {
  await page.evaluate(USUAL_ADDRESS);
  const png = smallerPng(await page.screenshot({ animations: "disabled" }));
  const file = join(IMAGES, `${name}.png`);
  if (png.length > MOST_BYTES)
    throw new Error(`${name}.png would have ${png.length} bytes, more than ${MOST_BYTES}: take less of the page`);
  await writeFile(file, png);
  console.log(`${relative(ROOT, file)}: ${Math.ceil(png.length / 1024)} KB`);
  await page.context().close();
}

if (import.meta.main) await takePictures();
