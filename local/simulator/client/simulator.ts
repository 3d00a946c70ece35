/** The table with the phones on it; a narrow screen shows one at a time. */
import { button, el } from "./element.ts";
import { phoneView, type PhoneView, title } from "./phone.ts";
import { act, type Phone, type Screens, watchScreens } from "./server.ts";
import { wallsView } from "./walls.ts";
import { readWords, type Words } from "./words.ts";

const words = readWords();
const table = document.querySelector("main") ?? document.body;
const tabs = document.querySelector(".tabs") ?? document.body;
const views = new Map<string, PhoneView>();
const walls = wallsView(words);
const offline = el("p", "offline", words.offline);
offline.hidden = true;
offline.setAttribute("role", "alert");
document.body.prepend(offline);

watchScreens((screens) => {
  offline.hidden = screens !== undefined;
  if (!screens) return;
  if (views.size === 0) lay(screens, words);
  for (const phone of screens.phones) views.get(phone.id)?.update(phone);
  walls.update(screens.walls);
});

/** Puts the phones on the table once it is known which there are. Phones of one person lie on one another. */
function lay({ phones }: Screens, { producer }: Words): void {
  const producers = phones.filter(({ role }) => role === "producer");
  for (const phone of phones) {
    const others = producers.filter((one) => phone.role === "producer" && one !== phone);
    const view = phoneView(
      phone,
      words,
      others.map((other) => switchTo(phone, other)),
    );
    view.element.hidden = phone.role === "producer" && phone !== producers[0];
    views.set(phone.id, view);
    table.append(view.element);
    if (phone.role === "customer") tabs.append(tab(phone.id, title(phone)));
  }
  if (producers[0]) tabs.append(tab("producer", producer));
  table.append(walls.element);
  tabs.append(tab("walls", words.walls));
  pick(phones[0]?.id ?? "walls");
  followLink(phones);
}

function switchTo(phone: Phone, other: Phone): HTMLElement {
  const made = button("switch", `⇄ ${title(other)}`, () => {
    for (const { id } of [phone, other]) views.get(id)?.element.toggleAttribute("hidden", id === phone.id);
  });
  made.setAttribute("aria-label", `${words.switchTo} ${title(other)}`);
  return made;
}

function tab(id: string, label: string): HTMLElement {
  const made = button("", label, () => {
    pick(id);
  });
  made.setAttribute("role", "tab");
  made.dataset["tab"] = id;
  return made;
}

function pick(id: string): void {
  for (const made of tabs.querySelectorAll<HTMLElement>("[data-tab]"))
    made.setAttribute("aria-selected", String(made.dataset["tab"] === id));
  for (const section of table.querySelectorAll<HTMLElement>("section"))
    section.classList.toggle("picked", section.id === id || section.dataset["role"] === id);
}

/** `?phone=telegram&start=CODE`: a deep link of Telegram's; on Zalo, which has none, the code waits in the keyboard. */
function followLink(phones: readonly Phone[]): void {
  const query = new URLSearchParams(location.search);
  const phone = phones.find(({ channel, role }) => channel === query.get("phone") && role === "customer");
  if (!phone) return;
  history.replaceState(null, "", location.pathname);
  pick(phone.id);
  document.getElementById(phone.id)?.scrollIntoView({ block: "nearest" });
  const payload = query.get("start") ?? "";
  if (payload !== "" && phone.channel === "telegram") void act(phone.id, "start", { payload });
  else views.get(phone.id)?.prefill(payload);
}
