/** The page's words, as the server wrote them into it. */
export type Words = Record<
  | "customer"
  | "producer"
  | "switchTo"
  | "walls"
  | "input"
  | "send"
  | "photo"
  | "contactName"
  | "contactPhone"
  | "shareContact"
  | "sampleName"
  | "samplePhone"
  | "bindTitle"
  | "bindHint"
  | "bindChoose"
  | "bind"
  | "emptyWall"
  | "failed"
  | "offline",
  string
> & { start: Record<"zalo" | "telegram", string> };

export const readWords = (): Words => JSON.parse(document.body.dataset["words"] ?? "{}") as Words;
