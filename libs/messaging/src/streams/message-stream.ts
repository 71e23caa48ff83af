import type { NatsClient, StoredMessage } from '../connection/nats-client.js';

/** One stream. Every call may throw MessagingUnavailableError. */
export abstract class MessageStream {
  protected constructor(
    protected readonly client: NatsClient,
    protected readonly stream: string,
  ) {}

  /** The sequences of the oldest and newest message; in an empty stream `first` is greater than `last`. */
  range(): Promise<{ first: number; last: number }> {
    return this.client.storedRange(this.stream);
  }

  /** How many messages it has. */
  count(): Promise<number> {
    return this.client.storedCount(this.stream);
  }

  /** Null if the message is gone. */
  find(sequence: number): Promise<StoredMessage | null> {
    return this.client.stored(this.stream, sequence);
  }

  /** Deletes a message. Does nothing if it is gone already. */
  remove(sequence: number): Promise<void> {
    return this.client.deleteStored(this.stream, sequence);
  }
}
