/** The frame of every page: head, market sign, brocade, footer, and the chat that waits in the corner. */
import { html, raw } from "hono/html";
import { type HtmlEscapedString } from "hono/utils/html";
import { script, style } from "./assets.generated.ts";
import { fairWords } from "./fairs.vi.ts";
import { type Storefront } from "./shop.ts";
import { chatWords, vi } from "./text.vi.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Page = {
  title: string;
  description?: string;
  /** Absolute address of a picture to show where the page is shared. */
  picture?: string;
  /** Not for search engines. */
  hidden?: boolean;
  body: Html;
};

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23232b5c'/%3E%3Cpath d='M16 5 27 16 16 27 5 16z' fill='%23c9822a'/%3E%3Cpath d='M16 11l5 5-5 5-5-5z' fill='%23b23a30'/%3E%3C/svg%3E";

export const layout = ({ shop }: Storefront, page: Page): Html =>
  html`<!doctype html>
    <html lang="vi" data-shop="${shop.publicUrl}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        ${page.description ? html`<meta name="description" content="${page.description}" />` : ""}
        ${shop.sample || page.hidden ? raw('<meta name="robots" content="noindex">') : ""}
        <meta property="og:title" content="${page.title}" />
        <meta property="og:site_name" content="${shop.name}" />
        ${page.picture ? html`<meta property="og:image" content="${page.picture}" />` : ""}
        <meta name="theme-color" content="#232b5c" />
        <link rel="icon" href="${raw(ICON)}" />
        <link rel="stylesheet" href="${style.path}" />
        <script src="${script.path}" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${vi.skip}</a>
        ${shop.sample ? SAMPLE : ""}
        <header class="top">
          <div class="wrap">
            <a class="brand" href="/">${LOGO}<span>${shop.name}</span></a>
            ${MENU}
          </div>
        </header>
        <div class="brocade" aria-hidden="true"></div>
        <main id="main">${page.body}</main>
        <div class="brocade" aria-hidden="true"></div>
        <footer class="foot">
          <div class="wrap">
            <p>${vi.footer}</p>
            <p>${vi.footerAutomatic}</p>
            <a href="/">${vi.home}</a><a href="/huong-dan">${vi.guides}</a><a href="/quyen-rieng-tu">${vi.privacy}</a>
          </div>
        </footer>
        ${CHAT}
      </body>
    </html>`;

const SAMPLE = html`<div class="sample" role="note">${vi.sampleBanner} <a href="/simulator">${vi.simulator}</a></div>`;

const MENU = html`<nav aria-label="${vi.menu}">
  <a href="/#san-pham">${vi.allProducts}</a><a href="/hoi-cho">${fairWords.menu}</a>
</nav>`;

const LOGO = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 1 31 16 16 31 1 16z" fill="#c9822a"/><path d="M16 7l9 9-9 9-9-9z" fill="#171d42"/><path d="M16 11l5 5-5 5-5-5z" fill="#b23a30"/><path d="M16 14l2 2-2 2-2-2z" fill="#f6e3bf"/></svg>',
);

const BUBBLE = raw(
  '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><path d="M4 5h16v11H10l-5 4v-4H4z"/><path d="M8 9.500h8M8 12.500h5" stroke-linecap="round"/></svg>',
);

const CHAT = html`<noscript><p class="wrap note">${chatWords.noScript}</p></noscript>
  <button type="button" class="chat-open" hidden>
    ${BUBBLE}<span class="label">${chatWords.open}</span>
    <span class="badge" aria-label="${chatWords.unread}" hidden></span>
  </button>
  <section class="chat" role="dialog" aria-label="${chatWords.title}" data-words="${JSON.stringify(chatWords)}" hidden>
    <header class="chat-head">
      <div>
        <h2>${chatWords.title}</h2>
        <p>${chatWords.subtitle}</p>
      </div>
      <button type="button" class="chat-close" aria-label="${chatWords.close}">×</button>
    </header>
    <div class="chat-log" role="log" aria-live="polite" aria-label="${chatWords.log}" tabindex="0"></div>
    <form class="chat-form">
      <input
        type="text"
        name="text"
        maxlength="2000"
        autocomplete="off"
        enterkeyhint="send"
        placeholder="${chatWords.input}"
        aria-label="${chatWords.input}"
      /><button type="submit">${chatWords.send}</button>
    </form>
  </section>`;
