/** The language model in the cloud: named among the settings, its key in a secret that converse alone may read. */
import { openAssistant } from "../../shared/adapters/openai/assistant.ts";
import { systemClock } from "../../shared/adapters/system/clock.ts";
import { assistantManifest, type Assistant } from "../../shared/ports/assistant.ts";
import { type Log } from "../../shared/ports/log.ts";
import { assistantSettings, type Environment } from "../../shared/settings.ts";
import { secretVariable } from "../spec.ts";
import { channelSettings } from "./channel-settings.ts";
import { placeOf } from "./environment.ts";

/** Functions that may not read the key know by the name whether there is a model: people are told before it is used. */
export const isModelNamed = ({ OPENAI_MODEL: name }: Environment): boolean => Boolean(name);

/** Undefined where none is named, or none can be had: nothing depends on it. */
export async function openModel(environment: Environment, log: Log): Promise<Assistant | undefined> {
  if (!isModelNamed(environment) || !environment[secretVariable(assistantManifest.name)]) return undefined;
  try {
    const [given = {}] = await channelSettings(assistantManifest, environment, placeOf(environment));
    const { settings, problems } = assistantSettings(given);
    if (settings) return openAssistant({ settings, fetch, clock: systemClock, log });
    log.warn("assistant.not-configured", { problems: problems.join(" ") });
  } catch (error) {
    log.error("assistant.not-opened", error);
  }
  return undefined;
}
