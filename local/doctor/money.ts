/** Who tells of money that came in, whose accounts are no good, and what money a person has to see to. */
import { bankManifests } from "../../shared/ports/payments.ts";
import { hasAccount } from "../../shared/domain/transfer.ts";
import { type App } from "../../shared/ports/app.ts";
import { bankSettings, environment } from "../../shared/settings.ts";
import { allProducers } from "../../shared/stores/producers.ts";
import { strayPayments, unevenParcels } from "../../shared/stores/payments.ts";
import { type Finding } from "./finding.ts";

const LIST = "npm run export -- payments --format csv lists them";

export async function money({ home: { app } }: { home: { app: App } }): Promise<readonly Finding[]> {
  return [...(await providers()), ...(await accounts(app)), ...(await open(app))];
}

async function providers(): Promise<readonly Finding[]> {
  const read = bankSettings(environment());
  const found = await Promise.all(
    bankManifests.map(async ({ name, title, settings }) => ({ title, settings, set: (await read(name)).length > 0 })),
  );
  const set = found.filter((one) => one.set).map(({ title }) => title);
  if (set.length > 0) {
    const text = `${set.join(", ")} may tell of money at ${set.length === 1 ? "its" : "their"} webhook`;
    return [{ level: "ok", about: "transfers", text }];
  }
  const names = found.flatMap(({ settings }) => settings.map((setting) => setting.name)).join(", ");
  const text = `producers say themselves that money came in. To hear it from the bank set one of ${names}`;
  return [{ level: "ok", about: "transfers", text }];
}

async function accounts({ table }: App): Promise<readonly Finding[]> {
  const producers = await Array.fromAsync(allProducers(table));
  const wrong = producers.filter((producer) => producer.bankAccount !== undefined && !hasAccount(producer));
  if (wrong.length === 0) return [];
  const names = wrong.map(({ name }) => name).join(", ");
  const text = `no bank that we know has the bank_bin of ${names}, so nobody can transfer to them: correct it with npm run import`;
  return [{ level: "wrong", about: "bank accounts", text }];
}

async function open({ table }: App): Promise<readonly Finding[]> {
  const strays = (await Array.fromAsync(strayPayments(table))).length;
  const uneven = (await Array.fromAsync(unevenParcels(table))).length;
  return [
    ...(strays > 0 ? [note(`${strays} payments are for no order that is known`)] : []),
    ...(uneven > 0 ? [note(`${uneven} parcels were paid too little, or have money to be given back`)] : []),
  ];
}

const note = (what: string): Finding => ({ level: "note", about: "money", text: `${what}: ${LIST}` });
