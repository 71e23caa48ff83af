import {
  addDays,
  type DateWindow,
  easternDate,
  FIRST_PTR_DAY,
  type ListedFiling,
  type ParsedFiling,
} from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';
import {
  type DisclosureSite,
  documentOf,
  type FilingDocument,
  type KnownFiling,
  LayoutChanged,
  type Listing,
  type PaperWatch,
  type PassedCheck,
  siteErrorOf,
} from '#rotunda/scraping';
import type { SenateSettings } from '../config.js';
import { type ParsedPaper, parsePaperWrapper } from '../parse/parse-paper-wrapper.js';
import { parsePtr } from '../parse/parse-ptr.js';
import { picturesInOrder, scannedFiling } from '../parse/scanned-filing.js';
import type { ScanPool } from '../parse/thread/scan-pool.js';
import { type ListedReport, parseSearchAnswer, type SearchAnswer } from '../parse/parse-search-answer.js';
import type { PageAnswer } from './page-fetcher.js';
import { readListing } from './search-listing.js';
import { searchFields } from './search-request.js';
import type { SenateSession } from './senate-session.js';

const PAPER_PATH = '/search/view/paper/';
/** The host that the pages of paper reports name. */
const MEDIA_ORIGIN = 'https://efd-media-public.senate.gov';
const CHECKED_DAYS = 30;

/** efdsearch.senate.gov: a search that lists reports, a page for each report, and pictures of paper reports. */
export class SenateSite implements DisclosureSite {
  constructor(
    private readonly session: SenateSession,
    private readonly scans: Pick<ScanPool, 'read'>,
    private readonly settings: Pick<SenateSettings, 'SENATE_BASE_URL' | 'SENATE_MEDIA_URL'>,
  ) {}

  async list(window: DateWindow, signal: AbortSignal): Promise<Listing> {
    await this.session.begin(signal);
    if (window.end < FIRST_PTR_DAY) {
      return { inWindow: [], others: [], warnings: [`The site has no reports from before ${FIRST_PTR_DAY}.`] };
    }
    const asked = { start: window.start < FIRST_PTR_DAY ? FIRST_PTR_DAY : window.start, end: window.end };
    const reports = await this.readReports(asked, signal);
    const filings = reports.filter(({ kind }) => kind !== 'other').map((report) => this.listedFiling(report));
    return { inWindow: filings, others: [], warnings: [] };
  }

  async fetchDocument({ documentUrl }: { documentUrl: string }, signal: AbortSignal): Promise<FilingDocument | null> {
    // Only the path: whatever host a filing was listed under, we ask only this site.
    const answer = await this.session.report(new URL(documentUrl).pathname, signal);
    if (!answer) return null;
    const document = documentOf(answer);
    if (!isPaper(document)) return document;
    const attachments: FetchedDocument[] = [];
    for (const url of this.picturesOf(document)) {
      const picture = await this.session.picture(url, signal);
      // A paper report that misses one of its pictures is not complete yet.
      if (!picture) return null;
      attachments.push(documentOf(picture));
    }
    return { ...document, attachments };
  }

  picturesOf(document: FetchedDocument): string[] {
    if (!isPaper(document)) return [];
    return read(() => this.parsePaper(document)).imageUrls.map((url) => this.pictureUrl(url));
  }

  async parse(document: FilingDocument, { filedOn }: KnownFiling, watch?: PaperWatch): Promise<ParsedFiling> {
    if (!isPaper(document)) return read(() => parsePtr(document.bytes));
    const { imageUrls, ...page } = read(() => this.parsePaper(document));
    const filing = { ...page, sheets: imageUrls.map((url) => ({ url: this.pictureUrl(url), sheet: 1 })) };
    const pictures = picturesInOrder(filing, document);
    if (!pictures) return filing;
    try {
      return await this.scans.read(pictures, scannedFiling(filing, filedOn), watch);
    } catch (error) {
      throw siteErrorOf(error);
    }
  }

  async check(signal: AbortSignal): Promise<PassedCheck[]> {
    await this.session.begin(signal);
    await this.session.entryPage(signal);
    const today = easternDate(new Date());
    const reports = await this.readReports({ start: addDays(today, -CHECKED_DAYS), end: today }, signal);
    return [
      { name: 'entry page', detail: `is the report search, fetched by ${this.session.way}` },
      { name: 'search', detail: `lists ${reports.length} PTRs of the last ${CHECKED_DAYS} days` },
    ];
  }

  private readReports(window: DateWindow, signal: AbortSignal): Promise<ListedReport[]> {
    let draw = 0;
    return readListing(async (start) => {
      draw += 1;
      return readSearchAnswer(await this.session.search(searchFields(window, { draw, start }), signal));
    });
  }

  private listedFiling(report: ListedReport): ListedFiling {
    return {
      chamber: 'senate',
      externalId: report.externalId,
      filingType: 'ptr',
      titleRaw: report.titleRaw,
      // Without the listing's stray commas, numbers and blanks ("Young, 2245623"): people search by this name.
      filerNameRaw: [report.first, report.last].filter(Boolean).join(' '),
      officeRaw: report.officeRaw,
      stateDistrict: null,
      filedAtRaw: report.filedAtRaw,
      filedOn: report.filedOn,
      documentUrl: new URL(report.path, this.settings.SENATE_BASE_URL).href,
    };
  }

  /** A stand-in of the site has its own host of pictures, which the parser would take for a foreign one. */
  private parsePaper({ bytes }: FetchedDocument): ParsedPaper {
    const { origin } = new URL(this.settings.SENATE_MEDIA_URL);
    if (origin === MEDIA_ORIGIN) return parsePaperWrapper(bytes);
    return parsePaperWrapper(Buffer.from(Buffer.from(bytes).toString().replaceAll(origin, MEDIA_ORIGIN)));
  }

  /** Moves the URL to our configured hosts. The parser has already checked that the page names only the site's own. */
  private pictureUrl(url: string): string {
    const { origin, pathname } = new URL(url);
    const { SENATE_BASE_URL, SENATE_MEDIA_URL } = this.settings;
    return new URL(pathname, origin === MEDIA_ORIGIN ? SENATE_MEDIA_URL : SENATE_BASE_URL).href;
  }
}

/** Derived from the report's own URL, so that it also works when the archive is reparsed. */
const isPaper = ({ url }: FetchedDocument): boolean => new URL(url).pathname.startsWith(PAPER_PATH);

function readSearchAnswer({ url, bytes, pageKind }: PageAnswer): SearchAnswer {
  if (pageKind !== null) {
    throw new LayoutChanged(`${url} answered with a page recognised as ${pageKind} instead of a listing.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new LayoutChanged(`${url} did not answer with JSON.`, { cause: error });
  }
  return read(() => parseSearchAnswer(json));
}

/** @throws LayoutChanged or UnreadableDocument for the parsers' own errors */
function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw siteErrorOf(error);
  }
}
