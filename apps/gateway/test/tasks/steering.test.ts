import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUCKETS, CHAMBERS, childTaskId, isFinal, type SiteState, STREAMS } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { TaskFences, TaskRuns } from '#rotunda/persistence';
import { PendingReader, TaskReruns } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { ResultRetention } from '../../src/background/result-retention.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { failedAttempt, OperatedQueue, SITE_DOWN, statusesOf } from './operated-queue.js';
import { ended, task, worker } from './task-samples.js';

const HOUR_MS = 60 * 60 * 1_000;

let gateway: GatewayUnderTest;
let queue: OperatedQueue;
let sites: KvBucket<SiteState>;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  queue = new OperatedQueue(gateway);
  sites = await KvBucket.open(gateway.client, BUCKETS.sites);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  gateway.now = null;
  await gateway.client.manager.streams.purge(STREAMS.tasks);
});

const later = (ms: number): void => void (gateway.now = new Date(Date.now() + ms));

describe('POST tasks/{id}/retry', () => {
  it.each(['FAILURE', 'REVOKED', 'SUCCESS'] as const)('queues the next run of a task that is %s', async (state) => {
    const id = `again-${state}`;
    const args = { days_back: 7, expires_at: '2026-01-01T00:00:00Z' };
    await gateway.tasks.put(
      id,
      ended(id, new Date(), { state, args, attempts: [failedAttempt(1)], retries: 3, error: SITE_DOWN }),
    );
    const { status, body } = await gateway.post(`tasks/${id}/retry`);
    expect({ status, body }).toMatchObject({ status: 202, body: { task_id: id, runs: [{ task_id: id, run: 2 }] } });
    const [message] = await queue.commands();
    expect(message).toMatchObject({ id, messageId: `${id}-2`, body: '{"days_back":7}' });
    const now = await queue.state(id);
    expect(now).toMatchObject({
      ...{ state: 'PENDING', run: 2, retries: 0, attempts: [failedAttempt(1)], stream_seq: message!.sequence },
    });
    expect(now).not.toHaveProperty('unpublished');
    expect(now).not.toHaveProperty('error');
    expectProblem(await gateway.post(`tasks/${id}/retry`), 409, /is queued already \(run 2\)/);
  });

  it('queues one run, however many requests come at once', async () => {
    await gateway.tasks.put('rush', ended('rush', new Date(), { state: 'FAILURE' }));
    const answers = await Promise.all(Array.from({ length: 6 }, () => gateway.post('tasks/rush/retry')));
    expect(statusesOf(answers)).toEqual([202, 409, 409, 409, 409, 409]);
    expect(await queue.commands()).toHaveLength(1);
    expect((await queue.state('rush')).run).toBe(2);
  });

  it('restores a task that only the history has, with its attempts', async () => {
    const runs = gateway.context.get(TaskRuns, { strict: false });
    const old = ended('forgotten', new Date(Date.now() - 48 * HOUR_MS), {
      state: 'FAILURE',
      attempts: [failedAttempt(4)],
    });
    await gateway.tasks.put('forgotten', old);
    await eventually('the history', async () => (await runs.find('forgotten')) !== null);
    await gateway.context.get(ResultRetention, { strict: false }).removeOld();
    expect(await gateway.tasks.get('forgotten')).toBeNull();
    expect(await gateway.post('tasks/forgotten/retry')).toMatchObject({ status: 202 });
    expect(await queue.state('forgotten')).toMatchObject({ state: 'PENDING', run: 2, attempts: [{ n: 4 }] });
    await queue.seen('forgotten', ({ state }) => state === 'PENDING');
    await eventually('the history', async () => (await runs.find('forgotten'))?.state === 'PENDING');
  });

  it('runs a waiting retry now: its old command is gone, its remaining retries stay', async () => {
    const id = await queue.submit('scrape/house');
    const { stream_seq } = await queue.state(id);
    await queue.change(id, {
      ...{
        state: 'RETRY',
        retries: 1,
        attempts: [failedAttempt(1)],
        not_before: '2099-01-01T00:00:00.000Z',
        error: SITE_DOWN,
      },
    });
    expect((await gateway.get(`tasks/${id}/why`)).body).toMatchObject({
      reason: 'waiting_for_retry',
      until: '2099-01-01T00:00:00.000Z',
    });
    expect((await gateway.post(`tasks/${id}/retry`)).body.message).toMatch(/Run 2 is queued now/);
    const messages = await queue.commands();
    expect(messages.map(({ messageId }) => messageId)).toEqual([`${id}-2`]);
    expect(messages[0]!.sequence).not.toBe(stream_seq);
    expect(await queue.state(id)).toMatchObject({ state: 'PENDING', run: 2, retries: 1 });
    expect(await queue.state(id)).not.toHaveProperty('not_before');
  });

  it('says why it is impossible', async () => {
    await gateway.tasks.put('runs', task('runs', { state: 'STARTED', worker: 'w' }));
    expectProblem(await gateway.post('tasks/runs/retry'), 409, /is running \(run 1\); cancel or terminate it first/);
    const id = await queue.submit('scrape/house');
    expectProblem(await gateway.post(`tasks/${id}/retry`), 409, /is queued already.*why/);
    const invalid = { code: 'InvalidCommand', message: 'days_back must be at least 1.' };
    await gateway.tasks.put('invalid', ended('invalid', new Date(), { state: 'FAILURE', error: invalid }));
    expectProblem(await gateway.post('tasks/invalid/retry'), 409, /days_back must be at least 1.*corrected command/);
    expectProblem(await gateway.post('tasks/nobody/retry'), 404, /There is no task nobody/);
  });

  it('restores a command that somebody purged from the stream by hand', async () => {
    const id = await queue.submit('scrape/house');
    await gateway.client.manager.streams.purge(STREAMS.tasks);
    expect((await gateway.get(`tasks/${id}/why`)).body).toMatchObject({ reason: 'command_lost' });
    expect(await gateway.post(`tasks/${id}/retry`)).toMatchObject({ status: 202 });
    expect((await queue.commands()).map(({ messageId }) => messageId)).toEqual([`${id}-2`]);
  });

  it('is finished by another gateway if the first died between state and queue', async () => {
    const reruns = gateway.context.get(TaskReruns, { strict: false });
    await gateway.tasks.put(
      'torn',
      task('torn', { run: 2, unpublished: { at: new Date().toISOString(), body: '{}' } }),
    );
    await queue.seen('torn');
    expect((await gateway.get('tasks/torn/why')).body).toMatchObject({ reason: 'not_published' });
    await queue.sweep();
    expect(await queue.commands()).toEqual([]);
    later(60_000);
    await queue.sweep();
    const [message] = await queue.commands();
    expect(message).toMatchObject({ messageId: 'torn-2', body: '{}' });
    expect(await queue.state('torn')).toMatchObject({ stream_seq: message!.sequence });
    await reruns.publishLeftOver(await queue.state('torn'));
    expect(await queue.commands()).toHaveLength(1);
  });
});

