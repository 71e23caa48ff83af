import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParsedFiling, type ParsedTransaction, settledStatus } from '#rotunda/domain';
import { archive, enterOne, FIRST_ATTEMPT, openSample, reading, row, type Sample } from '../../test/sample-filings.js';
import { scan, scanRow } from '../../test/sample-scans.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { type ReviewDetail, ReviewsQuery } from '../queries/reviews-query.js';
import type { Announce } from '../rows/filing-outcome.js';
import { waitingRows } from '../rows/waiting-rows.js';
import { type AddedRow, type Edits, type RemovedRow } from './review-edits.js';
import { Reviews } from './reviews.js';

const REVIEWER = { by: 'A. Reviewer', reason: 'read the sheet' };
let sample: Sample;
let filing: FilingRecord;
let documentSha256: string;
let announced: string[];

beforeEach(async () => {
  sample = await openSample();
  filing = await enterOne(sample);
  documentSha256 = await archive(sample);
  announced = [];
});
afterEach(() => sample.close());

const announce: Announce = (_, stored, consequences) => {
  announced.push(...stored.map(({ assetName, revision }) => `${assetName} ${revision}`));
  announced.push(...(consequences?.vanished ?? []).map(({ assetName }) => `${assetName} gone`));
  return [];
};
const store = (parsed: ParsedFiling) =>
  sample.filings.store(filing.id, { status: settledStatus(parsed), documentSha256, parsed }, FIRST_ATTEMPT, announce);
async function review(): Promise<ReviewDetail> {
  const query = new ReviewsQuery(sample.dataSource);
  const { items } = await query.page({ limit: 1 });
  return (await query.find(items[0]!.id))!;
}
const reviewCount = async () => (await new ReviewsQuery(sample.dataSource).page({ limit: 9 })).items.length;
async function decide(edits: Partial<Edits>): Promise<void> {
  const { id } = await review();
  await new Reviews(sample.dataSource).correct(id, REVIEWER, edits, announce);
}
const current = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!;
const waiting = () => waitingRows(sample.dataSource.manager, filing.id);
const assets = async () => (await current()).transactions.map(({ ordinal, assetName }) => `${ordinal} ${assetName}`);
const idOf = async (assetName: string): Promise<string> => {
  const rows = [...(await current()).transactions, ...(await waiting()).map(({ id, fields }) => ({ ...fields, id }))];
  return rows.find((each) => each.assetName === assetName)!.id;
};
const added = (assetName: string, afterId: string | null = null, change: Partial<AddedRow> = {}): AddedRow => ({
  ...{ afterId, page: 1, box: null, reason: null },
  content: {
    ...{ owner: 'joint', assetName, type: 'sale', tradedOn: '2025-02-03', notifiedOn: null },
    ...{ amountMin: 15_001, amountMax: 50_000, amountOver: false },
  },
  ...change,
});
const removed = async (assetName: string, revision: number | null): Promise<RemovedRow> => ({
  ...{ transactionId: await idOf(assetName), revision, reason: 'not a row' },
});

