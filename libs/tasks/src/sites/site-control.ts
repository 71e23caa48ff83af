import type { Chamber, SiteState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { SiteStore } from './site-store.js';
import { pausedSite, resumedSite } from './site-state.js';

/** Operators' actions on a chamber. Each returns the new state. */
@Injectable()
export class SiteControl {
  constructor(
    private readonly sites: SiteStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** From now on scrape commands wait in the queue; running scrapes continue. @throws MessagingUnavailableError */
  async pause(chamber: Chamber, reason: string | null): Promise<SiteState> {
    const now = this.now().toISOString();
    return (await this.sites.change(chamber, (state) => pausedSite(state, reason, now)))!.state;
  }

  /** Lifts the pause and closes the breaker. @throws MessagingUnavailableError */
  async resume(chamber: Chamber): Promise<SiteState> {
    return (await this.sites.change(chamber, resumedSite))!.state;
  }
}
