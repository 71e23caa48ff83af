import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Counter, Registry } from 'prom-client';
import { ArchiveWatch } from '#rotunda/persistence';
import { type Clock, CLOCK, readGauge } from '#rotunda/runtime';
import { CACHE_SETTINGS, type CacheConfig } from './settings.js';

/** An answer as it is sent: compressed, with the headers that it has of its own. */
export interface KeptAnswer {
  body: Buffer;
  headers: Record<string, string>;
}

/** An answer may depend on the day, in whatever time zone: on each full hour all are forgotten. */
export interface ArchiveState {
  version: number;
  hour: number;
}

const MEBI = 1024 ** 2;
/** A larger answer is asked for once, by a program that reads all pages. */
const LARGEST_BYTES = MEBI;
/** Of an entry, besides its texts and its body. */
const OVERHEAD_BYTES = 500;
const HOUR_MS = 60 * 60 * 1_000;

/** Answers about disclosures, kept until the archive changes. The one that was not used for longest goes first. */
@Injectable()
export class AnswerCache {
  private readonly answers: LRUCache<string, KeptAnswer> | null;
  private state: ArchiveState = { version: -1, hour: -1 };
  private readonly hits: Counter.Internal;
  private readonly misses: Counter.Internal;

  constructor(
    @Inject(CACHE_SETTINGS) { ANSWER_CACHE_MB }: CacheConfig,
    private readonly watch: ArchiveWatch,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(Registry) registry: Registry,
  ) {
    const maxSize = ANSWER_CACHE_MB * MEBI;
    this.answers =
      maxSize === 0
        ? null
        : new LRUCache({ maxSize, maxEntrySize: Math.min(LARGEST_BYTES, maxSize), sizeCalculation: sizeOf });
    const asked = new Counter({
      name: 'rotunda_answer_cache_requests_total',
      help: 'Requests for disclosures, by whether their answer was kept (hit) or had to be made (miss)',
      labelNames: ['result'],
      registers: [registry],
    });
    this.hits = asked.labels('hit');
    this.misses = asked.labels('miss');
    const bytes = { name: 'rotunda_answer_cache_bytes', help: 'Memory that kept answers take' };
    readGauge(
      registry,
      bytes,
      () => this.answers?.calculatedSize ?? 0,
      (size, gauge) => gauge.set(size),
    );
  }

  get isOn(): boolean {
    return this.answers !== null;
  }

  /** Null as well while Postgres does not tell what changes. */
  find(key: string): KeptAnswer | null {
    const isSure = this.watch.isUpToDate();
    this.forgetOld();
    const found = (isSure && this.answers?.get(key)) || null;
    (found ? this.hits : this.misses).inc();
    return found;
  }

  /** The state of the archive, for `keep`. */
  stateNow(): ArchiveState {
    return { version: this.watch.version, hour: this.hourNow() };
  }

  /** @param since `stateNow()` before anything was read for it; if the archive has changed since, it is not kept */
  keep(key: string, since: ArchiveState, answer: KeptAnswer): void {
    this.forgetOld();
    const { version, hour } = this.state;
    if (since.version === version && since.hour === hour) this.answers?.set(key, answer);
  }

  private forgetOld(): void {
    const { version, hour } = this.state;
    if (version === this.watch.version && hour === this.hourNow()) return;
    this.state = this.stateNow();
    this.answers?.clear();
  }

  private hourNow(): number {
    return Math.floor(this.now().getTime() / HOUR_MS);
  }
}

/** Texts take up to two bytes a character. */
function sizeOf({ body, headers }: KeptAnswer, key: string): number {
  const texts = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, key.length);
  return body.length + 2 * texts + OVERHEAD_BYTES;
}
