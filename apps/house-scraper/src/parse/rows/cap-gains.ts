import { isSymbol } from '../pdf/text-lines.js';
import type { PdfPage } from '../pdf/pdf-text.js';
import type { PrintedRow, RowSpan } from './ptr-rows.js';

/**
 * The newer template draws its boxes. A check mark is one stroked polyline of "move, line, line" (683 of 683), an empty
 * box a stroked rounded square of more segments (53 on the real forms). A ticked box has no stroke of its own. Widths
 * measured: 10 and 11 points.
 */
const TICK_SEGMENTS = 3;
const SIDE_POINTS = { min: 6, max: 14 };
/** The older template prints glyphs of Marlett over each other: `gfedc` is an empty box, `b` its check mark. */
const MARLETT_TICK = 'b';
const MARLETT_BOX = 'c';

/** A check box anywhere on a page, located by its centre. */
export interface CheckBox {
  page: number;
  x: number;
  y: number;
  isTicked: boolean;
}

/**
 * Which rows have their box "Cap. Gains > $200?" ticked, in the rows' order. Null for a row whose template has no such
 * box (before 2018), and for a row whose box was not found: boxes that the form draws in a new way must not read as
 * "no".
 */
export function readCapGains(pages: readonly PdfPage[], rows: readonly PrintedRow[]): (boolean | null)[] {
  const rowsByPage = byPage(rows);
  const found = new Map<PrintedRow, boolean>();
  for (const box of pages.flatMap(findCheckBoxes)) {
    const row = rowAt(rowsByPage.get(box.page) ?? [], box);
    if (row) found.set(row, box.isTicked || found.get(row) === true);
  }
  return rows.map((row) => (row.hasCapGains ? (found.get(row) ?? null) : null));
}

/** All check boxes of a page, including those of other sections; a ticked one may appear as both a box and a tick. */
export function findCheckBoxes({ number: page, polylines, glyphs }: PdfPage): CheckBox[] {
  const drawn = polylines
    .filter(({ segmentCount, left, right, bottom, top }) => {
      return segmentCount >= TICK_SEGMENTS && isSide(right - left) && isSide(top - bottom);
    })
    .map(({ segmentCount, ...box }) => ({ ...box, isTicked: segmentCount === TICK_SEGMENTS }));
  const printed = glyphs
    .filter((glyph) => (glyph.char === MARLETT_TICK || glyph.char === MARLETT_BOX) && isSymbol(glyph))
    .map(({ char, left, right, bottom, top }) => ({ left, right, bottom, top, isTicked: char === MARLETT_TICK }));
  return [...drawn, ...printed].map(({ left, right, bottom, top, isTicked }) => ({
    page,
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    isTicked,
  }));
}

const isSide = (points: number): boolean => points >= SIDE_POINTS.min && points <= SIDE_POINTS.max;

interface RowPart {
  row: PrintedRow;
  span: RowSpan;
}

function byPage(rows: readonly PrintedRow[]): Map<number, RowPart[]> {
  const parts = new Map<number, RowPart[]>();
  for (const row of rows) {
    for (const span of row.spans) {
      const onPage = parts.get(span.page);
      if (onPage) onPage.push({ row, span });
      else parts.set(span.page, [{ row, span }]);
    }
  }
  return parts;
}

/**
 * The lowest row of the page that begins above the box: a box is beside the first line of its row. A box that a page
 * break cuts is drawn on both pages, on the second one above all rows. It belongs to the row that continues there (13
 * of 13 such ticks).
 */
function rowAt(parts: readonly RowPart[], box: CheckBox): PrintedRow | undefined {
  const beside = parts.filter(({ span: { columns } }) => columns.capGains !== null && box.x >= columns.capGains);
  return (beside.findLast(({ span }) => span.top >= box.y) ?? beside[0])?.row;
}
