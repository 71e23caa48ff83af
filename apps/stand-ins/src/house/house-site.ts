import { SiteServer, type SiteServerOptions } from '../site-server.js';
import { StandInSite } from '../stand-in-site.js';
import { readDocumentFolder } from './document-folder.js';
import { isPtr } from './house-filing.js';
import { HouseRoutes } from './house-routes.js';
import type { HouseSource } from './house-source.js';
import { openRenderedDocuments } from './rendered-documents.js';

export interface HouseSiteOptions extends SiteServerOptions {
  /** A folder of real documents (`house/listing.tsv` and its files); without it the project's own facts. */
  documents?: string;
  /** `listing` (default): index ZIPs built from the listing. `real`: the folder's own ZIPs; other years are 404. */
  index?: 'listing' | 'real';
  /** Ids of filings that stay unknown until they are published. */
  hidden?: readonly string[];
  /** The current time: indexes of later years do not exist. */
  now?: () => Date;
}

/** The running stand-in of disclosures-clerk.house.gov. */
export type HouseSite = StandInSite;

export async function startHouseSite(options: HouseSiteOptions = {}): Promise<HouseSite> {
  const source = await openSource(options);
  const routes = new HouseRoutes(source, options.now ?? (() => new Date()));
  for (const docId of options.hidden ?? []) routes.setPublication(docId, 'hidden');
  const filingDates = source.filings.filter(isPtr).map(({ filingDate }) => filingDate);
  return new StandInSite(await SiteServer.start(routes, options), routes, filingDates);
}

async function openSource({ documents, index }: HouseSiteOptions): Promise<HouseSource> {
  if (documents !== undefined) return await readDocumentFolder(documents, index === 'real');
  if (index === 'real') throw new Error('a real index needs a folder of real documents');
  return await openRenderedDocuments();
}
