import type { NatsClient, StoredMessage } from '../connection/nats-client.js';

/** One stream. Every call may throw MessagingUnavailableError. */
export abstract class MessageStream {
  protected constructor(
    protected readonly client: NatsClient,
    protected readonly stream: string,
  ) {}

  /** The sequences of the oldest and of the newest message; of an empty stream `first` is beyond `last`. */
  range(): Promise<{ first: number; last: number }> {
    return this.client.storedRange(this.stream);
  }

  /** Null where the stream has no message of this sequence any more. */
  find(sequence: number): Promise<StoredMessage | null> {
    return this.client.stored(this.stream, sequence);
  }

  /** Removes a message; one that is gone already is fine. */
  remove(sequence: number): Promise<void> {
    return this.client.deleteStored(this.stream, sequence);
  }
}
