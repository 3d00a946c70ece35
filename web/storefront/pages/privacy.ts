/** `/quyen-rieng-tu`: what is kept of people, what for, how long, and how to have it changed or erased. */
import { html } from "hono/html";
import { type Page } from "../layout.ts";
import { privacy } from "../privacy.vi.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

export const privacyPage = ({ shop }: Storefront): Page => ({
  title: vi.privacy,
  body: html`<div class="wrap text">
    <h1>${vi.privacy}</h1>
    <p>${privacy.intro(shop.name)}</p>
    ${privacy.sections.map(
      ({ title, lines }) =>
        html`<h2>${title}</h2>
          ${lines.map((line) => html`<p>${line}</p>`)}`,
    )}
    ${shop.model ? html`<p>${privacy.model}</p>` : ""}
  </div>`,
});
