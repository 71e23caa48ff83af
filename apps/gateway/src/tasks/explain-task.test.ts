import type { TaskState } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { task, worker } from '../../test/task-samples.js';
import { explainTask, type Surroundings } from './explain-task.js';

const now = new Date('2026-11-23T02:00:00Z');
const around: Surroundings = { now, site: null, workers: [worker('h1', now)], tasks: [], isLost: false };

const queued = (id: string, stream_seq: number, changes: Partial<TaskState> = {}): TaskState =>
  task(id, { stream_seq, ...changes });

describe('the place in the queue', () => {
  it('is behind what was handed back and what is due again, not behind what waits for its retry', () => {
    const last = queued('last', 9);
    const tasks = [
      queued('waits', 1),
      queued('handed-back', 2, { state: 'RETRY' }),
      queued('due', 3, { state: 'RETRY', not_before: '2026-11-23T01:59:00.000Z' }),
      queued('not-due', 4, { state: 'RETRY', not_before: '2026-11-23T02:01:00.000Z' }),
      queued('runs', 5, { state: 'STARTED' }),
      queued('of-the-senate', 6, { chamber: 'senate' }),
      last,
      queued('behind', 10),
    ];
    expect(explainTask(last, { ...around, tasks })).toMatchObject({ reason: 'queued', position: 4 });
  });
});
