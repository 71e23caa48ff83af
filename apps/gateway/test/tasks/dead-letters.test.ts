import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DeadLetter, STREAMS } from '#rotunda/contracts';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { failedAttempt, OperatedQueue, SITE_DOWN, statusesOf } from './operated-queue.js';
import { ended } from './task-samples.js';

let gateway: GatewayUnderTest;
let queue: OperatedQueue;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  queue = new OperatedQueue(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  gateway.now = null;
  await gateway.client.manager.streams.purge(STREAMS.tasks);
  await gateway.client.manager.streams.purge(STREAMS.deadLetters);
});

describe('dead letters', () => {
  async function publishDeadLetter(id: string, changes: Partial<DeadLetter> = {}): Promise<number> {
    const letter: DeadLetter = {
      ...{ v: 1, task_id: id, run: 1, subject: 'tasks.house.scrape', stream_seq: 1, body: '{"days_back":7}' },
      ...{ attempts: 4, error: SITE_DOWN, died_at: new Date().toISOString() },
      ...changes,
    };
    const { sequence } = await gateway.client.publish('dead.house.scrape', JSON.stringify(letter));
    return sequence;
  }
  async function died(id: string, changes: Partial<DeadLetter> = {}): Promise<number> {
    await gateway.tasks.put(
      id,
      ended(id, new Date(), { state: 'FAILURE', attempts: [failedAttempt(4)], error: SITE_DOWN }),
    );
    return publishDeadLetter(id, changes);
  }

  it('are listed newest first, with pages and filters', async () => {
    const sequences = [await died('d1'), await died('d2', { subject: 'tasks.senate.check' }), await died('d3')];
    const blocked = await died('d4', { error: { code: 'SiteBlocked', message: 'no' } });
    const list = async (query = '') => (await gateway.get(`tasks/dead-letters${query}`)).body;
    const idsOf = async (query: string) => (await list(query)).data.map((one: { task_id: string }) => one.task_id);
    const { data, next_cursor } = await list('?limit=3');
    expect(data).toMatchObject([
      { sequence: blocked, task_id: 'd4', run: 1, state: 'FAILURE', replayed_as: null, body: '{"days_back":7}' },
      { task_id: 'd3', chamber: 'house', name: 'scrape', attempts: 4, error: SITE_DOWN },
      { task_id: 'd2', chamber: 'senate', name: 'check' },
    ]);
    expect(await list(`?limit=3&cursor=${next_cursor}`)).toMatchObject({
      data: [{ sequence: sequences[0] }],
      next_cursor: null,
    });
    expect(await idsOf('?code=SiteBlocked')).toEqual(['d4']);
    expect(await idsOf('?chamber=senate&name=check')).toEqual(['d2']);
    expect((await gateway.get('tasks/dead-letters/count')).body).toEqual({ count: 4 });
    expect((await gateway.get('tasks/dead-letters/count?chamber=house&name=scrape')).body).toEqual({ count: 3 });
    expectProblem(await gateway.get('tasks/dead-letters?cursor=x'), 400, /cursor must be/);
    expect((await gateway.ask(`/api/v1/tasks/dead-letters/${blocked}`, { method: 'DELETE' })).status).toBe(204);
    expect(await idsOf('')).toEqual(['d3', 'd2', 'd1']);
    expectProblem(await gateway.post(`tasks/dead-letters/${blocked}/replay`), 404, /no dead letter/);
  });

  it('are replayed once, also by requests at once, as the next run of the same task', async () => {
    const sequence = await died('dead');
    const asked = Array.from({ length: 4 }, () => gateway.post(`tasks/dead-letters/${sequence}/replay`));
    const answers = await Promise.all(asked);
    expect(statusesOf(answers)).toEqual([202, 409, 409, 409]);
    expect(await queue.commands()).toMatchObject([{ id: 'dead', messageId: 'dead-2', body: '{"days_back":7}' }]);
    expect(await queue.state('dead')).toMatchObject({ state: 'PENDING', run: 2, attempts: [{ n: 4 }] });
    const { data } = (await gateway.get('tasks/dead-letters')).body;
    expect(data).toMatchObject([{ sequence, state: 'PENDING', replayed_as: 2 }]);
    expectProblem(await gateway.post(`tasks/dead-letters/${sequence}/replay`), 409, /already has a later run .*run 2/);
  });

  it('are replayed with the original body, with a warning if they will fail again', async () => {
    const sequence = await died('broken', { body: 'no json', error: { code: 'InvalidCommand', message: 'no JSON' } });
    const { status, body } = await gateway.post(`tasks/dead-letters/${sequence}/replay`);
    expect({ status, body }).toMatchObject({
      status: 202,
      body: {
        run: 2,
        warning: expect.stringMatching(/is not JSON/),
        message: expect.stringMatching(/will fail again/),
      },
    });
    expect((await queue.commands()).at(-1)).toMatchObject({ messageId: 'broken-2', body: 'no json' });
  });

  it('are replayed although their command expired long ago', async () => {
    const sequence = await died('expired', { body: '{"days_back":7,"expires_at":"2026-01-01T00:00:00Z"}' });
    expect(await gateway.post(`tasks/dead-letters/${sequence}/replay`)).toMatchObject({ status: 202 });
    expect(await queue.commands()).toMatchObject([{ messageId: 'expired-2', body: '{"days_back":7}' }]);
  });

  it('are replayed although the task is no longer known, with the next attempt’s number', async () => {
    const sequence = await publishDeadLetter('lost', { run: 2 });
    expect(await gateway.post(`tasks/dead-letters/${sequence}/replay`)).toMatchObject({
      status: 202,
      body: { run: 3 },
    });
    expect(await queue.state('lost')).toMatchObject({
      ...{ state: 'PENDING', run: 3, attempts: [{ n: 4 }], max_retries: 3 },
    });
  });

  it('are replayed in bulk if their task has no later run', async () => {
    await died('m1');
    await died('m2', { body: '{"days_back":0}' });
    await died('m3', { error: { code: 'SiteBlocked', message: 'no' } });
    const chosen = await died('m5');
    await gateway.tasks.put('m4', ended('m4', new Date(), { run: 2 }));
    await publishDeadLetter('m4');
    expectProblem(await gateway.post('tasks/dead-letters/replay', { sequences: [] }), 422, /at least one number/);
    const replay = async (body?: object) => (await gateway.post('tasks/dead-letters/replay', body)).body;
    expect(await replay({ sequences: [chosen, chosen + 100] })).toEqual({ replayed: 1, invalid: 0, skipped: 0 });
    expect(await replay({ code: SITE_DOWN.code })).toEqual({ replayed: 2, invalid: 1, skipped: 2 });
    expect(await replay()).toEqual({ replayed: 1, invalid: 0, skipped: 4 });
    expect((await queue.commands()).map(({ messageId }) => messageId)).toEqual(['m5-2', 'm2-2', 'm1-2', 'm3-2']);
  });
});
