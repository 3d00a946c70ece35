/** `npm run -s understand -- --catalogue FILE < messages.jsonl > predictions.jsonl`: what each message means, one line each. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { buildLexicon, type CatalogueEntry, type Lexicon, readMessage } from "../../bots/understanding/read-message.ts";
import { CommandError } from "./command-error.ts";

type Plain = Readonly<Record<string, unknown>>;

export type Prediction = ReturnType<typeof predict>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const words = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === "string")
    : typeof value === "string"
      ? value.split("|").filter((one) => one.trim() !== "")
      : [];

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Units as objects, or as the export writes them: "gói:45000:gói 500g|kg:85000". */
function unitsOf(product: Plain): { unit: string }[] {
  const { units, unit } = product;
  const listed = Array.isArray(units)
    ? units.map((one: unknown) => (isPlain(one) ? one["unit"] : one))
    : words(units).map((one) => one.split(":")[0]);
  const all = listed.filter((one) => typeof one === "string" && one !== "");
  return (all.length > 0 || typeof unit !== "string" ? all : [unit]).map((one) => ({ unit: String(one) }));
}

/** A catalogue file's content as entries: `{products, generic_terms}` or a list of products as exported. */
export function entriesOf(content: unknown): CatalogueEntry[] {
  const products = isPlain(content) ? content["products"] : content;
  if (!Array.isArray(products))
    throw new CommandError("The catalogue has no list of products: give a JSON list, or an object with `products`.");
  const terms = isPlain(content) && isPlain(content["generic_terms"]) ? Object.entries(content["generic_terms"]) : [];
  return products.filter(isPlain).map((product) => {
    const id = text(product["id"]) ?? text(product["slug"]) ?? text(product["name"]);
    if (id === undefined) throw new CommandError("A product of the catalogue has neither id nor name: give it one.");
    const english = product["name_en"] ?? product["nameEn"];
    return {
      id,
      name: text(product["name"]) ?? id,
      ...(typeof english === "string" ? { nameEn: english } : {}),
      aliases: words(product["aliases"]),
      units: unitsOf(product),
      genericTerms: terms.filter(([, ids]) => words(ids).includes(id)).map(([term]) => term),
    };
  });
}

/** One message in the form that predictions are scored in. */
export function predict(id: unknown, text: string, lexicon: Lexicon) {
  const { intent, items, phone, address, name, askBack } = readMessage(text, lexicon);
  const lines = items.map(({ product, candidates, unknown, quantity, unit }) => ({
    product,
    ...(candidates === undefined ? {} : { candidates }),
    ...(unknown === undefined ? {} : { unknown }),
    quantity,
    unit,
  }));
  return { id, intent, items: lines, phone, address, name, ask_back: askBack !== null };
}

/** A file saved by Notepad begins with a mark that JSON knows nothing of. */
const withoutMark = (content: string): string => content.replace(/^\uFEFF/, "");

function lexiconOf(file: string): Lexicon {
  let content: string;
  try {
    content = withoutMark(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new CommandError(
      `The catalogue ${file} cannot be read: give the path of a JSON file with \`products\`, such as tests/understanding/catalogue.json.`,
      { cause },
    );
  }
  try {
    return buildLexicon(entriesOf(JSON.parse(content)));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CommandError(`The catalogue ${file} is not JSON: ${cause.message}`, { cause });
  }
}

type Line = { readonly id: unknown; readonly text: string };

/** A line's message, or why it has none. */
function messageOf(line: string, number: number): Line | string {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const text = isPlain(message) ? message["text"] : undefined;
  if (typeof text !== "string") return `has no "text": each line is {"id", "text"}.`;
  return { id: isPlain(message) ? (message["id"] ?? number) : number, text };
}

export type Streams = {
  readonly lines: AsyncIterable<string> | Iterable<string>;
  readonly write: (line: string) => void;
  /** Where lines that cannot be read are told of, so that the predictions stay clean. */
  readonly warn: (line: string) => void;
};

/** Reads every line that can be read; the answer is 1 when some could not. */
export async function understand(args: readonly string[], { lines, write, warn }: Streams): Promise<number> {
  const at = args.indexOf("--catalogue");
  const file = at < 0 ? undefined : args[at + 1];
  if (file === undefined)
    throw new CommandError("Say which catalogue: npm run -s understand -- --catalogue FILE < messages.jsonl");
  const lexicon = lexiconOf(file);
  let number = 0;
  let unread = 0;
  for await (const raw of lines) {
    number += 1;
    const line = number === 1 ? withoutMark(raw) : raw;
    if (line.trim() === "") continue;
    const message = messageOf(line, number);
    if (typeof message === "string") {
      unread += 1;
      warn(`Line ${String(number)} ${message}`);
    } else write(JSON.stringify(predict(message.id, message.text, lexicon)));
  }
  if (unread > 0) warn(`Lines left out: ${String(unread)}. All others were read.`);
  return unread > 0 ? 1 : 0;
}

export default function run(args: readonly string[]): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  return understand(args, {
    lines,
    write: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
}
