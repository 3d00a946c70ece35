/** `/huong-dan` and `/huong-dan/:who`: how to use the market, in pictures, a sheet of A4 each. */
import { html } from "hono/html";
import { type Shop } from "../../../shared/ports/app.ts";
import { guidesOf, guideWords } from "../guides/all.vi.ts";
import { FACES, PHOTO } from "../guides/drawings.ts";
import { type Corner, type Guide, type Said, type Screen, type Step } from "../guides/guide.ts";
import { type Html, type Page } from "../layout.ts";
import { type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

const pathOf = ({ slug }: Guide): string => `/huong-dan/${slug}`;

export const guidesPage = ({ shop }: Storefront): Page => ({
  title: guideWords.title,
  description: guideWords.intro,
  body: html`<div class="wrap">
    <h1 class="guides-title">${guideWords.title}</h1>
    <p>${guideWords.intro}</p>
    <ul class="guides">
      ${guidesOf(shop).map(
        (guide) =>
          html`<li>
            <a href="${pathOf(guide)}">${FACES[guide.slug]}<span class="name">${guide.who}</span> ${guide.title}</a>
          </li>`,
      )}
    </ul>
  </div>`,
});

/** Undefined for anybody we have no page for. */
export function guidePage({ shop }: Storefront, who: string): Page | undefined {
  const guides = guidesOf(shop);
  const guide = guides.find(({ slug }) => slug === who);
  if (!guide) return undefined;
  return {
    title: `${guide.title}: ${guide.who}`,
    description: guide.intro,
    body: html`<article class="guide wrap">
      <header>
        ${FACES[guide.slug]}
        <div>
          <p class="who">${guide.who} · ${shop.name}</p>
          <h1>${guide.title}</h1>
          <p>${guide.intro}</p>
        </div>
        ${corner(guide.corner, shop)}
      </header>
      <ol class="lessons${guide.steps.length === 4 ? " four" : ""}" aria-label="${guideWords.steps}">
        ${guide.steps.map((step) => lesson(step, shop))}
      </ol>
      <ul class="tips">
        ${guide.tips.map((tip) => html`<li>${tip}</li>`)}
      </ul>
      <p class="note">${guideWords.example} ${shop.sample ? vi.sampleBanner : ""}</p>
      <p class="unprinted"><button type="button" class="button" data-print hidden>${guideWords.print}</button></p>
      <nav class="unprinted" aria-label="${guideWords.all}">
        ${guides
          .filter((other) => other !== guide)
          .map((other) => html`<a class="button plain" href="${pathOf(other)}">${other.who}</a>`)}
      </nav>
    </article>`,
  };
}

/** Filled by hand or with a sticker: the QR of an Official Account is Zalo's to draw, and a code is for one person alone. */
const corner = ({ on, label }: Corner, { publicUrl }: Shop): Html =>
  html`<aside class="corner for-${on}">
    <span>${label}</span>${
      on === "qr" ? html`<small>${guideWords.orOpen} ${publicUrl.replace(/^https?:\/\//, "")}</small>` : ""
    }
  </aside>`;

const lesson = ({ title, hint, screens }: Step, shop: Shop): Html =>
  html`<li>
    <h2>${title}</h2>
    <p>${hint}</p>
    ${screens.map((screen) => draw(screen, shop))}
  </li>`;

const draw = (screen: Screen, shop: Shop): Html =>
  screen.on === "phone"
    ? html`<div class="mock" role="group" aria-label="${guideWords.onPhone}">
        <p class="title">${shop.name}</p>
        ${screen.talk.map(bubble)}
      </div>`
    : html`<div class="mock computer" role="group" aria-label="${guideWords.onComputer}">
        ${screen.lines.map(({ by, text }) => html`<p class="${by}">${by === "you" ? words(text) : text}</p>`)}
      </div>`;

const words = (command: string): readonly Html[] => command.split(" ").map((word) => html`<span>${word}</span> `);

const bubble = ({ by, text, photo, buttons = [] }: Said): Html =>
  html`<div class="${by}">
    <span class="spoken">${by === "you" ? guideWords.you : guideWords.shop}: </span>${photo ? PHOTO : ""}
    <p>${text}</p>
    ${buttons.length > 0 ? html`<span class="keys">${buttons.map((label) => html`<span>${label}</span>`)}</span>` : ""}
  </div>`;
