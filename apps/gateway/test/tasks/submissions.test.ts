import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUCKETS, STREAMS, type TaskState, type UniqueClaim } from '#rotunda/contracts';
import { CLAIMS_BUCKET, KvBucket } from '#rotunda/messaging';
import { planCommand, TaskDispatcher } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { ExpiredSweep } from '../../src/background/expired-sweep.js';
import { idOfKey } from '../../src/tasks/commands/command-submitter.js';
import { TaskLookup } from '../../src/tasks/lookup/task-lookup.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { OperatedQueue, SITE_DOWN } from './operated-queue.js';

let gateway: GatewayUnderTest;
let queue: OperatedQueue;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  queue = new OperatedQueue(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  vi.restoreAllMocks();
  gateway.now = null;
  await gateway.client.manager.streams.purge(STREAMS.tasks);
});

const later = (ms: number): void => void (gateway.now = new Date(Date.now() + ms));

describe('a long window', () => {
  const window = { start_date: '2022-01-01', end_date: '2024-12-31' };

  it('becomes a group for one chamber, which is retried and cancelled as a whole', async () => {
    const id = await queue.submit('scrape/house', window);
    expect((await queue.commands()).map((message) => message.id)).toEqual([1, 2, 3].map((n) => `${id}-house-${n}`));
    const { body } = await gateway.get(`tasks/${id}`);
    expect(body).toMatchObject({
      size: 3,
      state: 'PENDING',
      children: [{ args: { start_date: '2022-01-01' } }, {}, {}],
    });
    for (const n of [1, 2])
      await queue.change(`${id}-house-${n}`, { state: n === 1 ? 'SUCCESS' : 'FAILURE', error: SITE_DOWN });
    expect((await gateway.get(`tasks/status/${id}?wait=30`)).body.status).toBe('FAILURE');
    const retried = await gateway.post(`tasks/${id}/retry`);
    expect(retried.body.runs).toEqual([{ task_id: `${id}-house-2`, run: 2 }]);
    expect((await gateway.get(`tasks/status/${id}`)).body.status).toBe('STARTED');
    expect((await gateway.get(`tasks/${id}/why`)).body).toMatchObject({ reason: 'group', children: [{}, {}, {}] });
    expectProblem(await gateway.post(`tasks/${id}/retry`), 409, /No child .* can be retried now/);
    expect((await gateway.post(`tasks/cancel/${id}`)).body.outcome).toBe('revoked');
    expect((await gateway.get(`tasks/status/${id}`)).body.status).toBe('REVOKED');
  });

  /** Leaves a group as a gateway does that dies while it publishes the group. */
  async function half(id: string, present: number): Promise<string> {
    const days = { start: window.start_date, end: window.end_date };
    const plan = planCommand({ id, name: 'scrape', chamber: 'house', args: window, window: days }, 366);
    await gateway.context.get(TaskDispatcher, { strict: false }).submitAll([plan[present - 1]!]);
    await queue.seen(`${id}-house-${present}`);
    return id;
  }

  it('that was published in part is found by any of its children, and completed by any gateway', async () => {
    const id = await half('half', 2);
    expect((await gateway.get(`tasks/${id}`)).body).toMatchObject({ size: 3, state: 'PENDING', children: [{}] });
    expect((await gateway.get(`tasks/${id}/why`)).body.children).toHaveLength(3);
    await queue.sweep();
    expect(await queue.commands()).toHaveLength(1);
    later(60_000);
    await queue.sweep();
    await queue.sweep();
    expect((await queue.commands()).map((message) => message.id)).toEqual([2, 1, 3].map((n) => `${id}-house-${n}`));
    expect((await gateway.get(`tasks/${id}`)).body.children.map(({ args }: TaskState) => args['start_date'])).toEqual([
      '2022-01-01',
      '2023-01-02',
      '2024-01-03',
    ]);
  });

  it('that can’t be completed does not hold up others', async () => {
    const [first, second] = [await half('half-broken', 1), await half('half-sound', 1)];
    const lookup = gateway.context.get(TaskLookup, { strict: false });
    const partsOf = lookup.partsOf.bind(lookup);
    const broken = vi
      .spyOn(lookup, 'partsOf')
      .mockImplementation((id) => (id === first ? Promise.reject(new RangeError('too deep')) : partsOf(id)));
    later(60_000);
    await queue.sweep();
    expect((await queue.commands()).filter(({ id }) => id!.startsWith(second))).toHaveLength(3);
    broken.mockRestore();
    await queue.sweep();
    expect(await queue.commands()).toHaveLength(6);
  });

  it('that was published in part is completed by the same Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'long' };
    const id = await half(idOfKey('long'), 1);
    expect(await queue.commands()).toHaveLength(1);
    expect(await queue.submit('scrape/house', window, key)).toBe(id);
    expect(await queue.commands()).toHaveLength(3);
    expect(await queue.submit('scrape/house', window, key)).toBe(id);
    expect(await queue.commands()).toHaveLength(3);
    expectProblem(await gateway.post('tasks/scrape/house', { ...window, end_date: '2024-12-30' }, key), 422, /new key/);
  });

  it('for which the queue has room only in part is named in the answer, and completed once there is room', async () => {
    const { streams } = gateway.client.manager;
    const { config } = await streams.info(STREAMS.tasks);
    await streams.update(STREAMS.tasks, { ...config, max_msgs: 1 });
    const answer = await gateway.post('tasks/scrape/house', window);
    await streams.update(STREAMS.tasks, config);
    expectProblem(answer, 503, /Part of the command is queued as task .*do not send it again/);
    const [first] = await queue.commands();
    await queue.seen(first!.id!);
    later(60_000);
    await queue.sweep();
    expect(await queue.commands()).toHaveLength(3);
    expect(answer.body.detail).toContain(first!.id!.replace(/-house-1$/, ''));
  });

  it('that was published in part and cancelled stays cancelled', async () => {
    const id = await half('half-cancelled', 1);
    expect((await gateway.post(`tasks/cancel/${id}`)).body.outcome).toBe('revoked');
    later(60_000);
    await queue.sweep();
    expect(await queue.commands()).toEqual([]);
    expect((await gateway.get(`tasks/${id}`)).body).toMatchObject({ state: 'REVOKED', children: [{}, {}, {}] });
    expect(await gateway.post(`tasks/${id}/retry`)).toMatchObject({ status: 202 });
    for (const n of [1, 2, 3]) {
      expect(await queue.state(`${id}-house-${n}`)).toMatchObject({ state: 'PENDING', run: 2, max_retries: 3 });
    }
  });
});

