import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedFiling, ParsedTransaction, ReviewReason } from '#rotunda/domain';
import {
  archive,
  enterOne,
  FIRST_ATTEMPT,
  fingerprint,
  openSample,
  reading,
  row,
  SILENT,
  type Sample,
} from '../../test/sample-filings.js';
import { type Correction, InvalidCorrectionError } from '../rows/correction.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { StoredFiling } from '../rows/filing-outcome.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { ReviewConflictError, UnknownReviewError } from './review-errors.js';
import { Reviews } from './reviews.js';
import { type ReviewDetail, ReviewsQuery } from '../queries/reviews-query.js';

const REASONS: ReviewReason[] = [{ code: 'unknown_owner_code', params: { rows: [1], more: 0 } }];
const NO_ASSET: ReviewReason = { code: 'missing_asset', params: { rows: [3], more: 0 } };
const NO_TEXT: ReviewReason = { code: 'page_without_text', params: { page: 2 } };
const DOUBTFUL = [
  row(1, { owner: null, ownerRaw: 'XX', qualityFlags: ['unknown_owner'] }),
  row(2, { assetNameRaw: 'Other Sample (OTHR) [ST]' }),
];
const REVIEWER = { by: 'A. Reviewer', reason: 'read the page' };
let sample: Sample;
let filing: FilingRecord;
let reviews: Reviews;
let query: ReviewsQuery;
let documentSha256: string;
let task: number;

beforeEach(async () => {
  sample = await openSample();
  filing = await enterOne(sample);
  documentSha256 = await archive(sample);
  task = 0;
  reviews = new Reviews(sample.dataSource);
  query = new ReviewsQuery(sample.dataSource);
});
afterEach(() => sample.close());

