import type { Box } from '../../image/grey-image.js';
import { median } from '../../image/median.js';
import type { Rule, Rules } from '../../image/rules.js';
import type { FoundTable } from './find-table.js';

/** One of a table's lines; a warped sheet bends it. */
interface GridLine {
  /** Its middle, at a place along it. */
  at: (along: number) => number;
  thickness: number;
}

/** A printed table's cells. */
export interface TableGrid {
  table: FoundTable;
  columns: GridLine[];
  rows: GridLine[];
  /** The cell right of one line and below another, up to the next lines; `inset` pixels inside of them. */
  cell: (column: number, row: number, inset?: number) => Box;
}

/** The table's outline. */
export const tableBox = ({ across, down }: FoundTable): Box => ({
  left: across[0]!,
  top: down[0]!,
  right: across.at(-1)!,
  bottom: down.at(-1)!,
});

/** Follows each line of the table along its pieces. */
export function gridOf(table: FoundTable, { horizontal, vertical }: Rules): TableGrid {
  const reach = 0.005 * (table.across.at(-1)! - table.across[0]!);
  const [top, bottom, left, right] = [table.down[0]!, table.down.at(-1)!, table.across[0]!, table.across.at(-1)!];
  const columns = linesAt(table.across, vertical, { from: top, to: bottom, reach });
  const rows = linesAt(table.down, horizontal, { from: left, to: right, reach });
  return {
    table,
    columns,
    rows,
    cell: (column, row, inset = 0) => {
      const [x, y] = [
        (table.across[column]! + table.across[column + 1]!) / 2,
        (table.down[row]! + table.down[row + 1]!) / 2,
      ];
      const [above, below, before, after] = [rows[row]!, rows[row + 1]!, columns[column]!, columns[column + 1]!];
      return {
        left: Math.round(before.at(y) + (inset > 0 ? before.thickness / 2 + inset : 0)),
        top: Math.round(above.at(x) + (inset > 0 ? above.thickness / 2 + inset : 0)),
        right: Math.round(after.at(y) - (inset > 0 ? after.thickness / 2 + inset : 0)),
        bottom: Math.round(below.at(x) - (inset > 0 ? below.thickness / 2 + inset : 0)),
      };
    },
  };
}

interface Span {
  from: number;
  to: number;
  reach: number;
}

function linesAt(places: readonly number[], rules: readonly Rule[], span: Span): GridLine[] {
  const pieces = places.map((place) => piecesOf(place, rules, span));
  const tilt = median(pieces.flat().map(({ slope }) => slope));
  return pieces.map((near, index) => {
    const thickness = median(near.map((piece) => piece.thickness)) || 2;
    const middle = (span.from + span.to) / 2;
    return {
      thickness,
      at: (along) => {
        const piece = near.find(({ start, end }) => start <= along && along <= end);
        return piece ? placeOf(piece, along) : places[index]! + tilt * (along - middle);
      },
    };
  });
}

/** The pieces of one line, the longest first. */
function piecesOf(place: number, rules: readonly Rule[], { from, to, reach }: Span): Rule[] {
  const near = rules.filter(
    (rule) =>
      Math.abs(rule.middle - place) <= reach && rule.end > from && rule.start < to && rule.end - rule.start > 4 * reach,
  );
  return near.sort((one, other) => other.end - other.start - (one.end - one.start));
}

const placeOf = ({ middle, slope, start, end }: Rule, along: number): number =>
  middle + slope * (along - (start + end) / 2);
