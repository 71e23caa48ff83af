import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { KV, KvEntry, QueuedIterator } from 'nats';
import { translateError } from '../connection/jetstream-errors.js';
import type { NatsClient } from '../connection/nats-client.js';
import { bucketStream, bucketSubject } from '../topology-names.js';

const RETRY_MS = 1_000;

export interface Watcher {
  onEntry: (entry: KvEntry) => void;
  /** A key that was reported before is gone, without an entry that marks its removal. */
  onGone: (key: string) => void;
}

export interface Watch {
  /** Resolves once all values that existed at the start have been passed on. */
  ready: Promise<void>;
  stop: () => void;
}

/**
 * Watches a bucket, or one key: passes on its values, then each change, whatever happens to the server meanwhile.
 *
 * The client's own watch also resumes by itself, but only after two missed heartbeats, 10 to 15 s late. If the server
 * lost its store and counts from 1 again, it stays silent for ever; if the bucket does not exist at that moment, it
 * throws (tried with nats 2.29.3 on nats-server 2.9.10). So a new watch begins after each reconnect, and whenever one
 * ends, and all values are passed on again. Keys that are gone are reported too, because a lost store or a purged
 * stream leaves no marker that a watch would receive.
 */
export class KvWatch {
  private readonly logger = new Logger('KV');
  private readonly stopping = new AbortController();
  private changes: QueuedIterator<KvEntry> | null = null;
  private seen!: () => void;
  private readonly ready = new Promise<void>((resolve) => (this.seen = resolve));
  /** Set if the client has reconnected since the watch was requested. */
  private isStale = false;
  /** The keys that have a value according to what the watcher was told. */
  private readonly told = new Set<string>();

  private constructor(
    private readonly client: NatsClient,
    private readonly kv: KV,
    private readonly watcher: Watcher,
    private readonly key: string | undefined,
  ) {}

  /** @throws MessagingUnavailableError if it can't begin */
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
    // Before the new watch's entries: a key that is written again after this check is passed on then.
    if (this.told.size > 0) await this.tellGone();
    if (this.isStale || this.hasStopped) this.changes.stop();
  }

  private async run(): Promise<void> {
    while (!this.hasStopped) {
      try {
        await this.tellAll();
        if (!this.hasStopped) await this.open();
      } catch (error) {
        this.logger.warn(`a watch failed and will be restarted: ${String(error)}`);
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

  /** Asks the server: nats-server 2.9.10 does not always count right how many entries are still to come. */
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

  /** Closing the connection stops its watches too. */
  private get hasStopped(): boolean {
    return this.stopping.signal.aborted || this.client.isClosing;
  }
}
