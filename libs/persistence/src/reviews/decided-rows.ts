import type { ParsedTransaction } from '#rotunda/domain';
import type { CorrectableField, ReadRow } from '../entities/read-row.js';
import { corrected } from '../rows/correction.js';
import type { RowToStore } from '../rows/stored-rows.js';
import { earlierIds, unchangedRows } from './reviewed-reading.js';

/** A field that a reviewer changed. */
export interface KnownChange {
  transactionId: string;
  field: CorrectableField;
  newValue: unknown;
}

/** A row that a reviewer added or removed. */
export interface KnownRowChange {
  action: 'added' | 'removed';
  transactionId: string;
  /** Of an added row: the one above it; null: it is the last of the filing. */
  afterId: string | null;
  fields: ParsedTransaction;
}

/** What reviewers decided about the rows of a filing, oldest first. */
export interface DecidedChanges {
  changes: KnownChange[];
  rowChanges: KnownRowChange[];
  /** All readings that went to review, latest first. */
  readings: ReadRow[][];
  /** The rows that the last decision confirmed. */
  confirmed: ReadRow[];
}

/** A row of a reading after the reviewers' decisions. */
export interface DecidedRow extends RowToStore {
  /** As it was read; null: a reviewer added it. */
  read: ParsedTransaction | null;
  isRemoved: boolean;
}

type PlacedRow = DecidedRow & { ids: ReadonlySet<string> };

/**
 * Applies the reviewers' decisions to a new reading: a person overrules a parser. Corrected fields keep their values,
 * removed rows stay away, added rows stay, and confirmed rows wait for nobody. Pure.
 */
export function keepDecisions(
  decided: DecidedChanges,
  found: ParsedTransaction[],
  waiting: Set<ParsedTransaction>,
): DecidedRow[] {
  const ids = earlierIds(decided.readings, found);
  const confirmed = unchangedRows(decided.confirmed, found);
  const removed = new Set(idsOf(decided.rowChanges, 'removed'));
  const rows = found.map((read, i): PlacedRow => {
    const removedId = [...ids[i]!].find((id) => removed.has(id));
    return {
      read,
      row: withChanges(read, ids[i]!, decided.changes),
      isWaiting: waiting.has(read) && !confirmed.has(read),
      id: removedId ?? null,
      isRemoved: removedId !== undefined,
      ids: ids[i]!,
    };
  });
  const changed = decided.rowChanges.map((change) => ({
    ...change,
    fields: withChanges(change.fields, new Set([change.transactionId]), decided.changes),
  }));
  return place(rows, changed);
}

/** Adds the rows that a reviewer added to rows that have their ids. */
export const withAddedRows = (rows: (DecidedRow & { id: string })[], changes: KnownRowChange[]): DecidedRow[] =>
  place(
    rows.map((row) => ({ ...row, ids: new Set([row.id]) })),
    changes,
  );

function place(rows: PlacedRow[], changes: KnownRowChange[]): DecidedRow[] {
  const removed = new Set(idsOf(changes, 'removed'));
  const added = changes.filter(({ action, transactionId }) => action === 'added' && !removed.has(transactionId));
  return numbered(added.reduce(withAdded, rows));
}

const idsOf = (changes: KnownRowChange[], action: KnownRowChange['action']): string[] =>
  changes.filter((change) => change.action === action).map(({ transactionId }) => transactionId);

const withChanges = (row: ParsedTransaction, ids: ReadonlySet<string>, changes: KnownChange[]): ParsedTransaction =>
  changes
    .filter(({ transactionId }) => ids.has(transactionId))
    .reduce((changed, { field, newValue }) => corrected(changed, field, newValue), row);

/** Below the row that it comes after and those that were added there before; where that one is not known, at the end. */
function withAdded(rows: PlacedRow[], { transactionId, afterId, fields }: KnownRowChange): PlacedRow[] {
  const ids = new Set([transactionId]);
  const added: PlacedRow = { read: null, row: fields, isWaiting: false, id: transactionId, isRemoved: false, ids };
  const above = afterId === null ? -1 : rows.findIndex((other) => other.ids.has(afterId));
  if (above === -1) return [...rows, added];
  let below = above + 1;
  while (below < rows.length && rows[below]!.read === null) below++;
  return rows.toSpliced(below, 0, added);
}

/** An added row takes a number that is free, or moves those below it. */
function numbered(rows: PlacedRow[]): DecidedRow[] {
  let last = 0;
  return rows.map(({ ids: _, ...decided }) => {
    if (decided.isRemoved) return decided;
    last = decided.read === null ? last + 1 : Math.max(last + 1, decided.row.ordinal);
    return { ...decided, row: { ...decided.row, ordinal: last } };
  });
}
