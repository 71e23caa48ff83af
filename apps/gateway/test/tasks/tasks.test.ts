import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CheckResult, STREAMS } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { ended, schedule, task, worker } from './task-samples.js';

const RESULT: CheckResult = { status: 'success', chamber: 'house', checks: [{ name: 'index', detail: 'answers' }] };
const ERROR = { code: 'LayoutChanged', message: 'the header is not known', stack: 'LayoutChanged: at parse' };

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.client.manager.streams.purge(STREAMS.tasks));
afterEach(() => {
  gateway.now = null;
});

const queueLength = async (): Promise<number> =>
  (await gateway.client.manager.streams.info(STREAMS.tasks)).state.messages;

describe('GET tasks/status/{id}', () => {
  it.each([
    ['PENDING', task('s-pending'), {}],
    ['STARTED', task('s-started', { state: 'STARTED', worker: 'w' }), {}],
    ['SUCCESS', ended('s-success', new Date(), { result: RESULT }), { result: RESULT }],
    [
      'FAILURE',
      ended('s-failure', new Date(), { state: 'FAILURE', error: ERROR }),
      { error: 'LayoutChanged: the header is not known' },
    ],
  ])('tells of a task that is %s', async (status, state, more) => {
    await gateway.tasks.put(state.id, state);
    const answer = await gateway.get(`tasks/status/${state.id}`);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ task_id: state.id, status, ...more });
  });

  it('answers, if it is to wait, as soon as the task ends', async () => {
    await gateway.tasks.put('s-wait', task('s-wait', { state: 'STARTED' }));
    let answered = false;
    const waiting = gateway.get('tasks/status/s-wait?wait=50').finally(() => (answered = true));
    await gateway.get('tasks/status/s-wait');
    expect(answered).toBe(false);
    await gateway.tasks.put('s-wait', ended('s-wait', new Date(), { result: RESULT }));
    expect((await waiting).body).toMatchObject({ status: 'SUCCESS', result: RESULT });
  });

  it('answers at once for a task that has ended, and when the time is up for one that has not', async () => {
    await gateway.tasks.put('s-done', ended('s-done', new Date()));
    expect((await gateway.get('tasks/status/s-done?wait=60')).body.status).toBe('SUCCESS');
    await gateway.tasks.put('s-slow', task('s-slow'));
    expect((await gateway.get('tasks/status/s-slow?wait=1')).body.status).toBe('PENDING');
  });

  it('waits for the latest run, not for the one before', async () => {
    for (let n = 0; n < 10; n++) {
      const id = `s-again-${n}`;
      await gateway.tasks.put(id, ended(id, new Date(), { state: 'FAILURE', error: ERROR }));
      await gateway.get(`tasks/status/${id}`);
      await gateway.tasks.put(id, task(id, { run: 2 }));
      const waiting = gateway.get(`tasks/status/${id}?wait=50`);
      await gateway.tasks.put(id, ended(id, new Date(), { run: 2 }));
      expect((await waiting).body.status).toBe('SUCCESS');
    }
  });

  it('tells an invalid id from an unknown task', async () => {
    expectProblem(await gateway.get('tasks/status/nobody'), 404, /There is no task nobody; \/api\/v1\/tasks lists/);
    expectProblem(await gateway.get('tasks/status/nobody?wait=30'), 404, /There is no task nobody/);
    expectProblem(await gateway.get('tasks/nobody'), 404, /There is no task nobody/);
    expectProblem(await gateway.get('tasks/status/a.b'), 400, /id must be a task id/);
    expectProblem(await gateway.get('tasks/status/%2A'), 400, /id must be a task id/);
    expectProblem(await gateway.get('tasks/a%20b'), 400, /id must be a task id/);
    expectProblem(await gateway.get(`tasks/status/${'x'.repeat(128)}`), 404, /There is no task/);
  });

  it.each(['61', '-1', '1.5', 'soon', ''])('refuses to wait for %j', async (wait) => {
    expectProblem(await gateway.get(`tasks/status/x?wait=${wait}`), 400, /whole number of seconds from 0 to 60/);
  });
});

