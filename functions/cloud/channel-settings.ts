/** A channel's settings: one secret holds them all; what is no secret may stand in the environment instead. */
import { readSecret } from "../../shared/adapters/secrets/secret.ts";
import { type ChannelManifest, type ChannelSettings } from "../../shared/ports/channel.ts";
import { type Environment } from "../../shared/settings.ts";
import { secretVariable } from "../spec.ts";
import { type Place } from "./environment.ts";

export type SettledChannel = Pick<ChannelManifest, "name"> & {
  readonly settings: readonly { readonly name: string; readonly required: boolean }[];
};

/** As they are, then as they were before the last rotation; none where a required one is missing: no such channel. */
export async function channelSettings(
  { name, settings }: SettledChannel,
  environment: Environment,
  place: Place,
): Promise<readonly ChannelSettings[]> {
  const arn = environment[secretVariable(name)];
  const versions = arn ? await readSecret(arn, place) : [{}];
  const [current, ...before] = versions.map((version: Readonly<Record<string, string>>) =>
    Object.fromEntries(settings.map((setting) => [setting.name, environment[setting.name] ?? version[setting.name]])),
  );
  const isWhole = (version: ChannelSettings) => settings.every((setting) => !setting.required || version[setting.name]);
  return current && isWhole(current) ? [current, ...before.filter(isWhole)] : [];
}
