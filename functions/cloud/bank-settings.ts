/** The secrets of those who tell of money that came in, read again from time to time: one may be changed while we run. */
import { MINUTE, millis } from "../../shared/domain/time.ts";
import { type ChannelSettings } from "../../shared/ports/channel.ts";
import { type Clock } from "../../shared/ports/clock.ts";
import { bankManifests, type BankSettings, settingsOfBank } from "../../shared/ports/payments.ts";
import { type Environment } from "../../shared/settings.ts";
import { secretVariable } from "../spec.ts";
import { channelSettings } from "./channel-settings.ts";
import { placeOf } from "./environment.ts";

/** Forgers could have the secret read at every request. */
const FRESH_MS = MINUTE;

type Read = { readonly at: number; readonly versions: Promise<readonly ChannelSettings[]> };

/** None for a function that may not read the secret. */
export function bankSettings(environment: Environment, clock: Clock): BankSettings {
  const read = new Map<string, Read>();
  return async (provider) => {
    const manifest = bankManifests.find(({ name }) => name === provider);
    if (!manifest || !environment[secretVariable(provider)]) return [];
    const now = millis(clock.now());
    const known = read.get(provider);
    const fresh = known && now - known.at < FRESH_MS ? known : { at: now, versions: versionsOf(manifest, environment) };
    read.set(provider, fresh);
    try {
      return await fresh.versions;
    } catch (error) {
      read.delete(provider);
      throw error;
    }
  };
}

async function versionsOf(
  manifest: (typeof bankManifests)[number],
  environment: Environment,
): Promise<readonly ChannelSettings[]> {
  const versions = await channelSettings(manifest, environment, placeOf(environment));
  return versions.map((version) => settingsOfBank(manifest, version)).filter((version) => version !== undefined);
}
