import { Logger } from '@nestjs/common';
import type { KV, KvEntry } from 'nats';
import { isDeleteDenied, isRevisionConflict } from '../connection/jetstream-errors.js';
import { KvWatch, type Watch } from './kv-watch.js';
import type { NatsClient, StoredMessage } from '../connection/nats-client.js';
import { readStream } from '../streams/stream-reader.js';
import { bucketStream, bucketSubject } from '../topology.js';

export interface Entry<T> {
  key: string;
  value: T;
  revision: number;
  /** When it was written, by the server's clock. */
  at: Date;
}

/** `value` is null where the key was removed. */
export interface Change<T> {
  key: string;
  value: T | null;
  /** 0 where a watch found that the key is not there any more: nobody knows when it went. */
  revision: number;
  at: Date;
}

/** What a compare-and-set wrote. */
export interface Written<T> {
  value: T;
  revision: number;
}

/** Somebody wrote a value by hand that is not JSON. */
export class DamagedEntryError extends Error {
  override readonly name = 'DamagedEntryError';
}

/** A KV bucket of JSON values. Every call may throw MessagingUnavailableError. */
export class KvBucket<T> {
  private readonly logger = new Logger('KV');

  private constructor(
    private readonly client: NatsClient,
    private readonly bucket: string,
    private readonly kv: KV,
  ) {}

  static async open<T>(client: NatsClient, bucket: string): Promise<KvBucket<T>> {
    return new KvBucket<T>(client, bucket, await client.jetstream.views.kv(bucket, { bindOnly: true }));
  }

  /** May be a moment old in a cluster: a compare-and-set decides what is true. @throws DamagedEntryError */
  async get(key: string): Promise<Entry<T> | null> {
    const entry = await this.ask(() => this.kv.get(key));
    return entry && entry.operation === 'PUT'
      ? { key, value: valueOf<T>(entry), revision: entry.revision, at: entry.created }
      : null;
  }

  /** Whether the key ever had a value, also where it was removed. */
  async everHad(key: string): Promise<boolean> {
    return (await this.ask(() => this.kv.get(key))) !== null;
  }

  /** As `get`, for what people may have written by hand: the text, which need not be JSON. */
  async text(key: string): Promise<Entry<string> | null> {
    const entry = await this.ask(() => this.kv.get(key));
    return entry && entry.operation === 'PUT'
      ? { key, value: entry.string(), revision: entry.revision, at: entry.created }
      : null;
  }

  /** The new revision; null where the key exists. */
  create(key: string, value: T): Promise<number | null> {
    return this.unlessConflict(() => this.kv.create(key, JSON.stringify(value)));
  }

  /** The new revision; null where the entry is no longer at `revision`. */
  update(key: string, value: T, revision: number): Promise<number | null> {
    return this.unlessConflict(() => this.kv.update(key, JSON.stringify(value), revision));
  }

  /**
   * Writes over what was read: the entry at `revision`, or none where that is 0 or null.
   *
   * @returns the new revision; null where somebody else wrote in between
   */
  write(key: string, value: T, revision: number | null): Promise<number | null> {
    return revision ? this.update(key, value, revision) : this.create(key, value);
  }

  /**
   * Applies a step to the entry as it is now, and writes the result. Where somebody else wrote in between, it reads the
   * entry again and applies the step to that.
   *
   * @param step gets the text, which people may have written by hand, or null where the key has no value; it returns null
   *   to leave everything as it is. It may be called several times
   * @returns null where the step declined
   */
  async change<V extends T>(key: string, step: (entry: Entry<string> | null) => V | null): Promise<Written<V> | null> {
    for (;;) {
      const entry = await this.text(key);
      const value = step(entry);
      if (value === null) return null;
      const revision = await this.write(key, value, entry && entry.revision);
      if (revision !== null) return { value, revision };
    }
  }

  put(key: string, value: T): Promise<number> {
    return this.ask(() => this.kv.put(key, JSON.stringify(value)));
  }

  /** Removes the key; watchers see it go. */
  remove(key: string): Promise<void> {
    return this.ask(() => this.kv.delete(key));
  }

  /** As `remove`, unless the entry is no longer at `revision`. */
  async removeAt(key: string, revision: number): Promise<void> {
    await this.unlessConflict(() => this.kv.delete(key, { previousSeq: revision }));
  }

