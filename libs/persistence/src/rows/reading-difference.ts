import { type ReviewReason, reviewSentence } from '#rotunda/domain';
import type { FilingPageRecord } from '../entities/filing-page.entity.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { CONTENT_FIELDS, isSameValue } from './row-content.js';
import { columnOf } from '../database/snake-names.js';
import { areSameReasons, reasonsOfFiling } from './stored-reasons.js';

/** A filing with its rows as they are at one time. */
export interface KnownReading {
  filing: FilingRecord;
  rows: TransactionRecord[];
  /** The sheets of a filing on paper. */
  pages: FilingPageRecord[];
}

/** One field that another reading has otherwise; of the filing where there is no ordinal. */
export interface FieldChange {
  ordinal: number | null;
  /** As the API calls it; of the filing with `filing.` before it. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface ReadingDifference {
  fields: FieldChange[];
  /** Rows, by their ids. */
  added: TransactionRecord[];
  removed: TransactionRecord[];
  /** How many rows there are now. */
  rows: number;
  /** How many of them have a field that differs. */
  changedRows: number;
}

const ROW_FIELDS = ['ordinal', ...CONTENT_FIELDS, 'daysToFile', 'late', 'isCurrent'] as const;

/** What a document says of its filing. The parser's version is no difference: it tells who read, not what. */
const FILING_FIELDS = [
  'status',
  'format',
  'amendmentNo',
  'signedOn',
  'stateDistrict',
  'expectedRows',
  'qualityFlags',
] as const satisfies (keyof FilingRecord)[];

/** In what two readings of one filing differ, field by field. Rows are known by their ids. */
export function differenceOf(before: KnownReading, after: KnownReading): ReadingDifference {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const found = new Set(after.rows.map(({ id }) => id));
  const rows = after.rows.flatMap((row) => {
    const earlier = known.get(row.id);
    return earlier ? [changesOf(earlier, row)] : [];
  });
  return {
    fields: [
      ...filingChanges(before.filing, after.filing),
      ...reasonChanges(before.filing, after.filing),
      ...pageChanges(before.pages, after.pages),
      ...rows.flat(),
    ],
    rows: after.rows.length,
    added: after.rows.filter(({ id }) => !known.has(id)),
    removed: before.rows.filter(({ id }) => !found.has(id)),
    changedRows: rows.filter((changes) => changes.length > 0).length,
  };
}

export const isDifferent = ({ fields, added, removed }: ReadingDifference): boolean =>
  fields.length + added.length + removed.length > 0;

const changesOf = (before: TransactionRecord, after: TransactionRecord): FieldChange[] =>
  ROW_FIELDS.filter((field) => !isSameValue(before[field], after[field])).map((field) => ({
    ordinal: after.ordinal,
    field: columnOf(field),
    before: before[field],
    after: after[field],
  }));

const filingChanges = (before: FilingRecord, after: FilingRecord): FieldChange[] =>
  FILING_FIELDS.filter((field) => !isSameValue(before[field], after[field])).map((field) => ({
    ordinal: null,
    field: `filing.${columnOf(field)}`,
    before: before[field],
    after: after[field],
  }));

function reasonChanges(before: FilingRecord, after: FilingRecord): FieldChange[] {
  const [known, found] = [reasonsOfFiling(before), reasonsOfFiling(after)];
  if (areSameReasons(known, found)) return [];
  const inWords = (reasons: ReviewReason[]): string[] => reasons.map(reviewSentence);
  return [{ ordinal: null, field: 'filing.review_reasons', before: inWords(known), after: inWords(found) }];
}

/** How many sheets and in which documents: what a person can make out of an example. */
function pageChanges(before: FilingPageRecord[], after: FilingPageRecord[]): FieldChange[] {
  if (isSameValue(before, after)) return [];
  const shas = (pages: FilingPageRecord[]): string[] => pages.map(({ documentSha256 }) => documentSha256);
  return [{ ordinal: null, field: 'filing.pages', before: shas(before), after: shas(after) }];
}
