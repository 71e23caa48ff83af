import type { Box } from '../../image/grey-image.js';
import type { RuledTable } from './ruled-table.js';
import type { TracedLine } from './traced-line.js';

/** What lies between two level lines of a table. */
export interface Band {
  above: TracedLine;
  below: TracedLine;
  /** Inside the lines, by column of the table's plan. */
  cells: Box[];
  box: Box;
}

/** All bands of a table, from the top; thinner ones than a line of text are the lines themselves. */
export function bandsOf(table: RuledTable): Band[] {
  const middle = (table.columns[0]!.at(0) + table.columns.at(-1)!.at(0)) / 2;
  const bands = table.levels.slice(1).map((below, index) => ({ above: table.levels[index]!, below }));
  return bands
    .filter(({ above, below }) => below.at(middle) - above.at(middle) >= 10)
    .map(({ above, below }) => bandBetween(above, below, table.columns));
}

export function bandBetween(above: TracedLine, below: TracedLine, columns: readonly TracedLine[]): Band {
  const cells = columns.slice(1).map((right, index) => cellOf(above, below, columns[index]!, right));
  const [first, last] = [cells[0]!, cells.at(-1)!];
  const box = {
    left: first.left,
    right: last.right,
    top: Math.min(...cells.map(({ top }) => top)),
    bottom: Math.max(...cells.map(({ bottom }) => bottom)),
  };
  return { above, below, cells, box };
}

/** Lines wander: those of a cell are where they are beside it. */
function cellOf(above: TracedLine, below: TracedLine, before: TracedLine, after: TracedLine): Box {
  const y = (above.at(before.at(0)) + below.at(before.at(0))) / 2;
  const x = (before.at(y) + after.at(y)) / 2;
  return {
    left: Math.ceil(before.at(y) + before.thickness / 2 + 1),
    right: Math.floor(after.at(y) - after.thickness / 2),
    top: Math.ceil(above.at(x) + above.thickness / 2 + 1),
    bottom: Math.floor(below.at(x) - below.thickness / 2),
  };
}
