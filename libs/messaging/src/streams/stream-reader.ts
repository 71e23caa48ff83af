import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, type Consumer, DeliverPolicy, type JsMsg, nanos, NatsError, nuid } from 'nats';
import { MessagingUnavailableError, noAnswer, translateError } from '../connection/jetstream-errors.js';
import type { NatsClient, StoredMessage } from '../connection/nats-client.js';

/** At most this many messages wait in this process for a slow reader; the others wait in the stream. */
const BATCH = 100;
/** A pull passes on each message at once; if its batch is not complete after this time, it is renewed. */
const EXPIRES_MS = 5_000;
const RETRY_MS = 500;
/** The server deletes the consumer of a killed process this long after its last pull. */
const INACTIVE_MS = 30_000;
/** Stored messages come at once: if none comes for this long, NATS is unavailable. */
const STORED_WITHIN_MS = 5_000;

export interface StreamPlace {
  stream: string;
  /** May contain wildcards. */
  subject: string;
  /** Messages with a higher sequence are read. */
  after: number;
}

/**
 * Reads the messages of a stream after a sequence: the stored ones, then new ones as they come, until `signal` aborts,
 * at the caller's pace. It survives outages of NATS: no message is missed or returned twice.
 *
 * @throws MessagingUnavailableError if it can't begin
 */
export async function readStream(
  client: NatsClient,
  place: StreamPlace,
  signal: AbortSignal,
): Promise<AsyncIterable<StoredMessage>> {
  const reader = new StreamReader(client, place, signal);
  try {
    await reader.begin();
  } catch (error) {
    throw translateError(error);
  }
  return reader.messages();
}

/** The stored messages of a subject after `after`, oldest first. @throws MessagingUnavailableError */
export async function readStored(
  client: NatsClient,
  place: StreamPlace,
  withinMs = STORED_WITHIN_MS,
): Promise<StoredMessage[]> {
  const last = await client.lastSequence(place.stream, place.subject);
  const stored: StoredMessage[] = [];
  if (last > place.after) for await (const message of storedUntil(client, place, last, withinMs)) stored.push(message);
  return stored;
}

/** The stored messages up to `last`, which must exist, oldest first. @throws MessagingUnavailableError */
export async function* storedUntil(
  client: NatsClient,
  place: StreamPlace,
  last: number,
  withinMs = STORED_WITHIN_MS,
): AsyncGenerator<StoredMessage, void, undefined> {
  const away = new AbortController();
  const patience = setTimeout(() => away.abort(), withinMs);
  try {
    for await (const message of await readStream(client, place, away.signal)) {
      if (message.sequence <= last) yield message;
      if (message.sequence >= last) return;
      patience.refresh();
    }
  } finally {
    clearTimeout(patience);
  }
  throw noAnswer();
}

/**
 * Pulls through a consumer of its own, without acks, so the server sends each message once. If a message or the
 * consumer is lost, a new consumer begins after the last message that was returned.
 */
class StreamReader {
  private consumer: Consumer | null = null;
  /** Messages received from this consumer; compared with the consumer's count to detect lost ones. */
  private received = 0;
  private told: number;

  constructor(
    private readonly client: NatsClient,
    private readonly place: StreamPlace,
    private readonly signal: AbortSignal,
  ) {
    this.told = place.after;
  }

  async begin(): Promise<void> {
    await this.makeConsumer();
    // Here too, since a caller may never iterate.
    this.signal.addEventListener('abort', this.dropConsumer, { once: true });
    if (this.signal.aborted) this.dropConsumer();
  }

  async *messages(): AsyncGenerator<StoredMessage, void, undefined> {
    try {
      while (!this.isOver) {
        try {
          yield* this.pull(this.consumer ?? (await this.makeConsumer()));
        } catch (error) {
          await this.sitOut(error);
        }
      }
    } finally {
      this.signal.removeEventListener('abort', this.dropConsumer);
      this.dropConsumer();
    }
  }

  private get isOver(): boolean {
    return this.signal.aborted || this.client.connection.isClosed();
  }

  private async *pull(consumer: Consumer): AsyncGenerator<StoredMessage, void, undefined> {
    const messages = await consumer.fetch({ max_messages: BATCH, expires: EXPIRES_MS });
    const stop = (): void => messages.stop();
    this.signal.addEventListener('abort', stop, { once: true });
    if (this.isOver) stop();
    const before = this.received;
    try {
      for await (const message of messages) {
        if (this.isOver) return;
        if (message.info.deliverySequence !== this.received + 1) return this.dropConsumer();
        this.received += 1;
        this.told = message.seq;
        yield asStoredMessage(message);
      }
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
    if (this.received - before < BATCH) await this.dropWhereItLost(consumer);
  }

  /** After a lost last message, no later one shows the gap, so it asks the server how many it sent. */
  private async dropWhereItLost(consumer: Consumer): Promise<void> {
    if (this.isOver) return;
    const { delivered } = await consumer.info();
    if (delivered.consumer_seq !== this.received) this.dropConsumer();
  }

  private async makeConsumer(): Promise<Consumer> {
    this.client.requireConnection();
    const info = await this.client.manager.consumers.add(this.place.stream, {
      // With a name the request's subject has the filter, so that NATS can check who may read what.
      name: nuid.next(),
      filter_subject: this.place.subject,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: this.told + 1,
      ack_policy: AckPolicy.None,
      inactive_threshold: nanos(INACTIVE_MS),
      mem_storage: true,
      num_replicas: 1,
    });
    this.received = 0;
    return (this.consumer = this.client.jetstream.consumers.getPullConsumerFor(info));
  }

  /** Does not wait: if NATS is unavailable, the consumer expires on the server. */
  private readonly dropConsumer = (): void => {
    this.consumer?.delete().catch(() => undefined);
    this.consumer = null;
  };

  /** @throws `cause`, unless NATS reported it or is unavailable */
  private async sitOut(cause: unknown): Promise<void> {
    if (!(cause instanceof NatsError || cause instanceof MessagingUnavailableError)) throw cause;
    this.dropConsumer();
    await delay(RETRY_MS, undefined, { signal: this.signal }).catch(() => undefined);
  }
}

const asStoredMessage = ({ subject, seq, data, info, headers }: JsMsg): StoredMessage => ({
  subject,
  sequence: seq,
  publishedAt: new Date(info.timestampNanos / 1e6),
  data,
  header: (name) => headers?.get(name) || undefined,
});
