import type { ListedReport, SearchAnswer } from '../parse/parse-search-answer.js';
import { PAGE_LENGTH } from './search-request.js';
import { ListingUnsettled } from './senate-errors.js';

/** How often to read a listing whose pages are inconsistent. */
const READINGS = 3;

/** Requests the page of the listing that begins with this report, counted from 0. */
export type AskPage = (start: number) => Promise<SearchAnswer>;

/**
 * Reads all pages of a listing: each report once, and as many as the site counts. A report that is filed meanwhile
 * shifts the pages, so that one is read twice and another one never; then everything is read again.
 *
 * @throws ListingUnsettled where the pages stay inconsistent; whatever `askPage` throws
 */
export async function readListing(askPage: AskPage): Promise<ListedReport[]> {
  let complaint = '';
  for (let reading = 1; reading <= READINGS; reading++) {
    const { counts, reports } = await readPages(askPage);
    const unique = new Map(reports.map((report) => [report.externalId, report]));
    const [count] = counts;
    if (counts.size === 1 && unique.size === count && reports.length === count) return [...unique.values()];
    const counted = [...counts].join(', then ');
    complaint = `the site counts ${counted} reports and lists ${reports.length}, ${unique.size} of them different`;
  }
  throw new ListingUnsettled(
    `The listing's pages were inconsistent in ${READINGS} readings: in the last one ${complaint}.`,
  );
}

async function readPages(askPage: AskPage): Promise<{ counts: Set<number>; reports: ListedReport[] }> {
  const counts = new Set<number>();
  const reports: ListedReport[] = [];
  let start = 0;
  do {
    const page = await askPage(start);
    counts.add(page.recordsFiltered);
    reports.push(...page.reports);
    start += PAGE_LENGTH;
  } while (start < Math.max(...counts) && counts.size === 1);
  return { counts, reports };
}