  /**
   * Removes the key's values up to `revision`, with no marker left: watchers are told nothing, a newer value stays. One by
   * one: where a purge leaves its subject empty, nats-server 2.9.10 moves each consumer of the stream to its end, and
   * watchers never see what was written at that moment (36 of 50 values).
   */
  async forget(key: string, revision: number): Promise<void> {
    const stream = bucketStream(this.bucket);
    const subject = bucketSubject(this.bucket, key);
    for (;;) {
      const value = await this.client.nextStored(stream, 1, subject);
      if (!value || value.sequence > revision) return;
      try {
        await this.client.deleteStored(stream, value.sequence);
      } catch (error) {
        if (!isDeleteDenied(error)) throw error;
        await this.ask(() => this.client.manager.streams.purge(stream, { filter: subject, seq: revision + 1 }));
      }
    }
  }

  /**
   * The bucket's values as they are now, then each change, until the returned function is called. `onChange` gets them in
   * order, and after an outage all values again, and which keys went meanwhile. Of a value that is no JSON nobody is told
   * but the log.
   */
  watch(onChange: (change: Change<T>) => void, key?: string): Promise<Watch> {
    const onEntry = (entry: KvEntry): void => {
      const change = this.readable(entry);
      if (change) onChange(change);
    };
    return KvWatch.begin(this.client, this.kv, { onEntry, onGone: (gone) => onChange(asGone(gone)) }, key);
  }

  /** As `watch`, for what people may have written by hand: the text, which need not be JSON. */
  watchText(onChange: (change: Change<string>) => void, key?: string): Promise<Watch> {
    const onEntry = (entry: KvEntry): void => onChange(asTextChange(entry));
    return KvWatch.begin(this.client, this.kv, { onEntry, onGone: (gone) => onChange(asGone(gone)) }, key);
  }

  /** The revision of the bucket's last change, whatever its key; 0 where there was none. */
  async lastRevision(): Promise<number> {
    return (await this.client.storedRange(bucketStream(this.bucket))).last;
  }

  /**
   * Every change behind a revision that the bucket still has, not only each key's last one, then each as it comes, until
   * `signal` aborts. An outage is sat out: see `readStream`.
   */
  async changesAfter(revision: number, signal: AbortSignal): Promise<AsyncIterable<Change<string>>> {
    const place = { stream: bucketStream(this.bucket), subject: bucketSubject(this.bucket), after: revision };
    return this.asChanges(await readStream(this.client, place, signal));
  }

  private async *asChanges(messages: AsyncIterable<StoredMessage>): AsyncGenerator<Change<string>, void, undefined> {
    const prefix = bucketSubject(this.bucket, '');
    for await (const { subject, sequence, publishedAt, data } of messages) {
      // The marker of a removal has no body.
      const value = data.length > 0 ? Buffer.from(data).toString() : null;
      yield { key: subject.slice(prefix.length), value, revision: sequence, at: publishedAt };
    }
  }

  private readable(entry: KvEntry): Change<T> | null {
    try {
      return asChange<T>(entry);
    } catch (error) {
      this.logger.error(String(error));
      return null;
    }
  }

  private async ask<R>(request: () => Promise<R>): Promise<R> {
    this.client.requireConnection();
    try {
      return await request();
    } catch (error) {
      throw this.client.translate(error);
    }
  }

  private async unlessConflict<R>(request: () => Promise<R>): Promise<R | null> {
    this.client.requireConnection();
    try {
      return await request();
    } catch (error) {
      if (isRevisionConflict(error)) return null;
      throw this.client.translate(error);
    }
  }
}

function valueOf<T>(entry: KvEntry): T {
  try {
    return entry.json<T>();
  } catch (cause) {
    const remedy = `write it anew, or remove it with "nats kv del ${entry.bucket} ${entry.key}"`;
    throw new DamagedEntryError(`${entry.key} in KV ${entry.bucket} is not JSON: ${remedy}`, { cause });
  }
}

const asChange = <T>(entry: KvEntry): Change<T> => ({
  key: entry.key,
  value: entry.operation === 'PUT' ? valueOf<T>(entry) : null,
  revision: entry.revision,
  at: entry.created,
});

const asTextChange = (entry: KvEntry): Change<string> => ({
  key: entry.key,
  value: entry.operation === 'PUT' ? entry.string() : null,
  revision: entry.revision,
  at: entry.created,
});

const asGone = (key: string): Change<never> => ({ key, value: null, revision: 0, at: new Date() });
