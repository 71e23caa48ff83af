import { type DateWindow, easternDate, isWithin, type ListedFiling, type ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';
import {
  type DisclosureSite,
  type DocumentArchive,
  type KnownFiling,
  LayoutChanged,
  type Listing,
  type PaperWatch,
  type PassedCheck,
  PoliteFetch,
  SiteUnavailable,
  siteErrorOf,
} from '#rotunda/scraping';
import { Injectable } from '@nestjs/common';
import { scannedFiling } from '../parse/scanned-filing.js';
import { PdfPool } from '../parse/thread/pdf-pool.js';
import { ScanPool } from '../parse/thread/scan-pool.js';
import { parseYearlyIndex } from '../parse/yearly-index.js';

/** The Clerk's first yearly index. */
const FIRST_INDEX_YEAR = 2008;
const ENTRY_PAGE = '/FinancialDisclosure';
const ENTRY_PAGE_MARKS = ['Financial Disclosure Reports', '/FinancialDisclosure/ViewSearch'];
const ZIP = ['application/x-zip-compressed', 'application/zip', 'application/octet-stream'];
const PDF = ['application/pdf'];

/** disclosures-clerk.house.gov: one ZIP per year that lists the filings, and a PDF for each PTR. */
@Injectable()
export class HouseSite implements DisclosureSite {
  constructor(
    private readonly fetch: PoliteFetch,
    private readonly archive: DocumentArchive,
    private readonly pdfs: PdfPool,
    private readonly scans: ScanPool,
  ) {}

  /**
   * 213 of 8,209 PTRs were filed in a later calendar year than the one whose index lists them, so a window also needs
   * the index of the year before.
   */
  async list(window: DateWindow, signal: AbortSignal): Promise<Listing> {
    const years = indexYears(window);
    const indexes: (ListedFiling[] | null)[] = [];
    for (const year of years) indexes.push(await this.readIndex(year, signal));
    if (indexes.every((index) => index === null)) {
      throw new SiteUnavailable(
        `The site has no index for any year from ${years[0]} to ${years.at(-1)}: it may have moved them.`,
      );
    }
    const filings = indexes.flatMap((index) => index ?? []);
    const isInWindow = ({ filedOn }: ListedFiling): boolean => filedOn === null || isWithin(filedOn, window);
    return {
      inWindow: filings.filter(isInWindow),
      others: filings.filter((filing) => !isInWindow(filing)),
      warnings: years.filter((_year, i) => indexes[i] === null).map((year) => `The site has no index for ${year}.`),
    };
  }

  async fetchDocument({ documentUrl }: { documentUrl: string }, signal: AbortSignal): Promise<FetchedDocument | null> {
    // Only the path: whatever host a filing was listed under, we ask only this site.
    const answer = await this.fetch.get(new URL(documentUrl).pathname, { signal, accept: PDF });
    return answer.kind === 'fetched' ? answer.document : null;
  }

  /** A scan's pictures are in its PDF. */
  picturesOf(): string[] {
    return [];
  }

  async parse({ bytes }: FetchedDocument, { filedOn }: KnownFiling, watch?: PaperWatch): Promise<ParsedFiling> {
    try {
      const filing = await this.pdfs.parse(bytes);
      if (filing.format !== 'paper') return filing;
      return await this.scans.read(bytes, scannedFiling(filing, filedOn), watch);
    } catch (error) {
      throw siteErrorOf(error);
    }
  }

  async check(signal: AbortSignal): Promise<PassedCheck[]> {
    return [
      { name: 'entry page', detail: await this.checkEntryPage(signal) },
      { name: 'yearly index', detail: await this.checkIndex(signal) },
    ];
  }

  /** Describes the page that a visitor starts from. @throws LayoutChanged where it is another page */
  private async checkEntryPage(signal: AbortSignal): Promise<string> {
    const answer = await this.fetch.get(ENTRY_PAGE, { signal, accept: ['text/html'] });
    const page = answer.kind === 'fetched' ? new TextDecoder().decode(answer.document.bytes) : '';
    const missing = ENTRY_PAGE_MARKS.filter((mark) => !page.includes(mark));
    if (missing.length > 0) throw new LayoutChanged(`${ENTRY_PAGE} no longer contains ${missing.join(' and ')}.`);
    return 'has the search for disclosure reports';
  }

  private async checkIndex(signal: AbortSignal): Promise<string> {
    const year = Number(easternDate(new Date()).slice(0, 4));
    // On New Year's Day the new index may not exist yet.
    for (const candidate of [year, year - 1]) {
      const filings = await this.readIndex(candidate, signal);
      if (filings) return `of ${candidate}, lists ${filings.length} PTRs`;
    }
    throw new LayoutChanged(`The site has no index for ${year} nor for ${year - 1}.`);
  }

  /**
   * The PTRs of a year's index; null where there is none (yet). A conditional request: it changes a few times a day.
   */
  private async readIndex(year: number, signal: AbortSignal): Promise<ListedFiling[] | null> {
    const path = `/public_disc/financial-pdfs/${year}FD.zip`;
    const known = await this.archive.latest(this.fetch.urlOf(path));
    const answer = await this.fetch.get(path, { signal, accept: ZIP, ...(known ? { known } : {}) });
    if (answer.kind === 'not found') return null;
    const isNews = answer.kind === 'fetched';
    const zip = isNews ? answer.document.bytes : known?.bytes;
    if (!zip) throw new SiteUnavailable(`${path} answered "not modified" to a request that was never made before.`);
    const filings = parseYearlyIndex(zip, year, (document) => this.fetch.urlOf(document));
    // Archived only once it proved readable: a broken one must be fetched again, not answered "not modified".
    if (isNews) await this.archive.save(answer.document);
    return filings;
  }
}

function indexYears({ start, end }: DateWindow): number[] {
  const first = Math.max(FIRST_INDEX_YEAR, Number(start.slice(0, 4)) - 1);
  const last = Math.max(first, Number(end.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
