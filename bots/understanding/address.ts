/** The address in a message, as typed: where it begins, how far it goes, and whether it is one at all. */
import {
  beforePlace,
  breaks,
  englishPlace,
  INSIDE_LOWER,
  landmark,
  OPENERS,
  partsFields,
  placeAt,
  onlyProvince,
  stopsAddress,
  streetNamed,
  trimmed,
} from "./address-parts.ts";
import { markerAt } from "./address-words.ts";
import { type Normalised, type Token } from "./normalise.ts";

/** Tokens [from, to). */
export type Span = { readonly from: number; readonly to: number };

/** What the other stages saw: phones end an address, and so do goods with their amounts. */
export type Around = { readonly stops: (at: number) => boolean; readonly product: (at: number) => boolean };

type Candidate = Span & { readonly score: number; readonly reach: number };

const TOWARDS = /^(?:to|at)$/;
const ENOUGH = 2;
/** Without words that say so, a place named is only spoken of. */
const ENOUGH_ALONE = 3;

/** How far an address that starts at `start` goes within its part, and what speaks for it. */
function grow(text: Normalised, start: number, around: Around, brought: boolean): Candidate {
  const { tokens } = text;
  const cased = tokens.slice(start, start + 12).some((token) => token.capital);
  let score = 0;
  let to = start;
  let at = start;
  const lead = tokens[start];
  if (
    lead?.kind === "number" &&
    tokens[start + 1]?.kind === "word" &&
    (tokens[start + 1]?.capital === true || (!cased && brought))
  )
    score += streetNamed(tokens, start + 1) ? 1.5 : 1;
  while (at < tokens.length && !breaks(tokens, at) && !around.stops(at)) {
    const token = tokens[at];
    const near = around.product(at) ? null : markerAt(tokens, at, brought);
    const marker = near !== null && around.stops(at + near.length) ? null : near;
    const place = marker === null ? placeAt(tokens, at) : null;
    if (marker !== null) {
      score += marker.weight;
      at = afterName(tokens, at + marker.length, around);
    } else if (place !== null) {
      score += place.weight;
      at += place.length;
    } else if (token === undefined || !(goesOn(token, cased) || endsName(tokens, at))) break;
    else {
      if (
        at > start &&
        /^(?:hotel|resort|hostel|street|st|tower|plaza|building|ward|district|commune|village)$/.test(token.fold)
      )
        score += 1.5;
      at += 1;
    }
    to = at;
  }
  while (to > start && breaks(tokens, to - 1)) to -= 1;
  return { from: start, to, score, reach: at };
}

/** The name right after its marker is part of it whatever it looks like: "xã phúc sen". */
function afterName(tokens: readonly Token[], at: number, around: Around): number {
  const place = placeAt(tokens, at);
  if (place !== null) return at + place.length;
  if ((markerAt(tokens, at, true)?.length ?? 0) > 1) return at;
  let to = at;
  const goes = () => to < tokens.length && !breaks(tokens, to) && !around.stops(to);
  if (
    !goes() ||
    (tokens[to]?.capital === false && /^(?:hay|nao|khong|duoc|nhe|nha|gan|thi)$/.test(tokens[to]?.fold ?? ""))
  )
    return to;
  to += 1;
  const lower = tokens[to - 1]?.kind === "word" && tokens[to - 1]?.capital === false;
  for (let more = 0; lower && more < 2 && goes() && tokens[to]?.kind === "word" && !stopsAddress(tokens[to]); more += 1)
    to += 1;
  return to;
}

/** "đại học Sư phạm": one lower-case syllable after a capital one still belongs to the name. */
function endsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === "word" &&
    tokens[at - 1]?.capital === true &&
    !stopsAddress(token) &&
    !/^(?:qua|bi|rat|de)$/.test(token.fold)
  );
}

