import { type IsoDate, parseUsDate } from '#rotunda/domain';
import type { FaultPlan } from './faults.js';
import type { Publication } from './publication.js';
import type { LoggedRequest } from './request-log.js';
import type { SiteRoutes } from './site-routes.js';
import type { SiteServer } from './site-server.js';

/** A stand-in of a chamber's site while it listens. */
export class StandInSite {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** First and last filing date of the listed PTRs. */
  readonly window: { start: IsoDate; end: IsoDate };
  /** How many PTRs are listed, those on paper among them. */
  readonly filings: number;

  /** @param filingDates of the listed PTRs, as the site writes them */
  constructor(
    private readonly server: SiteServer,
    private readonly routes: SiteRoutes,
    filingDates: readonly string[],
  ) {
    this.url = server.url;
    this.window = windowOf(filingDates);
    this.filings = filingDates.length;
  }

  get requests(): LoggedRequest[] {
    return this.server.requests;
  }

  get faults(): FaultPlan {
    return this.server.faults;
  }

  set faults(plan: FaultPlan) {
    this.server.faults = plan;
  }

  /** Lists a hidden filing and serves its document; with `listed` the document stays 404, with `hidden` both go. */
  publish(id: string, publication: Publication = 'published'): void {
    this.routes.setPublication(id, publication);
  }

  /** May be called twice. */
  async stop(): Promise<void> {
    await this.server.stop();
  }
}

function windowOf(usDates: readonly string[]): { start: IsoDate; end: IsoDate } {
  const dates = usDates.flatMap((date) => parseUsDate(date) ?? []).sort();
  const [start] = dates;
  const end = dates.at(-1);
  if (start === undefined || end === undefined) throw new Error('no PTR with a filing date is listed');
  return { start, end };
}
