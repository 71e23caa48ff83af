import type { IsoDate } from './calendar.js';
import { LayoutChangedError, UnreadableDocumentError } from './parse-errors.js';
import { type FilingFormat, type PaperReading, type ParsedFiling, settledStatus } from './filing.js';
import { PAPER_FIELDS, type PaperRow } from './paper.js';
import { reviewSentence } from './reviews/review-sentence.js';
import type { ParsedTransaction } from './transaction.js';

/** The source of a parsed filing, and what only the site or the file's name tells about it. */
export interface ParsedFileOrigin {
  file: string;
  /** Used where the document itself prints no id. */
  externalId: string | null;
  /** ISO date; null where the document does not say when it was filed. */
  filedOn: IsoDate | null;
  documentSha256: string;
}

/** A parsed filing with the API's field names, for other programs. Amounts are US dollars, dates ISO. */
export type ParsedFileJson = ReturnType<typeof parsedFileJson>;

/** A document that could not be read. `code` names the class of the error, as in a task's state. */
export interface FailedFileJson {
  file: string;
  error: { code: string; message: string };
}

const ERROR_CODES = new Map<unknown, string>([
  [LayoutChangedError, 'LayoutChanged'],
  [UnreadableDocumentError, 'UnreadableDocument'],
]);

/** @throws the value itself where it is not an Error */
export function failedFileJson(file: string, error: unknown): FailedFileJson {
  if (!(error instanceof Error)) throw error;
  const code = ERROR_CODES.get(error.constructor) ?? ('syscall' in error ? 'UnreadableFile' : error.name);
  return { file, error: { code, message: error.message } };
}

export function parsedFileJson(origin: ParsedFileOrigin, filing: ParsedFiling) {
  return {
    file: origin.file,
    external_id: filing.externalId ?? origin.externalId,
    format: filing.format satisfies FilingFormat,
    status: settledStatus(filing),
    filer: filing.filerNameRaw,
    state_district: filing.stateDistrict,
    filed_on: origin.filedOn,
    signed_on: filing.signedOn,
    amendment_no: filing.amendmentNo,
    expected_rows: filing.expectedRows,
    quality_flags: filing.qualityFlags,
    review_reasons: filing.reviewReasons.map(reviewSentence),
    review_reason_codes: filing.reviewReasons,
    parser_version: filing.parserVersion,
    transactions: filing.transactions.map((row) => transactionJson(row, origin.documentSha256, filing.parserVersion)),
    ...(filing.paper && { paper: paperJson(filing.paper, origin.documentSha256, filing.parserVersion) }),
  };
}

/** What was read from a scan. `waiting` are rows for a person to confirm: no trades yet. */
const paperJson = (paper: PaperReading, documentSha256: string, parserVersion: string) => ({
  class: paper.class,
  sheets: paper.sheets.map(({ picture: _, ...sheet }) => sheet),
  waiting: paper.waiting.map((row) => transactionJson(row, documentSha256, parserVersion)),
});

/** How surely each field was read, and which are doubtful. */
const confidenceJson = ({ hand, fields }: PaperRow) => ({
  hand,
  confidence: Object.fromEntries(PAPER_FIELDS.map((field) => [field, fields[field].confidence])),
  doubtful: PAPER_FIELDS.filter((field) => fields[field].isDoubtful),
});

const transactionJson = (row: ParsedTransaction, documentSha256: string, parserVersion: string) => ({
  ...rowJson(row),
  row_status_raw: row.rowStatusRaw,
  provenance: {
    document_sha256: documentSha256,
    page: row.place.page,
    box: row.place.box,
    dom_row: row.place.domRow,
    parser_version: parserVersion,
  },
  ...(row.paper && confidenceJson(row.paper)),
});

/** What a row says, in the words of the API. */
export const rowJson = (row: Omit<ParsedTransaction, 'place' | 'paper'>) => ({
  ordinal: row.ordinal,
  source_row_id: row.sourceRowId,
  owner_raw: row.ownerRaw,
  owner: row.owner,
  asset_name_raw: row.assetNameRaw,
  asset_name: row.assetName,
  asset_type: row.assetType,
  ticker_raw: row.tickerRaw,
  ticker: row.ticker,
  ticker_source: row.tickerSource,
  type_raw: row.typeRaw,
  type: row.type,
  traded_on_raw: row.tradedOnRaw,
  traded_on: row.tradedOn,
  notified_on_raw: row.notifiedOnRaw,
  notified_on: row.notifiedOn,
  amount_raw: row.amountRaw,
  amount_min: row.amountMin,
  amount_max: row.amountMax,
  amount_over: row.amountOver,
  option: row.option,
  bond: row.bond,
  exchange: row.exchange,
  cap_gains_over_200: row.capGainsOver200,
  row_status: row.rowStatus,
  description: row.description,
  comment: row.comment,
  subholding: row.subholding,
  location: row.location,
  quality_flags: row.qualityFlags,
});
