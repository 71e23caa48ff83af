import type { TransactionType } from '#rotunda/domain';
import type { Box, UprightSheet } from '../image/grey-image.js';
import type { AmountLetter, FormVersion, SheetKind } from '../forms/form-versions.js';
import type { ColumnRole } from '../forms/table-columns.js';

/** Something that was read, and how sure it is. */
export interface Read<T> {
  value: T;
  /** From 0 to 1: the share of readings with this confidence that are right. */
  confidence: number;
  box: Box;
}

/** What the lines and marks of a sheet tell, without reading a letter. */
export interface SheetLayout {
  upright: UprightSheet;
  kind: SheetKind;
  /** Null where no known form has such a grid. */
  form: Read<FormVersion> | null;
  /** Where the form's header has the filer's name, and so on; by name, see the form's description. */
  headerCells: Partial<Record<HeaderCell, Box>>;
  /** Rows of the table below the printed example, empty ones and headings among them, from the top. */
  rows: RowLayout[];
  /** Of a filer's own table: its columns, from the left. */
  columns?: TableColumn[];
}

export interface TableColumn {
  /** From its first row to its last. */
  box: Box;
  /** What it has, by the table's shape. Null: the shape does not tell. */
  role: ColumnRole | null;
  /** Its label. Null: the sheet has no header. */
  label: Box | null;
}

/** `exampleDate`: the printed date of the transaction, whose year tells C18 from C20 and D20 from D24. */
export type HeaderCell = 'name' | 'state' | 'district' | 'initial' | 'amendment' | 'notes' | 'exampleDate';

export interface RowLayout {
  box: Box;
  /** Inside the lines. Null where the form has no such column. */
  cells: { owner: Box | null; asset: Box; tradedOn: Box; notifiedOn: Box | null };
  /** Null: no option has a mark. */
  type: Read<TransactionType | null>;
  /** Null: no option has a mark. */
  amount: Read<AmountLetter | null>;
  /** Whether any cell has ink that the empty form lacks. */
  isEmpty: boolean;
  /** Cells to the right are blacked out, or only the asset cell has text: it names a trust or an account. */
  isHeading: boolean;
}