describe('a command published on NATS directly', () => {
  it('is PENDING within 2 s', async () => {
    await gateway.client.publish('tasks.house.scrape', '{"days_back":7}', { header: { 'Rotunda-Task-Id': 'by-hand' } });
    const seen = await eventually(
      'the command to be seen',
      async () => {
        const { status, body } = await gateway.get('tasks/by-hand');
        return status === 200 && body;
      },
      2_000,
    );
    expect(seen).toMatchObject({ state: 'PENDING', args: { days_back: 7 }, stream_seq: expect.any(Number) });
  });

  it('is seen without the header too, under an id of its own', async () => {
    await gateway.client.publish('tasks.house.check', '');
    const [seen] = await eventually(
      'the command to be seen',
      async () => {
        const { body } = await gateway.get('tasks?name=check');
        return body.data.length > 0 && body.data;
      },
      2_000,
    );
    expect(seen).toMatchObject({ id: expect.stringMatching(/^nats-\d+-/), state: 'PENDING' });
  });
});

describe('POST tasks/cancel/{id}', () => {
  it('removes the command of a waiting task from the queue', async () => {
    const { body } = await gateway.post('tasks/scrape/house', {});
    expect(await queueLength()).toBe(1);
    const answer = await gateway.post(`tasks/cancel/${body.task_id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...{ status: 'cancelled', task_id: body.task_id, outcome: 'revoked' },
      message: expect.stringMatching(/removed from the queue/),
    });
    expect(await queueLength()).toBe(0);
    expect((await gateway.get(`tasks/status/${body.task_id}`)).body.status).toBe('REVOKED');
    expectProblem(await gateway.post(`tasks/cancel/${body.task_id}`), 409, /has ended already \(REVOKED\)/);
  });

  it('tells a running task to stop', async () => {
    await gateway.tasks.put('c-running', task('c-running', { state: 'STARTED', worker: 'w' }));
    const { status, body } = await gateway.post('tasks/cancel/c-running');
    expect({ http: status, ...body }).toMatchObject({
      http: 200,
      task_id: 'c-running',
      status: 'cancelled',
      outcome: 'stopping',
    });
    expect((await gateway.get('tasks/c-running')).body.cancel_requested_at).toEqual(expect.any(String));
  });

  it('ends a task whose command was removed from the queue by hand', async () => {
    const { body } = await gateway.post('tasks/scrape/house', {});
    await gateway.client.manager.streams.purge(STREAMS.tasks);
    expect(await gateway.post(`tasks/cancel/${body.task_id}`)).toMatchObject({
      status: 200,
      body: { outcome: 'revoked' },
    });
  });

  it('says what it can’t cancel', async () => {
    expectProblem(await gateway.post('tasks/cancel/nobody'), 404, /There is no task nobody/);
    expectProblem(await gateway.post('tasks/cancel/a.b'), 400, /id must be a task id/);
    await gateway.tasks.put('c-done', ended('c-done', new Date()));
    expectProblem(await gateway.post('tasks/cancel/c-done'), 409, /has ended already \(SUCCESS\)/);
  });
});

describe('what is going on', () => {
  it('lists running tasks with the names of their workers, also of one that has stopped', async () => {
    await gateway.workers.put('host-0', worker('host-0', new Date()));
    await gateway.tasks.put('g-running', task('g-running', { state: 'STARTED', worker: 'host-0' }));
    await gateway.tasks.put('g-older', task('g-older', { state: 'STARTED', worker: 'nobody-knows' }));
    const listed = () => gateway.get('tasks/active').then(({ body }) => body);
    const find = async (id: string, isSo: (body: { worker: string }) => boolean) =>
      eventually(id, async () =>
        (await listed()).active_tasks.find(
          (one: { task_id: string; worker: string }) => one.task_id === id && isSo(one),
        ),
      );
    const running = {
      worker: 'house-scraper@host-0',
      task_id: 'g-running',
      task_name: 'tasks.house.scrape',
      args: [],
      kwargs: { days_back: 7 },
    };
    expect(await find('g-running', ({ worker: name }) => name.includes('@'))).toEqual(running);
    expect(await find('g-older', () => true)).toMatchObject({ worker: 'nobody-knows' });
    await eventually('the worker', async () => (await listed()).worker_count === 1);
    await gateway.workers.remove('host-0');
    await eventually('its end', async () => (await listed()).worker_count === 0);
    expect(await find('g-running', () => true)).toEqual(running);
    expect((await listed()).active).toEqual((await listed()).active_tasks);
  });

  it('lists waiting retries and what the schedules do next, soonest first', async () => {
    gateway.now = new Date('2026-11-23T01:00:00Z');
    const not_before = '2026-11-23T01:05:00.000Z';
    const attempts = [{ n: 1, worker: 'w', started: not_before, finished: not_before }];
    await gateway.tasks.put('g-retry', task('g-retry', { state: 'RETRY', not_before, attempts }));
    await gateway.schedules.put('daily', schedule('daily', '0 2 * * *', '2026-11-22T02:00:00.000Z'));
    await gateway.schedules.put('weekly', schedule('weekly', '0 3 * * 0', '2026-11-22T03:00:00.000Z'));
    const scheduled = await eventually('all of them', async () => {
      const { body } = await gateway.get('tasks/scheduled');
      return body.scheduled_tasks.length === 5 && body.scheduled_tasks;
    });
    const tick = { worker: 'scheduler', args: [], kwargs: { days_back: 1 } };
    const house = { ...tick, task_name: 'tasks.house.scrape' };
    const senate = { ...tick, task_name: 'tasks.senate.scrape' };
    expect(scheduled).toEqual([
      { ...house, worker: 'w', task_id: 'g-retry', kwargs: { days_back: 7 }, eta: not_before },
      { ...senate, task_id: 'daily-senate-20261123T020000Z', eta: '2026-11-23T02:00:00.000Z' },
      { ...house, task_id: 'daily-house-20261123T020000Z', eta: '2026-11-23T02:00:00.000Z' },
      { ...senate, task_id: 'weekly-senate-20261129T030000Z', eta: '2026-11-29T03:00:00.000Z' },
      { ...house, task_id: 'weekly-house-20261129T030000Z', eta: '2026-11-29T03:00:00.000Z' },
    ]);
    const { body } = await gateway.get('schedules');
    expect(body.schedules).toMatchObject([
      { name: 'daily', cron: '0 2 * * *', next_fire: '2026-11-23T02:00:00.000Z' },
      { name: 'weekly', next_fire: '2026-11-29T03:00:00.000Z' },
    ]);
  });

  it('does not promise a tick that has fired already', async () => {
    gateway.now = new Date('2026-11-23T01:59:59Z');
    await gateway.schedules.put('ahead', schedule('ahead', '0 2 * * *', '2026-11-23T02:00:00.000Z'));
    const entry = await eventually('the schedule', async () =>
      (await gateway.get('schedules')).body.schedules.find(({ name }: { name: string }) => name === 'ahead'),
    );
    expect(entry.next_fire).toBe('2026-11-24T02:00:00.000Z');
  });

  it('counts workers and tasks, and notices a silent worker', async () => {
    const none = { status: 'no_workers', workers: {}, worker_count: 0 };
    expect((await gateway.get('tasks/stats')).body).toMatchObject(none);
    const active = [{ task_id: 'g-running', name: 'scrape' as const }];
    const counts = { processed: 15, totals: { scrape: 12, check: 3 }, pool_size: 4, memory_mb: 90, active };
    await gateway.workers.put('host-1', { ...worker('host-1', new Date()), ...counts });
    await gateway.workers.put('host-2', worker('host-2', new Date()));
    const stats = await eventually('the workers', async () => {
      const { body } = await gateway.get('tasks/stats');
      return body.worker_count === 2 && body;
    });
    expect(stats.status).toBe('ok');
    expect(stats.workers).toEqual({
      'house-scraper@host-1': {
        ...{ id: 'host-1', chamber: 'house', pid: 1, version: '0.0.0', tasks: ['scrape', 'check'] },
        ...{ started: expect.any(String), seen: expect.any(String) },
        ...{ pool_size: 4, active_tasks: 1, memory_mb: 90, processed: 15 },
        total_tasks: { 'tasks.house.scrape': 12, 'tasks.house.check': 3 },
      },
      'house-scraper@host-2': expect.objectContaining({ pool_size: 1, active_tasks: 0, processed: 0, total_tasks: {} }),
    });
    expect(Object.keys(stats.tasks)).toEqual(['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED']);
    expect(stats.queued).toBe(stats.tasks.PENDING + stats.tasks.RETRY);
    expect((await gateway.get('workers')).body.workers).toMatchObject([
      { id: 'host-1', name: 'house-scraper@host-1', tasks: ['scrape', 'check'], pool_size: 4, totals: counts.totals },
      { id: 'host-2', name: 'house-scraper@host-2', pool_size: 1, active: [] },
    ]);
    gateway.now = new Date(Date.now() + 31_000);
    expect((await gateway.get('workers')).body).toEqual({ workers: [] });
    expect((await gateway.get('tasks/stats')).body).toMatchObject(none);
  });

  it('shows how many tasks of each kind wait, and since when the oldest does', async () => {
    const reparse = { chamber: 'senate', name: 'reparse' } as const;
    const queued = (instant: string) => ({ times: { queued: instant, started: null, finished: null } });
    const attempts = [{ n: 1, worker: 'w', started: '2026-11-23T02:00:00.000Z', finished: '2026-11-23T02:02:00.000Z' }];
    const waiting = [
      task('q-new', { ...reparse, ...queued('2026-11-23T02:01:00.000Z') }),
      task('q-retry', { ...reparse, ...queued('2026-11-23T01:00:00.000Z'), state: 'RETRY', attempts }),
      task('q-running', { ...reparse, ...queued('2026-11-23T00:00:00.000Z'), state: 'STARTED' }),
    ];
    for (const state of waiting) await gateway.tasks.put(state.id, state);
    gateway.now = new Date('2026-11-23T02:03:00.500Z');
    const queues = await eventually('both', async () => {
      const { body } = await gateway.get('tasks/queue');
      return body.queues.some(({ length }: { length: number }) => length === 2) && body.queues;
    });
    expect(queues).toHaveLength(6);
    expect(queues).toContainEqual({ ...reparse, length: 2, oldest: '2026-11-23T02:01:00.000Z', oldest_seconds: 120.5 });
    expect(queues).toContainEqual({ chamber: 'senate', name: 'check', length: 0, oldest: null, oldest_seconds: 0 });
    for (const { id } of waiting) await gateway.tasks.remove(id);
  });

  it('lists workers next to an entry written by hand', async () => {
    await gateway.workers.put('by-hand', 'a text' as never);
    await gateway.workers.put('host-3', worker('host-3', new Date()));
    const entry = await eventually('the worker', async () =>
      (await gateway.get('workers')).body.workers.find(({ id }: { id: string }) => id === 'host-3'),
    );
    expect(entry.name).toBe('house-scraper@host-3');
    for (const id of ['by-hand', 'host-3']) await gateway.workers.remove(id);
  });

  it('tells workers of older versions apart, which share one name per host', async () => {
    const named = { name: 'house-scraper@old' };
    await gateway.workers.put('old-b', { ...worker('old-b', new Date()), ...named });
    await gateway.workers.put('old-a', { ...worker('old-a', new Date(Date.now() - 1_000)), ...named });
    const names = await eventually('both', async () => {
      const { workers } = (await gateway.get('tasks/stats')).body;
      return 'house-scraper-2@old' in workers && workers;
    });
    expect(names).toMatchObject({ 'house-scraper@old': { id: 'old-a' }, 'house-scraper-2@old': { id: 'old-b' } });
    for (const id of ['old-a', 'old-b']) await gateway.workers.remove(id);
  });

  it('is healthy with a worker, and says what is missing without one', async () => {
    const sites = ['senate', 'house'].map((chamber) => expect.objectContaining({ chamber, waiting_because: null }));
    const health = { nats: 'ok', postgres: 'ok', degraded: [], withheld: [], sites };
    const answer = async () => {
      const { status, body } = await gateway.get('tasks/health');
      return { http: status, ...body };
    };
    expect(await answer()).toEqual({
      ...{ http: 200, status: 'healthy', message: 'Task system is operational', workers: expect.any(Number) },
      ...health,
    });
    gateway.now = new Date(Date.now() + 31_000);
    const message = 'No worker is running: start a senate-scraper or a house-scraper';
    expect(await answer()).toEqual({ http: 200, status: 'unhealthy', message, workers: 0, ...health });
  });

  it('lists the commands', async () => {
    const { body } = await gateway.get('tasks/registered');
    const fields = { days_back: { type: 'integer', maximum: 5000 } };
    expect(body.registered).toMatchObject([
      { name: 'tasks.senate.scrape', chamber: 'senate', fields },
      { name: 'tasks.senate.check', chamber: 'senate', fields: { expires_at: { type: 'string' } } },
      { name: 'tasks.senate.reparse', chamber: 'senate', fields: { apply: { type: 'boolean' } } },
      { name: 'tasks.house.scrape', chamber: 'house', fields },
      { name: 'tasks.house.check', chamber: 'house', fields: { expires_at: { type: 'string' } } },
      { name: 'tasks.house.reparse', chamber: 'house', fields: { apply: { type: 'boolean' } } },
    ]);
  });
});
