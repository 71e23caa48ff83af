import { type SiteState, TASK_ERROR_CODES } from '#rotunda/contracts';
import { MessagingUnavailableError } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { HandBack, heldBackBecause } from '#rotunda/tasks';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { answered, type Asked, type BreakerLimits, type Refusal, refused } from './breaker-steps.js';
import { LayoutChanged, SiteBlocked, SiteUnavailable } from '../site-errors.js';
import { SiteGate } from './site-gate.js';

/** Injection token of the `BreakerLimits`. */
export const BREAKER_LIMITS = Symbol('breaker limits');

/** Reports the site's answers to the chamber's circuit breaker, and stops scrapes while it is open. */
@Injectable()
export class SiteBreaker {
  private readonly logger = new Logger('Site');

  constructor(
    private readonly gate: SiteGate,
    @Inject(BREAKER_LIMITS) private readonly limits: BreakerLimits,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Makes a request. @throws HandBack where a scrape finds the breaker open, or opens it; else what `ask` throws */
  async through<T>(asked: Asked, ask: () => Promise<T>): Promise<T> {
    const isForScrape = asked !== 'check';
    if (isForScrape) this.requireClosed();
    try {
      const answer = await ask();
      // A missing document proves no more than a list does.
      await this.noteAnswer(answer === null ? 'list' : asked);
      return answer;
    } catch (error) {
      await this.noteError(asked, error);
      if (isForScrape && isOfSite(error)) this.requireClosed(error);
      throw error;
    }
  }

  private requireClosed(cause?: unknown): void {
    const { breaker } = this.gate.state;
    if (breaker.state === 'closed') return;
    // A pause does not stop running tasks.
    const why = heldBackBecause({ ...this.gate.state, paused: null });
    throw new HandBack(TASK_ERROR_CODES.siteClosed, `${why}; the task goes back into the queue`, { cause });
  }

  private noteAnswer(asked: Asked): Promise<void> {
    return this.note((state) => answered(state, asked, this.now()));
  }

  private async noteError(asked: Asked, error: unknown): Promise<void> {
    const refusal = refusalIn(error);
    if (refusal) await this.note((state) => refused(state, refusal, this.limits, this.now()));
    // A page with another layout is an answer, but not a document.
    if (error instanceof LayoutChanged) await this.noteAnswer(asked === 'check' ? asked : 'list');
  }

  /** Sends nothing to NATS where nothing is to be written, which is nearly always. */
  private async note(step: (state: SiteState) => SiteState | null): Promise<void> {
    if (step(this.gate.state) === null) return;
    try {
      await this.gate.change(step);
    } catch (error) {
      if (!(error instanceof MessagingUnavailableError)) throw error;
      this.logger.warn(`the site's answer could not be recorded: ${error.message}`);
    }
  }
}

/** What counts against the site; null for an error that is not a refusal. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof SiteBlocked) return { reason: error.message, isBlock: true };
  if (error instanceof SiteUnavailable && error.isRefusal) return { reason: error.message, isBlock: false };
  return null;
}

const isOfSite = (error: unknown): boolean => error instanceof SiteBlocked || error instanceof SiteUnavailable;
