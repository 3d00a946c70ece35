/** The producers of a list: one each however often they are named, recorded as verified by whoever imports. */
import { type ProducerId } from "../domain/ids.ts";
import { type Producer } from "../domain/product.ts";
import { type App } from "../ports/app.ts";
import { findProducers, producerWrite, type StoredProducer } from "../stores/producers.ts";
import { type ImportRow, type ProducerRow } from "./import-row.ts";
import { producerIdOf, sameName } from "./product-identity.ts";

export type ProducerRules = {
  /** Who vouches for producers that no row calls a draft. */
  verifiedBy: string;
  /** Phones and accounts are invented. */
  sample?: boolean;
};

/** Producers as they are after the import, by the name a row gives; `changed` holds those that have to be written. */
export type ImportedProducers = {
  byName: ReadonlyMap<string, Producer>;
  changed: readonly { producer: Producer; before: StoredProducer | undefined }[];
};

export async function planProducers(
  app: App,
  rows: readonly ImportRow[],
  rules: ProducerRules,
): Promise<ImportedProducers> {
  const said = mergeRows(rows);
  const names = new Map<ProducerId, string>();
  // Two rounds: the plain ids, then those with a tail where the plain one is somebody else's.
  for (let round = 0; round < 2; round++) {
    const ids = [...said.values()].map(({ name }) => producerIdOf(name, (id) => names.get(id)));
    const stored = await findProducers(app.table, [...new Set(ids)]);
    for (const producer of stored.values()) names.set(producer.id, producer.name);
  }
  const idOf = new Map<string, ProducerId>();
  for (const [key, { name }] of said) {
    const id = producerIdOf(name, (taken) => names.get(taken));
    names.set(id, name);
    idOf.set(key, id);
  }
  const stored = await findProducers(app.table, [...idOf.values()]);
  return plan(app, { said, idOf, stored, rules });
}

/** The first row that says something of a producer is heard. */
function mergeRows(rows: readonly ImportRow[]): ReadonlyMap<string, ProducerRow> {
  const said = new Map<string, ProducerRow>();
  for (const { producer } of rows) {
    const key = sameName(producer.name);
    said.set(key, { ...producer, ...said.get(key) });
  }
  return said;
}

type Known = {
  said: ReadonlyMap<string, ProducerRow>;
  idOf: ReadonlyMap<string, ProducerId>;
  stored: ReadonlyMap<ProducerId, StoredProducer>;
  rules: ProducerRules;
};

function plan(app: App, { said, idOf, stored, rules }: Known): ImportedProducers {
  const byName = new Map<string, Producer>();
  const changed: { producer: Producer; before: StoredProducer | undefined }[] = [];
  for (const [key, row] of said) {
    const id = idOf.get(key);
    if (id === undefined) continue;
    const before = stored.get(id);
    const producer = producerAfter(app, { id, row, before, rules });
    byName.set(key, producer);
    if (!before || JSON.stringify(sorted(producer)) !== JSON.stringify(sorted(before)))
      changed.push({ producer, before });
  }
  return { byName, changed };
}

const sorted = (producer: Producer & { version?: number }): readonly (readonly [string, unknown])[] =>
  Object.entries(producer)
    .filter(([name]) => name !== "version")
    .sort(([one], [other]) => (one < other ? -1 : 1));

type One = { id: ProducerId; row: ProducerRow; before: StoredProducer | undefined; rules: ProducerRules };

function producerAfter(app: App, { id, row, before, rules }: One): Producer {
  const { status, commune, district, ...facts } = row;
  const after: Producer & { version?: number } = {
    slug: id,
    ...before,
    ...facts,
    name: before?.name ?? row.name,
    id,
    // A producer's place is where the first product of theirs came from, until somebody says better.
    ...placeOf(before, { commune, district }),
    ...standing(app, { status, before, rules }),
  };
  delete after.version;
  // A real phone or account ends the sample.
  if (rules.sample) after.sample = true;
  else if (facts.phone !== undefined || facts.bankAccount !== undefined) delete after.sample;
  return after;
}

function placeOf(
  before: Producer | undefined,
  { commune, district }: { commune: string | undefined; district: string | undefined },
): Partial<Producer> {
  if (before?.commune !== undefined || before?.district !== undefined) return {};
  return { ...(commune === undefined ? {} : { commune }), ...(district === undefined ? {} : { district }) };
}

type Judged = Pick<One, "before" | "rules"> & { status: Producer["status"] | undefined };

/** Whoever was suspended stays so until somebody says otherwise in so many words. */
function standing(app: App, { status, before, rules }: Judged) {
  const next = status ?? (before?.status === "suspended" ? "suspended" : "verified");
  if (next !== "verified" || before?.status === "verified") return { status: next };
  return { status: next, verifiedBy: rules.verifiedBy, verifiedAt: app.clock.now() };
}

const AT_ONCE = 50;

/** False where somebody changed one of them meanwhile: plan anew. */
export async function writeProducers(app: App, { changed }: ImportedProducers): Promise<boolean> {
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const writes = changed
      .slice(from, from + AT_ONCE)
      .map(({ producer, before }) => producerWrite(producer, before ? { version: before.version } : "absent"));
    const committed = await app.table.commit(writes, { token: app.ids.random("cmt") });
    if (!committed.done) return false;
  }
  return true;
}
