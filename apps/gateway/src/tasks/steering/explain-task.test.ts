import type { TaskState, WorkerState } from '#rotunda/contracts';
import { untouchedSite } from '#rotunda/tasks';
import { describe, expect, it } from 'vitest';
import { task, worker } from '../../../test/tasks/task-samples.js';
import { explainTask, type Surroundings } from './explain-task.js';

const now = new Date('2026-11-23T02:00:00Z');
const around: Surroundings = {
  now,
  site: untouchedSite('house'),
  workers: [worker('h1', now)],
  tasks: [],
  isLost: false,
  isPostgresAway: false,
  laneOf: () => 'short',
};

const queued = (id: string, stream_seq: number, changes: Partial<TaskState> = {}): TaskState =>
  task(id, { stream_seq, ...changes });

describe('while Postgres is unavailable', () => {
  it.each([
    ['scrape', 'waiting_for_postgres'],
    ['reparse', 'waiting_for_postgres'],
    ['check', 'queued'],
  ] as const)('a %s is %s', (name, reason) => {
    const workers = [{ ...worker('h1', now), tasks: [name] }];
    const why = explainTask(queued('x', 1, { name }), { ...around, workers, isPostgresAway: true });
    expect(why).toMatchObject({ reason });
  });
});

describe('a command that may expire', () => {
  const args = { expires_at: '2026-11-23T01:00:00Z' };
  const attempts = [{ n: 1, worker: 'w', started: '2026-11-22T02:00:00.000Z', finished: '2026-11-22T02:01:00.000Z' }];

  it('has expired if its run never started, whatever happened to earlier runs', () => {
    expect(explainTask(queued('x', 1, { args, attempts, run: 2 }), around)).toMatchObject({ reason: 'expired' });
  });

  it('has not expired if its run started', () => {
    const times = { queued: '2026-11-22T02:00:00.000Z', started: '2026-11-22T02:00:00.000Z', finished: null };
    const handedBack = queued('x', 1, { args, attempts, times, state: 'RETRY' });
    expect(explainTask(handedBack, around)).toMatchObject({ reason: 'queued' });
  });
});

describe('a worker of three slots', () => {
  const tasks = ['scrape', 'reparse', 'check'] as const;
  const doing = (...names: TaskState['name'][]) => ({
    ...around,
    workers: [
      {
        ...worker('h1', now),
        tasks: [...tasks],
        pool_size: 3,
        active: names.map((name, i) => ({ task_id: `${i}`, name })),
      },
    ],
  });

  it.each([
    ['a scrape', 'free with two of these', 'scrape', ['scrape', 'reparse'], 'queued'],
    ['a scrape', 'free with a check besides', 'scrape', ['scrape', 'reparse', 'check'], 'queued'],
    ['a scrape', 'busy with three reparses', 'scrape', ['reparse', 'reparse', 'reparse'], 'workers_busy'],
    ['a check', 'free for it with three scrapes', 'check', ['scrape', 'scrape', 'scrape'], 'queued'],
    ['a check', 'busy with another one', 'check', ['check'], 'workers_busy'],
  ] as const)('is for %s %s', (_for, _how, name, active, reason) => {
    expect(explainTask(queued('x', 1, { name }), doing(...active))).toMatchObject({ reason });
  });
});

describe('a worker that drains', () => {
  const leaving: WorkerState = { ...worker('h1', now), draining: 'restart', pool_size: 2 };

  it('takes nothing, though it has a free slot', () => {
    expect(explainTask(queued('x', 1), { ...around, workers: [leaving] })).toMatchObject({
      reason: 'no_worker',
      message:
        'No worker takes tasks.house.scrape (house-scraper@h1: draining); start a house-scraper (rotunda worker house).',
    });
  });

  it('is not among the busy ones', () => {
    const busy = { ...worker('h2', now), active: [{ task_id: 'y', name: 'scrape' as const }] };
    expect(explainTask(queued('x', 1), { ...around, workers: [leaving, busy] })).toMatchObject({
      reason: 'workers_busy',
      workers: ['house-scraper@h2'],
    });
  });
});

describe('a long task', () => {
  const laneOf = ({ id }: TaskState) => (id.startsWith('long') ? 'long' : 'short');
  const active = (id: string, lane?: 'long') => ({ task_id: id, name: 'scrape' as const, ...(lane && { lane }) });
  const doing = (...running: ReturnType<typeof active>[]): Surroundings => ({
    ...{ ...around, laneOf },
    workers: [{ ...worker('h1', now), tasks: ['scrape'], pool_size: 1, long_pool_size: 1, active: running }],
  });

  it.each([
    ['queued', 'long', [active('short-1')]],
    ['workers_busy', 'long', [active('long-1', 'long')]],
    ['queued', 'short', [active('long-1', 'long')]],
    ['workers_busy', 'short', [active('long-1', 'long'), active('short-1')]],
  ] as const)('%s: a %s one beside %j', (reason, id, running) => {
    const why = explainTask(queued(id, 1), doing(...running));
    expect(why).toMatchObject({ reason });
    if (reason !== 'workers_busy') return;
    const rest = `are busy${id === 'long' ? ' with other long ones' : ''}: house-scraper@h1 with ${id}-1`;
    expect(why.message).toContain(rest);
  });

  it('waits for a worker that knows long ones', () => {
    const why = explainTask(queued('long', 1), { ...around, laneOf });
    expect(why).toMatchObject({ reason: 'no_worker', message: expect.stringContaining('tasks.house.scrape.long') });
  });

  it('has a place among long ones', () => {
    const tasks = [queued('short', 1), queued('long-1', 2), queued('short-2', 3), queued('long-2', 4)];
    expect(explainTask(queued('long-2', 4), { ...doing(), tasks })).toMatchObject({ position: 2 });
  });
});

describe('the place in the queue', () => {
  it('counts tasks that were handed back or are due again, but not waiting retries', () => {
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