describe('POST tasks/{id}/terminate', () => {
  it('is REVOKED at once although its worker is silent, and the worker can store nothing more', async () => {
    const turnAway = vi.spyOn(gateway.context.get(TaskFences, { strict: false }), 'turnAwayBefore');
    const id = await queue.submit('scrape/house');
    await queue.change(id, { state: 'STARTED', worker: 'stuck', attempts: [{ ...failedAttempt(1), finished: null }] });
    expect((await gateway.post(`tasks/${id}/terminate`)).body).toMatchObject({ task_id: id, status: 'revoked' });
    expect(await queue.state(id)).toMatchObject({ state: 'REVOKED', worker: null, error: { code: 'Terminated' } });
    expect(await queue.commands()).toEqual([]);
    expect(turnAway).toHaveBeenCalledWith(id, 2);
    expectProblem(await gateway.post(`tasks/${id}/terminate`), 409, /has ended already \(REVOKED\)/);
    expect(await gateway.post(`tasks/${id}/retry`)).toMatchObject({ status: 202 });
  });
});

describe('POST tasks/purge', () => {
  it('removes the waiting commands that match, and leaves what runs or waits for a retry', async () => {
    const waits = await queue.submit('scrape/house');
    const runs = await queue.submit('scrape/house');
    const retries = await queue.submit('scrape/house');
    const senate = await queue.submit('scrape/senate');
    await queue.change(runs, { state: 'STARTED', worker: 'w', attempts: [{ ...failedAttempt(1), finished: null }] });
    await queue.change(retries, { state: 'RETRY', attempts: [failedAttempt(1)] });
    await gateway.client.publish('tasks.house.scrape', '{}');
    await gateway.tasks.put('gone', ended('gone', new Date()));
    await gateway.client.publish('tasks.house.scrape', '{}', { header: { 'Rotunda-Task-Id': 'gone' } });
    const { status, body } = await gateway.post('tasks/purge', { chamber: 'house', name: 'scrape' });
    expect({ status, body }).toEqual({ status: 200, body: { purged: 2, left: 2, stale: 1 } });
    expect((await queue.commands()).map(({ id }) => id)).toEqual([runs, retries, senate]);
    expect(await queue.state(waits)).toMatchObject({ state: 'REVOKED', error: { code: 'Purged' } });
    expect(await queue.state(senate)).toMatchObject({ state: 'PENDING' });
    expect((await gateway.post('tasks/purge')).body).toEqual({ purged: 1, left: 2, stale: 0 });
    expectProblem(await gateway.post('tasks/purge', { chamber: 'lords' }), 422, /chamber must be one of/);
  });
});

