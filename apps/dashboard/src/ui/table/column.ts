import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A track of CSS grid: `8rem`, `minmax(10rem, 2fr)`. */
  width: string;
  /** Numbers are aligned at the right, their digits below each other. */
  isNumber?: boolean;
  /** Left out where there is little room, as on a phone. */
  isOptional?: boolean;
}
