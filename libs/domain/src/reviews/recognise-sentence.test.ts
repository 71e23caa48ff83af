import { describe, expect, it } from 'vitest';
import type { Doubt } from '../lineage/lineage.js';
import { recogniseSentence } from './recognise-sentence.js';
import type { ReviewReason } from './review-reason.js';
import { reviewSentence } from './review-sentence.js';
import { STORED_SENTENCES, storedSentence } from './stored-sentence.js';

const rows = { rows: [3], more: 0 };
const place = { filing: '20012345', row: 2 };
const other = { filing: '20012346', row: 11 };
const unclear = (...doubts: Doubt[]): ReviewReason => ({ code: 'lineage_unclear', params: { doubts } });
const differs = (rows_differ: number, rows_new: number, rows_gone: number): ReviewReason => ({
  code: 'differs_from_decision',
  params: {
    decided_by: 'A. accepted on',
    decision: 'corrected',
    decided_on: '2026-11-27',
    rows_differ,
    rows_new,
    rows_gone,
  },
});

/** As versions without codes wrote them. Users have these texts in their databases. */
const WRITTEN: [text: string, reason: ReviewReason][] = [
  ['Row 3 has an unknown owner.', { code: 'unknown_owner', params: rows }],
  ['Row 3 has an unknown owner code.', { code: 'unknown_owner_code', params: rows }],
  ['Rows 1, 2 have an unknown transaction type.', { code: 'unknown_type', params: { rows: [1, 2], more: 0 } }],
  [
    'Rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 5 more have an amount that is no band of the form.',
    { code: 'unknown_band', params: { rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], more: 5 } },
  ],
  ['Row 3 has a transaction date that is no date.', { code: 'invalid_trade_date', params: rows }],
  ['Row 3 has a notification date that is no date.', { code: 'invalid_notification_date', params: rows }],
  ['Row 3 has a transaction date that can’t be.', { code: 'impossible_trade_date', params: rows }],
  ['Row 3 has a notification date that can’t be.', { code: 'impossible_notification_date', params: rows }],
  ['Row 3 has no known filing status.', { code: 'unknown_row_status', params: rows }],
  ['Row 3 has no asset.', { code: 'missing_asset', params: rows }],
  ['Row 3 has no box in the column "Cap. Gains".', { code: 'missing_cap_gains_box', params: rows }],
  ['Row 3 has lines in the asset cell that are not known.', { code: 'unknown_asset_lines', params: rows }],
  ['Row 3 has a ticker cell that holds no ticker.', { code: 'unknown_ticker', params: rows }],
  [
    'The PDF is damaged: what its objects 3, 14 hold may be missing.',
    { code: 'pdf_damaged', params: { objects: [3, 14] } },
  ],
  ['Page 2 has no text.', { code: 'page_without_text', params: { page: 2 } }],
  ['Page 2 ends before it is full: its end may be missing.', { code: 'page_cut_off', params: { page: 2 } }],
  ['The document has no "Filing ID".', { code: 'no_filing_id', params: {} }],
  ['The document has no dated signature: its end may be missing.', { code: 'no_signature', params: {} }],
  ['The page names no filer.', { code: 'no_filer', params: {} }],
  ['The page has no date of filing.', { code: 'no_filing_date', params: {} }],
  [
    'The title "PTR (Amendment ")" has an amendment without a number.',
    { code: 'amendment_without_number', params: { title: 'PTR (Amendment ")' } },
  ],
  ['The page has no section "Transactions".', { code: 'missing_section', params: { section: 'Transactions' } }],
  ['The page has the unknown section "Gifts".".', { code: 'unknown_section', params: { section: 'Gifts".' } }],
  ['The page has 2 more than the one table of transactions.', { code: 'further_tables', params: { tables: 2 } }],
  ['The transactions table has no rows.', { code: 'no_rows', params: {} }],
  ['The page does not say how many transactions it has.', { code: 'no_row_count', params: {} }],
  [
    '3 rows were read, and the page has "4 transactions total".',
    { code: 'row_count_differs', params: { rows: 3, counted: 4 } },
  ],
  [
    '3 rows of "spouse" were read, and the page counts none.',
    { code: 'owner_count_differs', params: { owner: 'spouse', rows: 3, counted: null } },
  ],
  [
    '0 rows of "joint" were read, and the page counts 2.',
    { code: 'owner_count_differs', params: { owner: 'joint', rows: 0, counted: 2 } },
  ],
  [
    '3 rows were read, and the document has 4 "Filing Status" lines.',
    { code: 'status_lines_differ', params: { rows: 3, lines: 4 } },
  ],
  ['A line below a row has the unknown label "Q".', { code: 'unknown_label_below_row', params: { label: 'Q' } }],
  [
    'A line below an asset has the unknown label "two\nlines".',
    { code: 'unknown_label_below_asset', params: { label: 'two\nlines' } },
  ],
  [
    'What it amends is not clear: it names the row 2000000001 twice; row 1 may amend any of 20012345 row 2, 20012346 row 11.',
    unclear(
      { code: 'row_named_twice', params: { row_id: '2000000001' } },
      { code: 'row_unclear', params: { row: 1, candidates: [place, other] } },
    ),
  ],
  [
    'What it amends is not clear: row 1 may amend 20012345 row 2, and so may 20012346 row 11.',
    unclear({ code: 'row_contested', params: { row: 1, claimed: place, rivals: [other] } }),
  ],
  [
    'What it amends is not clear: it repeats 33 % of the rows of a-b-c.',
    unclear({ code: 'too_few_rows', params: { filing: 'a-b-c', percent: 33 } }),
  ],
  [
    'What it amends is not clear: it may amend any of a-b (100 %), c-d (67 %).',
    unclear({
      code: 'report_unclear',
      params: {
        candidates: [
          { filing: 'a-b', percent: 100 },
          { filing: 'c-d', percent: 67 },
        ],
      },
    }),
  ],
  [
    'What it amends is not clear: a-b is amended by c-d, e-f as well.',
    unclear({ code: 'report_contested', params: { filing: 'a-b', rivals: ['c-d', 'e-f'] } }),
  ],
  [
    'The reading is not the one that A. accepted on corrected on 2026-11-27: 1 row differs, 2 rows are new, 1 row is gone.',
    differs(1, 2, 1),
  ],
  ['The reading is not the one that A. accepted on corrected on 2026-11-27: 3 rows are gone.', differs(0, 0, 3)],
  [
    'The reading is not the one that A. accepted on corrected on 2026-11-27: the rows are the same, the reasons are not.',
    differs(0, 0, 0),
  ],
];

describe('the sentence of a version without codes', () => {
  it.each(WRITTEN)('%s', (text, reason) => {
    expect(recogniseSentence(text)).toEqual(reason);
    expect(storedSentence(reason)).toBe(text);
  });

  it('is tested for each code that such a version knew', () => {
    const codes = new Set(WRITTEN.map(([, { code }]) => code));
    const ofScans = [
      'doubtful_reading',
      'sheet_not_read',
      'reading_cut_off',
      'no_rows_on_sheets',
      'nothing_beside_rows',
      'unclear_lines',
      'amendment_on_paper',
    ];
    const untested = Object.keys(STORED_SENTENCES).filter((code) => !codes.has(code as never));
    expect(untested.toSorted()).toEqual([...ofScans, 'unrecognised'].toSorted());
  });

  it.each([
    'a gate',
    'Row 3 has horns.',
    'What it amends is not clear: nobody knows.',
    '3 rows of "nobody" were read, and the page counts 2.',
    'Page 2 has no text.\n',
  ])('is kept unchanged if unknown: %j', (text) => {
    expect(recogniseSentence(text)).toEqual({ code: 'unrecognised', params: { text } });
    expect(reviewSentence(recogniseSentence(text))).toBe(text);
  });
});
