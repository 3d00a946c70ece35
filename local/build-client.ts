/**
 * Bundles what pages load in the browser into modules of text, so that both homes serve the same bytes and need no
 * build to start. `node local/build-client.ts` after a change; a test tells when it was forgotten.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");

/** Folder of pages → what its client/ is bundled from, and the first part of the addresses. */
const SITES = [
  { folder: "web/storefront", script: "chat.ts", style: "all.css", at: "/assets/" },
  { folder: "local/simulator", script: "simulator.ts", style: "simulator.css", at: "/simulator/assets/" },
] as const;

type Site = (typeof SITES)[number];

/** The generated modules as they should stand in the repository, by path. */
export async function bundleClients(): Promise<ReadonlyMap<string, string>> {
  const modules = SITES.map(async (site) => [`${site.folder}/assets.generated.ts`, await moduleOf(site)] as const);
  return new Map(await Promise.all(modules));
}

async function moduleOf({ folder, script, style, at }: Site): Promise<string> {
  const [js, css] = await Promise.all([bundle(`${folder}/client/${script}`), bundle(`${folder}/client/${style}`)]);
  return [
    "/** Made by `node local/build-client.ts` from client/: edit there. */",
    ...asset("script", `${at}page`, "js", js),
    ...asset("style", `${at}page`, "css", css),
    "",
  ].join("\n");
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
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

const asset = (name: string, path: string, extension: string, text: string): readonly string[] => [
  `export const ${name} = {`,
  `  path: "${path}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.${extension}",`,
  `  text: ${JSON.stringify(text)},`,
  "};",
];

if (import.meta.main) for (const [path, text] of await bundleClients()) await writeFile(join(ROOT, path), text);
