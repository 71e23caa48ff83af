import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedTransaction, ReviewReason } from '#rotunda/domain';
import {
  archive as archiveDocument,
  enterOne,
  fingerprint,
  FIRST_ATTEMPT,
  openSample,
  parsedOutcome,
  row,
  SILENT,
  type Sample,
} from '../../test/sample-filings.js';
import { ArchivedFilings } from './archived-filings.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { FenceLostError } from '../database/fence.js';
import { FilingsQuery } from '../queries/filings-query.js';
import type { ReadingDifference } from '../rows/reading-difference.js';
import { Reviews } from '../decisions/reviews.js';

const REPARSE = { taskId: 'task-reparse', attempt: 1 };

let sample: Sample;
let archive: ArchivedFilings;
let filing: FilingRecord;

beforeEach(async () => {
  sample = await openSample();
  archive = new ArchivedFilings(sample.dataSource);
  filing = await enterOne(sample);
});
afterEach(() => sample.close());

const store = async (rows: ParsedTransaction[], change = {}): Promise<void> => {
  const outcome = await parsedOutcome(sample, rows, change);
  await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, SILENT);
};

async function reread(rows: ParsedTransaction[], apply: boolean, change = {}): Promise<ReadingDifference> {
  const [archived] = await archive.find('house', {});
  const outcome = await parsedOutcome(sample, rows, { parserVersion: 'house-2', ...change });
  const { documentSha256 } = archived!;
  return archive.reread(filing.id, { ...outcome, documentSha256 }, REPARSE, { apply, announce: SILENT });
}

const rowsNow = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!.transactions;

