/** What a channel's door needs in the cloud: a queue and its own secret, and no SDK. */
import { sqsQueue } from "../../shared/adapters/sqs/queue.ts";
import { MINUTE, millis } from "../../shared/domain/time.ts";
import { type Environment } from "../../shared/settings.ts";
import { type Receiver } from "../reaction.ts";
import { type ReceiverSource } from "../runtime.ts";
import { channelSettings, type SettledChannel } from "./channel-settings.ts";
import { placeOf, queueUrls } from "./environment.ts";

/** Forgers could have the secret read at every request. */
const LEAST_AGE_MS = MINUTE;

export function openReceiver(
  channel: SettledChannel,
  environment: Environment,
  { clock, log }: Pick<Receiver, "clock" | "log">,
): ReceiverSource {
  let opened: Promise<Receiver> | undefined;
  let readAt = 0;
  const open = async (): Promise<Receiver> => {
    const place = placeOf(environment);
    const settings = await channelSettings(channel, environment, place);
    return { clock, log, queue: sqsQueue({ ...place, urls: queueUrls(environment) }), settings };
  };
  const current = async (): Promise<Receiver> => {
    readAt ||= millis(clock.now());
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      log.error("receiver.not-opened", error, { channel: channel.name });
      throw error;
    }
  };
  return {
    current,
    async renewed() {
      const now = millis(clock.now());
      if (now - readAt < LEAST_AGE_MS) return undefined;
      readAt = now;
      opened = undefined;
      return await current();
    },
  };
}
