import { beforeAll, describe, expect, it } from 'vitest';
import type { Bitmap } from '../../scan/bitmap.js';
import { drawReport } from './draw-report.js';
import { A12 } from './form-a12.js';
import { C20 } from './form-c20.js';
import { type FormLayout, type Span, columnsOf } from './form-layout.js';
import type { PaperFacts } from './paper-facts.js';

const FACTS: PaperFacts = {
  docId: '29990001',
  form: 'A12',
  hand: 'typed',
  rotation: 0,
  filer: 'Fiction Sample',
  state: 'TX',
  district: '1',
  filingDate: '1/20/2026',
  isInitial: true,
  notes: [],
  sheets: [
    [{ owner: 'SP', asset: 'Example Works', type: 'S', tradedOn: '2026-01-05', notifiedOn: '', amount: 'C' }],
    [],
  ],
};

/** Black dots in the middle of a cell of the first row: away from lines, however askew the sheet lies. */
function ink(sheet: Bitmap, { first, hasTickBoxes }: FormLayout, { left, right }: Span): number {
  const middle = first.example! + first.rowHeight / 2;
  const half = hasTickBoxes ? 10 : 20;
  let dots = 0;
  for (let y = Math.round(middle) - half; y <= middle + half; y += 1) {
    for (let x = Math.round((left + right) / 2) - 10; x <= (left + right) / 2 + 10; x += 1) {
      if (sheet.isBlack(x, y)) dots += 1;
    }
  }
  return dots;
}

describe.each([
  ['A12', A12],
  ['C20', C20],
] as const)('a report on form %s', (form, layout) => {
  let sheets: Bitmap[];
  beforeAll(async () => {
    sheets = await drawReport({ ...FACTS, form });
  });

  it('has its marks in the columns of type and amount, and nowhere else', () => {
    const { types, amounts } = columnsOf(layout);
    const isMarked = (column: Span): boolean => ink(sheets[0]!, layout, column) > 40;
    const marked = (columns: readonly Span[]): number[] =>
      columns.flatMap((column, n) => (isMarked(column) ? [n] : []));
    expect(marked(types)).toEqual([1]);
    expect(marked(amounts)).toEqual([2]);
  });

  it('has what was written in the cells of owner and dates', () => {
    const { owner, traded, notified } = columnsOf(layout);
    expect(ink(sheets[0]!, layout, owner)).toBeGreaterThan(20);
    expect(ink(sheets[0]!, layout, traded)).toBeGreaterThan(20);
    expect(ink(sheets[0]!, layout, notified)).toBeLessThan(20);
  });

  it('is the same each time it is drawn', async () => {
    const again = await drawReport({ ...FACTS, form });
    expect(again.map(({ bytes }, page) => bytes.equals(sheets[page]!.bytes))).toEqual([true, true]);
  });
});