const differs = (params: object): object => ({
  code: 'differs_from_decision',
  params: {
    ...{ decided_by: 'A. Reviewer', decided_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ...{ rows_differ: 0, rows_new: 0, rows_gone: 0, ...params },
  },
});

/** Another task reads the document, as a scrape or as a reparse with a newer parser. */
async function read(rows: ParsedTransaction[], change: Partial<ParsedFiling> = {}): Promise<StoredFiling> {
  const parsed = reading(rows, { reviewReasons: REASONS, ...change });
  const status = parsed.reviewReasons.length > 0 ? 'needs_review' : 'parsed';
  const fence = { ...FIRST_ATTEMPT, taskId: `task-${++task}` };
  return sample.filings.store(filing.id, { status, documentSha256, parsed }, fence, SILENT);
}

const listed = async (): Promise<ReviewDetail[]> => {
  const { items } = await query.page({ limit: 10 });
  return Promise.all(items.map(async ({ id }) => (await query.find(id))!));
};
const newest = async (): Promise<ReviewDetail> => (await listed())[0]!;
const current = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!;
const ownerIs = ({ transactions }: ReviewDetail, value: unknown): Correction => ({
  transactionId: transactions[0]!.id,
  revision: transactions[0]!.revision,
  field: 'owner',
  value,
  reason: null,
});
const correctOwner = async (): Promise<ReviewDetail> => {
  const review = await newest();
  await reviews.correct(review.id, REVIEWER, { corrections: [ownerIs(review, 'spouse')] }, SILENT);
  return review;
};

describe('a filing that fails a gate', () => {
  it('goes to review once, with its reasons and counts', async () => {
    await read(DOUBTFUL);
    const before = await fingerprint(sample);
    await read(DOUBTFUL);
    expect(await fingerprint(sample)).toEqual(before);
    expect(await listed()).toMatchObject([
      { status: 'open', version: 1, reasons: REASONS, rows: 2, flaggedRows: 1, openedByTask: 'task-1', decisions: [] },
    ]);
  });

  it('gets its open review renewed when it is read differently', async () => {
    await read(DOUBTFUL);
    await read([...DOUBTFUL, row(3)], { reviewReasons: [NO_ASSET] });
    expect(await listed()).toMatchObject([{ status: 'open', version: 2, reasons: [NO_ASSET], rows: 3 }]);
  });

  it('leaves nothing to decide once a later reading passes', async () => {
    await read(DOUBTFUL);
    await read([row(1), DOUBTFUL[1]!], { reviewReasons: [] });
    const review = await newest();
    expect(review).toMatchObject({ status: 'outdated', filing: { status: 'parsed' } });
    await expect(reviews.accept(review.id, REVIEWER, SILENT)).rejects.toThrow(/needs no decision/);
  });

  it('does not go to review if it passes all gates', async () => {
    await read([row(1)], { reviewReasons: [] });
    expect(await listed()).toEqual([]);
  });
});

describe('accepting', () => {
  it('marks the filing as parsed, records who and why, and leaves its rows alone', async () => {
    await read(DOUBTFUL);
    const { id, transactions } = await newest();
    await reviews.accept(id, REVIEWER, SILENT);
    expect(await newest()).toMatchObject({
      status: 'accepted',
      filing: { status: 'parsed', reviewReasons: [], reason: null },
      transactions,
      decisions: [{ reviewId: id, decision: 'accepted', ...REVIEWER, at: expect.any(Date), changes: [] }],
    });
  });

  it('holds for later readings with the same content, whatever the parser', async () => {
    await read(DOUBTFUL);
    await reviews.accept((await newest()).id, REVIEWER, SILENT);
    const before = await current();
    await read(DOUBTFUL);
    await read(DOUBTFUL, { reviewReasons: [], parserVersion: 'house-2' });
    const { parserVersion, lastTaskId, lastTriedAt, ...after } = await current();
    expect({ parserVersion, lastTaskId }).toEqual({ parserVersion: 'house-2', lastTaskId: 'task-3' });
    expect(lastTriedAt).toEqual(expect.any(Date));
    expect(before).toMatchObject(after);
    expect(await listed()).toHaveLength(1);
  });

  it('does not cover a reason that the reviewer did not see', async () => {
    await read(DOUBTFUL);
    await reviews.accept((await newest()).id, REVIEWER, SILENT);
    await read(DOUBTFUL, { reviewReasons: [...REASONS, NO_TEXT] });
    expect(await newest()).toMatchObject({
      status: 'open',
      reasons: [...REASONS, NO_TEXT, differs({ decision: 'accepted' })],
      filing: { status: 'needs_review' },
    });
  });
});

describe('correcting', () => {
  it('stores a new revision of the row, with the old value, who changed it, when and why', async () => {
    await read(DOUBTFUL);
    const { id, transactions } = await correctOwner();
    const after = await newest();
    expect(after).toMatchObject({ status: 'corrected', filing: { status: 'parsed', reviewReasons: [] } });
    expect(after.transactions).toMatchObject([
      {
        id: transactions[0]!.id,
        revision: 2,
        owner: 'spouse',
        ownerRaw: 'XX',
        qualityFlags: ['unknown_owner', 'corrected_by_reviewer'],
        isCurrent: true,
        page: 1,
        box: [22.5, 100, 580, 120.25],
        parserVersion: 'house-1',
        documentSha256: transactions[0]!.documentSha256,
      },
      transactions[1]!,
    ]);
    const change = { transactionId: transactions[0]!.id, revision: 2, field: 'owner', oldValue: null };
    expect(after.decisions).toMatchObject([
      {
        reviewId: id,
        decision: 'corrected',
        ...REVIEWER,
        changes: [{ ...change, newValue: 'spouse', reason: 'read the page' }],
      },
    ]);
    const revisions = await sample.dataSource.query(
      `SELECT revision, owner, is_current, superseded_at IS NULL AS now FROM transactions WHERE id = $1 ORDER BY 1`,
      [transactions[0]!.id],
    );
    expect(revisions).toEqual([
      { revision: 1, owner: null, is_current: true, now: false },
      { revision: 2, owner: 'spouse', is_current: true, now: true },
    ]);
  });

  it('recomputes whether a trade was late, and announces the row', async () => {
    await read(DOUBTFUL);
    const review = await newest();
    const traded: Correction = { ...ownerIs(review, '2025-01-02'), field: 'traded_on' };
    const announced: unknown[] = [];
    await reviews.correct(review.id, REVIEWER, { corrections: [traded] }, (_filing, stored) => {
      announced.push(...stored.map(({ id, revision }) => `${id}-${revision}`));
      return [];
    });
    expect((await newest()).transactions[0]).toMatchObject({ tradedOn: '2025-01-02', daysToFile: 77, late: true });
    expect(announced).toEqual([`${review.transactions[0]!.id}-2`]);
  });

  it('survives a reading with the old content', async () => {
    await read(DOUBTFUL);
    await correctOwner();
    const before = await current();
    expect(await read(DOUBTFUL)).toMatchObject({ changed: false, skipped: 2 });
    await read(DOUBTFUL, { parserVersion: 'house-2' });
    expect((await current()).transactions).toEqual(before.transactions);
    expect(await current()).toMatchObject({ status: 'parsed', reviewReasons: [] });
    expect(await listed()).toHaveLength(1);
  });

  it('is kept, and the filing goes to review again, if the document is read differently', async () => {
    await read(DOUBTFUL);
    const { transactions } = await correctOwner();
    const found = row(1, { assetNameRaw: 'Found Later [ST]' });
    const rows = [found, { ...DOUBTFUL[0]!, ordinal: 2, owner: 'joint' as const }, { ...DOUBTFUL[1]!, ordinal: 3 }];
    await read(rows, { reviewReasons: [], parserVersion: 'house-2' });
    const review = await newest();
    expect(review).toMatchObject({ status: 'open', filing: { status: 'needs_review' } });
    expect(review.reasons).toEqual([differs({ decision: 'corrected', rows_differ: 1, rows_new: 1 })]);
    expect(review.transactions).toMatchObject([
      { assetNameRaw: 'Found Later [ST]', revision: 1 },
      { id: transactions[0]!.id, owner: 'spouse' },
      { id: transactions[1]!.id },
    ]);
    await reviews.accept(review.id, { by: 'B. Reviewer', reason: null }, SILENT);
    await read(rows, { reviewReasons: [], parserVersion: 'house-2' });
    expect(await current()).toMatchObject({ status: 'parsed', transactions: [{}, { owner: 'spouse' }, {}] });
    expect((await listed()).map(({ status }) => status)).toEqual(['accepted', 'corrected']);
  });

  it('is in force again when a later parser reads what the reviewer saw', async () => {
    await read(DOUBTFUL);
    await correctOwner();
    await read([DOUBTFUL[0]!]);
    await read(DOUBTFUL);
    expect((await listed()).map(({ status }) => status)).toEqual(['outdated', 'corrected']);
    expect(await current()).toMatchObject({ status: 'parsed', transactions: [{ owner: 'spouse' }, {}] });
  });

  it('survives readings that miss the row', async () => {
    await read(DOUBTFUL);
    await correctOwner();
    for (const rows of [[DOUBTFUL[1]!], DOUBTFUL, [...DOUBTFUL, row(3)], [...DOUBTFUL, row(3)]]) {
      await read(rows.map((each, i) => ({ ...each, ordinal: i + 1 })));
      const corrected = (await current()).transactions.find(({ ownerRaw }) => ownerRaw === 'XX');
      expect(corrected?.owner).toBe(rows.includes(DOUBTFUL[0]!) ? 'spouse' : undefined);
    }
  });

  it('applies to one of two identical rows', async () => {
    const twin = DOUBTFUL[0]!;
    const twins = [twin, { ...twin, ordinal: 2 }];
    await read(twins);
    const review = await newest();
    const second = { ...ownerIs(review, 'joint'), transactionId: review.transactions[1]!.id };
    await reviews.correct(review.id, REVIEWER, { corrections: [second] }, SILENT);
    await read(twins, { parserVersion: 'house-2' });
    expect((await current()).transactions).toMatchObject([{ owner: null }, { owner: 'joint' }]);
  });

  it.each<[string, (known: Correction) => Correction[], RegExp]>([
    [
      'of another filing’s row',
      (known) => [{ ...known, transactionId: '01939e6e-0000-7000-8000-000000000000' }],
      /has no trade/,
    ],
    ['that changes nothing', (known) => [{ ...known, field: 'ticker', value: 'SMPL' }], /already has this value/],
    ['of a field twice', (known) => [known, { ...known, value: 'joint' }], /changed twice/],
    ['to half an amount', (known) => [{ ...known, field: 'amount_max', value: null }], /needs amount_over/],
    [
      'to an amount that is not a band of the form',
      (known) => [{ ...known, field: 'amount_max', value: 16_000 }],
      /neither a band of the form/,
    ],
    ['to a maximum below the minimum', (known) => [{ ...known, field: 'amount_max', value: 1 }], /must not be above/],
  ])('refuses a change %s, and changes nothing', async (_what, changes, reason) => {
    await read(DOUBTFUL);
    const review = await newest();
    const refused = reviews.correct(review.id, REVIEWER, { corrections: changes(ownerIs(review, 'spouse')) }, SILENT);
    await expect(refused).rejects.toThrow(InvalidCorrectionError);
    await expect(refused).rejects.toThrow(reason);
    expect(await newest()).toEqual(review);
  });

  it('checks an amount of several fields as a whole', async () => {
    await read([row(1, { amountRaw: '', amountMin: null, amountMax: null })]);
    const review = await newest();
    const change = ownerIs(review, null);
    const amount: Correction[] = [
      { ...change, field: 'amount_min', value: 50_000_000 },
      { ...change, field: 'amount_over', value: true },
    ];
    await reviews.correct(review.id, REVIEWER, { corrections: amount }, SILENT);
    expect((await newest()).transactions).toMatchObject([
      { amountMin: 50_000_000, amountMax: null, amountOver: true, revision: 2 },
    ]);
  });
});

describe('rejecting', () => {
  it('withdraws the rows and keeps the reason', async () => {
    await read(DOUBTFUL);
    await reviews.reject((await newest()).id, REVIEWER, SILENT);
    const review = await newest();
    expect(review).toMatchObject({
      status: 'rejected',
      filing: { status: 'needs_review', reason: 'Rejected by A. Reviewer: read the page' },
      transactions: [
        { isCurrent: false, supersededAt: null },
        { isCurrent: false, supersededAt: null },
      ],
    });
  });

  it('is not undone by a later reading; one that differs goes to review, and its rows wait', async () => {
    await read(DOUBTFUL);
    await reviews.reject((await newest()).id, REVIEWER, SILENT);
    const before = await fingerprint(sample);
    await read(DOUBTFUL);
    expect(await fingerprint(sample)).toEqual(before);

    await read([row(1), row(2), row(3)], { reviewReasons: [] });
    const review = await newest();
    expect(review).toMatchObject({
      status: 'open',
      filing: { status: 'needs_review', reason: 'Rejected by A. Reviewer: read the page' },
    });
    expect(review.transactions.map(({ isCurrent }) => isCurrent)).toEqual([false, false, false]);
    await reviews.accept(review.id, REVIEWER, SILENT);
    const { status, reason, transactions } = await current();
    expect({ status, reason }).toEqual({ status: 'parsed', reason: null });
    expect(transactions.map(({ isCurrent }) => isCurrent)).toEqual([true, true, true]);
  });
});

describe('a decision', () => {
  it('is made once', async () => {
    await read(DOUBTFUL);
    const review = await newest();
    const both = await Promise.allSettled([
      reviews.accept(review.id, REVIEWER, SILENT),
      reviews.reject(review.id, REVIEWER, SILENT),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(reviews.accept(review.id, REVIEWER, SILENT)).rejects.toThrow(ReviewConflictError);
    expect((await newest()).decisions).toHaveLength(1);
  });

  it('is refused if the reviewer saw another version or revision', async () => {
    await read(DOUBTFUL);
    const seen = await newest();
    await read([row(1, { owner: null }), DOUBTFUL[1]!]);
    await expect(reviews.accept(seen.id, { ...REVIEWER, version: 1 }, SILENT)).rejects.toThrow(/at version 2, not 1/);
    const stale = reviews.correct(seen.id, REVIEWER, { corrections: [ownerIs(seen, 'spouse')] }, SILENT);
    await expect(stale).rejects.toThrow(/is at revision 2, not 1/);
    await expect(stale).rejects.toThrow(ReviewConflictError);
    await reviews.accept(seen.id, { ...REVIEWER, version: 2 }, SILENT);
  });

  it('is refused for a review that does not exist', async () => {
    for (const id of ['01939e6e-0000-7000-8000-000000000000', 'x']) {
      await expect(reviews.accept(id, REVIEWER, SILENT)).rejects.toThrow(UnknownReviewError);
      expect(await query.find(id)).toBeNull();
    }
  });

  it('can’t be rewritten', async () => {
    await read(DOUBTFUL);
    await correctOwner();
    for (const sql of [
      `UPDATE review_decisions SET decided_by = 'somebody else'`,
      'DELETE FROM review_changes',
      'TRUNCATE review_changes',
    ]) {
      await expect(sample.dataSource.query(sql)).rejects.toThrow('append-only');
    }
  });
});

describe('the list of reviews', () => {
  it('filters by chamber and status, and has pages', async () => {
    for (const externalId of ['20099002', '20099003', '20099004']) {
      filing = await enterOne(sample, externalId);
      await read(DOUBTFUL);
    }
    await reviews.reject((await newest()).id, REVIEWER, SILENT);
    const ids = (page: { items: { filing: FilingRecord }[] }) => page.items.map((item) => item.filing.externalId);
    expect(ids(await query.page({ limit: 10, status: 'open' }))).toEqual(['20099003', '20099002']);
    expect(ids(await query.page({ limit: 10, status: 'rejected', chamber: 'house' }))).toEqual(['20099004']);
    expect(ids(await query.page({ limit: 10, chamber: 'senate' }))).toEqual([]);
    const first = await query.page({ limit: 2 });
    expect(ids(first)).toEqual(['20099004', '20099003']);
    const second = await query.page({ limit: 2, cursor: first.nextCursor! });
    expect([ids(second), second.nextCursor]).toEqual([['20099002'], null]);
  });
});
