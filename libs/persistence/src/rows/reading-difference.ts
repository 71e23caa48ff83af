import { type ReviewReason, reviewSentence } from '#rotunda/domain';
import type { FilingPageRecord } from '../entities/filing-page.entity.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { WaitingRowRecord } from '../entities/paper.entities.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { CONTENT_FIELDS, contentOf, isSameValue } from './row-content.js';
import { columnOf } from '../database/snake-names.js';
import { areSameReasons, reasonsOfFiling } from './stored-reasons.js';

/** A filing with its rows at one point in time. */
export interface KnownReading {
  filing: FilingRecord;
  rows: TransactionRecord[];
  /** The sheets of a paper filing. */
  pages: FilingPageRecord[];
  /** The rows of a scan that a person has to confirm. */
  waiting: WaitingRowRecord[];
}

/** One field that differs in the new parse; a field of the filing itself where there is no ordinal. */
export interface FieldChange {
  ordinal: number | null;
  /** Its name in the API; fields of the filing are prefixed with `filing.`. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface ReadingDifference {
  fields: FieldChange[];
  /** Rows, compared by id. */
  added: TransactionRecord[];
  removed: TransactionRecord[];
  /** The number of rows now. */
  rows: number;
  /** The number of rows with a differing field. */
  changedRows: number;
}

const ROW_FIELDS = ['ordinal', ...CONTENT_FIELDS, 'daysToFile', 'late', 'isCurrent'] as const;

/** The fields that a document gives its filing. The parser's version is left out: it tells who read, not what. */
const FILING_FIELDS = [
  'status',
  'format',
  'paperClass',
  'amendmentNo',
  'signedOn',
  'stateDistrict',
  'expectedRows',
  'qualityFlags',
] as const satisfies (keyof FilingRecord)[];

/** The differences between two parses of one filing, field by field. Rows are matched by id. */
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
      ...waitingChanges(before.waiting, after.waiting),
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

/** The number of sheets and their documents: enough for a person to understand an example. */
function pageChanges(before: FilingPageRecord[], after: FilingPageRecord[]): FieldChange[] {
  if (isSameValue(before, after)) return [];
  const shas = (pages: FilingPageRecord[]): string[] => pages.map(({ documentSha256 }) => documentSha256);
  return [{ ordinal: null, field: 'filing.pages', before: shas(before), after: shas(after) }];
}

/** What a person sees of the rows that wait; where they are on their sheets, and how surely they were read, is no change. */
function waitingChanges(before: WaitingRowRecord[], after: WaitingRowRecord[]): FieldChange[] {
  const contents = (rows: WaitingRowRecord[]): string[] => rows.map(({ id, fields }) => id + contentOf(fields));
  if (isSameValue(contents(before), contents(after))) return [];
  const assets = (rows: WaitingRowRecord[]): string[] => rows.map(({ fields }) => fields.assetNameRaw);
  return [{ ordinal: null, field: 'filing.waiting_rows', before: assets(before), after: assets(after) }];
}
