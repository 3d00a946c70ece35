/** `/simulator`: phones on a table, to try the shop from every side without an account. */
import { Hono } from "hono";
import { html, raw } from "hono/html";
import { simulatorApi, type SimulatorParts } from "./api.ts";
import { script, style } from "./assets.generated.ts";
import { words } from "./words.vi.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function simulatorPage(parts: SimulatorParts): Hono {
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    context.header("content-security-policy", POLICY);
    context.header("x-content-type-options", "nosniff");
  });
  site.get("/", (context) => context.html(page(parts.app.shop.name)));
  site.route("/api", simulatorApi(parts));
  for (const { path, text, type } of [
    { ...script, type: "text/javascript; charset=utf-8" },
    { ...style, type: "text/css; charset=utf-8" },
  ])
    site.get(path.slice("/simulator".length), (context) => context.body(text, 200, { "content-type": type }));
  // A fault here is a mistake of whoever plays: the page shows the sentence.
  site.onError((error, context) => context.json({ error: error.message }, 400));
  return site;
}

const page = (shop: string) =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${words.title} · ${shop}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${style.path}" />
        <script src="${script.path}" defer></script>
      </head>
      <body data-words="${JSON.stringify(words)}">
        <header class="top">
          <h1>${words.title}</h1>
          <p>${words.intro}</p>
          <ol>
            ${words.steps.map((step) => html`<li>${raw(step)}</li>`)}
          </ol>
          <p><a href="/">${words.shop}</a></p>
        </header>
        <nav class="tabs" role="tablist" aria-label="${words.phones}"></nav>
        <main class="table"></main>
        <noscript><p class="top">${words.noScript}</p></noscript>
      </body>
    </html>`;
