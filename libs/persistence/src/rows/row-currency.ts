import type { EntityManager } from 'typeorm';
import type { RowLink } from '#rotunda/domain';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { columnNames, selectList } from '../database/select-list.js';

/** Rows whose currency changed because of another filing. */
export interface SwitchedRows {
  /** Rows that this transaction stored: they get their currency without a revision. */
  fresh: TransactionRecord[];
  /** Rows with their next revision. */
  revised: TransactionRecord[];
}

/**
 * Makes exactly those rows current that nothing amends, restates or withdraws; a row that deletes another one is not a
 * trade itself. A change adds a revision, so that any past state can be shown again.
 */
export async function switchRows(
  manager: EntityManager,
  rows: TransactionRecord[],
  links: RowLink[],
): Promise<SwitchedRows> {
  const superseded = new Set(links.map(({ predecessor }) => predecessor));
  const isCurrent = ({ id, rowStatus }: TransactionRecord): boolean => !superseded.has(id) && rowStatus !== 'deleted';
  const changed = rows.filter((row) => row.isCurrent !== isCurrent(row)).map(({ id }) => id);
  return flipRows(manager, changed);
}

/** Takes rows out of the current view, or puts them back. */
export async function flipRows(manager: EntityManager, ids: string[]): Promise<SwitchedRows> {
  if (ids.length === 0) return { fresh: [], revised: [] };
  const fresh = await switchFresh(manager, ids);
  return { fresh, revised: await revise(manager, ids) };
}

async function switchFresh(manager: EntityManager, ids: string[]): Promise<TransactionRecord[]> {
  const [rows] = await manager.query<[TransactionRecord[], number]>(
    `UPDATE transactions t SET is_current = NOT is_current
     WHERE superseded_at IS NULL AND recorded_at = now() AND id = ANY($1::uuid[])
     RETURNING ${selectList(manager.dataSource, Transaction, 't')}`,
    [ids],
  );
  return rows;
}

const NEXT = new Map([
  ['revision', 'o.revision + 1'],
  ['recorded_at', 'now()'],
  ['superseded_at', 'NULL'],
  ['is_current', 'NOT o.is_current'],
]);

async function revise(manager: EntityManager, ids: string[]): Promise<TransactionRecord[]> {
  const [old] = await manager.query<[{ id: string; revision: number }[], number]>(
    `UPDATE transactions SET superseded_at = now()
     WHERE superseded_at IS NULL AND recorded_at <> now() AND id = ANY($1::uuid[]) RETURNING id, revision`,
    [ids],
  );
  const columns = columnNames(manager.dataSource, Transaction);
  const rows = await manager.query<TransactionRecord[]>(
    `INSERT INTO transactions AS t (${columns.join(', ')})
     SELECT ${columns.map((column) => NEXT.get(column) ?? `o.${column}`).join(', ')}
     FROM transactions o JOIN jsonb_to_recordset($1::jsonb) AS r (id uuid, revision integer) USING (id, revision)
     RETURNING ${selectList(manager.dataSource, Transaction, 't')}`,
    [JSON.stringify(old)],
  );
  return rows.toSorted((a, b) =>
    a.filingId === b.filingId ? a.ordinal - b.ordinal : a.filingId < b.filingId ? -1 : 1,
  );
}