describe('a child of a group that has no state yet', () => {
  it('belongs to the group when it is purged', async () => {
    const group = { id: 'by-hand', size: 1 };
    const reader = vi.spyOn(gateway.context.get(PendingReader, { strict: false }), 'readNew').mockResolvedValue();
    await gateway.client.publish('tasks.house.scrape', JSON.stringify({ days_back: 3, group }), {
      header: { 'Rotunda-Task-Id': 'by-hand-house-1' },
    });
    expect((await gateway.post('tasks/purge')).body.purged).toBeGreaterThan(0);
    reader.mockRestore();
    expect(await queue.state('by-hand-house-1')).toMatchObject({ state: 'REVOKED', group, args: { days_back: 3 } });
    expect((await gateway.get('tasks/status/by-hand')).body.status).toBe('REVOKED');
  });
});

describe('GET tasks/{id}/why', () => {
  const site = (changes: Partial<SiteState>): SiteState => ({
    ...{ v: 1, chamber: 'house', paused: null },
    breaker: { state: 'closed', failures: 0, opened_at: null, probe_at: null, reason: null },
    ...changes,
  });

  it.each([
    ['{"paused": {"reason": "by hand"}}', 'chamber_paused', /^The house has been paused since 20\d\d-.*: by hand\.$/],
    ['{"paused": true}', 'chamber_paused', /^The house has been paused since 20\d\d-/],
    ['"x"', 'no_worker', /./],
    ['7', 'no_worker', /./],
    ['{"paused": tru', 'no_worker', /./],
  ])('reads what somebody put into KV by hand: %s', async (text, reason, message) => {
    const id = await queue.submit('scrape/house');
    const kv = await gateway.client.jetstream.views.kv(BUCKETS.sites);
    await kv.put('house', text);
    const { status, body } = await gateway.get(`tasks/${id}/why`);
    await kv.delete('house');
    expect({ status, body }).toMatchObject({ status: 200, body: { reason, message: expect.stringMatching(message) } });
  });

  it('says what a worker may not take, and so does tasks/health', async () => {
    const withheld = { scrape: 'The terms are not accepted.' };
    const one = { ...worker('s1', new Date()), chamber: 'senate' as const, name: 'senate-scraper@s1', withheld };
    await gateway.workers.put('s1', one);
    const shown = [{ worker: 'senate-scraper@s1', chamber: 'senate', task: 'scrape', reason: withheld.scrape }];
    const { body } = await eventually('the worker', async () => {
      const answer = await gateway.get('tasks/health');
      return answer.body.withheld.length > 0 && answer;
    });
    const message = `tasks.senate.scrape: ${withheld.scrape}`;
    const degraded = [{ chamber: 'senate', code: 'TasksWithheld', message, task_id: null, at: null }];
    expect(body).toMatchObject({ status: 'healthy', workers: 1, withheld: shown, degraded });
    const id = await queue.submit('scrape/senate');
    expect((await gateway.get(`tasks/${id}/why`)).body).toMatchObject({
      reason: 'no_worker',
      message: 'No worker may take tasks.senate.scrape: The terms are not accepted.',
    });
    const check = await queue.submit('check/senate');
    expect((await gateway.get(`tasks/${check}/why`)).body).toMatchObject({ reason: 'queued' });
    await gateway.workers.put('s2', { ...worker('s2', new Date()), chamber: 'senate' });
    await eventually('another worker', async () => (await gateway.get(`tasks/${id}/why`)).body.reason === 'queued');
    for (const key of ['s1', 's2']) await gateway.workers.remove(key);
  });

  it('goes from one reason to the next', async () => {
    for (const { id } of (await gateway.get('tasks?limit=500')).body.data) {
      if (!isFinal((await queue.state(id)).state)) await gateway.post(`tasks/${id}/terminate`);
    }
    const why = async (id: string) => (await gateway.get(`tasks/${id}/why`)).body;
    const [first, second] = [await queue.submit('scrape/house'), await queue.submit('scrape/house')];
    await queue.seen(second);
    await queue.seen(first);
    expect(await why(second)).toMatchObject({
      reason: 'no_worker',
      position: 2,
      message: expect.stringMatching(/start a house-scraper/),
    });
    const probe_at = '2026-11-24T12:00:00.000Z';
    const open = { state: 'open' as const, failures: 3, opened_at: probe_at, probe_at, reason: '403 from the site' };
    await sites.put('house', site({ breaker: open }));
    expect(await why(first)).toMatchObject({
      reason: 'breaker_open',
      until: probe_at,
      message: expect.stringMatching(/403 from the site/),
    });
    await sites.put('house', site({ breaker: open, paused: { at: probe_at, reason: 'maintenance' } }));
    expect(await why(first)).toMatchObject({
      reason: 'chamber_paused',
      message: expect.stringMatching(/since .*: maintenance/),
    });
    await sites.put('house', site({}));
    const idle = worker('h1', new Date());
    await gateway.workers.put('h1', idle);
    await eventually('the worker', async () => (await why(first)).reason === 'queued');
    await gateway.workers.put('h1', { ...idle, active: [{ task_id: 'other', name: 'scrape' }] });
    await eventually('its work', async () => (await why(second)).reason === 'workers_busy');
    expect(await why(second)).toMatchObject({
      position: 2,
      workers: ['house-scraper@h1'],
      message: expect.stringMatching(/with other/),
    });
    await queue.change(first, { state: 'STARTED', worker: 'h1' });
    expect(await why(first)).toMatchObject({ reason: 'running', workers: ['h1'] });
    await queue.change(first, { state: 'FAILURE', error: SITE_DOWN });
    expect(await why(first)).toMatchObject({
      reason: 'ended',
      message: expect.stringMatching(/FAILURE: SiteUnavailable/),
    });
    await queue.change(second, { args: { expires_at: '2026-01-01T00:00:00Z' } });
    // Until the sweep runs, which may be at once.
    expect(['expired', 'ended']).toContain((await why(second)).reason);
    expectProblem(await gateway.get('tasks/nobody/why'), 404, /There is no task/);
  });
});