describe('a decision on a scan', () => {
  const DOUBTFUL = [scanRow(2, ['owner', 'type']), scanRow(4, ['asset_name'])];
  const SCAN = scan([scanRow(1), scanRow(3)], DOUBTFUL);

  it('makes trades of all rows that waited, under their ids, as they were read', async () => {
    await store(SCAN);
    const ids = (await waiting()).map(({ id }) => id);
    announced = [];
    await new Reviews(sample.dataSource).accept((await review()).id, REVIEWER, announce);
    const { status, transactions } = await current();
    expect(status).toBe('paper_read');
    expect(transactions.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
    expect(transactions).toMatchObject([{}, { id: ids[0], revision: 1, owner: 'spouse' }, {}, { id: ids[1] }]);
    expect(transactions[1]).toMatchObject({ paper: DOUBTFUL[0]!.paper, documentSha256, parserVersion: 'scan-1' });
    expect(announced).toEqual(['Sample Company 2 1', 'Sample Company 4 1']);
    expect(await waiting()).toEqual([]);
  });

  it('corrects, adds and removes rows, and keeps who did it and why', async () => {
    await store(SCAN);
    announced = [];
    const second = await idOf('Sample Company 2');
    const owner = { ...{ transactionId: second, revision: null, reason: null }, field: 'owner', value: null } as const;
    await decide({
      corrections: [owner],
      added: [added('Typed Company', second)],
      removed: [await removed('Sample Company 3', 1), await removed('Sample Company 4', null)],
    });
    expect(await assets()).toEqual(['1 Sample Company 1', '2 Sample Company 2', '3 Typed Company']);
    expect(announced).toEqual(['Sample Company 2 1', 'Typed Company 1', 'Sample Company 3 gone']);
    const { status, transactions } = await current();
    expect(status).toBe('paper_read');
    expect(transactions[1]).toMatchObject({ owner: null, ownerRaw: 'SP', qualityFlags: ['corrected_by_reviewer'] });
    expect(transactions[1]!.paper!.fields).toMatchObject({ owner: { confidence: 0.6, isCorrected: true } });
    expect(transactions[1]!.paper!.fields.type).not.toHaveProperty('isCorrected');
    expect(transactions[2]).toMatchObject({
      ...{ amountRaw: '$15,001 - $50,000', daysToFile: 45, late: false, page: 1, box: null, paper: null },
      qualityFlags: ['added_by_reviewer'],
    });
    expect((await review()).decisions).toMatchObject([
      {
        ...REVIEWER,
        changes: [{ transactionId: second, revision: 1, field: 'owner', oldValue: 'spouse', newValue: null }],
        rows: [
          { action: 'removed', fields: { assetName: 'Sample Company 3' }, reason: 'not a row' },
          { action: 'removed', fields: { assetName: 'Sample Company 4' }, reason: 'not a row' },
          { action: 'added', transactionId: transactions[2]!.id, afterId: second, reason: 'read the sheet' },
        ],
      },
    ]);
    await expect(sample.dataSource.query('DELETE FROM review_rows')).rejects.toThrow('append-only');
  });

  it('is final for the same bytes: the next version of the reader changes no row and opens no review', async () => {
    await store(SCAN);
    await decide({
      corrections: [
        { transactionId: await idOf('Sample Company 2'), revision: null, field: 'owner', value: 'self', reason: null },
      ],
      added: [added('Typed Company')],
      removed: [await removed('Sample Company 3', 1)],
    });
    const before = await current();
    announced = [];
    const other = scan([scanRow(1), scanRow(2, [], { owner: 'joint' })], [scanRow(3, ['type']), scanRow(5, ['type'])]);
    await store({ ...other, parserVersion: 'scan-2' });
    const { parserVersion, status, transactions } = await current();
    expect({ parserVersion, status }).toEqual({ parserVersion: 'scan-2', status: 'paper_read' });
    expect(transactions).toEqual(before.transactions);
    expect([await waiting(), announced, await reviewCount()]).toEqual([[], [], 1]);
  });

  it('holds until a changed document is decided', async () => {
    await store(SCAN);
    await decide({ removed: [await removed('Sample Company 3', 1)] });
    documentSha256 = await archive(sample);
    await store(scan([scanRow(1), scanRow(3)], [...DOUBTFUL, scanRow(5, ['owner'])]));
    expect(await current()).toMatchObject({ status: 'paper_review' });
    expect(await assets()).toEqual(['1 Sample Company 1', '2 Sample Company 2', '4 Sample Company 4']);
    expect(await waiting()).toMatchObject([{ ordinal: 5 }]);
    expect(await review()).toMatchObject({
      status: 'open',
      reasons: [{ code: 'doubtful_reading' }, { code: 'differs_from_decision', params: { rows_new: 1 } }],
    });
  });

  it('that rejects the reading leaves its rows waiting, and a better reading opens a review', async () => {
    await store(SCAN);
    await new Reviews(sample.dataSource).reject((await review()).id, REVIEWER, announce);
    expect(await current()).toMatchObject({
      status: 'paper_review',
      transactions: [{ isCurrent: false }, { isCurrent: false }],
    });
    await store(
      scan(
        [1, 2, 3].map((ordinal) => scanRow(ordinal)),
        [],
        { parserVersion: 'scan-2' },
      ),
    );
    expect(await review()).toMatchObject({ status: 'open', filing: { status: 'paper_review' } });
  });
});

describe('a decision on an electronic filing', () => {
  const DOUBTFUL = { reviewReasons: [{ code: 'no_signature' as const, params: {} }] };
  const read = (...rows: ParsedTransaction[]) => store(reading(rows, DOUBTFUL));

  it('adds and removes rows, and a later reading keeps both', async () => {
    await read(row(1), row(2), row(3));
    await decide({
      added: [added('Typed Company', await idOf('Sample Company 1')), added('Last Company')],
      removed: [await removed('Sample Company 2', 1)],
    });
    const kept = ['1 Sample Company 1', '2 Typed Company', '3 Sample Company 3', '4 Last Company'];
    expect(await assets()).toEqual(kept);
    const before = await current();
    await read(row(1), row(2), row(3));
    expect((await current()).transactions).toEqual(before.transactions);
    expect(await reviewCount()).toBe(1);

    await read(row(1), row(2), row(3), row(4));
    expect(await assets()).toEqual([...kept.slice(0, 3), '4 Sample Company 4', '5 Last Company']);
    expect(await review()).toMatchObject({ status: 'open', reasons: [{}, { code: 'differs_from_decision' }] });
    expect(await idOf('Typed Company')).toBe(before.transactions[1]!.id);
  });

  it('may correct and remove what an earlier one added', async () => {
    await read(row(1));
    await decide({ added: [added('First Company'), added('Second Company')] });
    await read(row(1), row(2));
    const ofFirst = { transactionId: await idOf('First Company'), revision: 1, reason: null };
    await decide({
      corrections: [{ ...ofFirst, field: 'owner', value: 'self' }],
      removed: [await removed('Second Company', 1)],
    }).catch(async () => {
      // Both moved down by one when the second row was found.
      await decide({
        corrections: [{ ...ofFirst, revision: 2, field: 'owner', value: 'self' }],
        removed: [await removed('Second Company', 2)],
      });
    });
    await read(row(1), row(2));
    expect(await assets()).toEqual(['1 Sample Company 1', '2 Sample Company 2', '3 First Company']);
    expect((await current()).transactions[2]).toMatchObject({
      owner: 'self',
      qualityFlags: ['added_by_reviewer', 'corrected_by_reviewer'],
    });
  });

  it.each<[string, (id: string) => Partial<Edits>, RegExp]>([
    [
      'removes a row twice',
      (id) => ({ removed: twice({ transactionId: id, revision: 1, reason: null }) }),
      /remove\.1: .* removed twice/,
    ],
    [
      'removes a trade as a row that waits',
      (id) => ({ removed: [{ transactionId: id, revision: null, reason: null }] }),
      /no row .* waits/,
    ],
    [
      'removes a revision that is gone',
      (id) => ({ removed: [{ transactionId: id, revision: 7, reason: null }] }),
      /is at revision 1, not 7/,
    ],
    [
      'adds after an unknown row',
      () => ({ added: [added('X', '01939e6e-0000-7000-8000-000000000000')] }),
      /add\.0: the filing has no row/,
    ],
    ['adds half an amount', () => ({ added: [withAmount({ amountMax: null })] }), /add\.0: .* needs amount_over/],
  ])('is refused where it %s, and changes nothing', async (_what, edits, reason) => {
    await read(row(1));
    const before = await review();
    await expect(decide(edits(await idOf('Sample Company 1')))).rejects.toThrow(reason);
    expect(await review()).toEqual(before);
  });
});

const twice = <T>(value: T): T[] => [value, value];
const withAmount = (change: Partial<AddedRow['content']>): AddedRow => {
  const row = added('X');
  return { ...row, content: { ...row.content, ...change } };
};
