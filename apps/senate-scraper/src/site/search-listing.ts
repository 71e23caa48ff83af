import type { ListedReport, SearchAnswer } from '../parse/parse-search-answer.js';
import { PAGE_LENGTH } from './search-request.js';
import { ListingUnsettled } from './senate-errors.js';

/** How often a listing is read whose pages do not fit together. */
const READINGS = 3;

/** Asks for the page of the listing that begins at this report, counted from 0. */
export type AskPage = (start: number) => Promise<SearchAnswer>;

/**
 * All pages of a listing: each report once, and as many as the site counts. Reports filed while the pages are read shift
 * them, so that one is read twice and another one never: then all of it is read again.
 *
 * @throws ListingUnsettled where the pages never fit together; whatever `askPage` throws
 */
export async function readListing(askPage: AskPage): Promise<ListedReport[]> {
  let complaint = '';
  for (let reading = 1; reading <= READINGS; reading++) {
    const { counts, reports } = await readPages(askPage);
    const unique = new Map(reports.map((report) => [report.externalId, report]));
    const [count] = counts;
    if (counts.size === 1 && unique.size === count && reports.length === count) return [...unique.values()];
    complaint = `it counts ${[...counts].join(', then ')} reports and lists ${reports.length}, ${unique.size} of them different`;
  }
  throw new ListingUnsettled(`The listing's pages do not fit together, read ${READINGS} times: at last ${complaint}.`);
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
