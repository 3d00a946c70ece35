/** The page's words, as the server wrote them into it. */
export type Words = Record<
  | "customer"
  | "producer"
  | "begin"
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
> & { start: Partial<Record<string, string>> };

export const readWords = (): Words => JSON.parse(document.body.dataset["words"] ?? "{}") as Words;
