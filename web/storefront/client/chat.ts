/** The web chat on every page of the shop: a bubble that opens a panel; what was said survives a reload. */
import { type Conversation, startConversation } from "./conversation.ts";
import { startPrinting } from "./print.ts";
import { draw, inOrder, type Words } from "./view.ts";

const WIDE = "(min-width: 640px)";

const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`This page has no ${selector}`);
  return found;
};

function startChat(): void {
  const panel = find(".chat");
  const opener = find(".chat-open");
  const badge = find(".chat-open .badge");
  const log = find(".chat-log");
  const input = find<HTMLInputElement>(".chat-form input");
  const words = JSON.parse(panel.dataset["words"] ?? "{}") as Words;

  const chat = startConversation((conversation) => {
    draw(log, inOrder(conversation.memory.lines, conversation.messages), words, (label, payload) => {
      conversation.say({ tap: payload }, label);
      log.focus();
    });
    const unread = conversation.unread();
    badge.textContent = String(unread);
    badge.hidden = unread === 0;
  });
  const turn = (open: boolean) => {
    panel.hidden = !open;
    opener.hidden = open;
    chat.setOpen(open);
    log.scrollTop = log.scrollHeight;
    if (open) greet(chat);
  };

  listenToTurns(panel, turn);
  find(".chat-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text !== "") chat.say({ text }, text);
    input.value = "";
  });
  followLinks(chat, turn);
}

function listenToTurns(panel: HTMLElement, turn: (open: boolean) => void): void {
  const opener = find(".chat-open");
  const close = () => {
    turn(false);
    opener.focus();
  };
  opener.addEventListener("click", () => {
    turn(true);
    find(".chat-form input").focus();
  });
  find(".chat-close").addEventListener("click", close);
  // Not on the panel: a button that was pressed in it and is gone leaves the focus on the page.
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !panel.hidden) close();
  });
}

/** The first words are the shop's; where somebody comes from is told before anything else. */
function greet(chat: Conversation): void {
  const { memory } = chat;
  if (memory.code !== undefined) {
    chat.say({ start: memory.code }, "");
    memory.told = memory.code;
    delete memory.code;
  } else if (memory.lines.length === 0) chat.say({ start: "" }, "");
  chat.look();
}

/** What leads into the chat: a button with a sentence, an address with a code (`chat` opens, `m` waits), a panel left open. */
function followLinks(chat: Conversation, turn: (open: boolean) => void): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-chat-say]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const text = button.dataset["chatSay"] ?? "";
      if (chat.memory.code !== undefined) greet(chat);
      if (chat.memory.lines.at(-1)?.shown !== text) chat.say({ text }, text);
      turn(true);
    });
  }
  const query = new URLSearchParams(location.search);
  const code = query.get("chat") ?? query.get("m") ?? "";
  if (code !== "" && code !== chat.memory.told) chat.memory.code = code;
  if (query.has("chat")) {
    history.replaceState(null, "", location.pathname);
    turn(true);
  } else turn(chat.memory.open && matchMedia(WIDE).matches);
}

/** `/d/CODE`: copies the code, then opens the address. Without a clipboard the code stands on the page to be selected. */
function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      void copyThenGo(button.dataset["copy"] ?? "", button.getAttribute("href"));
    });
  }
}

async function copyThenGo(code: string, href: string | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    document.querySelector("[data-copied]")?.toggleAttribute("hidden", false);
  } catch {
    document.querySelector("[data-uncopied]")?.toggleAttribute("hidden", false);
  }
  if (href !== null) setTimeout(() => (location.href = href), 1200);
}

startCopying();
startPrinting();
startChat();
