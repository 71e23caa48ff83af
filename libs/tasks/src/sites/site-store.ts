import { type Chamber, type SiteState } from '#rotunda/contracts';
import { type SitesBucket, SITES_BUCKET } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { readSiteState, untouchedSite } from './site-state.js';

/** `revision` is 0 where nothing was ever written. */
export interface SiteEntry {
  state: SiteState;
  revision: number;
}

/** KV `sites`: every change of a chamber's pause and breaker goes through here, as a compare-and-set. */
@Injectable()
export class SiteStore {
  constructor(@Inject(SITES_BUCKET) private readonly bucket: SitesBucket) {}

  /** May be a moment old. @throws MessagingUnavailableError */
  async find(chamber: Chamber): Promise<SiteEntry> {
    const entry = await this.bucket.text(chamber);
    if (!entry) return { state: untouchedSite(chamber), revision: 0 };
    return { state: readSiteState(chamber, entry.value, entry.at), revision: entry.revision };
  }

  /**
   * Applies a step to the state as it is now, again where somebody else wrote in between.
   *
   * @param step returns null to leave everything as it is
   * @returns what was written, or null where the step declined
   * @throws MessagingUnavailableError
   */
  async change(chamber: Chamber, step: (state: SiteState) => SiteState | null): Promise<SiteEntry | null> {
    for (;;) {
      const current = await this.find(chamber);
      const state = step(current.state);
      if (!state) return null;
      const revision = current.revision
        ? await this.bucket.update(chamber, state, current.revision)
        : await this.bucket.create(chamber, state);
      if (revision !== null) return { state, revision };
    }
  }

  /** Calls back with the state as it is, and with each that is written from then on, until `stop` is called. */
  watch(chamber: Chamber, onEntry: (entry: SiteEntry) => void): Promise<{ ready: Promise<void>; stop: () => void }> {
    return this.bucket.watchText(({ value, revision, at }) => {
      onEntry({ state: value === null ? untouchedSite(chamber) : readSiteState(chamber, value, at), revision });
    }, chamber);
  }
}
