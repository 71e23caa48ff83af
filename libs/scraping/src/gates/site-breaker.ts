import { type SiteState, TASK_ERROR_CODES } from '#rotunda/contracts';
import { MessagingUnavailableError } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { HandBack, heldBackBecause } from '#rotunda/tasks';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { answered, type Asked, type BreakerLimits, type Refused, refused } from './breaker-steps.js';
import { LayoutChanged, SiteBlocked, SiteUnavailable } from '../site-errors.js';
import { SiteGate } from './site-gate.js';

/** `BreakerLimits`. */
export const BREAKER_LIMITS = Symbol('breaker limits');

/** Tells the chamber's circuit breaker how the site answers, and the scrapes whether it may be asked. */
@Injectable()
export class SiteBreaker {
  private readonly logger = new Logger('Site');

  constructor(
    private readonly gate: SiteGate,
    @Inject(BREAKER_LIMITS) private readonly limits: BreakerLimits,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Asks the site. @throws HandBack where a scrape finds the breaker open, or opens it; else what `ask` throws */
  async through<T>(asked: Asked, ask: () => Promise<T>): Promise<T> {
    const isForScrape = asked !== 'check';
    if (isForScrape) this.requireClosed();
    try {
      const answer = await ask();
      // That there is no such document says no more than a list.
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
    // A pause alone lets what runs go on.
    const why = heldBackBecause({ ...this.gate.state, paused: null });
    throw new HandBack(TASK_ERROR_CODES.siteClosed, `${why}; the task waits in the queue`, { cause });
  }

  private noteAnswer(asked: Asked): Promise<void> {
    return this.note((state) => answered(state, asked, this.now()));
  }

  private async noteError(asked: Asked, error: unknown): Promise<void> {
    const refusal = refusalIn(error);
    if (refusal) await this.note((state) => refused(state, refusal, this.limits, this.now()));
    // A page of another form is an answer all the same, and no document.
    if (error instanceof LayoutChanged) await this.noteAnswer(asked === 'check' ? asked : 'list');
  }

  /** Where nothing is to be written, which is nearly always, nothing is asked of NATS either. */
  private async note(step: (state: SiteState) => SiteState | null): Promise<void> {
    if (step(this.gate.state) === null) return;
    try {
      await this.gate.change(step);
    } catch (error) {
      if (!(error instanceof MessagingUnavailableError)) throw error;
      this.logger.warn(`how the site answered could not be noted: ${error.message}`);
    }
  }
}

/** What counts against the site; null for an error that is none of its refusals. */
export function refusalIn(error: unknown): Refused | null {
  if (error instanceof SiteBlocked) return { reason: error.message, isBlock: true };
  if (error instanceof SiteUnavailable && error.isRefusal) return { reason: error.message, isBlock: false };
  return null;
}

const isOfSite = (error: unknown): boolean => error instanceof SiteBlocked || error instanceof SiteUnavailable;
