import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CheckResult } from '#rotunda/contracts';
import { TASKS_BUCKET, type TasksBucket } from '#rotunda/messaging';
import { RawDocuments, TaskRuns } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { ResultRetention } from '../../src/background/result-retention.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { ended, task, worker } from './task-samples.js';

const RESULT: CheckResult = { status: 'success', chamber: 'house', checks: [] };
const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

let gateway: GatewayUnderTest;
let runs: TaskRuns;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ TASK_RUN_RETENTION_DAYS: '30' });
  runs = gateway.context.get(TaskRuns, { strict: false });
});
afterAll(() => gateway.stop());

const ago = (ms: number): Date => new Date(Date.now() - ms);
const retire = (): Promise<void> => gateway.context.get(ResultRetention, { strict: false }).removeOld();
const idsOf = ({ body }: { body: { data: { id: string }[] } }): string[] => body.data.map(({ id }) => id);

describe('GET tasks', () => {
  it('has tasks at once, with their current states', async () => {
    await gateway.tasks.put('new', task('new'));
    await eventually('the new task', async () => idsOf(await gateway.get('tasks')).includes('new'), 1_000);
    await eventually('the history', async () => (await runs.find('new')) !== null);
    await gateway.tasks.put('new', ended('new', new Date()));
    const state = await eventually(
      'its end',
      async () => (await gateway.get('tasks?state=SUCCESS')).body.data[0],
      1_000,
    );
    expect(state).toMatchObject({ id: 'new', state: 'SUCCESS' });
    expect(idsOf(await gateway.get('tasks?state=PENDING'))).not.toContain('new');
    expect(idsOf(await gateway.get('tasks'))).toEqual(['new']);
  });

  it('finds tasks by text, error, worker and group, recorded or live, and counts them', async () => {
    const found = async (query: string): Promise<string[]> => {
      const { body } = await gateway.get(`tasks/count?${query}`);
      const ids = idsOf(await gateway.get(`tasks?${query}`)).toSorted();
      expect(body).toMatchObject({ count: ids.length, at_least: false });
      return ids;
    };
    const attempts = [{ n: 1, worker: 'w-1', started: ago(0).toISOString(), finished: null }];
    const error = { code: 'LayoutChanged', message: 'The table has 100% more_columns' };
    const lost = ended('find-lost', ago(0), { state: 'FAILURE', error, attempts });
    await gateway.tasks.put('find-lost', lost);
    await gateway.tasks.put(
      'find-child',
      task('find-child', { group: { id: 'find-g', size: 2 }, args: { days_back: 41 } }),
    );
    await gateway.workers.put('w-1', worker('w-1', new Date()));
    const expectAll = async (): Promise<void> => {
      expect(await found('q=FIND-')).toEqual(['find-child', 'find-lost']);
      expect(await found(`q=${encodeURIComponent('days_back": 41')}`)).toEqual(['find-child']);
      expect(await found(`q=${encodeURIComponent('100% more_col')}`)).toEqual(['find-lost']);
      expect(await found('q=100x')).toEqual([]);
      expect(await found('q=find-&error=LayoutChanged')).toEqual(['find-lost']);
      expect(await found('worker=w-1')).toEqual(['find-lost']);
      expect(await found(`worker=${encodeURIComponent('house-scraper@w-1')}`)).toEqual(['find-lost']);
      expect(await found('group=find-g&state=PENDING')).toEqual(['find-child']);
      expect(await found('group=find-g&state=STARTED')).toEqual([]);
    };
    await eventually('the live states', async () => (await found('q=find-')).length === 2);
    await expectAll();
    await eventually('the history', async () => (await runs.find('find-child')) !== null);
    for (const id of ['find-lost', 'find-child']) await gateway.tasks.remove(id);
    await eventually('the history alone', () =>
      gateway.context
        .get(LiveState, { strict: false })
        .tasks()
        .every(({ id }) => !id.startsWith('find-')),
    );
    await expectAll();
    expectProblem(await gateway.get('tasks?q=a_b_c'), 400, /three letters or digits in a row/);
  });

  it('pages through all tasks, and filters them', async () => {
    for (const day of [1, 2, 3, 4]) {
      const queued = `2026-01-0${day}T00:00:00.000Z`;
      const name = day % 2 ? 'scrape' : 'check';
      await gateway.tasks.put(`d${day}`, ended(`d${day}`, new Date(queued), { name }));
    }
    await eventually('the history', async () => (await runs.find('d4')) !== null);
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await gateway.get(`tasks?to=2026-02-01&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...idsOf(page));
      cursor = page.body.next_cursor;
    }
    expect(seen).toEqual(['d4', 'd3', 'd2', 'd1']);
    expect(idsOf(await gateway.get('tasks?to=2026-02-01&name=check&chamber=house'))).toEqual(['d4', 'd2']);
    expect(idsOf(await gateway.get('tasks?from=2026-01-02&to=2026-01-03T00:00:00Z'))).toEqual(['d2']);
  });

  it.each([
    ['state=DONE', /state must be one of PENDING, STARTED/],
    ['name=purge', /name must be one of scrape, check/],
    ['chamber=lords', /chamber must be one of senate, house/],
    ['from=yesterday', /from must be a day \(2026-11-23, from midnight UTC\) or an instant/],
    ['from=2026-W01', /from must be a day/],
    ['to=2026-02-30', /to must be a day/],
    ['from=2026-02-02&to=2026-02-01', /must not be after to/],
    ['cursor=x', /cursor must be the next_cursor/],
    ['limit=501', /limit must be at most 500/],
    ['states=SUCCESS', /states is not a known field/],
  ])('refuses %s', async (query, reason) => {
    expectProblem(await gateway.get(`tasks?${query}`), 400, reason);
  });
});

describe('the history', () => {
  it.each(['{"x":"a\\u0000"}', '{"x":"\\ud800"}', '{"\\u0000":7}'])(
    'is not held up by a command that Postgres can’t store',
    async (body) => {
      const { sequence } = await gateway.client.publish('tasks.house.check', body);
      const queued = await eventually('the command', async () => {
        const page = await gateway.get('tasks?name=check&state=PENDING');
        return page.body.data.find(({ stream_seq }: { stream_seq: number }) => stream_seq === sequence);
      });
      const recorded = await eventually('its record', () => runs.find(queued.id));
      expect(JSON.stringify(recorded.args)).toContain('\uFFFD');
    },
  );
});

describe('results after their retention', () => {
  it('are gone from NATS, and still served from the history', async () => {
    await gateway.tasks.put('old', ended('old', ago(25 * HOUR_MS), { result: RESULT }));
    await gateway.tasks.put('young', ended('young', ago(23 * HOUR_MS), { result: RESULT }));
    await eventually('the history', async () => (await runs.find('young')) !== null);
    await retire();
    expect(await gateway.tasks.get('old')).toBeNull();
    expect(await gateway.tasks.get('young')).not.toBeNull();
    expect((await gateway.get('tasks/status/old')).body).toEqual({ task_id: 'old', status: 'SUCCESS', result: RESULT });
    expect((await gateway.get('tasks/status/old?wait=30')).body.status).toBe('SUCCESS');
    expect((await gateway.get('tasks/old')).body).toMatchObject({ id: 'old', state: 'SUCCESS' });
    expect(idsOf(await gateway.get('tasks'))).toContain('old');
    expectProblem(await gateway.post('tasks/cancel/old'), 409, /has ended already \(SUCCESS\)/);
  });

  it('keep a task in the lists that is run again at that moment', async () => {
    await gateway.tasks.put('rerun', ended('rerun', ago(25 * HOUR_MS), { result: RESULT }));
    await eventually('the history', async () => (await runs.find('rerun')) !== null);
    const live = gateway.context.get(LiveState, { strict: false });
    const tasks = gateway.context.get<TasksBucket>(TASKS_BUCKET, { strict: false });
    vi.spyOn(tasks, 'forget').mockImplementationOnce(async () => {
      await gateway.tasks.put('rerun', task('rerun', { run: 2 }));
      await eventually('the new run', () => live.find(({ id, run }) => id === 'rerun' && run === 2) !== null);
    });
    await retire();
    expect(live.find(({ id }) => id === 'rerun')).toMatchObject({ state: 'PENDING', run: 2 });
  });

  it('stay until the history has the final state', async () => {
    await gateway.tasks.put('late', ended('late', ago(25 * HOUR_MS), { result: RESULT }));
    await eventually('the history', async () => (await runs.find('late')) !== null);
    await runs.deleteOlderThan(ago(24 * HOUR_MS));
    await retire();
    expect(await gateway.tasks.get('late')).not.toBeNull();
  });

  it('are deleted from the history in the end', async () => {
    const state = ended('ancient', ago(31 * DAY_MS));
    await runs.record([{ id: state.id, revision: 1, state }]);
    expect((await gateway.get('tasks/ancient')).status).toBe(200);
    const documents = gateway.owner.get(RawDocuments);
    const page = { url: 'https://site.test/a', mediaType: 'text/html', bytes: Buffer.from('503') };
    const sha256 = await documents.saveEvidence(page, ago(31 * DAY_MS));
    await retire();
    expect(await documents.find(sha256)).toBeNull();
    expectProblem(await gateway.get('tasks/ancient'), 404, /There is no task ancient/);
  });
});
