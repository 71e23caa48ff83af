import { TRANSACTION_TYPES, type TransactionType } from '#rotunda/domain';
import { AMOUNT_LETTERS, type AmountLetter } from '../../forms/form-versions.js';
import type { ColumnPlan, ColumnRole } from '../../forms/table-columns.js';
import type { Box } from '../../image/grey-image.js';
import type { RowLayout } from '../sheet-layout.js';
import type { CellInk } from './cell-ink.js';
import type { Band } from './cells.js';
import { type Option, readMark } from './marks.js';
import type { TableSheet } from './table-sheet.js';

/** Reads what a band of a table holds. */
export function rowOf(band: Band, plan: ColumnPlan, ink: CellInk): RowLayout {
  const cell = (role: ColumnRole): Box | null => cellOf(band, plan, role, ink);
  const asset = cell('asset')!;
  const [owner, tradedOn, notifiedOn] = [cell('owner'), cell('tradedOn')!, cell('notifiedOn')];
  const types = optionsOf(TRANSACTION_TYPES, cell);
  const amounts = optionsOf(AMOUNT_LETTERS, cell);
  const beside = [tradedOn, notifiedOn, ...types.map(({ box }) => box), ...amounts.map(({ box }) => box)];
  const right = beside.filter((box) => box !== null);
  const isBlacked = right.filter((box) => ink.isBlack(box)).length >= 0.8 * right.length;
  const isNamed = ink.isWritten(asset) || (owner !== null && ink.isWritten(owner));
  const isHeading = isBlacked || (ink.isWritten(asset) && !right.some((box) => ink.isWritten(box)));
  return {
    box: band.box,
    cells:
      isHeading && owner
        ? { owner, asset: joined(owner, asset), tradedOn, notifiedOn }
        : { owner, asset, tradedOn, notifiedOn },
    type: readMark<TransactionType>(types, ink),
    amount: readMark<AmountLetter>(amounts, ink),
    isEmpty: !isNamed && !isBlacked && !ink.isWritten(tradedOn) && !(notifiedOn && ink.isWritten(notifiedOn)),
    isHeading,
  };
}

function cellOf(band: Band, plan: ColumnPlan, role: ColumnRole, ink: CellInk): Box | null {
  const box = band.cells[plan.findIndex((column) => column.role === role)];
  if (!box) return null;
  return isOption(role) ? ink.trimAround(box) : ink.trim(box);
}

function optionsOf<T extends ColumnRole>(roles: readonly T[], cell: (role: T) => Box | null): Option<T>[] {
  return roles.flatMap((value) => {
    const box = cell(value);
    return box ? [{ value, box }] : [];
  });
}

/** Options of a band with ink in their cell. */
export function markedOptions(band: Band, plan: ColumnPlan, ink: CellInk): number {
  return plan.filter(({ role }) => isOption(role) && ink.in(cellOf(band, plan, role, ink)!) >= ink.least).length;
}

/** In the House's printed form each option has a tick box. A list has none: nearly all of its cells stay empty. */
export function hasPrintedBoxes({ body, table: { plan }, ink }: TableSheet): boolean {
  const options = plan.filter(({ role }) => isOption(role)).length;
  const rows = body.filter((band) => !rowOf(band, plan, ink).isHeading);
  const marked = rows.reduce((sum, band) => sum + markedOptions(band, plan, ink), 0);
  return marked > 0.4 * options * rows.length;
}

const OPTIONS: readonly ColumnRole[] = [...TRANSACTION_TYPES, ...AMOUNT_LETTERS];
const isOption = (role: ColumnRole): boolean => OPTIONS.includes(role);

const joined = (before: Box, after: Box): Box => ({
  left: before.left,
  right: after.right,
  top: Math.max(before.top, after.top),
  bottom: Math.min(before.bottom, after.bottom),
});
