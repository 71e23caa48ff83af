import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { KV, KvEntry, QueuedIterator } from 'nats';
import { translateError } from '../connection/jetstream-errors.js';
import type { NatsClient } from '../connection/nats-client.js';
import { bucketStream, bucketSubject } from '../topology.js';

const RETRY_MS = 1_000;

/** Who is told of a bucket's values. */
export interface Watcher {
  onEntry: (entry: KvEntry) => void;
  /** A key that was told of is not there any more, and no entry says so. */
  onGone: (key: string) => void;
}

export interface Watch {
  /** Resolves when what was there at the start has been seen. */
  ready: Promise<void>;
  stop: () => void;
}

/**
 * The values of a bucket (of one key, where that is given), then each change, whatever becomes of the server meanwhile.
 *
 * The client's own watch comes back by itself too, but only after it missed two heartbeats, 10 to 15 s late; and it says
 * nothing for ever where the server came back with an empty store and counts from 1 again, or throws where the bucket is
 * not there just then (tried with nats 2.29.3 on nats-server 2.9.10). So another is begun with each connection, and
 * wherever one ends: what is there is told again. What was there before and is not any more is told as gone: a store that
 * came back empty, or a stream that was purged, leaves no marker that a watch would be sent.
 */
export class KvWatch {
  private readonly logger = new Logger('KV');
  private readonly stopping = new AbortController();
  private changes: QueuedIterator<KvEntry> | null = null;
  private seen!: () => void;
  private readonly ready = new Promise<void>((resolve) => (this.seen = resolve));
  /** Set where the connection is another one than that which the watch was asked for on. */
  private isStale = false;
  /** The keys that have a value as far as the watcher was told. */
  private readonly told = new Set<string>();

  private constructor(
    private readonly client: NatsClient,
    private readonly kv: KV,
    private readonly watcher: Watcher,
    private readonly key: string | undefined,
  ) {}

  /** @throws MessagingUnavailableError where it can't begin */
  static async begin(client: NatsClient, kv: KV, watcher: Watcher, key?: string): Promise<Watch> {
    const watch = new KvWatch(client, kv, watcher, key);
    const ignoreReconnects = client.onReconnect(() => watch.renew());
    const stop = (): void => {
      ignoreReconnects();
      watch.stopping.abort();
      watch.changes?.stop();
    };
    try {
      await watch.open();
    } catch (error) {
      stop();
      throw translateError(error);
    }
    void watch.run();
    return { ready: watch.ready, stop };
  }

  private renew(): void {
    this.isStale = true;
    this.changes?.stop();
  }

  private async open(): Promise<void> {
    this.client.requireConnection();
    this.isStale = false;
    const key = this.key ? { key: this.key } : {};
    this.changes = await this.kv.watch({ ...key, initializedFn: () => this.seen() });
    // Before what the new watch brings: a key that comes back after this look is told again.
    if (this.told.size > 0) await this.tellGone();
    if (this.isStale || this.hasStopped) this.changes.stop();
  }

  private async run(): Promise<void> {
    while (!this.hasStopped) {
      try {
        await this.tellAll();
        if (!this.hasStopped) await this.open();
      } catch (error) {
        this.logger.warn(`a watch broke off and is begun anew: ${String(error)}`);
        this.changes?.stop();
        this.changes = null;
        await delay(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private async tellAll(): Promise<void> {
    if (!this.changes) return;
    for await (const entry of this.changes) {
      if (this.hasStopped) return;
      this.tell(entry);
    }
  }

  private tell(entry: KvEntry): void {
    if (entry.operation === 'PUT') this.told.add(entry.key);
    else this.told.delete(entry.key);
    this.watcher.onEntry(entry);
  }

  /** The server is asked: how many entries are still to come, nats-server 2.9.10 does not always count right. */
  private async tellGone(): Promise<void> {
    const { bucket } = await this.kv.status();
    const subjects_filter = bucketSubject(bucket, this.key);
    const { state } = await this.client.manager.streams.info(bucketStream(bucket), { subjects_filter });
    for (const key of this.told) {
      if (bucketSubject(bucket, key) in (state.subjects ?? {})) continue;
      this.told.delete(key);
      this.watcher.onGone(key);
    }
  }

  /** Whoever closes the connection means its watches too. */
  private get hasStopped(): boolean {
    return this.stopping.signal.aborted || this.client.isClosing;
  }
}
