import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import { type Consumer, type JsMsg } from 'nats';
import { NatsClient } from '../connection/nats-client.js';
import { bucketStream, bucketSubject, HISTORY_CONSUMER } from '../topology-names.js';

const BATCH = 200;
const BATCH_EXPIRES_MS = 1_000;
const RETRY_MS = 1_000;
const SUBJECT_PREFIX = bucketSubject(BUCKETS.tasks, '');

/** One change of KV `tasks`. Its text may be written by hand and need not be JSON. */
export interface HistoryEntry {
  key: string;
  revision: number;
  text: string;
}

/**
 * Reads every change of KV `tasks` through a durable consumer, in batches, and acks a batch once `write` has succeeded:
 * each change is written at least once, even after an outage of the reader.
 */
@Injectable()
export class HistoryReader {
  constructor(private readonly client: NatsClient) {}

  /** Resolves once `signal` aborts. */
  async read(
    write: (batch: HistoryEntry[]) => Promise<void>,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const consumer = await this.client.jetstream.consumers.get(bucketStream(BUCKETS.tasks), HISTORY_CONSUMER);
    while (!signal.aborted) {
      try {
        const messages = await fetchBatch(consumer);
        const changes = messages.filter((message) => message.data.length > 0);
        if (changes.length > 0) await write(changes.map(asEntry));
        for (const message of messages) message.ack();
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        await delay(RETRY_MS, undefined, { signal }).catch(() => signal.aborted);
      }
    }
  }
}

async function fetchBatch(consumer: Consumer): Promise<JsMsg[]> {
  const batch: JsMsg[] = [];
  for await (const message of await consumer.fetch({ max_messages: BATCH, expires: BATCH_EXPIRES_MS })) {
    batch.push(message);
  }
  return batch;
}

const asEntry = (message: JsMsg): HistoryEntry => ({
  key: message.subject.slice(SUBJECT_PREFIX.length),
  revision: message.seq,
  text: message.string(),
});
