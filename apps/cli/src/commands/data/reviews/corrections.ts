import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../exit-codes.js';

/** One change, as `POST reviews/{id}/correct` takes it. */
export interface Change {
  trade_id: string;
  revision: number;
  field: string;
  value: unknown;
  reason?: string;
}

/** A row of the filing under review. */
export interface ReviewedRow {
  id: string;
  revision: number;
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
 * Reads a file of changes: a list, or an object with the list `changes`. Each names its row by `trade_id` or `row` (its
 * number in the document).
 *
 * @throws UsageError that says what an entry must be
 */
export function readChanges(text: string): GivenChange[] {
  const list = listOf(parse(text));
  return list.map((entry, i) => {
    const { trade_id, row = trade_id, field, value, reason, revision } = (entry ?? {}) as Record<string, unknown>;
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

function listOf(content: unknown): unknown[] {
  if (Array.isArray(content)) return content;
  const { changes } = (content ?? {}) as { changes?: unknown };
  if (Array.isArray(changes)) return changes;
  throw new UsageError('The file must have a JSON list of changes, or an object with the list "changes".');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`The file is not JSON: ${(cause as Error).message}`);
  }
}

/** The changes with the rows and revisions that the reviewer has seen. @throws UsageError for a row that is not there */
export function changesOf(given: readonly GivenChange[], rows: readonly ReviewedRow[]): Change[] {
  return given.map(({ row, ...change }) => {
    const { id, revision } = rowOf(row, rows);
    return { trade_id: id, revision, ...change };
  });
}

function rowOf(named: string | null, rows: readonly ReviewedRow[]): ReviewedRow {
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
