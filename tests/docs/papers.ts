/** What a newcomer reads before anything runs: the papers of this repository, and what stands in them. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bankManifests } from "../../shared/ports/payments.ts";
import { assistantManifest } from "../../shared/ports/assistant.ts";
import { channels } from "../../bots/index.ts";

export const ROOT = join(import.meta.dirname, "../..");

export const README = "README.md";
export const README_VI = "README.vi.md";

export const papers: readonly string[] = globSync("{*.md,docs/**/*.md,local/**/*.md,bots/**/*.md,tests/**/*.md}", {
  cwd: ROOT,
  exclude: (name) => name.includes("node_modules"),
}).toSorted();

export const textOf = (paper: string): string => readFileSync(join(ROOT, paper), "utf8");

const BLOCK = /^ *```\w*\n([\s\S]*?)^ *```$/gm;
const COMMAND = /^(?:[A-Z_]+=\S+ )*((?:npm|npx) .*)$/;

/** Lines of code blocks, and code within sentences, that are typed into a terminal. */
export function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(BLOCK)].flatMap(([, block = ""]) => block.split("\n"));
  const inline = [...text.replaceAll(BLOCK, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...blocks, ...inline].flatMap((line) => COMMAND.exec(line.trim())?.[1] ?? []).map(withoutRemark);
}

/** What stands after three blanks explains the command. */
const withoutRemark = (line: string): string => (line.split(/ {3,}/)[0] ?? "").trim();

/** Names of settings that a paper mentions. */
export const settingsIn = (text: string): readonly string[] =>
  [...new Set(text.match(/(?<![\w/])[A-Z]+(?:_[A-Z]+)+(?![\w*])|\bPORT\b/g) ?? [])].toSorted();

export const knownSettings: ReadonlySet<string> = new Set([
  ...[...channels, assistantManifest, ...bankManifests].flatMap(({ settings }) => settings.map(({ name }) => name)),
  ...[...textOf("shared/settings.ts").matchAll(/read\(\s*"([A-Z_]+)"/g)].map(([, name = ""]) => name),
]);

/** Addresses of links and pictures: in Markdown, and in the HTML that it allows. */
export const linksIn = (text: string): readonly string[] => {
  const prose = text.replaceAll(BLOCK, "").replaceAll(/`[^`\n]+`/g, "");
  const found = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/\ssrc="([^"]+)"/g)];
  return found.map(([, address = ""]) => address);
};

/** As the pages of code hosts make them of headings. */
export const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
