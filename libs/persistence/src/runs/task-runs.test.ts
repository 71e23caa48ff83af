import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import { waitingTask } from '../../../contracts/test/sample-task.js';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { InvalidCursorError } from '../database/cursor.js';
import { TaskRuns, type TaskRevision } from './task-runs.js';

let sample: Sample;
let runs: TaskRuns;

beforeEach(async () => {
  sample = await openSample();
  runs = new TaskRuns(sample.dataSource);
});
afterEach(() => sample.close());

const QUEUED = '2025-03-20T02:00:00.000Z';

const revision = (id: string, number: number, change: Partial<TaskState> = {}): TaskRevision => ({
  id,
  revision: number,
  state: waitingTask(id, QUEUED, change),
});

const ended = (finished: string): Partial<TaskState> => ({
  state: 'FAILURE',
  worker: 'house-scraper@test',
  attempts: [{ n: 1, worker: 'house-scraper@test', started: QUEUED, finished }],
  error: { code: 'LayoutChanged', message: 'The table has ten columns' },
  times: { queued: QUEUED, started: QUEUED, finished },
});

describe('TaskRuns', () => {
  it('stores the whole state, besides the searchable columns', async () => {
    const last = revision('t1', 5, ended('2025-03-20T02:05:00.000Z'));
    await runs.record([revision('t1', 3), last]);
    expect(await runs.find('t1')).toMatchObject({
      revision: 5,
      chamber: 'house',
      name: 'scrape',
      state: 'FAILURE',
      worker: 'house-scraper@test',
      attempts: 1,
      args: { days_back: 7 },
      result: null,
      error: { code: 'LayoutChanged' },
      queuedAt: new Date(QUEUED),
      finishedAt: new Date('2025-03-20T02:05:00Z'),
      stateJson: last.state,
    });
    expect(await runs.find('unknown')).toBeNull();
  });

  it.each([
    ['in one batch', [[7, 9, 8]]],
    ['one after another', [[7], [9], [8]]],
    ['twice', [[9], [9]]],
  ])('keeps the highest revision of a task that comes %s', async (_, batches) => {
    for (const batch of batches) {
      await runs.record(batch.map((number) => revision('t1', number, { run: number })));
    }
    expect(await runs.find('t1')).toMatchObject({ revision: 9, stateJson: { run: 9 } });
  });

  it('records nothing for an empty batch', async () => {
    await runs.record([]);
    expect((await runs.page({ limit: 1 })).items).toEqual([]);
  });

  it('visits each task once, the last queued first, even where several were queued at once', async () => {
    const at = (queued: string) => ({ times: { queued, started: null, finished: null } });
    await runs.record([
      ...['a', 'b', 'c'].map((id) => revision(id, 1)),
      revision('late', 1, at('2025-03-20T02:00:00.000900Z')),
      revision('later', 1, at('2025-03-20T02:00:00.000901Z')),
      revision('early', 1, at('2025-03-19T02:00:00Z')),
    ]);
    const seen: string[] = [];
    for (let cursor: string | undefined | null; cursor !== null;) {
      const page = await runs.page({ limit: 1, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['later', 'late', 'c', 'b', 'a', 'early']);
  });

  it('filters by chamber, name, state and time', async () => {
    await runs.record([
      revision('house-scrape', 1),
      revision('house-check', 1, { name: 'check' }),
      revision('failed', 1, ended(QUEUED)),
      revision('next-day', 1, { times: { queued: '2025-03-21T02:00:00Z', started: null, finished: null } }),
    ]);
    const found = await runs.page({
      limit: 10,
      chamber: 'house',
      name: 'scrape',
      states: ['PENDING'],
      from: new Date(QUEUED),
      to: new Date('2025-03-21T02:00:00Z'),
    });
    expect(found.items.map(({ id }) => id)).toEqual(['house-scrape']);
    expect((await runs.page({ limit: 10, chamber: 'senate' })).items).toEqual([]);
  });

  it.each(['["2025-02-30T00:00:00.000000Z","a"]', '["2025-03-20T02:00:00.000000Z","a\\u0000"]', '["now","a"]'])(
    'rejects the cursor %s',
    async (json) => {
      const cursor = Buffer.from(json).toString('base64url');
      await expect(runs.page({ limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
    },
  );

  it('deletes tasks that ended long ago, never those that wait', async () => {
    await runs.record([
      revision('ended', 1, ended('2025-03-20T02:05:00.000Z')),
      revision('ended-later', 1, ended('2025-03-22T02:05:00.000Z')),
      revision('waiting', 1),
    ]);
    expect(await runs.deleteOlderThan(new Date('2025-03-21T00:00:00Z'))).toBe(1);
    expect((await runs.page({ limit: 10 })).items.map(({ id }) => id)).toEqual(['waiting', 'ended-later']);
  });
});
