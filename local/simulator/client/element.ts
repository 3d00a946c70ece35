/** Elements with their class and contents in one line; text stays text. */
type Content = Node | string | undefined;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = "",
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...contents.filter((content) => content !== undefined));
  return element;
}

export function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const made = el("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

export function picture(source: string): HTMLImageElement {
  const image = el("img");
  image.src = source;
  image.alt = "";
  image.loading = "lazy";
  return image;
}

/** Opens beside the table, so that the phones stay; what leads to another phone does not. */
export function outward(label: string, url: string): HTMLAnchorElement {
  const link = el("a", "", label);
  if (/^(?:https?:\/\/|\/)/.test(url)) link.href = url;
  if (!url.startsWith("/simulator")) link.target = "_blank";
  link.rel = "noopener";
  return link;
}

export const clock = (at: string): string =>
  new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
