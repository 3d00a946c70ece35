/** Bundles the functions that changed, before the stack is described. */
import { bundleAll } from "./bundle.ts";

await bundleAll();
