import type { Chamber, SiteState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { SiteStore } from './site-store.js';
import { pausedSite, resumedSite } from './site-state.js';

/** What an operator does to a chamber. Each returns the state that it made. */
@Injectable()
export class SiteControl {
  constructor(
    private readonly sites: SiteStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Scrape commands stay in the queue from now on; what runs goes on to its end. @throws MessagingUnavailableError */
  async pause(chamber: Chamber, reason: string | null): Promise<SiteState> {
    const now = this.now().toISOString();
    return (await this.sites.change(chamber, (state) => pausedSite(state, reason, now)))!.state;
  }

  /** Lifts the pause and closes the breaker. @throws MessagingUnavailableError */
  async resume(chamber: Chamber): Promise<SiteState> {
    return (await this.sites.change(chamber, resumedSite))!.state;
  }
}
