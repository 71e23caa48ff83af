import { isKnownBand, type RowQualityFlag } from '#rotunda/domain';
import { CORRECTABLE_FIELDS, type CorrectableField, type RowContent } from '../entities/read-row.js';

/** The flag of a row with a corrected field; what the parser doubted stays beside it. */
export const CORRECTED_FLAG: RowQualityFlag = 'corrected_by_reviewer';

/** One field of one row, as a reviewer wants it. The value was checked to be of the field's kind. */
export interface Correction {
  transactionId: string;
  /** The revision that the reviewer saw. */
  revision: number;
  field: CorrectableField;
  value: unknown;
  /** Why, where it is another reason than the decision's. */
  reason: string | null;
}

/** A change as it is kept: what the field was, and is in this revision. */
export interface AppliedChange {
  transactionId: string;
  revision: number;
  field: CorrectableField;
  oldValue: unknown;
  newValue: unknown;
  reason: string | null;
}

/** Corrections that don't fit the rows they are for; each is named by its place in the list. */
export class InvalidCorrectionError extends Error {
  override readonly name = 'InvalidCorrectionError';

  constructor(readonly faults: { field: string; message: string }[]) {
    super(faults.map(({ message }) => message).join('; '));
  }
}

export const valueOf = (row: RowContent, field: CorrectableField): unknown => row[CORRECTABLE_FIELDS[field]];

/** The row with one field as a reviewer corrected it. */
export function corrected<T extends RowContent>(row: T, field: CorrectableField, value: unknown): T {
  const changed = { ...row, [CORRECTABLE_FIELDS[field]]: value };
  // A ticker that a person gives was read in the document too.
  if (field === 'ticker') changed.tickerSource = value === null ? null : 'document';
  if (!row.qualityFlags.includes(CORRECTED_FLAG)) changed.qualityFlags = [...row.qualityFlags, CORRECTED_FLAG];
  return changed;
}

/** Why the three fields of an amount don't make one; null where they do, or where all of it is unknown. */
export function amountFault({ amountMin: min, amountMax: max, amountOver: over }: RowContent): string | null {
  if (min === null && max === null && !over) return null;
  if (min === null) return 'an amount needs amount_min';
  if (over && max !== null) return 'an open-ended amount (amount_over) has no amount_max';
  if (!over && max === null) return 'an amount without amount_max needs amount_over';
  if (max !== null && min > max) return `amount_min ${min} must not be above amount_max ${max}`;
  if (!isKnownBand({ min, max, over })) {
    return `${min} to ${max ?? 'any sum'} is no band of the form, and no exact sum (amount_min = amount_max)`;
  }
  return null;
}
