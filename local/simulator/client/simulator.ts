/** The table with the phones on it; a narrow screen shows one at a time. */
import { button, el } from "./element.ts";
import { phoneView, type PhoneView } from "./phone.ts";
import { type Phone, type Screens } from "./screens.ts";
import { act, watchScreens } from "./server.ts";
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

/** Puts the phones on the table once it is known which there are: a place for each who holds several in turn. */
function lay({ phones }: Screens, { producer }: Words): void {
  const customers = phones.filter(({ role }) => role === "customer");
  const places = [customers.slice(0, 1), customers.slice(1), phones.filter(({ role }) => role === "producer")];
  places.forEach((held, place) => {
    for (const phone of held) layOne(phone, held, String(place));
    const label = held[0]?.role === "producer" ? producer : held.map(({ title }) => title).join(", ");
    if (held.length > 0) tabs.append(tab(String(place), label));
  });
  table.append(walls.element);
  walls.element.dataset["place"] = "walls";
  tabs.append(tab("walls", words.walls));
  pick(phones.length > 0 ? "0" : "walls");
  followLink(customers);
}

function layOne(phone: Phone, held: readonly Phone[], place: string): void {
  const view = phoneView(phone, words, held.length > 1 ? switchOf(phone, held) : undefined);
  view.element.hidden = phone !== held[0];
  view.element.dataset["place"] = place;
  views.set(phone.id, view);
  table.append(view.element);
}

/** Lays this phone aside for another of the same place; each phone's own switch goes on naming that phone. */
function switchOf(phone: Phone, held: readonly Phone[]): HTMLElement {
  const choice = el("select", "switch");
  choice.setAttribute("aria-label", words.switchTo);
  for (const { id, title } of held) choice.add(new Option(title, id, id === phone.id, id === phone.id));
  choice.addEventListener("change", () => {
    const other = held.find(({ id }) => id === choice.value);
    choice.value = phone.id;
    if (other) take(other, held);
  });
  return choice;
}

/** This phone into the hand, the others under it. */
function take(phone: Phone, held: readonly Phone[]): void {
  for (const { id } of held) views.get(id)?.element.toggleAttribute("hidden", id !== phone.id);
}

function tab(id: string, label: string): HTMLElement {
  const made = button("", label, () => {
    pick(id);
  });
  made.setAttribute("role", "tab");
  made.dataset["tab"] = id;
  return made;
}

function pick(place: string): void {
  for (const made of tabs.querySelectorAll<HTMLElement>("[data-tab]"))
    made.setAttribute("aria-selected", String(made.dataset["tab"] === place));
  for (const section of table.querySelectorAll<HTMLElement>("section"))
    section.classList.toggle("picked", section.dataset["place"] === place);
}

/** `?phone=telegram&start=CODE`: a deep link of Telegram's; where links carry none, the code waits in the keyboard. */
function followLink(customers: readonly Phone[]): void {
  const query = new URLSearchParams(location.search);
  const phone = customers.find(({ channel }) => channel === query.get("phone"));
  const view = phone && views.get(phone.id);
  if (!view) return;
  history.replaceState(null, "", location.pathname);
  const place = view.element.dataset["place"] ?? "";
  take(
    phone,
    customers.filter(({ id }) => views.get(id)?.element.dataset["place"] === place),
  );
  pick(place);
  view.element.scrollIntoView({ block: "nearest" });
  const payload = query.get("start") ?? "";
  if (payload !== "" && phone.channel === "telegram") void act(phone.id, "start", { payload });
  else view.prefill(payload);
}
