/** The chat as it stands on the page. Text is set as text: nothing that anybody wrote becomes markup. */
import { type Line } from "./lines.ts";
import { type Message } from "./mail.ts";

export type Words = { sending: string; refused: string; you: string; shop: string };

export type Entry = { kind: "line"; line: Line } | { kind: "message"; message: Message; fresh: boolean };

/** Both sides in the order they were written; `fresh` messages came after all that the visitor wrote. */
export function inOrder(lines: readonly Line[], messages: readonly Message[]): Entry[] {
  const entries: Entry[] = [];
  const waiting = lines.filter(({ shown }) => shown !== "");
  const lastAfter = waiting.at(-1)?.after ?? 0;
  for (const message of messages) {
    for (let line; (line = waiting[0]) && line.after < message.seq; waiting.shift())
      entries.push({ kind: "line", line });
    entries.push({ kind: "message", message, fresh: message.seq > lastAfter });
  }
  return [...entries, ...waiting.map((line): Entry => ({ kind: "line", line }))];
}

/** Draws what is new or changed and leaves the rest alone, so that a screen reader hears only news. */
export function draw(
  log: HTMLElement,
  entries: readonly Entry[],
  words: Words,
  tap: (label: string, payload: string) => void,
) {
  const drawn = new Map(
    [...log.children].map((child) => [(child as HTMLElement).dataset["key"], child as HTMLElement]),
  );
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  let grown = false;
  for (const [place, entry] of entries.entries()) {
    const key = keyOf(entry);
    let element = drawn.get(key);
    if (!element) {
      element = entry.kind === "line" ? lineOf(entry.line, words) : messageOf(entry.message, words, tap);
      element.dataset["key"] = key;
      grown = true;
    }
    drawn.delete(key);
    if (entry.kind === "message") element.querySelector(".choices")?.toggleAttribute("hidden", !entry.fresh);
    if (log.children[place] !== element) log.insertBefore(element, log.children[place] ?? null);
  }
  for (const gone of drawn.values()) gone.remove();
  if (grown || atEnd) log.scrollTop = log.scrollHeight;
}

const keyOf = (entry: Entry): string =>
  entry.kind === "line" ? `${entry.line.id} ${entry.line.state}` : `seq ${entry.message.seq}`;

function lineOf({ shown, state }: Line, words: Words): HTMLElement {
  const bubble = element("div", `bubble mine ${state}`);
  bubble.append(spoken(words.you), shown);
  if (state !== "sent") {
    const note = element("small", "");
    note.textContent = state === "waiting" ? words.sending : words.refused;
    bubble.append(note);
  }
  return bubble;
}

function messageOf(message: Message, words: Words, tap: (label: string, payload: string) => void): HTMLElement {
  const block = element("div", "said");
  const bubble = element("div", "bubble");
  bubble.append(spoken(words.shop));
  if (message.photo) bubble.append(picture(message.photo));
  bubble.append(...linked(message.text));
  block.append(bubble);
  if (message.link) {
    const links = element("div", "links");
    links.append(anchor(message.link.url, message.link.label));
    block.append(links);
  }
  if (message.choices?.length) block.append(choicesOf(message.choices, tap));
  return block;
}

function choicesOf(
  choices: NonNullable<Message["choices"]>,
  tap: (label: string, payload: string) => void,
): HTMLElement {
  const row = element("div", "choices");
  for (const { label, payload } of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      tap(label, payload);
    });
    row.append(button);
  }
  return row;
}

function picture(source: string): HTMLElement {
  const image = document.createElement("img");
  image.src = local(source);
  image.alt = "";
  image.loading = "lazy";
  return image;
}

/** Addresses in a text can be pressed. */
const linked = (text: string): (string | HTMLElement)[] =>
  text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, place) => (place % 2 ? anchor(part, part) : part));

function anchor(url: string, label: string): HTMLElement {
  const link = document.createElement("a");
  link.textContent = label;
  const address = new URL(url, location.href);
  if (address.protocol === "https:" || address.protocol === "http:") link.href = local(url);
  if (address.host !== location.host) link.rel = "noopener nofollow";
  return link;
}

/** Our own address may be written otherwise than the one this page came by (127.0.0.1 and localhost). */
function local(url: string): string {
  const address = new URL(url, location.href);
  const ours = document.documentElement.dataset["shop"];
  return address.origin === ours ? `${address.pathname}${address.search}${address.hash}` : address.href;
}

/** Who speaks, for those who do not see the side it stands on. */
function spoken(name: string): HTMLElement {
  const who = element("span", "spoken");
  who.textContent = `${name}: `;
  return who;
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
