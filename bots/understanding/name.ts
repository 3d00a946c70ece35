/** The recipient's name: after "tên là" or an honorific, or standing beside a phone or an address. */
import { type Span } from "./address.ts";
import { type Normalised, type Token } from "./normalise.ts";
import { fullName, isBreak, isHonorific, nameFrom, NOT_NAME } from "./name-words.ts";

const LABEL =
  /(?:^| )(?:ten(?: (?:em|minh|anh|chi|toi|tui|nguoi nhan|la|nhan|khach|cua|e|con))*|ho ten|ho va ten|nguoi nhan(?: hang)?|ng nhan|nhan hang|ghi ten|khach hang|my name is|my names|name|name is|i am|this is|recipient|ten day du|de ten)(?: la| thanh| sang)? ?[:=-]? $/;
/** "mình là Hà": only a capital tells a name from "mình là khách quen". */
const SELF = /(?:^| )(?:minh|em|anh|chi|toi|tui|e|con|chau|day|bac|co|i) (?:la|ten|am) $|(?:^| )(?:its|im|i m|it s) $/;
const TOWARDS =
  /(?:^| )(?:gui|giao|ship|dua|lien he|gap|goi|keu|nho|nhan tin|inbox|alo|kiem|tra|lh|chuyen|nhan boi|nhan la|deliver to|send to)(?: (?:cho|toi|den|ve|hang|con|gai|trai|nha|biet|gap|truc tiep|nguoi ta|ten|ban|nguoi yeu|me|bo|vo|chong|em|minh|chi|anh|ho|giup))* (?:cho |gap |,)?$/;

/** "hỏi chị Xuân": whom to ask for, right before the honorific. */
const ASK_FOR = /(?:^| )(?:hoi|ask for|kiem) $/;
/** "Con Páo ở bản …", "chị Lan đây": saying who one is. */
const TAKES = /^(?:lay|mua|dat|order|can|muon|cho|them|hoi|noi|bao|ban|gui|co|va|voi)$/;

/** "kêu Tí": a bare name too. */
const CALLED = /(?:^| )(?:keu|gap|lien he|lh|alo) $/;

type Found = Span & { readonly score: number };

const wordsBefore = (tokens: readonly Token[], at: number): string => {
  let from = at;
  while (from > Math.max(0, at - 7) && tokens[from - 1]?.kind !== "line") from -= 1;
  return tokens
    .slice(from, at)
    .map((token) => `${token.fold} `)
    .join("");
};

/** A field of its own between commas, lines, a phone or an address. */
function ownField(text: Normalised, span: Span, edges: (at: number) => boolean, start: number): boolean {
  const left = start === 0 || isBreak(text.tokens[start - 1]) || edges(start - 1);
  const after = text.tokens[span.to];
  const right = isBreak(after) || edges(span.to) || /^(?:nhe|nha|a|nhen|nghen|nhan|xom|thon)$/.test(after?.fold ?? "");
  return left && right;
}

/** `slots` = phone or address tokens; `goods` = products and amounts. */
export function findName(text: Normalised, slots: readonly Span[], goods: (at: number) => boolean): Span | null {
  const { tokens } = text;
  const inSlot = (at: number) => slots.some((span) => at >= span.from && at < span.to);
  const taken = (at: number) => inSlot(at) || goods(at);
  const cased = tokens.some((token, at) => token.capital && !taken(at));
  let best: Found | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "word" || taken(at)) continue;
    const found = nameAt(text, at, { taken, inSlot, cased, contact: slots.length > 0 });
    if (found !== null && (best === null || found.score > best.score)) best = found;
  }
  return best;
}

type Place = { taken: (at: number) => boolean; inSlot: (at: number) => boolean; cased: boolean; contact: boolean };

function nameAt(text: Normalised, at: number, place: Place): Found | null {
  const { tokens } = text;
  const before = wordsBefore(tokens, at);
  if (
    LABEL.test(before) &&
    !/^(?:is|la|nguoi|em|minh|cua|nhan|:)$/.test(tokens[at]?.capital === true ? "" : (tokens[at]?.fold ?? ""))
  ) {
    const loose = tokens[at]?.capital !== true && !isHonorific(tokens[at]);
    const span = nameFrom(
      text,
      at,
      place.taken,
      loose || tokens[at]?.capital !== true,
      tokens[at]?.capital === true || isBreak(tokens[at + 1]),
    );
    return span === null ? null : { ...span, score: 5 };
  }
  return besideContact(text, at, place, before);
}

