import type { ParsedTransaction } from '#rotunda/domain';
import {
  amountFault,
  corrected,
  InvalidCorrectionError,
  valueOf,
  type AppliedChange,
  type Correction,
} from '../rows/correction.js';
import { ReviewConflictError } from './review-errors.js';
import { isSameValue } from '../rows/row-content.js';
import type { KnownRow } from './review-edits.js';

/**
 * @throws ReviewConflictError where a row's revision is not the one that the reviewer saw
 * @throws InvalidCorrectionError where corrections don't fit their rows
 */
export function checkedChanges(known: Map<string, KnownRow>, corrections: Correction[]): AppliedChange[] {
  refuse(corrections, ({ transactionId, revision }) => {
    return isKnownAs(known.get(transactionId), revision) || unknownRow(transactionId, revision);
  });
  for (const { transactionId, revision } of corrections) refuseStale(known.get(transactionId)!, revision);
  refuse(
    corrections,
    ({ transactionId, field }, i) =>
      corrections.findIndex((other) => other.transactionId === transactionId && other.field === field) === i ||
      `${field} of ${transactionId} is changed twice`,
  );
  refuse(
    corrections,
    ({ transactionId, field, value }) =>
      !isSameValue(valueOf(known.get(transactionId)!.row, field), value) ||
      `${field} of ${transactionId} already has this value`,
  );
  return corrections.map(({ transactionId, revision, field, value, reason }) => {
    const oldValue = valueOf(known.get(transactionId)!.row, field);
    return { transactionId, revision: (revision ?? 0) + 1, field, oldValue, newValue: value, reason };
  });
}

/** A trade is named with the revision that the reviewer saw, a row that waits without. */
export const isKnownAs = (known: KnownRow | undefined, revision: number | null): boolean =>
  known !== undefined && (known.trade === null) === (revision === null);

export const unknownRow = (id: string, revision: number | null): string =>
  revision === null ? `no row ${id} of the filing waits` : `the filing has no trade ${id}`;

export function refuseStale({ id, trade }: KnownRow, revision: number | null): void {
  if (!trade || trade.revision === revision) return;
  throw new ReviewConflictError(`Trade ${id} is at revision ${trade.revision}, not ${revision}`);
}

/**
 * The row with its corrections.
 * @throws InvalidCorrectionError where its amount is inconsistent now
 */
export function correctedRow({ id, row }: KnownRow, corrections: Correction[]): ParsedTransaction {
  const changes = corrections.filter(({ transactionId }) => transactionId === id);
  const now = changes.reduce((changed, { field, value }) => corrected(changed, field, value), row);
  const fault = amountFault(now);
  const isAboutAmount = !isSameValue(amountOf(row), amountOf(now));
  if (!fault || !isAboutAmount) return now;
  throw new InvalidCorrectionError([{ field: 'changes', message: `changes: row ${id}: ${fault}` }]);
}

/** @throws InvalidCorrectionError that lists each correction for which the rule does not return `true` */
function refuse(corrections: Correction[], rule: (correction: Correction, index: number) => true | string): void {
  const faults = corrections.flatMap((correction, i) => {
    const message = rule(correction, i);
    return message === true ? [] : [{ field: `changes.${i}`, message: `changes.${i}: ${message}` }];
  });
  if (faults.length > 0) throw new InvalidCorrectionError(faults);
}

const amountOf = ({
  amountMin,
  amountMax,
  amountOver,
}: Pick<ParsedTransaction, 'amountMin' | 'amountMax' | 'amountOver'>) => [amountMin, amountMax, amountOver];
