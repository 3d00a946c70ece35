/** Pages that say one thing: there is no such page; something broke. */
import { html } from "hono/html";
import { type Page } from "../layout.ts";
import { vi } from "../text.vi.ts";

const message = (title: string, text: string): Page => ({
  title,
  hidden: true,
  body: html`<div class="wrap message">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a class="button" href="/">${vi.backHome}</a></p>
  </div>`,
});

export const notFoundPage = message(vi.notFoundTitle, vi.notFoundText);
export const errorPage = message(vi.errorTitle, vi.errorText);