it('only commands that expire before a worker takes them leave the queue', async () => {
  const expires_at = '2099-01-01T00:00:00Z';
  const ids = ['a', 'b', 'c'].map((tick) => `allow-house-${tick}`);
  const dispatcher = gateway.context.get(TaskDispatcher, { strict: false });
  const scrape = { chamber: 'house', name: 'scrape' } as const;
  for (const id of ids) await dispatcher.submit({ ...scrape, args: { expires_at }, id });
  await dispatcher.submit({ ...scrape, args: {}, id: 'lasting' });
  await queue.change(ids[2]!, { state: 'RETRY', times: { queued: expires_at, started: expires_at, finished: null } });
  for (const id of ids) await queue.seen(id, ({ state }) => (state === 'RETRY') === (id === ids[2]));
  const sweep = gateway.context.get(ExpiredSweep, { strict: false });
  await sweep.sweep();
  expect(await queue.commands()).toHaveLength(4);
  gateway.now = new Date('2099-01-01T00:00:01Z');
  await sweep.sweep();
  expect((await queue.commands()).map(({ id }) => id)).toEqual([ids[2], 'lasting']);
  for (const id of ids.slice(0, 2)) {
    expect(await queue.state(id)).toMatchObject({ state: 'REVOKED', error: { code: 'Expired' } });
  }
});

