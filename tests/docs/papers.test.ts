/** Nothing that is written down for newcomers may be wrong: commands, options, settings, links, pictures. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXPORTS } from "../../local/commands/export-rows.ts";
import { guidesOf } from "../../web/storefront/guides/all.vi.ts";
import {
  anchorsOf,
  commandsIn,
  knownSettings,
  linksIn,
  papers,
  README,
  README_VI,
  ROOT,
  settingsIn,
  textOf,
} from "./papers.ts";

const scripts = (JSON.parse(textOf("package.json")) as { scripts: Record<string, string> }).scripts;
/** npm's own words for a script. */
const SHORT = new Set(["start", "test"]);
const NPM = new Set(["ci", "ping"]);
/** Hand their arguments on to cdk. */
const CLOUD = new Set(["synth", "deploy"]);

/** Why a command would not run; undefined when it would. */
function faultOf(command: string): string | undefined {
  const [program = "", ...words] = command.replace(/ [<>|].*$/, "").split(" ");
  if (program === "npx") return faultOfNpx(words);
  const [verb = "", ...after] = words;
  if (NPM.has(verb)) return undefined;
  const rest = after.filter((word) => word !== "-s");
  const name = verb === "run" ? (rest.shift() ?? "") : verb;
  if (verb !== "run" && !SHORT.has(verb)) return `npm has no "${verb}"`;
  if (scripts[name] === undefined) return `package.json has no script "${name}"`;
  if (rest.length > 0 && rest[0] !== "--") return "npm keeps arguments that stand before --";
  return faultOfArguments(name, rest.slice(1));
}

function faultOfNpx([program = "", ...words]: readonly string[]): string | undefined {
  if (!existsSync(join(ROOT, "node_modules/.bin", program))) return `no package gives ${program}`;
  const missing = words.find((word) => word.includes("/") && !existsSync(join(ROOT, word)));
  return missing === undefined ? undefined : `there is no ${missing}`;
}

function faultOfArguments(name: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || CLOUD.has(name)) return undefined;
  const file = join(ROOT, `local/commands/${name}.ts`);
  if (!existsSync(file)) return `${name} takes no arguments`;
  const source = readFileSync(file, "utf8");
  const wrong = words.filter((word) => word.startsWith("--")).find((option) => !source.includes(option));
  if (wrong !== undefined) return `${name} has no option ${wrong}`;
  const [first = ""] = words;
  if (name === "export" && EXPORTS[first] === undefined) return `there is no export "${first}"`;
  if (name === "invite" && !["producer", "organizer", "office"].includes(first)) return `nobody is a "${first}"`;
  return undefined;
}

const faultsOf = (commands: readonly string[]): readonly string[] =>
  commands.flatMap((command) => {
    const fault = faultOf(command);
    return fault === undefined ? [] : [`${command}: ${fault}`];
  });

describe("the check of commands", () => {
  it.each([
    ["npm run nonsense", 'package.json has no script "nonsense"'],
    ["npm stat", 'npm has no "stat"'],
    ["npm run export orders", "npm keeps arguments that stand before --"],
    ["npm run -s export -- bookings", 'there is no export "bookings"'],
    ["npm run import -- FILE.csv --dryrun", "import has no option --dryrun"],
    ["npm run invite -- king", 'nobody is a "king"'],
    ["npx vitest run bots/nowhere", "there is no bots/nowhere"],
    ["npx nonsense", "no package gives nonsense"],
  ])("finds fault with %s", (command, fault) => {
    expect(faultOf(command)).toBe(fault);
  });
});

describe.each(papers)("%s", (paper) => {
  const text = textOf(paper);

  it("names commands and options that there are", () => {
    expect(faultsOf(commandsIn(text))).toEqual([]);
  });

  it("links to what is there", () => {
    const broken = linksIn(text).filter((address) => {
      if (/^https?:/.test(address)) return false;
      const [path = "", anchor] = address.split("#");
      const target = path === "" ? paper : join(dirname(paper), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe("the two READMEs", () => {
  it.each([README, README_VI])("%s names settings that are read", (readme) => {
    const names = settingsIn(textOf(readme));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !knownSettings.has(name))).toEqual([]);
  });

  it("name the same commands, the same settings, the same pictures", () => {
    const [english, vietnamese] = [README, README_VI].map((readme) => {
      const text = textOf(readme);
      return {
        commands: [...new Set(commandsIn(text))].toSorted(),
        settings: settingsIn(text),
        pictures: linksIn(text).filter((address) => address.endsWith(".png")),
      };
    });
    expect(vietnamese).toEqual(english);
  });
});

it("the office's sheet names commands that there are", () => {
  const guides = guidesOf({ name: "", publicUrl: "http://localhost:3000", sample: true });
  const typed = guides.flatMap(({ steps }) =>
    steps.flatMap(({ screens }) =>
      screens.flatMap((screen) => (screen.on === "computer" ? screen.lines.filter(({ by }) => by === "you") : [])),
    ),
  );
  expect(typed.length).toBeGreaterThan(5);
  expect(faultsOf(typed.map(({ text }) => text))).toEqual([]);
});

describe("the pictures", () => {
  it.each([
    ["simulator", 1280],
    ["home", 1280],
    ["chat-phone", 360],
  ])("%s.png is %i wide and light enough for a slow network", (name, width) => {
    const png = readFileSync(join(ROOT, `docs/images/${name}.png`));
    expect(png.readUInt32BE(16)).toBe(width);
    expect(png.length).toBeLessThan(300 * 1024);
  });
});
