import { describe, expect, it } from 'vitest';
import { readCapGains } from './cap-gains.js';
import type { Glyph } from '../pdf/pdf-glyphs.js';
import type { PdfPage } from '../pdf/pdf-text.js';
import type { Polyline } from '../pdf/pdf-marks.js';
import { readRows } from './ptr-rows.js';
import { linesOf } from '../pdf/text-lines.js';
import { findTransactionsTable } from './transactions-table.js';

/** The measures of the newer template, in points. */
const COLUMN = { id: 25, owner: 66, asset: 105, type: 262, date: 327, notified: 382, amount: 446, gains: 525 };
const CELL = 11.3;
const SUB_LINE = 10.7;
const SECTION = 15.5;

describe('reading the transactions table', () => {
  it('continues a row below the header that a page break reprints inside it', () => {
    const first = [
      ...header(500),
      ...text('SP', COLUMN.owner, 81),
      ...text('Example Inc. - Common', COLUMN.asset, 81),
      ...cells('S (partial)', '10/29/2025', '11/01/2025', 81),
      ...text('$100,001 -', COLUMN.amount, 81),
    ];
    const second = [
      ...header(706),
      ...text('Stock (EXMP) [ST]', COLUMN.asset, 668),
      ...text('$250,000', COLUMN.amount, 668),
      ...label('Filing Status', 651),
      ...text(': New', 175, 651, SUB_LINE),
    ];
    const rows = rowsOf(page(1, first), page(2, second));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells).toMatchObject({
      owner: 'SP',
      asset: 'Example Inc. - Common Stock (EXMP) [ST]',
      type: 'S (partial)',
      tradedOn: '10/29/2025',
      notifiedOn: '11/01/2025',
      amount: '$100,001 - $250,000',
    });
    expect(rows[0]!.subLines).toEqual([expect.objectContaining({ name: 'filingStatus', lines: ['New'] })]);
    expect(rows[0]!.place).toMatchObject({ page: 1, domRow: null });
  });

  it('separates a cell that fills its column from the next one', () => {
    const fullCell = text('Example State Corporation [ST]', COLUMN.type - 30 * 5, 450);
    const [row] = rowsOf(page(1, [...header(500), ...fullCell, ...cells('S', '01/02/2025', '01/03/2025', 450)]));
    expect(row!.cells).toMatchObject({ asset: 'Example State Corporation [ST]', type: 'S' });
  });

  it('joins a word that was broken at its hyphen, without a space', () => {
    const [row] = rowsOf(
      page(1, [
        ...header(500),
        ...text('Fixed Rate Non-', COLUMN.asset, 450),
        ...cells('P', '01/02/2025', '01/03/2025', 450),
        ...text('Cumulative Stock', COLUMN.asset, 440),
      ]),
    );
    expect(row!.cells.asset).toBe('Fixed Rate Non-Cumulative Stock');
  });

  it('keeps a long description together across columns, and does not take a date in it for a row', () => {
    const [row, ...others] = rowsOf(
      page(1, [
        ...header(500),
        ...text('Example [OT]', COLUMN.asset, 450),
        ...cells('P', '01/02/2025', '01/03/2025', 450),
        ...label('Filing Status', 430),
        ...text(': New', 175, 430, SUB_LINE),
        ...label('Description', 418),
        ...text(': a note', 165, 418, SUB_LINE),
        ...text('Comments: sold again on', COLUMN.asset, 407, SUB_LINE),
        ...text('01/05/2025', COLUMN.date, 407, SUB_LINE),
      ]),
    );
    expect(others).toEqual([]);
    expect(row!.subLines.map(({ name, lines }) => [name, lines])).toEqual([
      ['filingStatus', ['New']],
      ['description', ['a note', 'Comments: sold again on 01/05/2025']],
    ]);
  });

  it('ends at the next section, and at the footnote', () => {
    const body = [
      ...header(500),
      ...text('Example [OT]', COLUMN.asset, 450),
      ...cells('P', '01/02/2025', '1/3/2025', 450),
    ];
    const section = text('Initial', 22, 400, SECTION, 'Georgia-Bold');
    const footnote = text('* For the complete list of codes', COLUMN.id, 400, SUB_LINE);
    for (const end of [section, footnote]) {
      expect(rowsOf(page(1, [...body, ...end, ...text('Example Trust (Owner: SP)', 44, 380)]))).toHaveLength(1);
    }
  });

  it('finds no table without its header', () => {
    const lines = linesOf(page(1, text('Schedule A: Assets', 22, 400, SECTION, 'Georgia-Bold')));
    expect(findTransactionsTable(lines)).toEqual({ lines: [], hasHeader: false });
  });
});

