/** The shop's pages and what they need: routes, headers, the visitor's messages. */
import { type Context, Hono } from "hono";
import { routePath } from "hono/route";
import { isWebchat } from "../../bots/webchat/channel.ts";
import { NO_VISITOR } from "../../bots/webchat/visitor.ts";
import { parseCode } from "../../shared/domain/ids.ts";
import { type App } from "../../shared/ports/app.ts";
import { loadCatalogue } from "../../shared/stores/catalogue.ts";
import { loadFairs } from "../../shared/stores/fairs.ts";
import { script, style } from "./assets.generated.ts";
import { layout, type Page } from "./layout.ts";
import { codePage } from "./pages/code.ts";
import { fairPage } from "./pages/fair.ts";
import { fairsPage } from "./pages/fairs.ts";
import { guidePage, guidesPage } from "./pages/guide.ts";
import { homePage } from "./pages/home.ts";
import { errorPage, notFoundPage } from "./pages/plain.ts";
import { privacyPage } from "./pages/privacy.ts";
import { producerPage } from "./pages/producer.ts";
import { productPage } from "./pages/product.ts";
import { securityHeaders } from "./security-headers.ts";
import { listable, readWish } from "./shelf.ts";
import { lookAround } from "./shop.ts";
import { slipPicture } from "./slip-picture.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const PHOTO = /^photos(?:\/\w[\w.-]*)+$/;
const A_MOMENT = "public, max-age=30";

export function storefront(app: App): Hono {
  const site = new Hono();
  site.use(securityHeaders(app.shop));
  const show = async (context: Context, page: Page, status: 200 | 404 | 500 = 200) => {
    context.header("cache-control", status === 200 ? A_MOMENT : "no-store");
    return context.html(layout(await lookAround(app), page), status);
  };
  addPages(site, app, show);
  addFiles(site, app);
  addChat(site, app);
  site.notFound((context) => show(context, notFoundPage, 404));
  site.onError((error, context) => {
    app.log.error("web.page-failed", error, { method: context.req.method, route: routePath(context) });
    return show(context, errorPage, 500).catch(() => context.text("500", 500));
  });
  return site;
}

type Show = (context: Context, page: Page, status?: 200 | 404 | 500) => Promise<Response>;

function addPages(site: Hono, app: App, show: Show): void {
  site.get("/", async (context) => {
    const listings = listable(await loadCatalogue(app));
    return show(context, homePage(await lookAround(app), listings, readWish(context.req.query())));
  });
  site.get("/san-pham/:slug", async (context) => {
    const listings = listable(await loadCatalogue(app));
    const listing = listings.find(({ slug }) => slug === context.req.param("slug"));
    if (!listing) return context.notFound();
    const code = parseCode(context.req.query("m") ?? "") ?? undefined;
    return show(context, productPage(await lookAround(app), listing, { listings, code }));
  });
  site.get("/nha-san-xuat/:slug", async (context) => {
    const listings = listable(await loadCatalogue(app));
    const page = producerPage(await lookAround(app), context.req.param("slug"), listings);
    return page ? show(context, page) : context.notFound();
  });
  site.get("/hoi-cho", async (context) => show(context, fairsPage(await lookAround(app), await loadFairs(app))));
  site.get("/hoi-cho/:slug", async (context) => {
    const fairs = await loadFairs(app);
    const fair = fairs.find(({ slug }) => slug === context.req.param("slug"));
    if (!fair) return context.notFound();
    const code = parseCode(context.req.query("m") ?? "") ?? undefined;
    return show(context, fairPage(await lookAround(app), fair, { fairs, code }));
  });
  site.get("/d/:code", async (context) => {
    const code = parseCode(context.req.param("code"));
    return code ? show(context, codePage(await lookAround(app), code)) : context.notFound();
  });
  site.get("/huong-dan", async (context) => show(context, guidesPage(await lookAround(app))));
  site.get("/huong-dan/:who", async (context) => {
    const page = guidePage(await lookAround(app), context.req.param("who"));
    return page ? show(context, page) : context.notFound();
  });
  site.get("/quyen-rieng-tu", async (context) => show(context, privacyPage(await lookAround(app))));
}

function addFiles(site: Hono, app: App): void {
  for (const { path, text, type } of [
    { ...script, type: "text/javascript; charset=utf-8" },
    { ...style, type: "text/css; charset=utf-8" },
  ])
    site.get(path, (context) => context.body(text, 200, { "content-type": type, "cache-control": FOR_EVER }));

  site.get("/blobs/photos/*", async (context) => {
    const key = context.req.path.slice("/blobs/".length);
    const blob = PHOTO.test(key) ? await app.blobs.get(key) : undefined;
    if (!blob) return context.text("404", 404);
    // A drawing may hold scripts: opened by itself it gets no rights.
    const headers = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
    return context.body(Uint8Array.from(blob.bytes), 200, {
      ...headers,
      "content-type": blob.type,
      "cache-control": "public, max-age=86400",
    });
  });
  site.get("/chuyen-khoan/:picture", async (context) => {
    const picture = await slipPicture(app, context.req.param("picture"));
    context.header("cache-control", "no-store");
    return picture ? context.body(picture, 200, { "content-type": "image/png" }) : context.text("404", 404);
  });
  site.get("/robots.txt", (context) =>
    context.text(
      app.shop.sample
        ? "User-agent: *\nDisallow: /\n"
        : "User-agent: *\nDisallow: /chat/\nDisallow: /d/\nDisallow: /chuyen-khoan/\n",
    ),
  );
  site.get("/healthz", async (context) => {
    context.header("cache-control", "no-store");
    try {
      await app.table.get({ pk: "healthz", sk: "healthz" });
      return context.text("ok");
    } catch (error) {
      app.log.error("web.unhealthy", error);
      return context.text("The table does not answer", 503);
    }
  });
}

function addChat(site: Hono, app: App): void {
  site.get("/chat/messages", async (context) => {
    const webchat = await app.channels.get("webchat");
    if (!isWebchat(webchat)) return context.json({ messages: [], last: 0 }, 404);
    const after = Number(context.req.query("after") ?? 0);
    const known = Number.isSafeInteger(after) && after >= 0 ? after : 0;
    const { forged, ...news } = await webchat.fetchMessages(context.req.header("cookie"), known);
    context.header("cache-control", "no-store");
    if (forged) context.header("set-cookie", NO_VISITOR);
    return context.json(news);
  });
}
