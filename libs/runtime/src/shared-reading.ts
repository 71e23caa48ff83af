import type { Clock } from './clock.js';
import { orLate } from './or-late.js';

/** All requests for `/metrics` within this time share one reading. */
const FRESH_FOR_MS = 5_000;
/** Prometheus gives up after 10 s by default, and then has no metrics at all. */
const ANSWERS_WITHIN_MS = 1_000;

/**
 * Figures that a service has to ask for when `/metrics` is requested. A reading that takes longer than a second counts as
 * absent until it has ended; no second one is begun meanwhile, so that a Postgres that hangs is not asked again and again.
 */
export class SharedReading<T> {
  private reading: Promise<T | null> = Promise.resolve(null);
  private isReading = false;
  private readAt = Number.NEGATIVE_INFINITY;

  /** @param read resolves to null where the figures can't be read now */
  constructor(
    private readonly read: () => Promise<T | null>,
    private readonly now: Clock,
  ) {}

  /** The figures of the last few seconds; null if there are none. @throws what the reading throws */
  async get(): Promise<T | null> {
    const now = this.now().getTime();
    if (!this.isReading && Math.abs(now - this.readAt) >= FRESH_FOR_MS) {
      this.readAt = now;
      this.isReading = true;
      this.reading = this.read().finally(() => (this.isReading = false));
    }
    return orLate(this.reading, ANSWERS_WITHIN_MS, () => null);
  }
}
