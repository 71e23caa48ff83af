import { expect, it } from 'vitest';
import { waitingTask } from '../../../../../libs/contracts/test/sample-task.js';
import { waitingTasks } from './waiting-tasks.js';

it('finds the oldest task of a queue of any length', () => {
  const queued = ['2026-11-24T12:00:01.000Z', '2026-11-24T12:00:00.000Z'].map((at) => waitingTask('a', at));
  const tasks = Array.from({ length: 200_000 }, (_, n) => queued[n % 2]!);
  expect(waitingTasks(tasks).find(({ length }) => length > 0)).toMatchObject({
    ...{ length: 200_000, oldest: new Date('2026-11-24T12:00:00Z') },
  });
});
