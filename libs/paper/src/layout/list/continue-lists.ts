import type { SheetLayout, TableColumn } from '../sheet-layout.js';

/** Columns of two sheets agree where no edge is farther off than this share of the table's width. */
const AGREEING = 0.006;

/** Sheets of a list without a header take over the columns of the last one with the same lines. */
export function continueLists(sheets: readonly SheetLayout[]): SheetLayout[] {
  let last: SheetLayout | null = null;
  return sheets.map((sheet) => {
    if (sheet.kind !== 'list' || !sheet.columns) return sheet;
    if (sheet.form) {
      last = sheet;
      return sheet;
    }
    if (!last?.form || !last.columns || !agree(last.columns, sheet.columns)) return sheet;
    return { ...sheet, form: { ...last.form, confidence: 0.97, box: frameOf(sheet.columns) } };
  });
}

function agree(one: readonly TableColumn[], other: readonly TableColumn[]): boolean {
  const [before, after] = [edgesOf(one), edgesOf(other)];
  return (
    one.length === other.length &&
    one.every(({ role }, index) => role === other[index]!.role) &&
    before.every((edge, index) => Math.abs(edge - after[index]!) <= AGREEING)
  );
}

/** Right edges of the columns, as shares of the table's width. */
function edgesOf(columns: readonly TableColumn[]): number[] {
  const { left, right } = frameOf(columns);
  return columns.map(({ box }) => (box.right - left) / (right - left));
}

function frameOf(columns: readonly TableColumn[]): TableColumn['box'] {
  const [first, last] = [columns[0]!.box, columns.at(-1)!.box];
  return { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
}
