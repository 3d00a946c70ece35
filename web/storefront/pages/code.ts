/** `/d/:code`: carries the code of a post or a printed QR to where people talk. Zalo takes none by link, so it is copied. */
import { html } from "hono/html";
import { type Code } from "../../../shared/domain/ids.ts";
import { type Page } from "../layout.ts";
import { type Door, type Storefront } from "../shop.ts";
import { vi } from "../text.vi.ts";

export function codePage({ doors }: Storefront, code: Code): Page {
  const zalo = doors.find(({ channel }) => channel === "zalo");
  const others = doors.filter((door) => door !== zalo);
  return {
    title: vi.codeTitle,
    hidden: true,
    body: html`<div class="wrap text">
      <h1>${vi.codeTitle}</h1>
      <p>${vi.codeText}</p>
      <p class="code">${code}</p>
      <p class="buy">${copyButton(zalo, code)}</p>
      <p class="note" role="status" data-copied hidden>${zalo ? vi.codeCopied : vi.codeCopiedOnly}</p>
      <p class="note" role="status" data-uncopied hidden>${vi.codeUncopied}</p>
      <h2>${vi.codeOther}</h2>
      <p class="buy">
        <a class="button plain" href="/?chat=${code}">${vi.buyNow.goods}</a>
        ${others.map(({ title, link }) => html`<a class="button plain" href="${link(code)}">${vi.codeVia(title)}</a>`)}
      </p>
    </div>`,
  };
}

const copyButton = (zalo: Door | undefined, code: Code) =>
  zalo
    ? html`<a class="button warm" href="${zalo.link(code)}" data-copy="${code}">${vi.codeCopy}</a>`
    : html`<button type="button" class="button warm" data-copy="${code}">${vi.codeCopyOnly}</button>`;
