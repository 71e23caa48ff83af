import type { EntityManager } from 'typeorm';
import {
  amountFault,
  corrected,
  InvalidCorrectionError,
  valueOf,
  type AppliedChange,
  type Correction,
} from '../rows/correction.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { ReviewConflictError } from './review-errors.js';
import { isSameValue, pickContent } from '../rows/row-content.js';
import { currentRows, reviseRows, type CorrectedRow } from '../rows/stored-rows.js';

/**
 * Stores a new revision of each corrected row.
 * @throws ReviewConflictError where a row's revision is not the one that the reviewer saw
 * @throws InvalidCorrectionError where corrections don't fit their rows; nothing was changed
 */
export async function applyCorrections(
  manager: EntityManager,
  filing: FilingRecord,
  corrections: Correction[],
): Promise<{ revised: TransactionRecord[]; changes: AppliedChange[] }> {
  const known = new Map((await currentRows(manager, filing.id)).map((row) => [row.id, row]));
  const changes = checkedChanges(known, corrections);
  const rows = correctedRows(known, corrections);
  const revised = await reviseRows(manager, filing, rows);
  await keepOutOfView(manager, rows);
  return { revised, changes };
}

/** Correcting a row that is outside the current view does not bring it in. */
async function keepOutOfView(manager: EntityManager, rows: CorrectedRow[]): Promise<void> {
  const hidden = rows.filter(({ before }) => !before.isCurrent).map(({ before }) => before.id);
  if (hidden.length === 0) return;
  await manager.query(
    `UPDATE transactions SET is_current = false WHERE superseded_at IS NULL AND id = ANY($1::uuid[])`,
    [hidden],
  );
}

function checkedChanges(known: Map<string, TransactionRecord>, corrections: Correction[]): AppliedChange[] {
  refuse(corrections, ({ transactionId }) => known.has(transactionId) || `the filing has no trade ${transactionId}`);
  refuseStale(known, corrections);
  refuse(
    corrections,
    ({ transactionId, field }, i) =>
      corrections.findIndex((other) => other.transactionId === transactionId && other.field === field) === i ||
      `${field} of ${transactionId} is changed twice`,
  );
  refuse(
    corrections,
    ({ transactionId, field, value }) =>
      !isSameValue(valueOf(known.get(transactionId)!, field), value) ||
      `${field} of ${transactionId} already has this value`,
  );
  return corrections.map(({ transactionId, revision, field, value, reason }) => {
    const oldValue = valueOf(known.get(transactionId)!, field);
    return { transactionId, revision: revision + 1, field, oldValue, newValue: value, reason };
  });
}

/** @throws InvalidCorrectionError that lists each correction for which the rule does not return `true` */
function refuse(corrections: Correction[], rule: (correction: Correction, index: number) => true | string): void {
  const faults = corrections.flatMap((correction, i) => {
    const message = rule(correction, i);
    return message === true ? [] : [{ field: `changes.${i}`, message: `changes.${i}: ${message}` }];
  });
  if (faults.length > 0) throw new InvalidCorrectionError(faults);
}

function refuseStale(known: Map<string, TransactionRecord>, corrections: Correction[]): void {
  const stale = corrections.find(({ transactionId, revision }) => known.get(transactionId)!.revision !== revision);
  if (!stale) return;
  const { revision } = known.get(stale.transactionId)!;
  throw new ReviewConflictError(`Trade ${stale.transactionId} is at revision ${revision}, not ${stale.revision}`);
}

function correctedRows(known: Map<string, TransactionRecord>, corrections: Correction[]): CorrectedRow[] {
  const ids = [...new Set(corrections.map(({ transactionId }) => transactionId))];
  const rows = ids.map((id) => {
    const before = known.get(id)!;
    const changes = corrections.filter(({ transactionId }) => transactionId === id);
    const now = changes.reduce((row, { field, value }) => corrected(row, field, value), pickContent(before));
    return { before, now };
  });
  const faults = rows.flatMap(({ before, now }) => {
    const fault = amountFault(now);
    const isAboutAmount = !isSameValue(amountOf(before), amountOf(now));
    return fault && isAboutAmount ? [{ field: 'changes', message: `changes: trade ${before.id}: ${fault}` }] : [];
  });
  if (faults.length > 0) throw new InvalidCorrectionError(faults);
  return rows;
}

const amountOf = ({
  amountMin,
  amountMax,
  amountOver,
}: Pick<TransactionRecord, 'amountMin' | 'amountMax' | 'amountOver'>) => [amountMin, amountMax, amountOver];
