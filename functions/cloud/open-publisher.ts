/** What publish-events needs in the cloud. */
import { eventBridgeBus } from "../../shared/adapters/eventbridge/bus.ts";
import { type Log } from "../../shared/ports/log.ts";
import { type Environment } from "../../shared/settings.ts";
import { type Publisher } from "../reaction.ts";
import { BUS_VARIABLE } from "../spec.ts";
import { needed, placeOf } from "./environment.ts";

export const openPublisher = (environment: Environment, log: Log): Promise<Publisher> =>
  Promise.resolve({
    log,
    bus: eventBridgeBus({ ...placeOf(environment), name: needed(environment, BUS_VARIABLE), log }),
  });
