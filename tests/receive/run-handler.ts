/** Loads a bundle as Lambda does, in a process of its own, and gives it one event after another. */
import { pathToFileURL } from "node:url";

type Handler = (event: unknown) => Promise<unknown>;
type Bundle = { handler: Handler };

const { handler } = (await import(pathToFileURL(process.argv[2] ?? "").href)) as Bundle;
process.on("message", (event) => {
  handler(event)
    .then((answer) => ({ answer }))
    .catch((error: unknown) => ({ error: String(error) }))
    .then((outcome) => process.send?.(outcome))
    .catch(() => process.exit(1));
});
process.send?.("ready");