describe('unique commands', () => {
  const unique = (body: object = {}) => gateway.post('tasks/scrape/senate', { unique: true, ...body });
  const answersOf = (answers: { body: { status: string } }[]) => answers.map(({ body }) => body.status).toSorted();

  it('are one task for requests at once, also at two gateways', async () => {
    const second = await GatewayUnderTest.beside(gateway);
    const ask = (one: GatewayUnderTest) => one.post('tasks/scrape/senate', { unique: true, days_back: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(i % 2 ? second : gateway)));
    expect(answersOf(answers)).toEqual([...Array.from({ length: 7 }, () => 'already_queued'), 'queued']);
    expect(new Set(answers.map(({ body }) => body.task_id)).size).toBe(1);
    const [message, ...others] = await queue.commands();
    expect([message!.body, others]).toEqual(['{"days_back":3}', []]);
    await second.stop();
  });

  it('are another task once the first has ended, and while only others are queued', async () => {
    const first = (await unique({ days_back: 4 })).body;
    expect((await unique({ days_back: 4, expires_at: '2099-01-01T00:00:00Z' })).body).toMatchObject({
      status: 'already_queued',
      task_id: first.task_id,
      message: expect.stringMatching(/identical command/),
    });
    expect((await unique({ days_back: 5 })).body.status).toBe('queued');
    expect((await gateway.post('tasks/scrape/house', { unique: true, days_back: 4 })).body.status).toBe('queued');
    expect((await gateway.post('tasks/scrape/senate', { days_back: 4 })).body.status).toBe('queued');
    await queue.change(first.task_id, { state: 'STARTED', worker: 'w' });
    expect((await unique({ days_back: 4 })).body.task_id).toBe(first.task_id);
  });

  it('are free again after the end, and count identical commands without `unique`', async () => {
    const first = (await unique({ days_back: 6 })).body.task_id;
    await queue.change(first, { state: 'SUCCESS' });
    await queue.seen(first, ({ state }) => state === 'SUCCESS');
    const plain = await queue.submit('scrape/senate', { days_back: 6 });
    await queue.seen(plain);
    expect((await unique({ days_back: 6 })).body).toMatchObject({ task_id: plain, status: 'already_queued' });
    await gateway.post(`tasks/cancel/${plain}`);
    await queue.seen(plain, ({ state }) => state === 'REVOKED');
    const next = (await unique({ days_back: 6 })).body;
    expect(next.status).toBe('queued');
    expect([first, plain]).not.toContain(next.task_id);
  });

  it('hold for groups', async () => {
    const body = { unique: true, days_back: 9 };
    const first = (await gateway.post('tasks/scrape/all', body)).body;
    expect((await gateway.post('tasks/scrape/all', body)).body).toMatchObject({
      task_id: first.task_id,
      status: 'already_queued',
    });
  });

  it('are the same task under the same Idempotency-Key, also after its end', async () => {
    const key = { 'idempotency-key': 'unique' };
    const ask = (body: object) => gateway.post('tasks/scrape/senate', { unique: true, ...body }, key);
    const first = (await unique({ days_back: 12 })).body.task_id;
    const answer = { task_id: first, status: 'already_queued' };
    expect((await ask({ days_back: 12 })).body).toMatchObject(answer);
    await queue.change(first, { state: 'SUCCESS' });
    await queue.seen(first, ({ state }) => state === 'SUCCESS');
    expect((await ask({ days_back: 12 })).body).toMatchObject(answer);
    expectProblem(await ask({ days_back: 13 }), 422, /with another command \(task .*send a new key/);
    expect(await queue.commands()).toHaveLength(1);
  });

  /** Each request stops where its key is settled, until its function is called. */
  function holdAt(keyId: string): (() => void)[] {
    const claims: KvBucket<UniqueClaim> = gateway.context.get(CLAIMS_BUCKET, { strict: false });
    const goOn: (() => void)[] = [];
    for (const write of ['put', 'create'] as const) {
      const original = claims[write].bind(claims) as (...args: unknown[]) => Promise<never>;
      vi.spyOn(claims, write).mockImplementation(async (...args: unknown[]) => {
        if (args[0] === keyId) await new Promise<void>((resolve) => goOn.push(resolve));
        return original(...args);
      });
    }
    return goOn;
  }

  it.each([
    ['saw the twin', [0, 1]],
    ['came after its end', [1, 0]],
  ])(
    'are one task under one Idempotency-Key although the twin ends between two requests (first the one that %s)',
    async (_first, order) => {
      const days_back = 20 + order[0]!;
      const headers = { 'idempotency-key': `race-${days_back}` };
      const ask = () => gateway.post('tasks/scrape/senate', { unique: true, days_back }, headers);
      const twin = (await unique({ days_back })).body.task_id;
      const goOn = holdAt(idOfKey(`race-${days_back}`));
      const before = ask();
      await eventually('a request that saw the twin', () => goOn.length === 1);
      await queue.change(twin, { state: 'SUCCESS' });
      await queue.seen(twin, ({ state }) => state === 'SUCCESS');
      const requests = [before, ask()];
      await eventually('one that came after its end', () => goOn.length === 2);
      for (const i of order) {
        goOn[i]!();
        await requests[i];
      }
      vi.restoreAllMocks();
      const ids = (await Promise.all(requests)).map(({ status, body }) => [status, body.task_id]);
      expect(ids[1]).toEqual(ids[0]);
      expect((await ask()).body.task_id).toBe(ids[0]![1]);
      expect(ids[0]).toEqual([202, order[0] === 0 ? twin : idOfKey(`race-${days_back}`)]);
      expect((await queue.commands()).map(({ id }) => id)).toEqual([...new Set([twin, ids[0]![1]])]);
    },
  );

  it('are one task under one Idempotency-Key although two requests saw different twins', async () => {
    const ask = () =>
      gateway.post('tasks/scrape/senate', { unique: true, days_back: 22 }, { 'idempotency-key': 'two twins' });
    const twin = (await unique({ days_back: 22 })).body.task_id;
    const goOn = holdAt(idOfKey('two twins'));
    const requests = [ask()];
    await eventually('a request that saw the first twin', () => goOn.length === 1);
    await queue.change(twin, { state: 'SUCCESS' });
    await queue.seen(twin, ({ state }) => state === 'SUCCESS');
    const second = (await unique({ days_back: 22 })).body.task_id;
    requests.push(ask());
    await eventually('one that saw the second', () => goOn.length === 2);
    for (const [i, request] of requests.entries()) {
      goOn[i]!();
      expect((await request).body).toMatchObject({ task_id: twin, status: 'already_queued' });
    }
    expect((await queue.commands()).map(({ id }) => id)).toEqual([twin, second]);
  });

  it('are published by the next request if a gateway died holding the claim', async () => {
    const claims = await KvBucket.open<UniqueClaim>(gateway.client, BUCKETS.claims);
    const before = new Set(await claimKeys());
    const id = (await unique({ days_back: 11 })).body.task_id;
    const key = (await claimKeys()).find((one) => !before.has(one))!;
    const entry = (await claims.get(key))!;
    await queue.change(id, { state: 'SUCCESS' });
    await queue.seen(id, ({ state }) => state === 'SUCCESS');
    await claims.put(key, { ...entry.value, task_id: 'claimed', tasks: ['claimed'], at: new Date().toISOString() });
    expect((await unique({ days_back: 11 })).body).toMatchObject({ task_id: 'claimed', status: 'already_queued' });
    expect(await queue.state('claimed')).toMatchObject({ state: 'PENDING', args: { days_back: 11 } });
  });

  async function claimKeys(): Promise<string[]> {
    const info = await gateway.client.manager.streams.info(`KV_${BUCKETS.claims}`, { subjects_filter: '>' });
    return Object.keys(info.state.subjects ?? {}).map((subject) => subject.split('.').at(-1)!);
  }
});