describe('readCapGains', () => {
  const twoRows = [
    ...header(500),
    ...text('Example One [OT]', COLUMN.asset, 450),
    ...cells('S', '01/02/2025', '01/03/2025', 450),
    ...label('Filing Status', 430),
    ...text('Example Two [OT]', COLUMN.asset, 400),
    ...cells('S', '01/02/2025', '01/03/2025', 400),
  ];

  it('takes a stroked line of three segments for a tick, but not the box around it', () => {
    const box = polyline(53, 451);
    const pages = [page(1, twoRows, [box, polyline(3, 401)])];
    expect(readCapGains(pages, rowsOf(...pages))).toEqual([false, true]);
  });

  it('reads the symbols of the older template', () => {
    const empty = 'gfedc'.split('').flatMap((char) => text(char, 540, 447, CELL, 'XQPBCH+Marlett'));
    const ticked = 'gfedcb'.split('').flatMap((char) => text(char, 540, 397, CELL, 'XQPBCH+Marlett'));
    const pages = [page(1, [...twoRows, ...empty, ...ticked])];
    expect(readCapGains(pages, rowsOf(...pages))).toEqual([false, true]);
  });

  it('gives null where the template has no such column', () => {
    const withoutColumn = twoRows.filter(({ left }) => left < COLUMN.gains);
    const pages = [page(1, withoutColumn)];
    expect(readCapGains(pages, rowsOf(...pages))).toEqual([null, null]);
  });

  it('gives null for a row without a box, which is not the same as an empty box', () => {
    const pages = [page(1, twoRows, [polyline(3, 401)])];
    expect(readCapGains(pages, rowsOf(...pages))).toEqual([null, true]);
  });

  it('gives a tick that a page break drew twice to the row that continues there', () => {
    const second = [...header(706), ...label('Filing Status', 651), ...text(': New', 175, 651, SUB_LINE)];
    const pages = [page(1, twoRows, [polyline(53, 451)]), page(2, second, [polyline(3, 680)])];
    expect(readCapGains(pages, rowsOf(...pages))).toEqual([false, true]);
  });
});

const rowsOf = (...pages: PdfPage[]) => readRows(findTransactionsTable(pages.flatMap(linesOf)).lines);

const page = (number: number, glyphs: Glyph[], polylines: Polyline[] = []): PdfPage => ({
  number,
  glyphs,
  polylines,
  isImage: false,
});

/** A tick or box in the last column beside the line at this baseline. */
const polyline = (segmentCount: number, baseline: number): Polyline => ({
  segmentCount,
  left: 544,
  right: 554,
  bottom: baseline - 4,
  top: baseline + 6,
});

/** Characters 5 points wide. */
function text(line: string, left: number, baseline: number, height = CELL, font = 'Georgia'): Glyph[] {
  return line.split('').map((char, index) => ({
    char,
    left: left + index * 5,
    right: left + (index + 1) * 5,
    bottom: baseline - height * 0.24,
    top: baseline + height * 0.76,
    baseline,
    inkTop: null,
    font,
  }));
}

/** A label in the small capitals of the newer template, which names only the full capitals. */
function label(words: string, baseline: number): Glyph[] {
  return text(words.replaceAll(/[a-z]/g, '\0'), COLUMN.asset, baseline, SUB_LINE);
}

function cells(type: string, tradedOn: string, notifiedOn: string, baseline: number): Glyph[] {
  return [
    ...text(type, COLUMN.type, baseline),
    ...text(tradedOn, COLUMN.date, baseline),
    ...text(notifiedOn, COLUMN.notified, baseline),
  ];
}

function header(baseline: number): Glyph[] {
  const bold = (line: string, left: number, below = 0): Glyph[] =>
    text(line, left, baseline - below, 12.2, 'Georgia-Bold');
  return [
    ...bold('ID', COLUMN.id),
    ...bold('Owner', COLUMN.owner),
    ...bold('Asset', COLUMN.asset),
    ...bold('Transaction', COLUMN.type),
    ...bold('Date', COLUMN.date),
    ...bold('Notification', COLUMN.notified),
    ...bold('Amount', COLUMN.amount),
    ...bold('Cap.', COLUMN.gains),
    ...bold('$200?', COLUMN.gains, 22),
  ];
}