describe('POST tasks/retry and tasks/cancel', () => {
  const failed = (id: string, message: string) =>
    gateway.tasks.put(id, ended(id, new Date(), { state: 'FAILURE', error: { code: 'SiteBlocked', message } }));

  it('retries all that match and did not succeed, and once, also if it is asked twice at once', async () => {
    for (const n of [1, 2, 3]) await failed(`bulk-${n}`, 'refused by squirrels');
    await gateway.tasks.put('bulk-ok', ended('bulk-ok', new Date(), { args: { note: 'squirrels' } }));
    await queue.seen('bulk-ok');
    const filter = { q: 'SQUIRRELS' };
    const dry = await gateway.post('tasks/retry', { filter, dry_run: true });
    expect(dry).toMatchObject({ status: 200, body: { matched: 4, done: 3, remaining: 0, dry_run: true } });
    expect(dry.body.refused).toMatchObject([{ code: 'task-succeeded', count: 1 }]);
    expect(await queue.commands()).toEqual([]);
    const answers = await Promise.all([1, 2].map(() => gateway.post('tasks/retry', { filter })));
    expect(answers.reduce((sum, { body }) => sum + body.done, 0)).toBe(3);
    const queued = (await queue.commands()).map(({ messageId }) => messageId);
    expect(new Set(queued)).toEqual(new Set(['bulk-1-2', 'bulk-2-2', 'bulk-3-2']));
    expect(queued).toHaveLength(3);
  });

  it('cancels those that are named, counts why others are refused, and is one entry of the audit trail', async () => {
    await gateway.tasks.put('named-1', task('named-1'));
    await gateway.tasks.put('named-2', task('named-2'));
    await gateway.tasks.put('named-3', ended('named-3', new Date()));
    const ids = ['named-1', 'named-2', 'named-3', 'nobody'];
    const { body } = await gateway.post('tasks/cancel', { ids });
    expect(body).toMatchObject({ matched: 4, done: 2, remaining: 0, dry_run: false });
    expect(body.refused).toEqual([
      { code: 'task-ended', count: 1, task_id: 'named-3', message: expect.stringMatching(/ended already/) },
      { code: 'task-unknown', count: 1, task_id: 'nobody', message: expect.stringMatching(/no task nobody/) },
    ]);
    expect((await queue.state('named-2')).state).toBe('REVOKED');
    const [entry] = (await gateway.get('audit?action=task.cancel&limit=1')).body.data;
    expect(entry).toMatchObject({ target: null, params: { ids, matched: 4, done: 2, refused: body.refused } });
  });

  it('cancels the children of a group, and a group, as the routes for one do', async () => {
    const group = await queue.submit('scrape/all', { days_back: 3 });
    const children = CHAMBERS.map((chamber) => childTaskId(group, chamber, 1));
    for (const id of children) await queue.seen(id);
    const { body } = await gateway.post('tasks/cancel', { filter: { group, chamber: 'house' } });
    expect(body).toMatchObject({ matched: 1, done: 1, refused: [] });
    expect((await gateway.post('tasks/cancel', { ids: [group] })).body).toMatchObject({ matched: 1, done: 1 });
    for (const id of children) expect((await queue.state(id)).state).toBe('REVOKED');
    const again = await gateway.post('tasks/cancel', { filter: { group } });
    expect(again.body).toMatchObject({ matched: 2, done: 0, refused: [{ code: 'task-ended', count: 2 }] });
  });

  it.each([
    [{}, /either ids or filter/],
    [{ ids: ['a'], filter: {} }, /either ids or filter/],
    [{ ids: ['a b'] }, /list of task ids/],
    [{ filter: { q: 'ab' } }, /3 to 100 characters/],
    [{ filter: { from: '2026-02-02', to: '2026-02-01' } }, /must not be after/],
    [{ filter: { colour: 'red' } }, /colour/],
  ])('refuses %j', async (body, detail) => {
    expectProblem(await gateway.post('tasks/retry', body), 422, detail);
  });
});
