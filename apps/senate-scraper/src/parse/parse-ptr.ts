import { type IsoDate, LayoutChangedError, type ParsedFiling } from '#rotunda/domain';
import { readPage, seen, type Page } from './page/html-page.js';
import { readPtrHeader } from './ptr-document.js';
import { readRows } from './rows/ptr-rows.js';
import { recognise } from './page/recognise-page.js';
import { headerReasons, pageReasons, rowReasons, summaryReasons } from './review-gates.js';
import { readTransaction } from './rows/row-fields.js';
import { readRowSummary } from './rows/row-summary.js';
import { findTransactionsTable } from './rows/transactions-table.js';

/** Change it whenever the same bytes may give other rows: a reparse is due then. */
export const SENATE_PTR_PARSER_VERSION = 'senate-ptr/2';

/** A filing with the fields that only the Senate's page has. */
export interface ParsedPtr extends ParsedFiling {
  /** `Periodic Transaction Report for 10/04/2022 (Amendment 1)`; its date can differ from the filing date. */
  titleRaw: string;
  /** `10/04/2022 @ 11:06 AM` */
  filedAtRaw: string | null;
  filedOn: IsoDate | null;
  /** `HH:MM`, US Eastern */
  filedTime: string | null;
}

/**
 * Reads an electronic PTR of the Senate: bytes in, filing out, without clock, network or database. The page states how
 * many rows it has, in total and by owner. Both counts match the rows on every page seen, so a filing where one does
 * not is sent to review.
 *
 * @throws UnreadableDocumentError for what is not a whole HTML page
 * @throws LayoutChangedError for another page in its place (a lost session shows the search or the agreement), and for
 *   a PTR whose table does not have the known columns
 */
export function parsePtr(bytes: Uint8Array): ParsedPtr {
  const page = readPage(bytes);
  const kind = recognise(page);
  if (kind !== 'ptr') throw new LayoutChangedError(`This is not a PTR (recognised as ${kind}): ${seen(page)}`);
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
    // The filer certifies the report by ticking a box before filing; the page prints no date for that.
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
