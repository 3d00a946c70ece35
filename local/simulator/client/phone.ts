/** One phone: its screen, its keyboard, and what the person can press. */
import { button, clock, el, outward, picture } from "./element.ts";
import { type Button, type Message, type Phone } from "./screens.ts";
import { act, listStaff, sendPhoto } from "./server.ts";
import { type Words } from "./words.ts";

export type PhoneView = {
  element: HTMLElement;
  readonly update: (phone: Phone) => void;
  readonly prefill: (text: string) => void;
};

/** `other` stands in the head: to lay this phone aside for another. */
export function phoneView(phone: Phone, words: Words, other?: HTMLElement): PhoneView {
  const log = el("div", "log");
  log.setAttribute("role", "log");
  log.tabIndex = 0;
  const notice = el("p", "notice");
  notice.setAttribute("role", "status");
  const run = (work: Promise<void>) => {
    notice.textContent = "";
    work.catch((error: unknown) => {
      notice.textContent = `${words.failed}: ${error instanceof Error ? error.message : ""}`;
    });
  };
  const beginning = el("div", "beginning");
  const keyboard = keyboardOf(phone, words, run);
  const element = el(
    "section",
    `phone ${phone.channel}`,
    head(phone, words, other),
    log,
    notice,
    beginning,
    keyboard.form,
  );
  element.id = phone.id;
  element.dataset["role"] = phone.role;
  element.setAttribute("aria-label", `${words[phone.role]}, ${phone.title}`);
  beginning.append(phone.role === "producer" ? binding(phone, words, run) : starting(phone, words, run));

  return {
    element,
    prefill: keyboard.prefill,
    update({ messages }) {
      beginning.hidden = messages.length > 0;
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
      for (const message of messages.slice(log.childElementCount)) log.append(bubble(phone, message, words, run));
      if (messages.length < log.childElementCount)
        log.replaceChildren(...messages.map((one) => bubble(phone, one, words, run)));
      if (atEnd) log.scrollTop = log.scrollHeight;
    },
  };
}

type Run = (work: Promise<void>) => void;

const head = (phone: Phone, words: Words, other?: HTMLElement): HTMLElement =>
  el(
    "header",
    "",
    el("span", "face", phone.role === "producer" ? "👩‍🌾" : "🧑"),
    el("div", "", el("h2", "", phone.name), el("p", "", `${words[phone.role]} · ${phone.title}`)),
    other,
  );

function bubble(phone: Phone, message: Message, words: Words, run: Run): HTMLElement {
  const body = el("div", "bubble");
  if (message.photo !== undefined) body.append(picture(message.photo));
  if (message.text !== "") body.append(el("p", "", message.text));
  body.append(el("time", "", clock(message.at)));
  const row = el("div", `row ${message.from}`, body);
  if (message.buttons.length > 0)
    row.append(el("div", "buttons", ...message.buttons.map((one) => buttonOf(phone, one, words, run))));
  return row;
}

function buttonOf(phone: Phone, { label, url, asksContact }: Button, words: Words, run: Run): HTMLElement {
  if (url !== undefined) return outward(label, url);
  if (asksContact) return contactForm(phone, label, words, run);
  return button("", label, () => {
    run(act(phone.id, "tap", { label }));
  });
}

/** What the provider's own sheet asks: which number to hand over. */
function contactForm(phone: Phone, label: string, words: Words, run: Run): HTMLElement {
  const name = field(words.contactName, words.sampleName);
  const number = field(words.contactPhone, words.samplePhone);
  const sheet = el("details", "contact", el("summary", "", label));
  const share = button("", words.shareContact, () => {
    run(act(phone.id, "contact", { phone: number.input.value, name: name.input.value }));
    sheet.open = false;
  });
  sheet.append(name.label, number.label, share);
  return sheet;
}

function field(caption: string, value: string): { label: HTMLElement; input: HTMLInputElement } {
  const input = el("input");
  input.value = value;
  return { input, label: el("label", "", caption, input) };
}

const starting = (phone: Phone, words: Words, run: Run): HTMLElement =>
  button("primary", words.start[phone.channel] ?? words.begin, () => {
    run(act(phone.id, "start", {}));
  });

/** A phone of the staff is bound by typing the code of an invitation; here somebody invites at a press. */
function binding(phone: Phone, words: Words, run: Run): HTMLElement {
  const choice = el("select");
  choice.setAttribute("aria-label", words.bindChoose);
  void listStaff().then((staff) => {
    choice.append(
      ...staff.map(({ id, name }) => {
        const option = el("option", "", name);
        option.value = id;
        return option;
      }),
    );
  });
  const bind = button("primary", words.bind, () => {
    run(act(phone.id, "bind", { staff: choice.value }));
  });
  return el("div", "binding", el("strong", "", words.bindTitle), el("p", "", words.bindHint), choice, bind);
}

function keyboardOf(
  phone: Phone,
  words: Words,
  run: Run,
): { form: HTMLElement; readonly prefill: (text: string) => void } {
  const input = el("input", "text");
  input.placeholder = words.input;
  input.setAttribute("aria-label", words.input);
  input.autocomplete = "off";
  input.enterKeyHint = "send";
  const file = el("input", "file");
  file.type = "file";
  file.accept = "image/jpeg,image/png,image/webp";
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) run(sendPhoto(phone.id, chosen, take(input)));
    file.value = "";
  });
  const attach = el("label", "attach", "📷", el("span", "spoken", words.photo), file);
  const send = el("button", "send", words.send);
  const form = el("form", "keyboard", attach, input, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = take(input);
    if (text !== "") run(act(phone.id, "say", { text }));
  });
  return {
    form,
    prefill: (text) => {
      input.value = text;
      input.focus();
    },
  };
}

function take(input: HTMLInputElement): string {
  const text = input.value.trim();
  input.value = "";
  return text;
}
