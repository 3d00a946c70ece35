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

function parsed(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export type Streams = { readonly lines: AsyncIterable<string>; readonly write: (line: string) => void };

export async function understand(args: readonly string[], { lines, write }: Streams): Promise<number> {
  const at = args.indexOf("--catalogue");
  const file = at < 0 ? undefined : args[at + 1];
  if (file === undefined)
    throw new CommandError("Say which catalogue: npm run -s understand -- --catalogue FILE < messages.jsonl");
  const lexicon = buildLexicon(entriesOf(parsed(file, readFileSync(file, "utf8"))));
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    const message = parsed(`Line ${String(number)}`, line);
    const text = isPlain(message) ? message["text"] : undefined;
    if (typeof text !== "string")
      throw new CommandError(`Line ${String(number)} has no "text": each line is {"id", "text"}.`);
    write(JSON.stringify(predict(isPlain(message) ? message["id"] : null, text, lexicon)));
  }
  return 0;
}

export default function run(args: readonly string[]): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  return understand(args, { lines, write: (line) => process.stdout.write(`${line}\n`) });
}
