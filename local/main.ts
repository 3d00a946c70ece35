/** `npm start`: the whole shop in one process. */
import { enableCompileCache } from "node:module";

enableCompileCache(new URL("../node_modules/.cache/compile", import.meta.url).pathname);

const { runShop } = await import("./run-shop.ts");
await runShop();
