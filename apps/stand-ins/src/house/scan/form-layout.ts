/** The edges of a sheet's table from top to bottom, in dots. */
export interface TableBands {
  top: number;
  /** Below the headings. */
  headings: number;
  /** Below the labels of the columns. */
  labels: number;
  /** Below the printed example; null where there is none. */
  example: number | null;
  rowHeight: number;
  rows: number;
}

/** Where a printing of the form has what, in dots of an upright scan of 200 dots an inch. */
export interface FormLayout {
  width: number;
  height: number;
  /** The edges of the columns: owner, asset, types, the two dates, amounts. */
  columns: readonly number[];
  types: readonly { code: string; label: string }[];
  amounts: readonly { letter: string; lines: readonly string[] }[];
  owners: readonly string[];
  heading: { size: number; pitch: number };
  typeHeading: readonly string[];
  notesLabel: string;
  example: { traded: string; notified: string };
  hasTickBoxes: boolean;
  first: TableBands;
  further: TableBands;
}

/** One column of the table. */
export interface Span {
  left: number;
  right: number;
}

export interface Columns {
  owner: Span;
  asset: Span;
  types: Span[];
  traded: Span;
  notified: Span;
  amounts: Span[];
}

export function columnsOf({ columns: edges, types }: FormLayout): Columns {
  const spans = edges.slice(1).map((right, index): Span => ({ left: edges[index]!, right }));
  const dates = 2 + types.length;
  return {
    owner: spans[0]!,
    asset: spans[1]!,
    types: spans.slice(2, dates),
    traded: spans[dates]!,
    notified: spans[dates + 1]!,
    amounts: spans.slice(dates + 2),
  };
}

export const middleOf = ({ left, right }: Span): number => (left + right) / 2;
export const bottomOf = ({ labels, example, rows, rowHeight }: TableBands): number =>
  (example ?? labels) + rows * rowHeight;
