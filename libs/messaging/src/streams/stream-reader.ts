import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, type Consumer, DeliverPolicy, type JsMsg, nanos, NatsError } from 'nats';
import { MessagingUnavailableError, noAnswer, translateError } from '../connection/jetstream-errors.js';
import type { NatsClient, StoredMessage } from '../connection/nats-client.js';

/** So many wait in this process for a reader that is slow; the rest waits in the stream. */
const BATCH = 100;
/** A pull hands out each message as it comes; one that did not get its batch within this is made anew. */
const EXPIRES_MS = 5_000;
const RETRY_MS = 500;
/** A reader whose process was killed is forgotten by the server so long after its last pull. */
const INACTIVE_MS = 30_000;
/** What is stored comes at once: NATS is away where nothing comes for so long. */
const STORED_WITHIN_MS = 5_000;

export interface StreamPlace {
  stream: string;
  /** With wildcards, if need be. */
  subject: string;
  /** The messages behind this sequence. */
  after: number;
}

/**
 * The messages of a stream from a place on: those that it holds, then each as it comes, until `signal` aborts. They come
 * at the pace at which they are taken. An outage of NATS is sat out: nothing is missed or told twice.
 *
 * @throws MessagingUnavailableError where it can't begin
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

/** The messages that the stream holds of a subject behind `after`, oldest first. @throws MessagingUnavailableError */
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

/** Those up to `last`, which is there, oldest first. @throws MessagingUnavailableError */
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
 * Pulls through a consumer of its own. Nothing is acked, so that the server sends each message once: where one got lost
 * on its way, or the consumer with its server, a new consumer begins behind the last message that was told.
 */
class StreamReader {
  private consumer: Consumer | null = null;
  /** From the consumer, which counts what it sends. */
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
    // Who never reads on would leave the consumer behind.
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

  /** A last message that got lost has none behind it that would show the gap: the server is asked what it sent. */
  private async dropWhereItLost(consumer: Consumer): Promise<void> {
    if (this.isOver) return;
    const { delivered } = await consumer.info();
    if (delivered.consumer_seq !== this.received) this.dropConsumer();
  }

  private async makeConsumer(): Promise<Consumer> {
    this.client.requireConnection();
    const info = await this.client.manager.consumers.add(this.place.stream, {
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

  /** Nobody waits for it: where NATS can't be asked, the consumer is forgotten by itself. */
  private readonly dropConsumer = (): void => {
    this.consumer?.delete().catch(() => undefined);
    this.consumer = null;
  };

  /** @throws whatever is no word of NATS, or of its absence */
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
