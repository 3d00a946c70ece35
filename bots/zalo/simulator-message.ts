/** What Zalo says to a consultation message before it looks at the person: its limits, and how it would look on a phone. */
import { type SeenMessage } from "../../shared/ports/simulator.ts";

/** A refusal comes with HTTP 200. */
export type Refusal = { readonly error: number; readonly message: string };

export type Fields = Readonly<Record<string, unknown>>;

export type Shown = Pick<SeenMessage, "text" | "photo"> & {
  readonly buttons: readonly { label: string; payload?: string; url?: string; asksContact?: boolean }[];
  /** The end of the event's name in which Zalo tells us of it: `oa_send_…`. */
  readonly type: "text" | "image" | "template";
};

const LIMIT = { text: 2000, buttons: 5, title: 100, payload: 1000 };

export const isRefusal = (answer: object): answer is Refusal => "error" in answer;
export const refusal = (error: number, message: string): Refusal => ({ error, message });
const wrong = (what: string): Refusal => refusal(-201, `Params is invalid: ${what}`);

export const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
export const string = (value: unknown): string => (typeof value === "string" ? value : "");
export const isAddress = (value: unknown): value is string => /^https?:\/\/\S+$/.test(string(value));

/** `uploads`: the ids that the upload gave, each with its address. */
export function readMessage(message: Fields, uploads: ReadonlyMap<string, string>): Shown | Refusal {
  const text = string(message["text"]);
  if (text.length > LIMIT.text) return wrong(`text has more than ${LIMIT.text} characters`);
  if (message["attachment"] === undefined) return withText(text, []);
  const { type, payload } = fields(message["attachment"]);
  if (type !== "template") return wrong("attachment type");
  const template = fields(payload);
  switch (template["template_type"]) {
    case undefined:
      return withButtons(text, template["buttons"]);
    case "media":
      return withPicture(text, template["elements"], uploads);
    case "request_user_info":
      return infoRequest(template["elements"]);
    case "list":
      return refusal(-233, "This type of message is not supported");
    default:
      return wrong("template_type");
  }
}

function withText(text: string, buttons: Shown["buttons"]): Shown | Refusal {
  return text.trim() === "" ? wrong("text is empty") : { type: "text", text, buttons };
}

function withButtons(text: string, buttons: unknown): Shown | Refusal {
  const given = list(buttons).map(fields);
  if (given.length === 0 || given.length > LIMIT.buttons) return wrong(`1 to ${LIMIT.buttons} buttons are allowed`);
  const shown: Shown["buttons"][number][] = [];
  for (const one of given) {
    const button = buttonOf(one);
    if (isRefusal(button)) return button;
    shown.push(button);
  }
  return withText(text, shown);
}

function buttonOf({ title, type, payload }: Fields): Shown["buttons"][number] | Refusal {
  const label = string(title);
  if (label.trim() === "" || label.length > LIMIT.title)
    return wrong(`a button's title has 1 to ${LIMIT.title} characters`);
  if (type === "oa.query.hide" || type === "oa.query.show") {
    const sends = string(payload);
    const fits = sends !== "" && sends.length <= LIMIT.payload;
    return fits ? { label, payload: sends } : wrong(`a button's payload has 1 to ${LIMIT.payload} characters`);
  }
  if (type !== "oa.open.url") return wrong("button type");
  const { url } = fields(payload);
  return isAddress(url) ? { label, url } : wrong("a button's url");
}

function withPicture(text: string, elements: unknown, uploads: ReadonlyMap<string, string>): Shown | Refusal {
  const [element, ...more] = list(elements).map(fields);
  if (!element || more.length > 0) return wrong("media takes one element");
  if (element["media_type"] !== "image") return wrong("media_type");
  const { url, attachment_id: upload } = element;
  if (url !== undefined && upload !== undefined) return wrong("url and attachment_id exclude each other");
  if (upload !== undefined) {
    const photo = uploads.get(string(upload));
    return photo === undefined ? refusal(-100, "Attachment is expired") : { type: "image", text, photo, buttons: [] };
  }
  return isAddress(url) ? { type: "image", text, photo: url, buttons: [] } : wrong("the picture's url");
}

function infoRequest(elements: unknown): Shown | Refusal {
  const [element, ...more] = list(elements).map(fields);
  if (!element || more.length > 0) return wrong("request_user_info takes one element");
  const { title, subtitle, image_url: image } = element;
  if (string(title) === "" || string(subtitle) === "") return wrong("title and subtitle");
  if (!isAddress(image)) return wrong("image_url");
  const text = `${string(title)}\n${string(subtitle)}`;
  return { type: "template", text, buttons: [{ label: "Chia sẻ thông tin", asksContact: true }] };
}
