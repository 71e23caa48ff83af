import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';
import { waitingTask } from '../../../contracts/test/sample-task.js';
import {
  archive,
  FIRST_ATTEMPT,
  listed,
  openSample,
  reading,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import { CoverageQuery } from './coverage-query.js';
import { FenceLostError } from '../database/fence.js';
import { enterAnnouncements } from '../database/outbox.js';
import { Figures } from './figures.js';
import type { FilingOutcome } from '../rows/filing-outcome.js';
import { ScrapedWindows } from '../runs/scraped-windows.js';
import { type TaskRevision, TaskRuns } from '../runs/task-runs.js';

const BOTH: Chamber[] = ['senate', 'house'];
const SPRING = { start: '2025-03-01', end: '2025-04-30' };

let sample: Sample;
let coverage: CoverageQuery;
let windows: ScrapedWindows;

beforeEach(async () => {
  sample = await openSample();
  coverage = new CoverageQuery(sample.dataSource);
  windows = new ScrapedWindows(sample.dataSource);
});
afterEach(() => sample.close());

/** Stores a filing, and its outcome if given. */
async function file(externalId: string, filedOn: string | null, outcome?: FilingOutcome): Promise<void> {
  const [filing] = await sample.filings.enter('house', [listed(externalId, { filedOn })], TASK);
  if (outcome) await sample.filings.store(filing!.id, outcome, FIRST_ATTEMPT, SILENT);
}

const settled = async (status: 'parsed' | 'paper' | 'needs_review'): Promise<FilingOutcome> => ({
  status,
  documentSha256: await archive(sample),
  parsed: reading(status === 'paper' ? [] : [row(1), row(2, { tradedOn: '2024-12-01' })], {
    format: status === 'paper' ? 'paper' : 'electronic',
    reviewReasons: status === 'needs_review' ? [{ code: 'missing_asset', params: { rows: [1], more: 0 } }] : [],
  }),
});

const scraped = (start: string, end: string, listedAt: string, task = `scrape-${start}-${listedAt}`): Promise<void> =>
  windows.record('house', { start, end }, new Date(listedAt), { taskId: task, attempt: 1 });

const missing = async (chamber: Chamber, window = SPRING) =>
  (await coverage.months([chamber], window)).map(({ month, missing }) => [
    month,
    missing.map(({ from, to }) => `${from}..${to}`),
  ]);

describe('the counts of a month', () => {
  it('account for every filing of the month, by status', async () => {
    await file('1', '2025-03-20', await settled('parsed'));
    await file('2', '2025-03-03', await settled('needs_review'));
    await file('3', '2025-03-31', await settled('paper'));
    await file('4', '2025-03-10', { status: 'unavailable', reason: '404' });
    await file('5', '2025-03-10', { status: 'failed', reason: 'cut off' });
    await file('6', '2025-03-10');
    await file('7', '2025-04-01', await settled('parsed'));
    await file('8', '2025-05-01', await settled('parsed'));
    const [march, april, ...rest] = await coverage.months(['house'], SPRING);
    expect(rest).toEqual([]);
    expect(march).toMatchObject({
      chamber: 'house',
      month: '2025-03',
      listed: 6,
      parsed: 1,
      paper: 1,
      needsReview: 1,
      unavailable: 1,
      failed: 1,
      waiting: 1,
      transactions: 4,
      late: 2,
      firstFiledOn: '2025-03-03',
      lastFiledOn: '2025-03-31',
    });
    expect(april).toMatchObject({ month: '2025-04', listed: 1, firstFiledOn: '2025-04-01' });
  });

  it('include filings without a date, and chambers without filings', async () => {
    await file('1', null, await settled('paper'));
    const months = await coverage.months(BOTH, SPRING);
    expect(months.map(({ chamber, month, listed }) => [chamber, month, listed])).toEqual([
      ['house', '2025-03', 0],
      ['house', '2025-04', 0],
      ['house', null, 1],
      ['senate', '2025-03', 0],
      ['senate', '2025-04', 0],
    ]);
  });

  it('leave out withdrawn and superseded rows', async () => {
    await file('1', '2025-03-20', await settled('parsed'));
    await sample.dataSource.query('UPDATE transactions SET is_current = false WHERE ordinal = 1');
    expect((await coverage.months(['house'], SPRING))[0]).toMatchObject({ transactions: 1, late: 1 });
  });
});

describe('the days that were scraped', () => {
  it('are none where nothing was scraped, and are counted per chamber', async () => {
    await scraped('2025-01-01', '2025-12-31', '2026-02-01T12:00:00Z');
    expect(await missing('house')).toEqual([
      ['2025-03', []],
      ['2025-04', []],
    ]);
    expect(await missing('senate')).toEqual([
      ['2025-03', ['2025-03-01..2025-03-31']],
      ['2025-04', ['2025-04-01..2025-04-30']],
    ]);
  });

  it('are those of all windows together, and the days between them are missing', async () => {
    await scraped('2025-02-20', '2025-03-10', '2025-05-02T12:00:00Z');
    await scraped('2025-03-08', '2025-03-14', '2025-05-02T12:00:00Z');
    await scraped('2025-03-17', '2025-04-29', '2025-05-02T12:00:00Z');
    expect(await missing('house')).toEqual([
      ['2025-03', ['2025-03-15..2025-03-16']],
      ['2025-04', ['2025-04-30..2025-04-30']],
    ]);
    expect(await missing('house', { start: '2025-03-01', end: '2025-03-15' })).toEqual([
      ['2025-03', ['2025-03-15..2025-03-15']],
    ]);
  });

  it('count only if they had ended in Washington before they were listed', async () => {
    // 02:00 UTC of the 11th is 22:00 of the 10th there.
    await scraped('2025-03-01', '2025-03-11', '2025-03-11T02:00:00Z');
    expect((await missing('house'))[0]).toEqual(['2025-03', ['2025-03-10..2025-03-31']]);
    await scraped('2025-03-11', '2025-03-11', '2025-03-11T15:00:00Z');
    expect((await missing('house'))[0]).toEqual(['2025-03', ['2025-03-10..2025-03-31']]);
  });

  it('are recorded once per task, by its last attempt', async () => {
    const fence = { taskId: 'again', attempt: 2 };
    await windows.record('house', SPRING, new Date('2025-05-02T12:00:00Z'), fence);
    await windows.record('house', SPRING, new Date('2025-05-02T13:00:00Z'), fence);
    const late = windows.record('house', SPRING, new Date('2025-05-02T11:00:00Z'), { ...fence, attempt: 1 });
    await expect(late).rejects.toThrow(FenceLostError);
    expect(await sample.dataSource.query('SELECT listed_at FROM scraped_windows')).toEqual([
      { listed_at: new Date('2025-05-02T13:00:00Z') },
    ]);
  });
});

it('finds the first day with a filing or a scrape', async () => {
  expect(await coverage.firstDay(BOTH)).toBeNull();
  await file('1', '2025-03-20');
  expect(await coverage.firstDay(BOTH)).toBe('2025-03-20');
  await scraped('2025-02-01', '2025-03-31', '2025-05-02T12:00:00Z');
  expect(await coverage.firstDay(BOTH)).toBe('2025-02-01');
  expect(await coverage.firstDay(['senate'])).toBeNull();
});

it('provides figures for monitoring', async () => {
  await file('1', '2025-03-20', await settled('needs_review'));
  await file('2', '2025-03-20');
  await scraped('2025-03-01', '2025-03-31', '2025-05-02T12:00:00Z');
  const ended = (finished: string, change: Partial<TaskState>): TaskRevision => {
    const times = { queued: '2025-05-01T00:00:00Z', started: '2025-05-01T00:00:00Z', finished };
    return { id: finished, revision: 1, state: waitingTask(finished, times.queued, { times, ...change }) };
  };
  await new TaskRuns(sample.dataSource).record([
    ended('2025-05-01T02:00:00Z', { state: 'SUCCESS' }),
    ended('2025-05-02T02:00:00Z', { state: 'SUCCESS' }),
    ended('2025-05-03T02:00:00Z', { state: 'FAILURE' }),
    ended('2025-05-04T02:00:00Z', { state: 'SUCCESS', name: 'check' }),
  ]);
  const announcement = (messageId: string) => ({ messageId, subject: 'disclosures.house', payload: {} });
  await enterAnnouncements(sample.dataSource.manager, 'house', [announcement('sent')]);
  await sample.dataSource.query('UPDATE outbox SET sent_at = now()');
  await enterAnnouncements(sample.dataSource.manager, 'house', [announcement('1'), announcement('2')]);
  expect(await new Figures(sample.dataSource).read()).toEqual({
    openReviews: [{ chamber: 'house', count: 1 }],
    filings: expect.arrayContaining([
      { chamber: 'house', status: 'listed', count: 1 },
      { chamber: 'house', status: 'needs_review', count: 1 },
    ]),
    newestScrapes: [{ chamber: 'house', finishedAt: expect.any(Date) }],
    lastSuccesses: [{ chamber: 'house', finishedAt: new Date('2025-05-02T02:00:00Z') }],
    announcements: { pending: 2, oldestAt: expect.any(Date) },
  });
});
