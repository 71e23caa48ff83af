import { budgetKey, type Chamber, type SiteBudget, type SiteState } from '#rotunda/contracts';
import { type Entry, type SitesBucket, SITES_BUCKET } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { readSiteBudget, readSiteState, untouchedSite } from './site-state.js';

/** `revision` is 0 if there is no entry. */
export interface SiteEntry {
  state: SiteState;
  revision: number;
}

/** KV `sites`: every change of a chamber's pause and breaker goes through here, as a compare-and-set. */
@Injectable()
export class SiteStore {
  constructor(@Inject(SITES_BUCKET) private readonly bucket: SitesBucket) {}

  /** May be slightly out of date. @throws MessagingUnavailableError */
  async find(chamber: Chamber): Promise<SiteEntry> {
    const entry = await this.bucket.text(chamber);
    return { state: stateOf(chamber, entry), revision: entry?.revision ?? 0 };
  }

  /** Who may send the next request, and when. @throws MessagingUnavailableError */
  async budget(chamber: Chamber): Promise<SiteBudget | null> {
    return readSiteBudget((await this.bucket.text(budgetKey(chamber)))?.value ?? null);
  }

  /**
   * Applies `step` to the current state and writes the result; if another writer was faster, it repeats the step.
   *
   * @param step returns null to change nothing
   * @returns the written entry; null if the step returned null
   * @throws MessagingUnavailableError
   */
  async change(chamber: Chamber, step: (state: SiteState) => SiteState | null): Promise<SiteEntry | null> {
    const written = await this.bucket.change(chamber, (entry) => step(stateOf(chamber, entry)));
    return written && { state: written.value, revision: written.revision };
  }

  /** Calls `onEntry` with the current state, then with each change, until `stop` is called. */
  watch(chamber: Chamber, onEntry: (entry: SiteEntry) => void): Promise<{ ready: Promise<void>; stop: () => void }> {
    return this.bucket.watchText(({ value, revision, at }) => {
      onEntry({ state: value === null ? untouchedSite(chamber) : readSiteState(chamber, value, at), revision });
    }, chamber);
  }
}

const stateOf = (chamber: Chamber, entry: Entry<string> | null): SiteState =>
  entry ? readSiteState(chamber, entry.value, entry.at) : untouchedSite(chamber);
