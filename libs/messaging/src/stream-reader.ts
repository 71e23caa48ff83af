import type { ConsumerMessages } from 'nats';
import { translateError } from './jetstream-errors.js';
import type { NatsClient } from './nats-client.js';

/** A reader whose process was killed is forgotten by the server so long after its last request. */
const INACTIVE_MS = 30_000;

export interface StreamMessage {
  subject: string;
  sequence: number;
  at: Date;
  data: Uint8Array;
}

export interface StreamPlace {
  stream: string;
  /** With wildcards, if need be. */
  subject: string;
  /** The messages behind this sequence. */
  after: number;
}

/**
 * The messages of a stream from a place on: those that it holds, then each as it comes, until `signal` aborts. An outage
 * of NATS is sat out: nothing is missed or told twice.
 *
 * @throws MessagingUnavailableError where it can't begin
 */
export async function readStream(
  client: NatsClient,
  { stream, subject, after }: StreamPlace,
  signal: AbortSignal,
): Promise<AsyncIterable<StreamMessage>> {
  client.requireConnection();
  try {
    const consumer = await client.jetstream.consumers.get(stream, {
      filterSubjects: subject,
      opt_start_seq: after + 1,
      inactive_threshold: INACTIVE_MS,
    });
    const messages = await consumer.consume();
    const stop = (): void => {
      messages.stop();
      consumer.delete().catch(() => undefined);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    return told(messages);
  } catch (error) {
    throw translateError(error);
  }
}

async function* told(messages: ConsumerMessages): AsyncGenerator<StreamMessage> {
  for await (const message of messages) {
    const { subject, seq, data, info } = message;
    yield { subject, sequence: seq, at: new Date(info.timestampNanos / 1e6), data };
  }
}

/** The messages that the stream holds of a subject behind `after`, oldest first. @throws MessagingUnavailableError */
export async function readStored(client: NatsClient, place: StreamPlace): Promise<StreamMessage[]> {
  const last = await client.lastSequence(place.stream, place.subject);
  if (last <= place.after) return [];
  const stored: StreamMessage[] = [];
  const done = new AbortController();
  try {
    for await (const message of await readStream(client, place, done.signal)) {
      stored.push(message);
      if (message.sequence >= last) break;
    }
    return stored;
  } finally {
    done.abort();
  }
}
