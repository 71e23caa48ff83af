import { easternDate, parseUsDate } from '#rotunda/domain';
import { type SiteAnswer, type SiteRequest, fileAnswer, htmlAnswer } from '../answer.js';
import type { AnsweringFault } from '../faults.js';
import type { Publication } from '../publication.js';
import type { SiteRoutes } from '../site-routes.js';
import type { SourceFile } from '../source-file.js';
import { type HouseFiling, documentPath } from './house-filing.js';
import { buildIndexZip, withUnknownLayout } from './house-index.js';
import { FINANCIAL_DISCLOSURE_PAGE, HOME_PAGE, NOT_FOUND_PAGE, RELAUNCHED_PAGE } from './house-pages.js';
import type { HouseSource } from './house-source.js';
import { renderUnknownForm } from './pdf/render-plain-forms.js';

const INDEX_PATH = /^\/public_disc\/financial-pdfs\/(\d{4})FD\.zip$/;
/** The Clerk's first index. */
const FIRST_INDEX_YEAR = 2008;

/** The Clerk's site: entry pages, yearly index ZIPs, documents. */
export class HouseRoutes implements SiteRoutes {
  private readonly byPath: ReadonlyMap<string, HouseFiling>;
  private readonly publications = new Map<string, Publication>();
  private readonly relistedAt = new Map<number, Date>();

  constructor(
    private readonly source: HouseSource,
    private readonly now: () => Date,
  ) {
    this.byPath = new Map(source.filings.map((filing) => [documentPath(filing), filing]));
  }

  async answer(request: SiteRequest): Promise<SiteAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return htmlAnswer(405, '', { allow: 'GET, HEAD' });
    const path = request.url.pathname;
    if (path === '/') return htmlAnswer(200, HOME_PAGE);
    if (path === '/FinancialDisclosure') return htmlAnswer(200, FINANCIAL_DISCLOSURE_PAGE);
    const indexYear = INDEX_PATH.exec(path)?.[1];
    if (indexYear !== undefined) {
      return fileOrNotFound(request, await this.index(Number(indexYear)), 'application/x-zip-compressed');
    }
    return fileOrNotFound(request, await this.document(path), 'application/pdf');
  }

  async faultyAnswer(fault: AnsweringFault, request: SiteRequest): Promise<SiteAnswer> {
    switch (fault.kind) {
      case 'unavailable':
        return htmlAnswer(404, NOT_FOUND_PAGE);
      case 'changed_layout':
        return await this.withChangedLayout(request);
    }
  }

  setPublication(id: string, publication: Publication): void {
    const filing = this.source.filings.find(({ docId }) => docId === id);
    if (filing === undefined) throw new Error(`no filing ${id}`);
    this.publications.set(id, publication);
    this.relistedAt.set(filing.year, this.now());
  }

  private publication({ docId }: HouseFiling): Publication {
    return this.publications.get(docId) ?? 'published';
  }

  private async index(year: number): Promise<SourceFile | null> {
    if (this.source.indexZip) return await this.source.indexZip(year);
    if (year < FIRST_INDEX_YEAR || year > Number(easternDate(this.now()).slice(0, 4))) return null;
    const listed = this.source.filings.filter(
      (filing) => filing.year === year && this.publication(filing) !== 'hidden',
    );
    const modifiedAt = this.relistedAt.get(year) ?? lastFiled(listed, year);
    return { body: buildIndexZip(year, listed, modifiedAt), modifiedAt };
  }

  private async document(path: string): Promise<SourceFile | null> {
    const filing = this.byPath.get(path);
    if (filing === undefined || this.publication(filing) !== 'published') return null;
    return await this.source.document(filing);
  }

  private async withChangedLayout(request: SiteRequest): Promise<SiteAnswer> {
    const right = await this.answer({ ...request, headers: {} });
    if (right.status !== 200) return right;
    // Without validators: a client must not keep parts of the changed site as if they were real.
    const answer = (mediaType: string, body: Buffer): SiteAnswer => ({
      status: 200,
      headers: { 'content-type': mediaType },
      body,
    });
    if (INDEX_PATH.test(request.url.pathname)) {
      return answer('application/x-zip-compressed', withUnknownLayout(right.body));
    }
    if (request.url.pathname.endsWith('.pdf')) return answer('application/pdf', await renderUnknownForm());
    return htmlAnswer(200, RELAUNCHED_PAGE);
  }
}

function fileOrNotFound(request: SiteRequest, file: SourceFile | null, mediaType: string): SiteAnswer {
  return file === null ? htmlAnswer(404, NOT_FOUND_PAGE) : fileAnswer(request, { ...file, mediaType });
}

/** The Clerk rebuilds an index in the morning: 09:00 on the east coast, here 14:00 UTC. */
function lastFiled(filings: readonly HouseFiling[], year: number): Date {
  const dates = filings.flatMap((filing) => parseUsDate(filing.filingDate) ?? []).sort();
  return new Date(`${dates.at(-1) ?? `${year}-01-02`}T14:00:00Z`);
}
