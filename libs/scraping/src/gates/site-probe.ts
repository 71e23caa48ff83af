import type { SiteState } from '#rotunda/contracts';
import { isDatabaseUnavailable } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { type BreakerLimits, isProbeDue, probeAnswered, probeRefused, probing } from './breaker-steps.js';
import type { DisclosureSite } from '../disclosure-site.js';
import { DISCLOSURE_SITE } from './guarded-site.js';
import { MISSING_TERMS } from './missing-terms.js';
import { BREAKER_LIMITS } from './site-breaker.js';
import { LayoutChanged } from '../site-errors.js';
import { SiteGate } from './site-gate.js';

/** A longer probe is given up: another worker may take it. */
const GIVE_UP_MS = 5 * 60_000;
const TRY_AGAIN_MS = 1_000;

/**
 * Requests the entry pages once an open breaker's time has come. One worker of the chamber does so: the one whose
 * compare-and-set to `half_open` succeeds. The request budget applies as always.
 */
@Injectable()
export class SiteProbe implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('Site');
  private readonly stop = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DISCLOSURE_SITE) private readonly site: DisclosureSite,
    private readonly gate: SiteGate,
    @Inject(BREAKER_LIMITS) private readonly limits: BreakerLimits,
    @Inject(MISSING_TERMS) private readonly missingTerms: string | null,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Not for a worker without accepted terms: it leaves the probe to others. */
  onApplicationBootstrap(): void {
    if (this.missingTerms === null) this.watching = this.watch();
  }

  onModuleDestroy(): void {
    this.stop.abort(new Error('the worker stops'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        if (isProbeDue(this.gate.state, this.now())) await this.probe();
        else await this.gate.changed(signal, msUntilProbe(this.gate.state, this.now()));
      } catch (error) {
        if (signal.aborted) return;
        this.logger.warn(`the site can't be probed: ${String(error)}; trying again`);
        await this.gate.changed(signal, TRY_AGAIN_MS).catch(() => signal.aborted);
      }
    }
  }

  private async probe(): Promise<void> {
    const mine = await this.gate.change((state) => probing(state, GIVE_UP_MS, this.now()));
    // Another worker has the probe, or the breaker is closed: the gate will know in a moment.
    if (!mine) return this.gate.changed(this.stop.signal, TRY_AGAIN_MS);
    this.logger.log('probing the site');
    const refusal = await this.ask();
    await this.gate.change((state) =>
      refusal === null ? probeAnswered(state, mine) : probeRefused(state, mine, refusal, this.limits, this.now()),
    );
  }

  /** Why the site does not answer; null where it does, even with an unknown page. */
  private async ask(): Promise<string | null> {
    try {
      await this.site.check(AbortSignal.any([this.stop.signal, AbortSignal.timeout(GIVE_UP_MS)]));
      return null;
    } catch (error) {
      this.stop.signal.throwIfAborted();
      if (error instanceof LayoutChanged) return null;
      // Tells nothing about the site: this probe is given up and repeated later.
      if (isDatabaseUnavailable(error)) throw error;
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function msUntilProbe({ paused, breaker }: SiteState, now: Date): number {
  if (paused || breaker.state === 'closed' || breaker.probe_at === null) return Number.POSITIVE_INFINITY;
  return Date.parse(breaker.probe_at) - now.getTime();
}