/** "đặt hộ cô giáo Thu" */
const forWhom = ({ tokens }: Normalised, name: Span, start: number, honorific: boolean): boolean =>
  honorific && tokens[name.from]?.capital === true && / (?:ho|giup|gium|dum) $/.test(wordsBefore(tokens, start));

/** "Hoàng Thị Én đặt 2 gói" */
const opensOrder = ({ tokens }: Normalised, name: Span, start: number, place: Place): boolean =>
  isBreak(tokens[start - 1]) &&
  name.to - name.from > 1 &&
  tokens[name.from]?.capital === true &&
  fullName(tokens, name.from, place.taken) &&
  /^(?:dat|lay|mua|can|order)$/.test(tokens[name.to]?.fold ?? "");

/** Without a label: after "em là", or a field beside the phone or the address. */
function besideContact(text: Normalised, at: number, place: Place, before: string): Found | null {
  const { tokens } = text;
  const span = nameFrom(text, at, place.taken, false);
  if (span !== null && SELF.test(before) && !/(?:so|thoai) (?:\p{L}+ )?la $/u.test(before))
    return { ...span, score: 4 };
  if (!place.contact) return null;
  const lower = !place.cased || tokens[at]?.capital !== true;
  const plain = span ?? (lower && fullName(tokens, at, place.taken) ? nameFrom(text, at, place.taken, true) : null);
  if (plain === null) return honorificName(text, at, place);
  const honorific = plain.from > at || isHonorific(tokens[at - 1]);
  const start = honorific && plain.from === at ? at - 1 : at;
  const towards = TOWARDS.test(wordsBefore(tokens, start)) || (honorific && ASK_FOR.test(wordsBefore(tokens, start)));
  const field = ownField(text, plain, place.inSlot, start);
  const beside = place.inSlot(plain.to) || place.inSlot(start - 1) || nearPhoneLabel(tokens, plain.to);
  const closes = isBreak(tokens[plain.to]) || /^(?:nhe|nha|a)$/.test(tokens[plain.to]?.fold ?? "");
  const called = CALLED.test(wordsBefore(tokens, start)) && tokens[plain.from]?.capital === true;
  if (towards && (called || honorific || field || beside || closes || fullName(tokens, plain.from, place.taken)))
    return { ...plain, score: 3.5 };
  if (!field && (forWhom(text, plain, start, honorific) || opensOrder(text, plain, start, place)))
    return { ...plain, score: 1.4 };
  if (field)
    return {
      ...plain,
      score: 2 + (honorific ? 0.5 : 0) + (fullName(tokens, plain.from, place.taken) ? 0.7 : 0) + (beside ? 0.5 : 0),
    };
  if (
    honorific &&
    tokens[plain.from]?.capital === true &&
    (phoneFollows(tokens, plain.to, place) || introduced(tokens, start, plain.to))
  )
    return { ...plain, score: 1.8 };
  const closed = isBreak(tokens[plain.to]) && honorific && fullName(tokens, plain.from, place.taken);
  return closed || (beside && (honorific || place.inSlot(plain.to)))
    ? { ...plain, score: 1.5 + (honorific ? 0.5 : 0) }
    : null;
}

/** "a Dung", "cô sáu": one small word after an honorific counts only as a field beside the phone. */
function honorificName(text: Normalised, at: number, place: Place): Found | null {
  const { tokens } = text;
  if (!isHonorific(tokens[at]) || place.taken(at + 1) || tokens[at + 1]?.kind !== "word") return null;
  if (NOT_NAME.test(tokens[at + 1]?.fold ?? "")) return null;
  const one = { from: at + 1, to: at + 2 };
  const beside = place.inSlot(at - 1) || place.inSlot(one.to);
  return beside && ownField(text, one, place.inSlot, at) ? { ...one, score: 1.2 } : null;
}

/** "anh Tuấn lái xe 0912…": a few words at most before the number. */
const phoneFollows = (tokens: readonly Token[], at: number, place: Place): boolean => {
  for (let here = at; here < at + 5; here += 1) {
    if (place.inSlot(here)) return tokens[here]?.kind === "number";
    if (tokens[here]?.kind !== "word" || place.taken(here) || /^(?:lay|mua|dat|va|voi)$/.test(tokens[here]?.fold ?? ""))
      return false;
  }
  return false;
};

const introduced = (tokens: readonly Token[], start: number, to: number): boolean =>
  isBreak(tokens[start - 1]) && tokens[to]?.kind === "word" && !TAKES.test(tokens[to].fold);

const nearPhoneLabel = (tokens: readonly Token[], at: number): boolean => {
  const words = tokens.slice(at, at + 4).map((token) => token.fold);
  return /^(?:, )?(?:so|sdt|dt|dien|phone|o)\b/.test(words.join(" "));
};
