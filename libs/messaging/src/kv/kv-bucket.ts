import { Logger } from '@nestjs/common';
import type { KV, KvEntry } from 'nats';
import { isDeleteDenied, isRevisionConflict } from '../connection/jetstream-errors.js';
import { KvWatch, type Watch } from './kv-watch.js';
import type { NatsClient, StoredMessage } from '../connection/nats-client.js';
import { readStream } from '../streams/stream-reader.js';
import { bucketStream, bucketSubject } from '../topology-names.js';

export interface Entry<T> {
  key: string;
  value: T;
  revision: number;
  /** Time of the write, by the server's clock. */
  at: Date;
}

/** `value` is null if the key was removed. */
export interface Change<T> {
  key: string;
  value: T | null;
  /** 0 if a watch found the key gone without a marker, so that its revision is unknown. */
  revision: number;
  at: Date;
}

/** The result of a compare-and-set. */
export interface Written<T> {
  value: T;
  revision: number;
}

/** A value is not JSON; somebody wrote it by hand. */
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

  /** In a cluster the value may be slightly stale: only a compare-and-set is certain. @throws DamagedEntryError */
  async get(key: string): Promise<Entry<T> | null> {
    const entry = await this.ask(() => this.kv.get(key));
    return entry && entry.operation === 'PUT'
      ? { key, value: valueOf<T>(entry), revision: entry.revision, at: entry.created }
      : null;
  }

  /** Whether the key has or had a value: true also after `remove`. */
  async everHad(key: string): Promise<boolean> {
    return (await this.ask(() => this.kv.get(key))) !== null;
  }

  /** Like `get`, for values that people may have written by hand: the text, which need not be JSON. */
  async text(key: string): Promise<Entry<string> | null> {
    const entry = await this.ask(() => this.kv.get(key));
    return entry && entry.operation === 'PUT'
      ? { key, value: entry.string(), revision: entry.revision, at: entry.created }
      : null;
  }

  /** Returns the new revision; null if the key exists. */
  create(key: string, value: T): Promise<number | null> {
    return this.unlessConflict(() => this.kv.create(key, JSON.stringify(value)));
  }

  /** Returns the new revision; null if the entry is no longer at `revision`. */
  update(key: string, value: T, revision: number): Promise<number | null> {
    return this.unlessConflict(() => this.kv.update(key, JSON.stringify(value), revision));
  }

  /**
   * Overwrites the entry at `revision`, or creates it if `revision` is 0 or null.
   *
   * @returns the new revision; null if another writer was faster
   */
  write(key: string, value: T, revision: number | null): Promise<number | null> {
    return revision ? this.update(key, value, revision) : this.create(key, value);
  }

  /**
   * Applies `step` to the current entry and writes the result with a compare-and-set. If another writer was faster, it
   * reads the entry again and repeats the step.
   *
   * @param step gets the text, which people may have written by hand, or null if the key has no value; returns null to
   *   change nothing. It may be called several times
   * @returns null if the step returned null
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

  /** Removes the key; watchers are notified. */
  remove(key: string): Promise<void> {
    return this.ask(() => this.kv.delete(key));
  }

  /** Like `remove`, unless the entry is no longer at `revision`. */
  async removeAt(key: string, revision: number): Promise<void> {
    await this.unlessConflict(() => this.kv.delete(key, { previousSeq: revision }));
  }

  /**
   * Deletes the key's values up to `revision` without leaving a marker: watchers are not notified, a newer value stays.
   * It deletes them one by one: if a purge leaves its subject empty, nats-server 2.9.10 moves each consumer of the
   * stream to its end, and watchers never see what was written at that moment (36 of 50 values).
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
   * Passes the bucket's current values and then each change to `onChange`, in order, until it is stopped. After an
   * outage it passes all values again, and the keys that are gone. A value that is not JSON is only logged.
   */
  watch(onChange: (change: Change<T>) => void, key?: string): Promise<Watch> {
    const onEntry = (entry: KvEntry): void => {
      const change = this.readable(entry);
      if (change) onChange(change);
    };
    return KvWatch.begin(this.client, this.kv, { onEntry, onGone: (gone) => onChange(asGone(gone)) }, key);
  }

  /** Like `watch`, for values that people may have written by hand: the text, which need not be JSON. */
  watchText(onChange: (change: Change<string>) => void, key?: string): Promise<Watch> {
    const onEntry = (entry: KvEntry): void => onChange(asTextChange(entry));
    return KvWatch.begin(this.client, this.kv, { onEntry, onGone: (gone) => onChange(asGone(gone)) }, key);
  }

  /** The revision of the bucket's last change, of any key; 0 if there was none. */
  async lastRevision(): Promise<number> {
    return (await this.client.storedRange(bucketStream(this.bucket))).last;
  }

  /**
   * All stored changes after `revision`, not only each key's last one, then new ones as they come, until `signal`
   * aborts. It survives outages: see `readStream`.
   */
  async changesAfter(revision: number, signal: AbortSignal): Promise<AsyncIterable<Change<string>>> {
    const place = { stream: bucketStream(this.bucket), subject: bucketSubject(this.bucket), after: revision };
    return this.asChanges(await readStream(this.client, place, signal));
  }

  private async *asChanges(messages: AsyncIterable<StoredMessage>): AsyncGenerator<Change<string>, void, undefined> {
    const prefix = bucketSubject(this.bucket, '');
    for await (const { subject, sequence, publishedAt, data } of messages) {
      // A removal is a marker without a body.
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
    const remedy = `write it again, or remove it with "nats kv del ${entry.bucket} ${entry.key}"`;
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
