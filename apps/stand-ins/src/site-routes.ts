import type { SiteAnswer, SiteRequest } from './answer.js';
import type { AnsweringFault, LapseForm, SenateFault } from './faults.js';
import type { Publication } from './publication.js';

/** What a site must implement: its answers, and its answers during faults. */
export interface SiteRoutes {
  answer(request: SiteRequest): Promise<SiteAnswer>;
  /** The site's answer during this fault. */
  faultyAnswer(fault: AnsweringFault, request: SiteRequest): Promise<SiteAnswer>;
  /** @throws {Error} for an id that the site does not have. */
  setPublication(id: string, publication: Publication): void;
  /** Absent where the site can't have these faults. */
  senateFaultyAnswer?(fault: SenateFault, request: SiteRequest): Promise<SiteAnswer>;
  /** Ends all sessions, and sets how that shows; absent where the site has none. */
  lapseSessions?(form?: LapseForm): void;
}
