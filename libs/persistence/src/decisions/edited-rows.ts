import type { EntityManager } from 'typeorm';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { type DecidedRow, type KnownRowChange, withAddedRows } from '../reviews/decided-rows.js';
import type { AppliedChange } from '../rows/correction.js';
import { pagesOf } from '../rows/filing-pages.js';
import { decideRows } from '../rows/stored-rows.js';
import { endWaiting } from '../rows/waiting-rows.js';
import { addedRow } from './added-row.js';
import { checkedChanges, correctedRow } from './checked-corrections.js';
import { checkRows } from './checked-rows.js';
import { type AddedRow, type Edits, type KnownRow, knownRows } from './review-edits.js';

export interface EditedRows {
  /** New revisions, and rows that were no trades before, in document order. */
  stored: TransactionRecord[];
  /** Removed trades, as they were. */
  removed: TransactionRecord[];
  changes: AppliedChange[];
  rowChanges: (KnownRowChange & { reason: string | null })[];
}

/**
 * Applies a reviewer's edits. Rows that waited are trades now, as they were read or corrected, unless they are removed.
 * @throws ReviewConflictError where a row's revision is not the one that the reviewer saw
 * @throws InvalidCorrectionError where edits don't fit their rows; nothing was changed
 */
export async function applyEdits(manager: EntityManager, filing: FilingRecord, edits: Edits): Promise<EditedRows> {
  const rows = await knownRows(manager, filing.id);
  const known = new Map(rows.map((row) => [row.id, row]));
  const changes = checkedChanges(known, edits.corrections);
  checkRows(known, edits, (await pagesOf(manager, filing.id)).length);
  const rowChanges = [...removals(known, edits), ...(await additions(manager, edits.added))];
  const removed = new Set(edits.removed.map(({ transactionId }) => transactionId));
  const decided = rows.map((row) => ({
    ...{ id: row.id, read: row.row, isWaiting: false, isRemoved: removed.has(row.id) },
    row: correctedRow(row, edits.corrections),
  }));
  const now = withAddedRows(decided, rowChanges);
  await endWaiting(
    manager,
    rows.flatMap(({ waiting }) => waiting ?? []),
  );
  const gone = rows.flatMap(({ id, trade }) => (trade && removed.has(id) ? [trade] : []));
  const stored = await decideRows(
    manager,
    filing,
    gone,
    now.filter(({ isRemoved }) => !isRemoved).map(asDecided(known)),
  );
  return { stored, removed: gone, changes, rowChanges };
}

const asDecided = (known: Map<string, KnownRow>) => (decided: DecidedRow) => {
  const { trade = null, waiting = null } = known.get(decided.id!) ?? {};
  return { id: decided.id!, row: decided.row, trade, origin: waiting };
};

const removals = (known: Map<string, KnownRow>, { removed }: Edits): EditedRows['rowChanges'] =>
  removed.map(({ transactionId, reason }) => ({
    ...{ action: 'removed', transactionId, afterId: null, reason },
    fields: known.get(transactionId)!.row,
  }));

async function additions(manager: EntityManager, added: AddedRow[]): Promise<EditedRows['rowChanges']> {
  const ids = await manager.query<{ id: string }[]>('SELECT uuidv7() AS id FROM generate_series(1, $1)', [
    added.length,
  ]);
  return added.map((row, i) => ({
    ...{ action: 'added', transactionId: ids[i]!.id, afterId: row.afterId, reason: row.reason },
    fields: addedRow(row),
  }));
}
