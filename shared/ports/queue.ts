/** FIFO queues with groups: messages of one group are handled one at a time and in order; groups run side by side. */

export type QueueName = "inbox" | "broadcasts";

export type QueueMessage = {
  /** Conversation or channel account. */
  group: string;
  /** The same id within the provider's window is enqueued once; the handler must still know repeats. */
  dedupeId: string;
  body: unknown;
};

export interface Queue {
  /** Resolves when the message is durable; throws when it is not (the webhook then answers 503). */
  send(queue: QueueName, message: QueueMessage): Promise<void>;
}

/** What a handler is given: `id` names the message, the same on every delivery of it. */
export type Delivered = { id: string; group: string; body: unknown; receiveCount: number; lastTry: boolean };