describe('a reparse of an archived document', () => {
  it('adds the sheets of a paper filing, and reports that', async () => {
    await store([], { format: 'paper' });
    const page = async (n: number) => ({
      ...{ page: n, documentSha256: await archiveDocument(sample), sheet: 1 },
      ...{ url: `https://media.test/${n}.gif`, mediaType: 'image/gif' },
    });
    const pages = [await page(1), await page(2)];
    const outcome = { ...(await parsedOutcome(sample, [], { format: 'paper' })), pages };
    const again = (apply: boolean, more = {}) =>
      archive.reread(filing.id, { ...outcome, ...more }, REPARSE, { apply, announce: SILENT });
    const stored = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!.pages;
    const shas = pages.map(({ documentSha256 }) => documentSha256);
    const change = { ordinal: null, field: 'filing.pages', before: [], after: shas };
    for (const apply of [false, true]) expect((await again(apply)).fields).toEqual([change]);
    expect(await stored()).toEqual(pages);
    expect((await again(true)).fields).toEqual([]);
    // Unknown pages change nothing.
    expect((await again(true, { pages: undefined })).fields).toEqual([]);
    await again(true, { pages: pages.slice(0, 1) });
    expect(await stored()).toEqual(pages.slice(0, 1));
  });

  const NOW = [row(1, { amountMin: 15_001, amountMax: 50_000 }), row(2), row(3)];

  it('is compared field by field, and changes nothing', async () => {
    await store([row(1), row(2), row(4, { ordinal: 3 })]);
    const before = await fingerprint(sample);
    const difference = await reread(NOW, false, { expectedRows: 4 });
    expect(difference.fields).toEqual([
      { ordinal: null, field: 'filing.expected_rows', before: 3, after: 4 },
      { ordinal: 1, field: 'amount_min', before: 1001, after: 15_001 },
      { ordinal: 1, field: 'amount_max', before: 15_000, after: 50_000 },
      expect.objectContaining({ ordinal: 3, field: 'asset_name_raw' }),
      expect.objectContaining({ ordinal: 3, field: 'asset_name' }),
    ]);
    expect([difference.rows, difference.changedRows, difference.added, difference.removed]).toEqual([3, 2, [], []]);
    expect(await fingerprint(sample)).toEqual(before);
    expect(await sample.dataSource.query('SELECT 1 FROM task_fences WHERE task_id = $1', [REPARSE.taskId])).toEqual([]);
  });

  it('reports the same when it is stored, keeps ids, and keeps the old values as superseded revisions', async () => {
    await store([row(1), row(2)]);
    const ids = (await rowsNow()).map(({ id }) => id);
    const preview = await reread(NOW, false);
    const applied = await reread(NOW, true);
    expect(applied.fields).toEqual(preview.fields);
    expect(applied.added).toMatchObject([{ ordinal: 3 }]);
    const now = await rowsNow();
    expect(now.slice(0, 2).map(({ id }) => id)).toEqual(ids);
    expect(now.map(({ revision, parserVersion }) => [revision, parserVersion])).toEqual([
      [2, 'house-2'],
      [1, 'house-1'],
      [1, 'house-2'],
    ]);
    const old = await sample.dataSource.query(
      `SELECT amount_min FROM transactions WHERE id = $1 AND superseded_at IS NOT NULL`,
      [ids[0]],
    );
    expect(old).toEqual([{ amount_min: 1001 }]);
    const again = await reread(NOW, true);
    expect([again.fields, again.added, again.removed]).toEqual([[], [], []]);
  });

  it('is not a difference where only the parser’s version differs, which is recorded when it is stored', async () => {
    await store([row(1)]);
    expect((await reread([row(1)], true)).fields).toEqual([]);
    expect(await archive.find('house', { parserVersionNot: 'house-2' })).toEqual([]);
  });

  it('keeps what a reviewer corrected', async () => {
    const reviewReasons: ReviewReason[] = [{ code: 'no_signature', params: {} }];
    const doubtful = await parsedOutcome(sample, [row(1)], { reviewReasons });
    await sample.filings.store(filing.id, { ...doubtful, status: 'needs_review' }, FIRST_ATTEMPT, SILENT);
    const [{ id }] = await sample.dataSource.query(`SELECT id FROM reviews WHERE status = 'open'`);
    const [read] = await rowsNow();
    const correction = { transactionId: read!.id, revision: 1, field: 'owner', value: 'joint', reason: null } as const;
    await new Reviews(sample.dataSource).correct(
      id,
      { by: 'a reviewer', reason: null },
      { corrections: [correction] },
      SILENT,
    );
    const difference = await reread([row(1)], true, { reviewReasons });
    expect(difference.fields).toEqual([]);
    expect(await rowsNow()).toMatchObject([{ owner: 'joint', revision: 2 }]);
  });

  it('is not stored by an attempt that was overtaken', async () => {
    await store([row(1)]);
    await sample.dataSource.query(`INSERT INTO task_fences VALUES ($1, 2)`, [REPARSE.taskId]);
    const before = await fingerprint(sample);
    await expect(reread(NOW, true)).rejects.toThrow(FenceLostError);
    expect(await fingerprint(sample)).toEqual(before);
  });
});

describe('the archived filings', () => {
  const idsOf = async (filters: Parameters<ArchivedFilings['find']>[1]): Promise<string[]> =>
    (await archive.find('house', filters)).map(({ externalId }) => externalId);

  it('are those whose documents were read, the oldest first, filtered', async () => {
    await store([row(1)]);
    const older = await enterOne(sample, '20099000', { filedOn: '2024-01-01' });
    const outcome = await parsedOutcome(sample, [], { format: 'paper', parserVersion: 'house-2' });
    await sample.filings.store(older.id, { ...outcome, status: 'paper' }, FIRST_ATTEMPT, SILENT);
    await enterOne(sample, '20099002');
    expect(await idsOf({})).toEqual(['20099000', '20099001']);
    expect(await idsOf({ externalIds: ['20099001', '20099002'] })).toEqual(['20099001']);
    expect(await idsOf({ filedFrom: '2024-01-02' })).toEqual(['20099001']);
    expect(await idsOf({ filedTo: '2024-01-01' })).toEqual(['20099000']);
    expect(await idsOf({ parserVersionNot: 'house-1' })).toEqual(['20099000']);
    expect(await archive.find('senate', {})).toEqual([]);
  });
});
