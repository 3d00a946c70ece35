/** What lies in the data file of a shop that was killed, read as SQLite gives it and not through the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DATA_FILE } from "../../local/home/open-home.ts";
import { type Catalogue } from "../../shared/domain/catalogue.ts";
import { type Turn } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { type Order } from "../../shared/domain/order.ts";
import { mayList } from "../../shared/domain/rules/alcohol.ts";
import { type Wares } from "./buyers.ts";

export type Stock = { onHand?: number; reserved?: number; sold?: number };

export type FileContent = {
  integrity: string;
  turns: readonly (Turn & { conversation: string })[];
  /** What is in the inbox and not worked off. */
  waiting: readonly Incoming[];
  orders: readonly Order[];
  /** By product and unit: "product#hat-de offer#kg". */
  offers: ReadonlyMap<string, Stock>;
  /** Aggregates of the events "order.placed": "order:ord_…". */
  placed: readonly string[];
  /** Keys of the leads that the office follows up. */
  leads: ReadonlySet<string>;
};

export function readFile(dataDir: string): FileContent {
  const file = new DatabaseSync(join(dataDir, DATA_FILE));
  const all = (sql: string) => file.prepare(sql).all() as Record<"pk" | "sk" | "body", string>[];
  const item = (body: string) => JSON.parse(body) as Record<string, unknown>;
  const record = (body: string) => JSON.parse(String(item(body)["body"])) as unknown;
  try {
    return {
      integrity: String(file.prepare("PRAGMA integrity_check").get()?.["integrity_check"]),
      turns: all("SELECT * FROM items WHERE pk LIKE 'conv#%' AND sk LIKE 'turn#%'").map(({ pk, body }) => ({
        ...(record(body) as Turn),
        conversation: pk,
      })),
      waiting: all("SELECT body FROM messages WHERE queue = 'inbox'").map(({ body }) => JSON.parse(body) as Incoming),
      orders: all("SELECT * FROM items WHERE pk LIKE 'order#%' AND sk = 'order'").map(
        ({ body }) => record(body) as Order,
      ),
      offers: new Map(
        all("SELECT * FROM items WHERE sk LIKE 'offer#%'").map(({ pk, sk, body }) => [`${pk} ${sk}`, item(body)]),
      ),
      placed: all("SELECT * FROM items WHERE pk LIKE 'outbox#order:%'")
        .map(({ body }) => JSON.parse(String(item(body)["envelope"])) as { name: string; aggregate: string })
        .flatMap(({ name, aggregate }) => (name === "order.placed" ? [aggregate] : [])),
      leads: new Set(all("SELECT pk FROM items WHERE pk LIKE 'lead#%'").map(({ pk }) => pk)),
    };
  } finally {
    file.close();
  }
}

/** What can be ordered by name, as the snapshot on the disk says. */
export function readWares(dataDir: string): Wares {
  const path = join(dataDir, "blobs/catalogue/latest.json");
  const { listings } = JSON.parse(readFileSync(path, "utf8")) as Catalogue;
  const goods = listings.filter((listing) => listing.kind === "goods" && mayList(listing));
  return goods.flatMap(({ name, offers: [offer] }) => (offer?.price === undefined ? [] : [`${offer.unit} ${name}`]));
}
