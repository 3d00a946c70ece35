/** Whose the data are: a sample shop's, invented, or a real one's. Written once, so that neither is ever opened as the other. */
import { resolve } from "node:path";
import { type App } from "../shared/ports/app.ts";
import { type Key, put, type Table } from "../shared/ports/table.ts";
import { DataFault } from "./home/data-fault.ts";

export type ShopKind = "sample" | "real";

const KIND: Key = { pk: "shop", sk: "kind" };
/** Data that were sown before the kind was kept. */
const SOWN: Key = { pk: "seed", sk: "done" };

/** Undefined: nobody has opened a shop over these data. */
export async function kindOf(table: Table): Promise<ShopKind | undefined> {
  const kind = (await table.get(KIND, { strong: true }))?.["kind"];
  if (kind === "sample" || kind === "real") return kind;
  return (await table.get(SOWN, { strong: true })) ? "sample" : undefined;
}

/** Marks data that nobody has opened; throws a DataFault where they are of the other kind. */
export async function claimKind({ table, ids }: Pick<App, "table" | "ids">, kind: ShopKind, dataDir: string) {
  const found = await kindOf(table);
  // Of two that start at once one is refused, and reads what the other wrote.
  if (found === undefined) await table.commit([put({ ...KIND, kind }, "absent")], { token: ids.random("cmt") });
  const settled = found ?? (await kindOf(table)) ?? kind;
  if (settled !== kind) throw new DataFault(refusal(kind, resolve(dataDir)));
}

const refusal = (kind: ShopKind, folder: string): string =>
  kind === "real"
    ? `The data in ${folder} are a sample shop's, with invented prices and phones, and can't be sold from: set DATA_DIR to another folder, or leave it out.`
    : `The data in ${folder} are a real shop's, and nothing may be pretended over them: set the channels' settings again (they may stand in .env), or set DATA_DIR to another folder.`;
