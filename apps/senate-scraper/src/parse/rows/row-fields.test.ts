import { describe, expect, it } from 'vitest';
import type { PrintedRow } from './ptr-rows.js';
import { rowReasons } from '../review-gates.js';
import { readTransaction } from './row-fields.js';

const CONTEXT = { ordinal: 1, filedOn: '2025-11-10' };

describe('readTransaction', () => {
  it.each([
    ['Self', 'self'],
    ['Spouse', 'spouse'],
    ['Joint', 'joint'],
    ['Child', 'dependent'],
  ])('reads the owner %j', (raw, owner) => {
    expect(readTransaction(printedRow({ owner: raw }), CONTEXT)).toMatchObject({
      ownerRaw: raw,
      owner,
      qualityFlags: [],
    });
  });

  it.each([
    ['Purchase', 'purchase'],
    ['Sale (Full)', 'sale'],
    ['Sale (Partial)', 'sale_partial'],
  ])('reads the type %j', (raw, type) => {
    expect(readTransaction(printedRow({ type: raw }), CONTEXT)).toMatchObject({ typeRaw: raw, type, qualityFlags: [] });
  });

  it.each([
    ['$100,001 - $250,000', { amountMin: 100_001, amountMax: 250_000, amountOver: false }],
    ['Over $50,000,000', { amountMin: 50_000_000, amountMax: null, amountOver: true }],
    ['Over $1,000,000', { amountMin: 1_000_000, amountMax: null, amountOver: true }],
  ])('reads the amount %j', (amount, expected) => {
    expect(readTransaction(printedRow({ amount }), CONTEXT)).toMatchObject({ ...expected, qualityFlags: [] });
  });

  it('reads an exchange: the asset given into the row’s own fields, the one received into `exchange`', () => {
    const assetLines = ['Example Corp (Exchanged)', 'Sample Inc. (Received)'];
    const row = printedRow({ type: 'Exchange' }, { assetLines, tickerLines: ['--', 'SMPL'] });
    expect(readTransaction(row, CONTEXT)).toMatchObject({
      type: 'exchange',
      assetNameRaw: 'Example Corp (Exchanged)\nSample Inc. (Received)',
      assetName: 'Example Corp',
      tickerRaw: '--\nSMPL',
      ticker: null,
      tickerSource: null,
      exchange: { asset: 'Sample Inc.', ticker: 'SMPL' },
      qualityFlags: [],
    });
  });

  it('reads dashes and blanks as null, and keeps the ticker’s dashes as printed', () => {
    const row = printedRow({ comment: '--', assetType: '' }, { tickerLines: ['--'] });
    expect(readTransaction(row, CONTEXT)).toMatchObject({
      comment: null,
      assetType: null,
      tickerRaw: '--',
      ticker: null,
      tickerSource: null,
      qualityFlags: [],
    });
  });

  it('never reads the number column as an id: numbers repeat within a filing', () => {
    const row = { ...printedRow({ number: '7' }), domRow: 3 };
    expect(readTransaction(row, { ...CONTEXT, ordinal: 3 })).toMatchObject({
      ordinal: 3,
      sourceRowId: null,
      place: { page: null, box: null, domRow: 3 },
    });
  });

  it.each([
    ['unknown_owner', printedRow({ owner: 'Trust' })],
    ['unknown_type', printedRow({ type: 'Gift' })],
    ['unknown_band', printedRow({ amount: '$15,001 -' })],
    ['unknown_band', printedRow({ amount: '$1,001 - $50,000' })],
    ['invalid_trade_date', printedRow({ tradedOn: '02/30/2025' })],
    ['impossible_trade_date', printedRow({ tradedOn: '10/01/0202' })],
    ['missing_asset', printedRow({}, { assetLines: ['--'] })],
    ['unknown_asset_lines', printedRow({}, { assetLines: ['Example', 'Sample'] })],
    ['unknown_asset_lines', printedRow({}, { assetLines: ['Example (Exchanged)', 'Sample (Received)'] })],
    ['unknown_ticker', printedRow({}, { tickerLines: ['EXMP', 'SMPL'] })],
  ])('keeps the row, flags it %s, and asks for a review', (flag, row) => {
    const transaction = readTransaction(row, CONTEXT);
    expect(transaction.qualityFlags).toEqual([flag]);
    expect(rowReasons([row], [transaction])).toHaveLength(1);
  });

  it.each([
    ['traded_after_filed', printedRow({ tradedOn: '11/11/2025' })],
    ['exchange_without_counterpart', printedRow({ type: 'Exchange' })],
    ['unreadable_characters', printedRow({ comment: 'caf\uFFFD' })],
  ])('flags %s, which is the filer’s error, and asks for no review', (flag, row) => {
    const transaction = readTransaction(row, CONTEXT);
    expect(transaction.qualityFlags).toEqual([flag]);
    expect(rowReasons([row], [transaction])).toEqual([]);
  });
});

function printedRow(cells: Partial<PrintedRow['cells']>, rest: Partial<PrintedRow> = {}): PrintedRow {
  return {
    cells: {
      number: '1',
      tradedOn: '11/03/2025',
      owner: 'Self',
      assetType: 'Stock',
      type: 'Purchase',
      amount: '$1,001 - $15,000',
      comment: '--',
      ...cells,
    },
    tickerLines: ['EXMP'],
    assetLines: ['Example Corporation Common Stock'],
    subLines: [],
    domRow: 1,
    ...rest,
  };
}
