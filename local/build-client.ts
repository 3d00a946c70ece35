/**
 * Bundles what the storefront's pages load in the browser into one module of text, so that both homes serve the same
 * bytes and need no build to start. `node local/build-client.ts` after a change; a test tells when it was forgotten.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const ROOT = new URL("..", import.meta.url);
const TARGET = new URL("web/storefront/assets.generated.ts", ROOT);

/** The module's text, as it should stand in the repository. */
export async function bundleClient(): Promise<string> {
  const [script, style] = await Promise.all([bundle("chat.ts"), bundle("all.css")]);
  return [
    "/** Made by `node local/build-client.ts` from client/: edit there. */",
    ...asset("script", "chat", "js", script),
    ...asset("style", "style", "css", style),
    "",
  ].join("\n");
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`web/storefront/client/${entry}`],
    absWorkingDir: new URL(".", ROOT).pathname,
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    // Phones of 2021 and what was updated since.
    target: ["chrome92", "safari15.4", "firefox90"],
    loader: { ".css": "css" },
  });
  return outputFiles[0]?.text.trim() ?? "";
}

const asset = (name: string, file: string, extension: string, text: string): readonly string[] => [
  `export const ${name} = {`,
  `  path: "/assets/${file}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.${extension}",`,
  `  text: ${JSON.stringify(text)},`,
  "};",
];

if (import.meta.main) await writeFile(TARGET, await bundleClient());