/** Numbers and names go on; talk ends the address. */
function goesOn(token: Token, cased: boolean): boolean {
  if (token.kind === "number") return true;
  if (token.kind === "mark") return /^[./\-–']$/.test(token.word);
  if (token.kind !== "word") return false;
  if (token.capital) return true;
  if (cased) return INSIDE_LOWER.test(token.fold) || token.fold.length === 1;
  return !stopsAddress(token);
}

/** After a comma: another part of the same address, or something else. */
function continues(text: Normalised, at: number, around: Around): Candidate | null {
  const { tokens } = text;
  const first = tokens[at];
  if (first === undefined || around.stops(at) || around.product(at) || around.product(at + 1)) return null;
  const next = grow(text, at, around, true);
  if (next.to === next.from) return null;
  if (next.score > 0 || landmark(tokens, at)) return next;
  const words = tokens.slice(next.from, next.to).filter((token) => token.kind === "word");
  return words.length > 0 &&
    words.length <= 4 &&
    words.every((token) => token.capital) &&
    first.kind === "word" &&
    breaks(tokens, next.to)
    ? next
    : null;
}

/** "xã Đức Long (Thạch An cũ), xóm Nà Pá": the first token after a short remark. */
function afterBracket(tokens: readonly Token[], open: number): number {
  const close = tokens.slice(open, open + 7).findIndex((token) => token.word === ")");
  return close < 0 ? open + 1 : open + close + 1;
}

function joined(text: Normalised, first: Candidate, around: Around): Candidate {
  const { tokens } = text;
  let all = first;
  while (all.to < tokens.length) {
    const separator = tokens[all.to];
    if (separator === undefined) break;
    const mayGoOn =
      separator.word === "(" ||
      separator.word === "," ||
      separator.kind === "line" ||
      separator.word === "." ||
      partsFields(tokens, all.to);
    if (!mayGoOn || all.reach < all.to) break;
    let at = separator.word === "(" ? afterBracket(tokens, all.to) : all.to + 1;
    while (tokens[at]?.kind === "line" || tokens[at]?.word === ",") at += 1;
    const next = continues(text, at, around);
    if (next === null || (separator.word !== "," && (next.score < 1 || english(tokens, at)))) break;
    // A full name after a line is a person unless a marker says otherwise.
    all = { from: all.from, to: next.to, score: all.score + next.score, reach: next.reach };
  }
  return all;
}

/** "… street. Can we": a sentence of English begins, not "căn". */
const english = (tokens: readonly Token[], at: number): boolean =>
  /^(?:we|i|you|it|the|my|is)$/.test(tokens[at + 1]?.fold ?? "");

/** Words before a start, as one folded string with a trailing space. */
const before = (tokens: readonly Token[], at: number): string => {
  let from = at;
  while (from > Math.max(0, at - 8) && !(breaks(tokens, from - 1) && tokens[from - 1]?.word !== ":")) from -= 1;
  return tokens
    .slice(from, at)
    .map((token) => `${token.fold} `)
    .join("");
};

function openerBefore(tokens: readonly Token[], at: number): number {
  const words = before(tokens, at);
  if (words === "") return 0;
  return OPENERS.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
}

/** A house number with something behind it. */
const numberAt = (tokens: readonly Token[], at: number, led: boolean): boolean =>
  tokens[at]?.kind === "number" && tokens[at + 1] !== undefined && (led || tokens[at - 1]?.capital === true);

/** A place that needs no marker: after an opener, or an English one. */
function nameBegins(tokens: readonly Token[], at: number, opener: number, field: boolean): boolean {
  if (opener >= 1 || (opener > 0 && placeAt(tokens, at) !== null)) return true;
  if (opener >= 0.5 && beforePlace(tokens, at)) return true;
  return (field || opener > 0 || TOWARDS.test(tokens[at - 1]?.fold ?? "")) && englishPlace(tokens, at);
}

/** More than a province: a house, a street, a hamlet, a commune, or two levels of places. */
export function findAddress(text: Normalised, around: Around, contact: boolean): Span | null {
  const { tokens } = text;
  let best: Candidate | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (breaks(tokens, at) || around.stops(at) || around.product(at)) continue;
    if (at > 0 && (markerAt(tokens, at - 1, true)?.length ?? 0) > 1) continue;
    const opener = openerBefore(tokens, at);
    const edge = at === 0 || breaks(tokens, at - 1) || around.stops(at - 1);
    const brought = opener >= 0.5 || (contact && (edge || tokens[at - 1]?.capital === true));
    const marker = markerAt(tokens, at, brought);
    // "1 CON DAO CHẶT": an amount of goods, in capitals as the rest.
    const numbered = numberAt(tokens, at, edge || opener > 0) && !around.product(at + 1) && !around.product(at + 2);
    if (marker === null && !numbered && !nameBegins(tokens, at, opener, edge && contact)) continue;
    const grown = joined(text, grow(text, at, around, brought), around);
    const field = numbered && edge ? 0.5 : 0;
    // "bưu điện hay nhà xe": a kind of place without its name is no address.
    if (marker?.meeting === true && grown.to - at <= marker.length) continue;
    const labelled = opener >= 1.5 && grown.to - grown.from >= 2 && grown.score >= 1 ? 1 : 0;
    const score = grown.score + opener + labelled + field;
    if (
      grown.to - grown.from < 2 ||
      grown.score < 1 ||
      score < (opener > 0 || contact ? ENOUGH : ENOUGH_ALONE) ||
      onlyProvince(tokens, grown)
    )
      continue;
    if (best === null || score > best.score + 0.01) best = { ...grown, score };
    at = Math.max(at, best.from === grown.from ? grown.to - 1 : at);
  }
  const span = best === null ? null : trimmed(tokens, { from: beside(tokens, best.from, around), to: best.to });
  return span === null || span.to - span.from < 2 ? null : span;
}

/** "gần cầu Bằng Giang, tổ 4": a landmark before the first comma belongs to the address. */
function beside(tokens: readonly Token[], start: number, around: Around): number {
  let from = start;
  while (/^(?:ngay|sau|gần|gan|cạnh|canh|đầu|cuối)$/.test(tokens[from - 1]?.word ?? "")) from -= 1;
  if (tokens[from - 1]?.word !== ",") return from;
  for (
    let at = from - 2;
    at >= Math.max(0, from - 8) && !breaks(tokens, at) && !around.stops(at) && !around.product(at);
    at -= 1
  ) {
    if (landmark(tokens, at)) return at;
  }
  return from;
}

export const spanText = (text: Normalised, span: Span): string =>
  text.raw.slice(text.tokens[span.from]?.start ?? 0, text.tokens[span.to - 1]?.end ?? 0);
