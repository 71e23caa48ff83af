import type { TransactionType } from '#rotunda/domain';
import type { AmountLetter } from '../../forms/form-versions.js';
import type { InkCounts } from '../../image/bitmap.js';
import type { Box } from '../../image/grey-image.js';
import { clearMark, faintestMark, inkOf, inksOf, type Option, readMark, unclear } from './marks.js';
import type { RowLayout } from '../sheet-layout.js';
import type { TableGrid } from './table-grid.js';

/** A cell with less ink is empty, in millionths of the square of the table's width. */
const FAINTEST_TEXT = 15;
/** Strokes of a date above often hang this far in; a date has 130 and more. */
const FAINTEST_DATE = 60;

interface InkedRow {
  box: Box;
  cells: { owner: Box; asset: Box; tradedOn: Box; notifiedOn: Box };
  has: { owner: boolean; asset: boolean; dates: boolean };
  types: Option<TransactionType>[];
  amounts: Option<AmountLetter>[];
}

/** The rows below the printed example. */
export function houseRows(pen: InkCounts, grid: TableGrid): RowLayout[] {
  const rows = inkedRows(pen, grid);
  const groups = rows.flatMap(({ types, amounts }) => [types, amounts]);
  const limits = { faintest: faintestMark(groups), clear: clearMark(groups) };
  return withoutWritingThrough(rows.map((row) => ({ row, layout: layoutOf(row, limits) })));
}

function inkedRows(pen: InkCounts, { table, cell }: TableGrid): InkedRow[] {
  const { across, down, printed, kind } = table;
  const width = across.at(-1)! - across[0]!;
  const dates = 2 + printed.types.length;
  return Array.from({ length: printed[kind].rows }, (_, index) => {
    const row = down.length - 1 - printed[kind].rows + index;
    const options = <T>(values: readonly T[], column: number): Option<T>[] =>
      values.map((value, at) => {
        const box = cell(column + at, row);
        return { value, cell: box, ink: inkOf(pen, box, width) };
      });
    const cells = {
      owner: cell(0, row, 2),
      asset: cell(1, row, 2),
      tradedOn: cell(dates, row, 2),
      notifiedOn: cell(dates + 1, row, 2),
    };
    const hasText = (box: Box, faintest = FAINTEST_TEXT): boolean => pen.in(heart(box)) * 1e6 > faintest * width ** 2;
    return {
      box: { ...cell(0, row), right: cell(across.length - 2, row).right },
      cells,
      has: {
        owner: hasText(cells.owner),
        asset: hasText(cells.asset),
        dates: hasText(cells.tradedOn, FAINTEST_DATE) || hasText(cells.notifiedOn, FAINTEST_DATE),
      },
      types: options(printed.types, 2),
      amounts: options(printed.amounts, dates + 2),
    };
  });
}

/** Without the edges, where letters of the neighbouring lines hang in. */
function heart(box: Box): Box {
  const edge = (box.bottom - box.top) * 0.2;
  return { ...box, top: box.top + edge, bottom: box.bottom - edge };
}

function layoutOf(
  { box, cells, has, types, amounts }: InkedRow,
  { faintest, clear }: { faintest: number; clear: number },
): RowLayout {
  const isMarked = [types, amounts].some((options) => inksOf(options)[0]! >= clear);
  const type = readMark(types, faintest);
  const amount = readMark(amounts, faintest);
  return {
    ...{ box, cells, type, amount },
    isEmpty: !isMarked && !has.owner && !has.asset && !has.dates,
    isHeading: has.asset && !has.owner && !has.dates && type.value === null && amount.value === null,
  };
}

/**
 * A word that runs down through the types of all rows is no mark: "Redemption", with the printed types struck out. It
 * shows in lines that have nothing else to the right of the asset.
 */
function withoutWritingThrough(rows: readonly { row: InkedRow; layout: RowLayout }[]): RowLayout[] {
  const alone = rows.filter(({ row, layout }) => !row.has.dates && layout.amount.value === null);
  const through = alone.map(({ layout }) => layout.type.value).filter((type) => type !== null);
  return rows.map(({ row, layout }) =>
    layout.type.value !== null && through.filter((type) => type === layout.type.value).length > 1
      ? { ...layout, type: unclear(row.types) }
      : layout,
  );
}
