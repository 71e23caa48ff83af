import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  archive,
  listed,
  openSample,
  parsedOutcome,
  reading,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import type { FilingOutcome } from '../rows/filing-outcome.js';

let sample: Sample;

beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

async function enterAll(ids: string[], taskId: string) {
  return sample.filings.enter(
    'house',
    ids.map((id) => listed(id)),
    taskId,
  );
}

/** Two of three rows read; a paper filing; one for review; one not available yet; one failed. */
async function outcomes(): Promise<FilingOutcome[]> {
  const parsed = await parsedOutcome(sample, [row(1), row(2)], { expectedRows: 3 });
  return [
    parsed,
    { ...parsed, status: 'paper', documentSha256: await archive(sample), parsed: reading([], { format: 'paper' }) },
    { ...parsed, status: 'needs_review', parsed: reading([row(1)]) },
    { status: 'unavailable', reason: 'The site answers 404' },
    { status: 'failed', reason: 'The PDF is cut off' },
  ];
}

it('counts what a task did, and its second attempt counts the same', async () => {
  const settledBefore = await enterAll(['1'], 'task-before');
  const before = { taskId: 'task-before', attempt: 1 };
  await sample.filings.store(
    settledBefore[0]!.id,
    await parsedOutcome(sample, [row(1)], { expectedRows: 9 }),
    before,
    SILENT,
  );

  const tried = await outcomes();
  const filings = await enterAll(['1', '2', '3', '4', '5', '6'], TASK);
  const ids = filings.map(({ id }) => id);
  const storeAll = async (attempt: number): Promise<void> => {
    for (const [i, outcome] of tried.entries()) {
      await sample.filings.store(ids[i + 1]!, outcome, { taskId: TASK, attempt }, SILENT);
    }
  };
  const expected = {
    stats: { total: 5, saved: 3, skipped: 1, errors: 1 },
    filings: {
      listed: 6,
      known: 1,
      parsed: 1,
      paper: 1,
      paper_read: 0,
      paper_review: 0,
      needs_review: 1,
      unavailable: 1,
      failed: 1,
    },
  };
  await storeAll(1);
  expect(await sample.filings.tally(TASK, ids)).toEqual(expected);
  await storeAll(2);
  expect(await sample.filings.tally(TASK, [...ids, ...ids])).toEqual(expected);
  expect((await sample.filings.tally('task-after', ids)).filings).toMatchObject({ listed: 6, known: 4, parsed: 0 });
});

it('counts nothing for a task that listed nothing', async () => {
  expect(await sample.filings.tally(TASK, [])).toEqual({
    stats: { total: 0, saved: 0, skipped: 0, errors: 0 },
    filings: {
      listed: 0,
      known: 0,
      parsed: 0,
      paper: 0,
      paper_read: 0,
      paper_review: 0,
      needs_review: 0,
      unavailable: 0,
      failed: 0,
    },
  });
});

it('throws for a filing that was listed and never tried', async () => {
  const [filing] = await enterAll(['1'], TASK);
  await expect(sample.filings.tally(TASK, [filing!.id])).rejects.toThrow('never tried');
});

it('throws for a filing that does not exist', async () => {
  const unknown = '01939e6e-0000-7000-8000-000000000000';
  await expect(sample.filings.tally(TASK, [unknown])).rejects.toThrow(unknown);
});
