import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import { waitingTask } from '../../../contracts/test/sample-task.js';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { CountTaskRuns1795442400000 } from '../migrations/0014-task-run-days.js';
import { TaskRuns } from './task-runs.js';
import type { Throughput } from './throughput.js';
import { ThroughputQuery } from './throughput-query.js';

const SECOND_MS = 1_000;
const DAY = { from: new Date('2026-11-27T00:00:00Z'), to: new Date('2026-11-28T00:00:00Z') };

let sample: Sample;
let runs: TaskRuns;
let throughput: ThroughputQuery;

beforeEach(async () => {
  sample = await openSample();
  runs = new TaskRuns(sample.dataSource);
  throughput = new ThroughputQuery(sample.dataSource);
});
afterEach(() => sample.close());

/** Ends at an instant, after so many seconds of wait and work; without work it never started. */
function ended(
  id: string,
  finished: string,
  [wait, work]: [number, number?],
  change: Partial<TaskState> = {},
): TaskState {
  const before = (seconds: number): string => new Date(Date.parse(finished) - seconds * SECOND_MS).toISOString();
  const started = work === undefined ? null : before(work);
  return waitingTask(id, before(wait + (work ?? 0)), {
    state: 'SUCCESS',
    times: { queued: before(wait + (work ?? 0)), started, finished },
    ...change,
  });
}

let revision = 0;
const record = (...states: TaskState[]): Promise<void> =>
  runs.record(states.map((state) => ({ id: state.id, revision: (revision += 1), state })));

const SAMPLES = [
  ended('a', '2026-11-27T10:00:00Z', [1, 10]),
  ended('b', '2026-11-27T10:01:00Z', [2, 20], { retries: 2 }),
  ended('c', '2026-11-27T10:20:00Z', [3, 30], { state: 'FAILURE' }),
  ended('d', '2026-11-27T11:00:00Z', [500], { state: 'REVOKED' }),
  ended('e', '2026-11-27T11:00:00Z', [7, 70], { chamber: 'senate', name: 'check' }),
  ended('before', '2026-11-26T23:59:59.999Z', [1, 10]),
  waitingTask('waiting', '2026-11-27T10:00:00Z'),
];

const HOUSE = { chamber: 'house', name: 'scrape' };
const COUNTS = { success: 2, failure: 1, revoked: 1, retries: 2 };
const ofHouse = (rows: Throughput[], at: string | null): Throughput | undefined =>
  rows.find((row) => row.chamber === 'house' && (row.at?.toISOString() ?? null) === at);

it('counts the runs that ended, by kind and interval, with exact percentiles', async () => {
  await record(...SAMPLES);
  const rows = await throughput.byInterval(DAY, 900);
  expect(ofHouse(rows, null)).toEqual({
    ...{ ...HOUSE, at: null, ...COUNTS },
    ...{ waitP50Ms: 2_000, waitP95Ms: 2_900, durationP50Ms: 20_000, durationP95Ms: 29_000 },
  });
  expect(ofHouse(rows, '2026-11-27T10:00:00.000Z')).toMatchObject({ success: 2, failure: 0, waitP50Ms: 1_500 });
  expect(ofHouse(rows, '2026-11-27T11:00:00.000Z')).toMatchObject({ revoked: 1, waitP50Ms: null, durationP95Ms: null });
  expect(rows.filter(({ at }) => at === null)).toHaveLength(2);
  expect(await throughput.byInterval({ ...DAY, chamber: 'senate', name: 'scrape' }, 900)).toEqual([]);
});

it('counts them by day, with percentiles within 5 %', async () => {
  await record(...SAMPLES);
  const rows = await throughput.byDay({ ...DAY, chamber: 'house' });
  const [whole, day] = [ofHouse(rows, null), ofHouse(rows, '2026-11-27T00:00:00.000Z')];
  expect(whole).toMatchObject({ ...HOUSE, ...COUNTS });
  expect({ ...day, at: null }).toEqual(whole);
  for (const [found, right] of [
    [whole!.waitP50Ms, 2_000],
    [whole!.waitP95Ms, 3_000],
    [whole!.durationP50Ms, 20_000],
    [whole!.durationP95Ms, 30_000],
  ]) {
    expect(Math.abs(found! / right! - 1)).toBeLessThan(0.05);
  }
});

it('counts each run once, however often its state is written, and keeps the figures of deleted runs', async () => {
  const [first] = SAMPLES;
  await record(waitingTask('a', first!.times.queued));
  await record(first!);
  await record({ ...first!, stream_seq: 7 });
  await record(waitingTask('a', '2026-11-27T12:00:00Z', { run: 2 }));
  await record(ended('a', '2026-11-27T12:10:00Z', [60, 540], { run: 2 }));
  await runs.deleteOlderThan(new Date('2026-11-28T00:00:00Z'));
  expect(ofHouse(await throughput.byDay(DAY), null)).toMatchObject({ success: 2, failure: 0 });
  await runs.deleteFiguresOlderThan(new Date('2026-11-27T23:00:00Z'));
  expect(await throughput.byDay(DAY)).toHaveLength(2);
  await runs.deleteFiguresOlderThan(new Date('2026-11-28T00:00:00Z'));
  expect(await throughput.byDay(DAY)).toEqual([]);
});

it('counts the runs that are there before the migration', async () => {
  await record(...SAMPLES);
  const before = await throughput.byDay(DAY);
  const runner = sample.dataSource.createQueryRunner();
  const migration = new CountTaskRuns1795442400000();
  await runner.startTransaction();
  await migration.down(runner);
  await migration.up(runner);
  await runner.commitTransaction();
  await runner.release();
  expect(await throughput.byDay(DAY)).toEqual(before);
});
