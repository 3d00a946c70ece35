/** Outbox → bus. What the bus leaves is offered again at once; what it leaves then is for the trigger to bring back. */
import { type OutboxReaction } from "./reaction.ts";

const ROUNDS = 3;

export const handler: OutboxReaction = {
  on: "outbox",
  async run({ bus, log }, envelopes) {
    let left = envelopes.map((envelope, place) => ({ envelope, place }));
    for (let round = 1; round <= ROUNDS && left.length > 0; round++) {
      const refused = new Set(await bus.publish(left.map(({ envelope }) => envelope)));
      left = left.filter((_, at) => refused.has(at));
    }
    if (left.length > 0) log.warn("bus.events-left", { left: left.length, of: envelopes.length });
    return left.map(({ place }) => place);
  },
};
