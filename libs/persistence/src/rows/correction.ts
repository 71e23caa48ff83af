import { isKnownBand, type PaperField, type ParsedTransaction, type RowQualityFlag } from '#rotunda/domain';
import { CORRECTABLE_FIELDS, type CorrectableField, type RowContent } from '../entities/read-row.js';

/** The flag of a corrected row; the parser's flags stay too. */
export const CORRECTED_FLAG: RowQualityFlag = 'corrected_by_reviewer';

/** A reviewer's correction of one field of one row. The value already has the field's type. */
export interface Correction {
  transactionId: string;
  /** The revision that the reviewer saw; null for a row that waits. */
  revision: number | null;
  field: CorrectableField;
  value: unknown;
  /** The reason, if it differs from the decision's. */
  reason: string | null;
}

/** A stored change: the field's value before, and in this revision. */
export interface AppliedChange {
  transactionId: string;
  revision: number;
  field: CorrectableField;
  oldValue: unknown;
  newValue: unknown;
  reason: string | null;
}

/** Corrections that don't fit their rows; each is named by its position in the list. */
export class InvalidCorrectionError extends Error {
  override readonly name = 'InvalidCorrectionError';

  constructor(readonly faults: { field: string; message: string }[]) {
    super(faults.map(({ message }) => message).join('; '));
  }
}

/** The field of a scan's reading that each comes from. */
const READ_AS: Partial<Record<CorrectableField, PaperField>> = {
  owner: 'owner',
  asset_name: 'asset_name',
  type: 'type',
  traded_on: 'traded_on',
  notified_on: 'notified_on',
  ...{ amount_min: 'amount', amount_max: 'amount', amount_over: 'amount' },
};

export const valueOf = (row: RowContent, field: CorrectableField): unknown => row[CORRECTABLE_FIELDS[field]];

/** The row with the corrected field. */
export function corrected(row: ParsedTransaction, field: CorrectableField, value: unknown): ParsedTransaction {
  const changed = { ...row, [CORRECTABLE_FIELDS[field]]: value };
  const read = READ_AS[field];
  if (row.paper && read) {
    const fields = { ...row.paper.fields, [read]: { ...row.paper.fields[read], isCorrected: true } };
    changed.paper = { ...row.paper, fields };
  }
  // A reviewer's ticker also comes from the document.
  if (field === 'ticker') changed.tickerSource = value === null ? null : 'document';
  if (!row.qualityFlags.includes(CORRECTED_FLAG)) changed.qualityFlags = [...row.qualityFlags, CORRECTED_FLAG];
  return changed;
}

/** Why the three amount fields are inconsistent; null where they are consistent, or all unknown. */
export function amountFault({
  amountMin: min,
  amountMax: max,
  amountOver: over,
}: Pick<RowContent, 'amountMin' | 'amountMax' | 'amountOver'>): string | null {
  if (min === null && max === null && !over) return null;
  if (min === null) return 'an amount needs amount_min';
  if (over && max !== null) return 'an open-ended amount (amount_over) has no amount_max';
  if (!over && max === null) return 'an amount without amount_max needs amount_over';
  if (max !== null && min > max) return `amount_min ${min} must not be above amount_max ${max}`;
  if (!isKnownBand({ min, max, over })) {
    return `${min} to ${max ?? 'any sum'} is neither a band of the form nor an exact sum (amount_min = amount_max)`;
  }
  return null;
}
