import { type IsoDate, LayoutChangedError, type ParsedFiling } from '#rotunda/domain';
import { readPage, seen, type Page } from './page/html-page.js';
import { readPtrHeader } from './ptr-document.js';
import { readRows } from './rows/ptr-rows.js';
import { recognise } from './page/recognise-page.js';
import { headerReasons, pageReasons, rowReasons, summaryReasons } from './review-gates.js';
import { readTransaction } from './rows/row-fields.js';
import { readRowSummary } from './rows/row-summary.js';
import { findTransactionsTable } from './rows/transactions-table.js';

/** Changes whenever the same bytes may give other rows: a reparse is due then. */
export const SENATE_PTR_PARSER_VERSION = 'senate-ptr/2';

/** A filing with what only the Senate's page says of it. */
export interface ParsedPtr extends ParsedFiling {
  /** `Periodic Transaction Report for 10/04/2022 (Amendment 1)`; its date can differ from that of the filing. */
  titleRaw: string;
  /** `10/04/2022 @ 11:06 AM` */
  filedAtRaw: string | null;
  filedOn: IsoDate | null;
  /** `HH:MM`, US Eastern */
  filedTime: string | null;
}

/**
 * Reads an electronic PTR of the Senate: bytes in, filing out, without clock, network or database. The page says how
 * many rows it has, in all and by owner, and both agree with its rows on every page seen: a filing that misses one
 * asks for a review.
 *
 * @throws UnreadableDocumentError for what is no whole HTML page
 * @throws LayoutChangedError for any other page in its place (a lost session shows the search or the agreement), and
 *   for a PTR whose table has not the known columns
 */
export function parsePtr(bytes: Uint8Array): ParsedPtr {
  const page = readPage(bytes);
  const kind = recognise(page);
  if (kind !== 'ptr') throw new LayoutChangedError(`The page is no PTR (recognised as ${kind}): ${seen(page)}`);
  return readElectronicPtr(page);
}

function readElectronicPtr(page: Page): ParsedPtr {
  const header = readPtrHeader(page);
  const table = findTransactionsTable(page);
  const summary = readRowSummary(page);
  const rows = readRows(table);
  const transactions = rows.map((row, index) => readTransaction(row, { ordinal: index + 1, filedOn: header.filedOn }));
  return {
    format: 'electronic',
    // The page does not print its UUID.
    externalId: null,
    titleRaw: header.titleRaw,
    filerNameRaw: header.filerNameRaw,
    stateDistrict: null,
    // The report is certified by ticking a box before it is filed; no date of that is printed.
    signedOn: null,
    filedAtRaw: header.filedAtRaw,
    filedOn: header.filedOn,
    filedTime: header.filedTime,
    amendmentNo: header.amendmentNo,
    expectedRows: summary.total,
    transactions,
    reviewReasons: [
      ...headerReasons(header),
      ...pageReasons(page, table),
      ...summaryReasons(summary, transactions),
      ...rowReasons(rows, transactions),
    ],
    qualityFlags: header.filedTime === null ? ['unknown_filing_time'] : [],
    parserVersion: SENATE_PTR_PARSER_VERSION,
  };
}
