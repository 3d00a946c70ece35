/** `npm start`: the whole shop in one process. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));

const { runShop } = await import("./run-shop.ts");
await runShop();
