import type { IsoDate } from '#rotunda/domain';
import type { FaultPlan } from '../faults.js';
import type { Publication } from '../publication.js';
import type { LoggedRequest } from '../request-log.js';
import { SiteServer, type SiteServerOptions } from '../site-server.js';
import { readDocumentFolder } from './document-folder.js';
import { isPtr, ptrWindow } from './house-filing.js';
import { HouseRoutes } from './house-routes.js';
import type { HouseSource } from './house-source.js';
import { openRenderedDocuments } from './rendered-documents.js';

export interface HouseSiteOptions extends SiteServerOptions {
  /** A folder of real documents (`house/listing.tsv` and the files it names); without it the project's own facts. */
  documents?: string;
  /** `listing` (default): index ZIPs built from the listing. `real`: the folder's own ZIPs; other years are 404. */
  index?: 'listing' | 'real';
  /** Ids that nobody knows of until they are published. */
  hidden?: readonly string[];
  /** Decides which index is of the future. */
  now?: () => Date;
}

/** The stand-in of disclosures-clerk.house.gov while it listens. */
export interface HouseSite {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** First and last filing date of the listed PTRs. */
  readonly window: { start: IsoDate; end: IsoDate };
  /** How many PTRs are listed. */
  readonly filings: number;
  readonly requests: LoggedRequest[];
  faults: FaultPlan;
  /** Lists a hidden filing and serves its document; with `listed` the document stays 404, with `hidden` both go. */
  publish(docId: string, publication?: Publication): void;
  /** May be called twice. */
  stop(): Promise<void>;
}

export async function startHouseSite(options: HouseSiteOptions = {}): Promise<HouseSite> {
  const source = await openSource(options);
  const routes = new HouseRoutes(source, options.now ?? (() => new Date()));
  for (const docId of options.hidden ?? []) routes.setPublication(docId, 'hidden');
  const server = await SiteServer.start(routes, options);
  return {
    url: server.url,
    window: ptrWindow(source.filings),
    filings: source.filings.filter(isPtr).length,
    requests: server.requests,
    get faults() {
      return server.faults;
    },
    set faults(plan: FaultPlan) {
      server.faults = plan;
    },
    publish: (docId, publication = 'published') => routes.setPublication(docId, publication),
    stop: () => server.stop(),
  };
}

async function openSource({ documents, index }: HouseSiteOptions): Promise<HouseSource> {
  if (documents !== undefined) return await readDocumentFolder(documents, index === 'real');
  if (index === 'real') throw new Error('a real index needs a folder of real documents');
  return await openRenderedDocuments();
}
