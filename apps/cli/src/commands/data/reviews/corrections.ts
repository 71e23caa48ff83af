import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../../exit-codes.js';

/** A row as `POST reviews/{id}/correct` names it: a trade by the revision that was seen, a row that waits without. */
export type RowName = { trade_id: string; revision: number } | { row_id: string };

export type Change = RowName & { field: string; value: unknown; reason?: string };

/** A row of the filing under review. */
export interface ReviewedRow {
  id: string;
  /** Null: it was read from a scan, and waits. */
  revision: number | null;
  ordinal: number;
}

/** What was typed for one change; null: the only row. */
export interface GivenChange {
  row: string | null;
  field: string;
  value: unknown;
  reason?: string;
  /** That the reviewer has seen; if it is not given, the one that the row has now. */
  revision?: number;
}

/** Fields whose values are not texts; the gateway says what each takes. */
const JSON_FIELDS = new Set([
  ...['amount_min', 'amount_max', 'amount_over', 'cap_gains_over_200'],
  ...['option', 'bond', 'exchange'],
]);

const SETTING = /^(?:([^.=]+)\.)?([a-z_0-9]+)=(.*)$/s;

/** Of an option that may be repeated: `3.owner=spouse`, or `owner=spouse` where there is one row only. */
export function readSetting(text: string, before: GivenChange[] = []): GivenChange[] {
  const [, row = null, field, value] = SETTING.exec(text) ?? [];
  if (field === undefined || value === undefined) {
    throw new InvalidArgumentError('It must be row.field=value, e.g. 3.owner=spouse or 3.ticker=null.');
  }
  return [...before, { row, field, value: readValue(field, value) }];
}

function readValue(field: string, text: string): unknown {
  if (text === 'null') return null;
  if (!JSON_FIELDS.has(field)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidArgumentError(`${field} takes JSON: a number such as 1001, true or false, an object, or null.`);
  }
}

/**
 * Changes of a file. Each names its row by `trade_id`, `row_id` or `row` (its number in the document).
 * @throws UsageError that says what an entry must be
 */
export function readChanges(list: readonly unknown[]): GivenChange[] {
  return list.map((entry, i) => {
    const {
      trade_id,
      row_id = trade_id,
      row = row_id,
      field,
      value,
      reason,
      revision,
    } = (entry ?? {}) as Record<string, unknown>;
    if (!isRowName(row) || typeof field !== 'string' || value === undefined) {
      throw new UsageError(`Entry ${i + 1} must be like {"row": 3, "field": "owner", "value": "spouse"}.`);
    }
    return {
      ...{ row: row === undefined ? null : String(row), field, value },
      ...(typeof reason === 'string' && { reason }),
      ...(typeof revision === 'number' && { revision }),
    };
  });
}

const isRowName = (row: unknown): row is string | number | undefined =>
  ['string', 'number', 'undefined'].includes(typeof row);

/** The changes with the rows and revisions that the reviewer has seen. @throws UsageError for a row that is not there */
export function changesOf(given: readonly GivenChange[], rows: readonly ReviewedRow[]): Change[] {
  return given.map(({ row, revision, ...change }) => ({ ...nameOf(rowOf(row, rows), revision), ...change }));
}

/** @param seen the revision that the reviewer names; without it, the one that the row has now */
export const nameOf = ({ id, revision }: ReviewedRow, seen = revision ?? undefined): RowName =>
  seen === undefined ? { row_id: id } : { trade_id: id, revision: seen };

/** @param named its number or its id; null: the only row */
export function rowOf(named: string | null, rows: readonly ReviewedRow[]): ReviewedRow {
  const found = rows.filter(({ id, ordinal }) => named === null || named === String(ordinal) || named === id);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  const which = rows.map(({ ordinal }) => ordinal).join(', ') || 'none';
  throw new UsageError(
    named === null
      ? `The filing has ${rows.length} rows: say which one, e.g. --set 1.owner=spouse.`
      : `The filing has no row ${named}; its rows: ${which}.`,
  );
}
