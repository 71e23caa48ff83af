import { describe, expect, it } from 'vitest';
import type { PrintedRow } from './ptr-rows.js';
import { headerReasons, pageReasons, rowReasons } from '../review-gates.js';
import { readTransaction } from './row-fields.js';

const CONTEXT = { ordinal: 1, capGainsOver200: false, signedOn: '2025-11-10', isCaseScrambled: false };

describe('readTransaction', () => {
  it('reads a blank owner as the member', () => {
    expect(readTransaction(printedRow({ owner: '' }), CONTEXT)).toMatchObject({ ownerRaw: '', owner: 'self' });
  });

  it.each([
    ['P', 'purchase'],
    ['s', 'sale'],
    ['S (partial)', 'sale_partial'],
    ['E', 'exchange'],
  ])('reads type %j without case', (raw, type) => {
    expect(readTransaction(printedRow({ type: raw }), CONTEXT)).toMatchObject({ typeRaw: raw, type, qualityFlags: [] });
  });

  it.each([
    ['$100,001 - $250,000', { amountMin: 100_001, amountMax: 250_000, amountOver: false }],
    ['Over $50,000,000', { amountMin: 50_000_000, amountMax: null, amountOver: true }],
    ['Spouse/DC Over $1,000,000', { amountMin: 1_000_000, amountMax: null, amountOver: true }],
    ['$509.87', { amountMin: 509.87, amountMax: 509.87, amountOver: false }],
  ])('reads the amount %j', (amount, expected) => {
    expect(readTransaction(printedRow({ amount }), CONTEXT)).toMatchObject({ ...expected, qualityFlags: [] });
  });

  it.each([
    [{ owner: 'XX' }, 'unknown_owner'],
    [{ type: 'Gift' }, 'unknown_type'],
    [{ amount: '$15,001 -' }, 'unknown_band'],
    [{ amount: '$1,001 - $50,000' }, 'unknown_band'],
    [{ tradedOn: '02/30/2025' }, 'invalid_trade_date'],
    [{ notifiedOn: '' }, 'invalid_notification_date'],
    [{ tradedOn: '10/01/0202' }, 'impossible_trade_date'],
    [{ tradedOn: '10/01/2202', notifiedOn: '10/01/2202' }, 'impossible_trade_date', 2],
    [{ notifiedOn: '10/01/0202' }, 'impossible_notification_date'],
    [{ asset: '' }, 'missing_asset'],
  ])('keeps a row with %j, flags it, and asks for a review', (cells, flag, reasons = 1) => {
    const row = printedRow(cells);
    const transaction = readTransaction(row, CONTEXT);
    expect(transaction.qualityFlags).toContain(flag);
    expect(rowReasons([row], [transaction], 1)).toHaveLength(reasons);
  });

  it.each([
    [{ tradedOn: '11/05/2025', notifiedOn: '11/04/2025' }, 'traded_after_notified'],
    [{ tradedOn: '11/11/2025', notifiedOn: '11/12/2025' }, 'traded_after_signed'],
  ])('flags the filer’s own error %j and asks for no review', (cells, flag) => {
    const row = printedRow(cells);
    const transaction = readTransaction(row, CONTEXT);
    expect(transaction.qualityFlags).toEqual([flag]);
    expect(rowReasons([row], [transaction], 1)).toEqual([]);
  });

  it('flags texts whose case is scrambled', () => {
    const { qualityFlags } = readTransaction(printedRow({}), { ...CONTEXT, isCaseScrambled: true });
    expect(qualityFlags).toEqual(['case_scrambled']);
  });

  it('gives the name in its drawn case, flags that, and keeps the raw text', () => {
    // As in the real 20007507, of the older template.
    const row = { ...printedRow({ asset: 'amazon.com, Inc. (aMZN)' }), drawnAsset: 'Amazon.com, Inc. (AMZN)' };
    expect(readTransaction(row, { ...CONTEXT, isCaseScrambled: true })).toMatchObject({
      assetNameRaw: 'amazon.com, Inc. (aMZN)',
      assetName: 'Amazon.com, Inc.',
      tickerRaw: 'aMZN',
      ticker: 'AMZN',
      qualityFlags: ['case_scrambled', 'case_restored'],
    });
  });
});

describe('the gates', () => {
  it('ask for a review where rows and status lines differ in number, and where there are no rows', () => {
    expect(rowReasons([], [], 0)).toEqual([{ code: 'no_rows', params: {} }]);
    const row = printedRow({});
    expect(rowReasons([row], [readTransaction(row, CONTEXT)], 2)).toEqual([
      { code: 'status_lines_differ', params: { rows: 1, lines: 2 } },
    ]);
  });

  it('ask for a review where the id at the top or the signature at the end is missing', () => {
    const header = { filerNameRaw: null, stateDistrict: null, isCaseScrambled: false };
    expect(headerReasons({ ...header, filingId: '20000001', signedOn: '2025-11-10' })).toEqual([]);
    expect(headerReasons({ ...header, filingId: null, signedOn: null })).toHaveLength(2);
  });

  it('ask for a review where a page is empty: its content is lost without a trace', () => {
    const page = { glyphs: [], polylines: [], isImage: false };
    expect(pageReasons([{ ...page, number: 1 }])).toEqual([{ code: 'page_without_text', params: { page: 1 } }]);
  });

  it('ask for a review where a page ends before it is full, unless it is the last one', () => {
    const glyph = { char: 'x', left: 22, right: 27, bottom: 597, top: 608, baseline: 600, inkTop: null, font: '' };
    const page = { glyphs: [glyph], polylines: [], isImage: false };
    expect(pageReasons([1, 2].map((number) => ({ ...page, number })))).toEqual([
      { code: 'page_cut_off', params: { page: 1 } },
    ]);
  });

  it('ask for a review where a row lacks its box in the column "Cap. Gains": it must not read as "no"', () => {
    const row = printedRow({});
    const transaction = readTransaction(row, { ...CONTEXT, capGainsOver200: null });
    expect(transaction).toMatchObject({ capGainsOver200: null, qualityFlags: ['missing_cap_gains_box'] });
    expect(rowReasons([row], [transaction], 1)).toEqual([
      { code: 'missing_cap_gains_box', params: { rows: [1], more: 0 } },
    ]);
  });

  it('name an unknown label', () => {
    const row = printedRow({});
    row.subLines.push({ name: null, label: 'Q\uFFFD\uFFFD', lines: ['text'] });
    expect(rowReasons([row], [readTransaction(row, CONTEXT)], 1)).toEqual([
      { code: 'unknown_label_below_row', params: { label: 'Q\uFFFD\uFFFD' } },
    ]);
  });
});

function printedRow(cells: Partial<PrintedRow['cells']>): PrintedRow {
  return {
    cells: {
      id: '',
      owner: 'SP',
      asset: 'Example Corporation (EXMP) [ST]',
      type: 'P',
      tradedOn: '10/08/2025',
      notifiedOn: '11/04/2025',
      amount: '$1,001 - $15,000',
      capGains: '',
      ...cells,
    },
    subLines: [{ name: 'filingStatus', label: 'Filing Status', lines: ['New'] }],
    drawnAsset: null,
    hasCapGains: true,
    spans: [],
    place: { page: 1, box: [65, 431, 513, 467], domRow: null },
  };
}
