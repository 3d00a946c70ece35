/** The SQLite adapter keeps the promises of the Table port, with indexes that are up to date and with ones that lag. */
import { SqliteFile } from "../../shared/adapters/sqlite/file.ts";
import { SqliteTable } from "../../shared/adapters/sqlite/table.ts";
import { tableSuite } from "./table-suite.ts";

for (const laggingIndex of [false, true])
  tableSuite(laggingIndex ? "SQLite with a lagging index" : "SQLite", (clock) => {
    const file = new SqliteFile({ path: ":memory:" });
    const table = new SqliteTable(file, clock, { laggingIndex });
    return Promise.resolve({
      table,
      ...(laggingIndex && { catchUp: () => table.catchUp() }),
      close: () => file.close(),
    });
  });
