/** A home that lists are imported into. */
import { productRows } from "../../local/commands/export-products.ts";
import { readCsv } from "../../local/commands/read-csv.ts";
import { readOutboxItem } from "../../shared/stores/outbox.ts";
import { importCatalogue, type ImportOptions, type ImportReport } from "../../shared/usecases/import-catalogue.ts";
import { openTestHome, type TestHome } from "../home/open-test-home.ts";

export type ImportingHome = TestHome & {
  take(text: string, options?: Partial<ImportOptions>): Promise<ImportReport>;
  /** Products as an export shows them, by slug. */
  stored(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  eventsOf(product: string): Promise<readonly { name: string; detail: unknown }[]>;
};

export async function openImportingHome(): Promise<ImportingHome> {
  const home = await openTestHome([]);
  const { app } = home;
  return {
    ...home,
    take: (text, options = {}) => importCatalogue(app, readCsv(text).rows, { verifiedBy: "import", ...options }),
    stored: () => Array.fromAsync(productRows(app)),
    async eventsOf(product) {
      const { items } = await app.table.query({ pk: `outbox#product:${product}` });
      return items.map((item) => readOutboxItem(item)).map(({ name, detail }) => ({ name, detail }));
    },
  };
}
