import type { EntityManager } from 'typeorm';
import {
  type Doubt,
  type Lineage,
  type LineageFiling,
  type ReviewReason,
  rowLineage,
  titleLineage,
} from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { recordDoubt } from './lineage-doubts.js';
import { decisionsOf, storeLinks } from './lineage-links.js';
import { lineageScope, type LineageScope } from './lineage-scope.js';
import type { Consequences } from '../rows/filing-outcome.js';
import { switchRows } from '../rows/row-currency.js';

export interface Relinked extends Omit<Consequences, 'vanished'> {
  /** Why it is not clear what the filing amends, for a reviewer. */
  doubt: ReviewReason | null;
  /** Rows that this transaction stored outside the current view. */
  fresh: TransactionRecord[];
}

/**
 * After the rows of a filing were stored, works out again what it amends, what amends it and which rows count. The
 * result depends only on the stored filings, never on the order in which they came.
 *
 * Call it under `lockLineage`, with the filing in the form in which it is about to be stored.
 */
export async function relink(manager: EntityManager, filing: FilingRecord, taskId: string): Promise<Relinked> {
  const scope = await lineageScope(manager, filing);
  if (scope.rows.length === 0) return { linked: [], switched: [], doubt: null, fresh: [] };
  const ids = [...new Set([filing.id, ...scope.filings.map(({ id }) => id)])];
  const lineage = lineageIn(filing, scope, await decisionsOf(manager, ids));
  const byId = new Map(scope.filings.map((known) => [known.id, known]));
  const linked = await storeLinks(manager, ids, lineage);
  const { fresh, revised } = await switchRows(manager, scope.rows, lineage.rows);
  const doubts = new Map(lineage.doubts.map(({ filing: id, doubts: all }) => [id, unclear(all)]));
  for (const other of scope.filings) {
    if (other.id !== filing.id) await recordDoubt(manager, other, doubts.get(other.id) ?? null, taskId);
  }
  const successors = new Map(lineage.rows.map(({ predecessor, successor }) => [predecessor, successor]));
  return {
    linked: linked.map((link) => ({ ...link, predecessorFiling: byId.get(link.predecessor)! })),
    switched: revised.map((row) => ({
      filing: byId.get(row.filingId)!,
      row,
      successorId: successors.get(row.id) ?? null,
    })),
    doubt: doubts.get(filing.id) ?? null,
    fresh,
  };
}

const unclear = (doubts: Doubt[]): ReviewReason => ({ code: 'lineage_unclear', params: { doubts } });

function lineageIn(
  { chamber }: FilingRecord,
  { filings, rows }: LineageScope,
  decisions: Awaited<ReturnType<typeof decisionsOf>>,
): Lineage {
  const known = filings.map(({ id, externalId, filedOn, amendmentNo }): LineageFiling => ({
    id,
    externalId,
    filedOn,
    amendmentNo,
    rows: rows.filter(({ filingId }) => filingId === id),
  }));
  return chamber === 'senate' ? titleLineage(known, decisions) : rowLineage(known, decisions);
}
