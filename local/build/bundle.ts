/**
 * Every function of the list, minified for Lambda: one file that a cold start loads, and beside it what is loaded when
 * it is needed, such as a channel. What has not changed since the last build is left alone.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build, type Metafile, type Plugin, version as esbuildVersion } from "esbuild";
import { functions } from "../../functions/index.ts";
import { type FunctionSpec } from "../../functions/spec.ts";
import { entryOf } from "./entry.ts";

export const ROOT = join(import.meta.dirname, "../..");
const OUT = join(ROOT, "dist/functions");
/** Beside the bundles, not among them: what lies with a bundle is uploaded. */
const META = join(ROOT, "dist/meta");

export type Bundle = {
  readonly name: string;
  /** Folder that is uploaded. */
  readonly folder: string;
  readonly file: string;
  /** What every cold start loads. */
  readonly bytes: number;
  /** Paths of everything that is in it. */
  readonly inputs: readonly string[];
};

type Built = { readonly fingerprint: string; readonly bytes: number; readonly inputs: readonly string[] };

export const bundleFolder = (name: string): string => join(OUT, name);

export const bundleAll = (list: readonly FunctionSpec[] = functions): Promise<readonly Bundle[]> =>
  Promise.all(list.map(bundle));

export async function bundle(spec: FunctionSpec): Promise<Bundle> {
  const place = { name: spec.name, folder: bundleFolder(spec.name), file: join(bundleFolder(spec.name), "index.mjs") };
  const before = await readBuilt(spec);
  if (before && existsSync(place.file) && before.fingerprint === (await fingerprint(spec, before.inputs)))
    return { ...place, bytes: before.bytes, inputs: before.inputs };
  const { bytes, inputs } = await make(spec, place.file);
  const built: Built = { fingerprint: await fingerprint(spec, inputs), bytes, inputs };
  await replace(join(META, `${spec.name}.json`), JSON.stringify(built));
  return { ...place, bytes, inputs };
}

/** Kilobytes of each bundle, by name. */
export async function sizes(list: readonly FunctionSpec[] = functions): Promise<Readonly<Record<string, number>>> {
  const bundles = await bundleAll(list);
  return Object.fromEntries(bundles.map(({ name, bytes }) => [name, Math.ceil(bytes / 1024)]));
}

/** Modules that are still CommonJS ask for `require`, which an ES module has not. */
const BANNER = `import{createRequire}from"node:module";const require=createRequire(import.meta.url);`;

async function make(spec: FunctionSpec, file: string): Promise<{ bytes: number; inputs: readonly string[] }> {
  const folder = dirname(file);
  const { outputFiles, metafile } = await build({
    entryPoints: [{ in: ENTRY, out: "index" }],
    plugins: [entryPlugin(spec)],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    // An import of types alone would otherwise bring its module along.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    // Vietnamese as it is: escaped, each letter would take six bytes.
    charset: "utf8",
    banner: { js: BANNER },
    alias: {
      "@aws-sdk/credential-provider-node": "./local/build/no-credential-chain.ts",
      "@smithy/core/event-streams": "./local/build/no-event-streams.ts",
    },
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  // The entry last: whoever reads it finds all that it names.
  for (const output of outputFiles.toReversed()) await replace(output.path, output.contents);
  await clear(folder, new Set(outputFiles.map(({ path }) => basename(path))));
  return { bytes: loadedAtOnce(metafile), inputs: inputsOf(metafile, spec) };
}

const ENTRY = "entry";

/** The entry is written here, not kept in a file. */
const entryPlugin = (spec: FunctionSpec): Plugin => ({
  name: "entry",
  setup(during) {
    during.onResolve({ filter: new RegExp(`^${ENTRY}$`) }, () => ({ path: `${spec.name}.entry.ts`, namespace: ENTRY }));
    during.onLoad({ filter: /./, namespace: ENTRY }, () => ({
      contents: entryOf(spec),
      resolveDir: ROOT,
      loader: "ts",
    }));
  },
});

/** The entry and what it imports by a statement, and what that imports. */
function loadedAtOnce({ outputs }: Metafile): number {
  const [entry = ""] = Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint?.startsWith(`${ENTRY}:`) ? [path] : [],
  );
  const loaded = new Set([entry]);
  for (const path of loaded)
    for (const one of outputs[path]?.imports ?? [])
      if (one.kind === "import-statement" && !one.external) loaded.add(one.path);
  return [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}

/** Pieces of an earlier build would be uploaded too. */
async function clear(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder))
    if (!kept.has(name) && !name.endsWith(".partial")) await rm(join(folder, name));
}

/** What was looked at and dropped is not in the bundle. */
function inputsOf(metafile: Metafile, spec: FunctionSpec): readonly string[] {
  const kept = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const names = kept.flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : []));
  return [...new Set(names)].filter((name) => name !== `${ENTRY}:${spec.name}.entry.ts`).sort();
}

/** Another process may be reading the old file, or writing the same one. */
async function replace(file: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, contents);
  await rename(partial, file);
}

async function readBuilt({ name }: FunctionSpec): Promise<Built | undefined> {
  try {
    return JSON.parse(await readFile(join(META, `${name}.json`), "utf8")) as Built;
  } catch {
    return undefined;
  }
}

/** Packages change with the lockfile; our own files are read. */
async function fingerprint(spec: FunctionSpec, inputs: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(`${esbuildVersion}\n${entryOf(spec)}\n`);
  const own = inputs.filter((name) => !name.startsWith("node_modules/"));
  for (const name of ["package-lock.json", "local/build/bundle.ts", ...own])
    hash.update(await readFile(join(ROOT, name)).catch(() => "gone"));
  return hash.digest("hex");
}
