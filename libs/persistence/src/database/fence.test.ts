import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  enterOne,
  fingerprint,
  openSample,
  parsedOutcome,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import { dataSourceOptions } from '../data-source.js';
import { fenced, FenceLostError, TaskFences } from './fence.js';
import { Filings } from '../filings/filings.js';
import { FilingsQuery } from '../queries/filings-query.js';

const FIRST = { taskId: TASK, attempt: 1 };
const SECOND = { taskId: TASK, attempt: 2 };

let sample: Sample;
/** The pool of a worker that freezes. */
let frozen: DataSource;

beforeEach(async () => {
  sample = await openSample();
  frozen = await new DataSource(dataSourceOptions({ databaseUrl: sample.url })).initialize();
});
afterEach(async () => {
  await frozen.destroy();
  await sample.close();
});

/** A point at which a test can hold a worker, and see that it got there. */
function gate() {
  let open = (): void => undefined;
  let arrive = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const pass = async (): Promise<void> => {
    arrive();
    await opened;
  };
  return { pass, reached, open: () => open() };
}

it('rejects an attempt that froze in its transaction while its successor stored', async () => {
  const filing = await enterOne(sample);
  const begun = gate();
  const createQueryRunner = frozen.createQueryRunner.bind(frozen);
  vi.spyOn(frozen, 'createQueryRunner').mockImplementation((...mode) => {
    const runner = createQueryRunner(...mode);
    const startTransaction = runner.startTransaction.bind(runner);
    runner.startTransaction = async (...isolation) => {
      await startTransaction(...isolation);
      await begun.pass();
    };
    return runner;
  });
  const outcome = await parsedOutcome(sample, [row(1), row(2)]);
  const late = new Filings(frozen).store(filing.id, outcome, FIRST, SILENT);
  const turnedAway = expect(late).rejects.toThrow(FenceLostError);
  await begun.reached;

  const { stored } = await sample.filings.store(filing.id, await parsedOutcome(sample, [row(1)]), SECOND, SILENT);
  const before = await fingerprint(sample);
  begun.open();
  await turnedAway;
  expect(await fingerprint(sample)).toEqual(before);
  expect((await new FilingsQuery(sample.dataSource).find(filing.id))?.transactions).toEqual(stored);
});

it('does not let a frozen attempt that passed the fence block its successor forever', async () => {
  const filing = await enterOne(sample);
  const passed = gate();
  const late = fenced(
    frozen,
    FIRST,
    async (manager) => {
      await manager.query(`UPDATE filings SET reason = 'written by the frozen attempt'`);
      await passed.pass();
      await manager.query('SELECT 1');
    },
    100,
  );
  const turnedAway = expect(late).rejects.toThrow(FenceLostError);
  await passed.reached;
  await sample.filings.store(filing.id, await parsedOutcome(sample, [row(1)]), SECOND, SILENT);
  passed.open();
  await turnedAway;
  expect(await new FilingsQuery(sample.dataSource).find(filing.id)).toMatchObject({ status: 'parsed', reason: null });
});

it('lets an attempt write as often as it wants, and other tasks too', async () => {
  for (const fence of [FIRST, FIRST, SECOND, SECOND, { taskId: 'task-b', attempt: 1 }]) {
    await expect(fenced(sample.dataSource, fence, async () => fence.attempt)).resolves.toBe(fence.attempt);
  }
  await expect(fenced(sample.dataSource, FIRST, async () => 0)).rejects.toThrow(
    'Attempt 1 of task task-a was overtaken',
  );
});

it('rethrows an error that has nothing to do with the fence', async () => {
  const failing = fenced(sample.dataSource, FIRST, (manager) => manager.query('SELECT 1/0'));
  await expect(failing).rejects.toThrow('division by zero');
});

it('is raised for a terminated task: its attempt is rejected, the next one is not', async () => {
  const fences = new TaskFences(sample.dataSource);
  await fenced(sample.dataSource, FIRST, async () => undefined);
  await fences.turnAwayBefore(TASK, 2);
  await fences.turnAwayBefore(TASK, 1);
  await expect(fenced(sample.dataSource, FIRST, async () => 1)).rejects.toThrow(FenceLostError);
  await expect(fenced(sample.dataSource, SECOND, async () => 2)).resolves.toBe(2);
});
