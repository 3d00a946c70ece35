/** Who a guide is for, drawn; and the photo that a producer sends. Lines alone, so that they print in black and white. */
import { raw } from "hono/html";
import { type Html } from "../layout.ts";

const drawing = (paths: string): Html =>
  raw(
    `<svg class="face" viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`,
  );

export const FACES: Readonly<Record<string, Html>> = {
  khach: drawing(
    '<path d="M8 28h48l-5 28H13z"/><path d="M18 28c0-12 6-20 14-20s14 8 14 20"/><path d="M22 37v11M32 37v11M42 37v11"/>',
  ),
  "nha-san-xuat": drawing(
    '<path d="M6 27 32 9l26 18z"/><circle cx="32" cy="33" r="9"/><path d="M14 57c1-9 8-14 18-14s17 5 18 14z"/><path d="M32 43v14M25 50l7 4 7-4"/>',
  ),
  "ban-to-chuc": drawing(
    '<path d="M8 26 14 10h36l6 16c0 5-8 6-8 0 0 6-10 6-10 0-2 6-10 6-12 0 0 6-10 6-10 0 0 6-8 5-8 0z"/><path d="M13 32v24h38V32M26 56V42h12v14"/>',
  ),
  "van-phong": drawing(
    '<path d="M8 11h48v32H8z"/><path d="M26 43l-3 11h18l-3-11M18 54h28"/><path d="M15 20h14M15 27h22M15 34h10"/><path d="m41 31 4 4 7-9"/>',
  ),
};

/** Noodles drying in the sun. */
export const PHOTO = raw(
  '<svg class="photo" viewBox="0 0 120 64" aria-hidden="true" preserveAspectRatio="xMidYMid slice"><path fill="#dfecf3" d="M0 0h120v64H0z"/><circle cx="104" cy="24" r="7" fill="#f2c14e"/><path fill="#9db98f" d="M0 40c18-14 30-16 46-4 16-16 34-16 74 2v26H0z"/><path stroke="#6b4a22" stroke-width="3" d="M8 22h92M16 22v38M92 22v38"/><path stroke="#f4ead2" stroke-width="3" d="M24 23v26m6-26v29m6-29v25m6-25v30m6-30v26m6-26v29m6-29v25m6-25v30m6-30v26m6-26v28m6-28v25"/></svg>',
);
