import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../../exit-codes.js';
import {
  type Change,
  changesOf,
  type GivenChange,
  nameOf,
  readChanges,
  type ReviewedRow,
  type RowName,
  rowOf,
} from './corrections.js';

/** A row to add: fields as the API has them, its `page`, and `after`, the number or id of the row above it. */
export type GivenRow = Record<string, unknown> & { after?: string | number };

export interface GivenRemoval {
  row: string;
  reason?: string;
}

/** What was typed, or stands in a file. */
export interface GivenEdits {
  changes: GivenChange[];
  add: GivenRow[];
  remove: GivenRemoval[];
}

/** As `POST reviews/{id}/correct` takes them. */
export interface Edits {
  changes: Change[];
  add: Record<string, unknown>[];
  remove: (RowName & { reason?: string })[];
}

/** Of an option that may be repeated. */
export const readRemoval = (row: string, before: GivenRemoval[] = []): GivenRemoval[] => [...before, { row }];

/** Of an option that may be repeated. */
export function readAddition(text: string, before: GivenRow[] = []): GivenRow[] {
  const row = jsonOf(text);
  if (isObject(row)) return [...before, row];
  throw new InvalidArgumentError('It must be a JSON object: {"page": 1, "asset_name": …, "type": "sale", …}.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file: a list of changes, or an object with any of the lists `changes`, `add` and `remove`.
 * @throws UsageError that says what the file, or an entry of it, must be
 */
export function readEdits(text: string): GivenEdits {
  const content = parse(text);
  const { changes, add, remove } = Array.isArray(content)
    ? { changes: content as unknown[], add: undefined, remove: undefined }
    : ((content ?? {}) as Record<keyof GivenEdits, unknown>);
  const lists = [changes, add, remove].filter((list) => list !== undefined);
  if (lists.length === 0 || !lists.every((list) => Array.isArray(list))) {
    throw new UsageError(
      'The file must have a JSON list of changes, or an object with lists "changes", "add", "remove".',
    );
  }
  return {
    changes: readChanges((changes ?? []) as unknown[]),
    add: ((add ?? []) as unknown[]).map(readAdded),
    remove: ((remove ?? []) as unknown[]).map(readRemoved),
  };
}

function readAdded(row: unknown, i: number): GivenRow {
  if (isObject(row)) return row;
  throw new UsageError(`Row ${i + 1} of "add" must be an object with the fields of the row.`);
}

function readRemoved(entry: unknown, i: number): GivenRemoval {
  const { row, reason } = isObject(entry) ? entry : { row: entry, reason: undefined };
  if (typeof row === 'string' || typeof row === 'number') {
    return { row: String(row), ...(typeof reason === 'string' && { reason }) };
  }
  throw new UsageError(
    `Entry ${i + 1} of "remove" must be the number of a row, or {"row": 3, "reason": "crossed out"}.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`The file is not JSON: ${(cause as Error).message}`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** With the rows and revisions that the reviewer has seen. Empty lists are left out. @throws UsageError for a row that is not there */
export function editsOf({ changes, add, remove }: GivenEdits, rows: readonly ReviewedRow[]): Partial<Edits> {
  return {
    ...(changes.length > 0 && { changes: changesOf(changes, rows) }),
    ...(add.length > 0 && { add: add.map((row) => addedOf(row, rows)) }),
    ...(remove.length > 0 && {
      remove: remove.map(({ row, ...why }) => ({ ...nameOf(rowOf(row, rows)), ...why })),
    }),
  };
}

/** Fields that most rows don't have: where they are not given, the document has nothing there. */
const NOTHING_THERE = { notified_on: null, amount_over: false };

const addedOf = ({ after, ...row }: GivenRow, rows: readonly ReviewedRow[]): Record<string, unknown> => ({
  ...NOTHING_THERE,
  ...row,
  ...(after !== undefined && { after: rowOf(String(after), rows).id }),
});
