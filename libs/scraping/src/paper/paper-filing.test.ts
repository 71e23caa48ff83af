import { describe, expect, it } from 'vitest';
import type { Box, RowReading, ScanReading, SheetLayout, SheetKind } from '#rotunda/paper';
import { filingOfScan } from './paper-filing.js';

const BOX: Box = { left: 10.4, top: 20, right: 30, bottom: 40 };
const read = <T>(value: T, raw = '', confidence = 1) => ({ value, raw, confidence, box: BOX });

const row = (change: Partial<RowReading['fields']> = {}, page = 1): RowReading => ({
  page,
  box: BOX,
  hand: 'typed',
  fields: {
    owner: read('spouse', 'SP'),
    asset_name: read('Sample Company (SMPL)', 'Sample Company (SMPL)'),
    type: read('sale', 'Sale'),
    traded_on: read('2020-01-02', '1/2/20'),
    notified_on: read('2020-01-06', '1/6/20'),
    amount: read('A', 'A'),
    ...change,
  },
});

const sheet = (kind: SheetKind = 'first', form: 'A12' | 'C20' = 'A12'): SheetLayout => ({
  upright: {
    ...{ width: 100, height: 80, pixels: new Uint8Array(), rotation: 270, skew: 0.1 },
    toScan: ({ left, top, right, bottom }) => ({ left: top, top: left, right: bottom, bottom: right }),
  },
  kind,
  form: kind === 'other' ? null : { value: form, confidence: 1, box: BOX },
  headerCells: {},
  rows: [],
});

function filing(change: Partial<ScanReading>, sheets = change.sheets?.length ?? 1) {
  const empty: ScanReading = {
    ...{
      class: 'typed',
      sheets: [sheet()],
      rows: [],
      nothing: null,
      unclear: [],
      filerName: null,
      isAmendment: read(null),
    },
  };
  const reading = { ...empty, ...change };
  const known = {
    ...({ chamber: 'house', externalId: null, filedOn: '2020-01-08', parserVersion: 'house-scan/1' } as const),
    sheets: Array.from({ length: sheets }, (_, index) => ({ url: null, sheet: index + 1 })),
  };
  const toPoints = ({ left, top, right, bottom }: Box): [number, number, number, number] => [left, bottom, right, top];
  const seen = reading.sheets.map(() => ({ picture: new Uint8Array([1]), toPoints }));
  return filingOfScan(known, reading, seen);
}

describe('a scan as a filing', () => {
  it('stores a row whose every field is sure: with the band of the law, the printed label, and its place', () => {
    const { transactions, paper, ...rest } = filing({ rows: [row()] });
    expect(rest).toMatchObject({ format: 'paper', expectedRows: null, reviewReasons: [] });
    expect(paper).toMatchObject({ class: 'typed', waiting: [], sheets: [{ page: 1, form: 'A12', rotation: 270 }] });
    expect(transactions).toHaveLength(1);
    expect(transactions[0]).toMatchObject({
      ...{ ordinal: 1, owner: 'spouse', assetName: 'Sample Company', ticker: 'SMPL', tickerSource: 'document' },
      ...{ type: 'sale', amountRaw: '$1,000-$15,000', amountMin: 1_001, amountMax: 15_000, qualityFlags: [] },
      place: { page: 1, box: [20, 30, 40, 10.4], domRow: null },
      paper: { box: [10, 20, 30, 40], fields: { amount: { raw: 'A', isDoubtful: false } } },
    });
  });

  it.each([
    ['an owner of low confidence', { owner: read(null, '?', 0.2) }, 'owner', 'unknown_owner'],
    ['no type', { type: read(null) }, 'type', 'unknown_type'],
    ['no amount', { amount: read(null) }, 'amount', 'unknown_band'],
    ['an unreadable date', { traded_on: read(null, '1/x/20') }, 'traded_on', 'invalid_trade_date'],
    ['a trade after its notice', { traded_on: read('2020-01-07', '1/7/20') }, 'notified_on', 'traded_after_notified'],
    ['a trade after the filing', { traded_on: read('2020-02-01', '2/1/20') }, 'traded_on', 'traded_after_filed'],
    ['no asset', { asset_name: read('') }, 'asset_name', 'missing_asset'],
  ] as const)('lets a row wait that has %s, however sure the rest is', (_what, change, field, flag) => {
    const { transactions, paper, reviewReasons } = filing({ rows: [row(), row(change)] });
    expect(transactions.map(({ ordinal }) => ordinal)).toEqual([1]);
    expect(paper!.waiting.map(({ ordinal }) => ordinal)).toEqual([2]);
    expect(paper!.waiting[0]!.paper!.fields[field].isDoubtful).toBe(true);
    expect(paper!.waiting[0]!.qualityFlags).toContain(flag);
    expect(reviewReasons).toEqual([{ code: 'doubtful_reading', params: { rows: [2], more: 0 } }]);
  });

  it('takes an empty owner for the filer, an empty notice for none, and only capitals in parentheses for a ticker', () => {
    const asset = read('Sample Fund (Roth)', 'Sample Fund (Roth)');
    const change = {
      owner: read('self' as const),
      notified_on: read(null),
      asset_name: asset,
      amount: read('K' as const),
    };
    const [stored] = filing({ rows: [row(change)] }).transactions;
    expect(stored).toMatchObject({ owner: 'self', ownerRaw: '', notifiedOn: null, ticker: null, amountOver: true });
    expect(stored).toMatchObject({ assetName: 'Sample Fund (Roth)', amountMin: 1_000_000, amountMax: null });
    expect(stored!.qualityFlags).toEqual(['invalid_notification_date']);
  });

  it('is settled with no rows only where the words prove it', () => {
    const nothing = { ...read('Nothing to report'), page: 1 };
    expect(filing({ class: 'nothing', nothing })).toMatchObject({ expectedRows: 0, reviewReasons: [] });
    const codes = (change: Partial<ScanReading>, sheets?: number) =>
      filing(change, sheets).reviewReasons.map(({ code }) => code);
    expect(codes({})).toEqual(['no_rows_on_sheets']);
    expect(codes({ nothing: { ...nothing, confidence: 0.5 } })).toEqual(['no_rows_on_sheets']);
    expect(codes({ nothing, rows: [row()] })).toEqual(['nothing_beside_rows']);
    expect(codes({ nothing, sheets: [sheet('other')] })).toEqual([]);
    expect(codes({ rows: [row()], sheets: [sheet(), sheet('other')] })).toEqual(['sheet_not_read']);
  });

  it('lets all rows of an amendment wait, and tells of lines that are too little to be a row', () => {
    const amended = filing({ rows: [row()], isAmendment: read(true) });
    expect(amended.transactions).toEqual([]);
    expect(amended.paper!.waiting).toHaveLength(1);
    expect(amended.reviewReasons.map(({ code }) => code)).toEqual(['amendment_on_paper', 'doubtful_reading']);
    const unclear = filing({ rows: [row()], unclear: [1] });
    expect(unclear.transactions).toHaveLength(1);
    expect(unclear.reviewReasons).toEqual([{ code: 'unclear_lines', params: { page: 1 } }]);
  });

  it('says which sheet was not reached', () => {
    expect(filing({ rows: [row()] }, 3).reviewReasons).toEqual([{ code: 'reading_cut_off', params: { page: 2 } }]);
  });
});
