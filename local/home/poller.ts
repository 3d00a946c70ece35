/** Asks the channels that can be asked for what people wrote, where no public address can receive it. */
import { setTimeout as rest } from "node:timers/promises";
import { conversationId } from "../../shared/domain/conversation.ts";
import { type Incoming } from "../../shared/domain/message.ts";
import { SECOND } from "../../shared/domain/time.ts";
import { type App } from "../../shared/ports/app.ts";
import { type Channel } from "../../shared/ports/channel.ts";

/** One request is held open by the provider for so long. */
const WAIT_MS = 25 * SECOND;
const PAUSE_MS = 5 * SECOND;

type Poll = NonNullable<Channel["poll"]>;

export class Poller {
  readonly #app: App;
  #stopping: AbortController | undefined;
  #running: readonly Promise<void>[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  start(): void {
    if (this.#stopping) return;
    const { signal } = (this.#stopping = new AbortController());
    this.#running = this.#app.channels.names.map((name) => this.#run(name, signal));
  }

  async #run(name: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted)
      try {
        const channel = await this.#app.channels.get(name);
        if (!channel?.poll) return;
        await this.#pollForEver(channel.poll.bind(channel), signal);
      } catch (error) {
        this.#app.log.error("home.poll-failed", error, { channel: name });
        await pause(signal);
      }
  }

  async #pollForEver(poll: Poll, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) for (const incoming of await poll(WAIT_MS, signal)) await this.#keep(incoming, signal);
  }

  /** The provider forgets a message at the next request, so it is kept before that, however long it takes. */
  async #keep(incoming: Incoming, signal: AbortSignal): Promise<void> {
    const { channel, account, updateId } = incoming;
    const message = { group: conversationId(incoming), dedupeId: `${channel}:${account}:${updateId}`, body: incoming };
    while (!signal.aborted)
      try {
        await this.#app.queue.send("inbox", message);
        return;
      } catch (error) {
        this.#app.log.error("home.message-not-kept", error, { channel });
        await pause(signal);
      }
  }

  async stop(): Promise<void> {
    this.#stopping?.abort();
    this.#stopping = undefined;
    await Promise.all(this.#running);
  }
}

const pause = (signal: AbortSignal): Promise<void> =>
  rest(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
