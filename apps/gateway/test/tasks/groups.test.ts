import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKETS, CHAMBERS, STREAMS, type TaskState } from '#rotunda/contracts';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { ended } from './task-samples.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const submit = async (body: object = {}, headers: Record<string, string> = {}): Promise<string> =>
  (await gateway.post('tasks/scrape/all', body, headers)).body.task_id;

async function end(id: string, changes: Partial<TaskState> = {}): Promise<void> {
  const { value } = (await gateway.tasks.get(id))!;
  await gateway.tasks.put(id, { ...value, ...ended(id, new Date()), group: value.group!, ...changes });
}

const queueLength = async (): Promise<number> =>
  (await gateway.client.manager.streams.info(STREAMS.tasks)).state.messages;

describe('POST tasks/scrape/all', () => {
  it('queues a command for each chamber, as a group that can be read at once', async () => {
    const id = await submit({ days_back: 7 });
    expect((await gateway.get(`tasks/status/${id}`)).body).toEqual({ task_id: id, status: 'PENDING' });
    const { body } = await gateway.get(`tasks/${id}`);
    expect(body).toMatchObject({ id, size: CHAMBERS.length });
    expect(body.children.map(({ id: child, args }: TaskState) => [child, args])).toEqual(
      CHAMBERS.toSorted().map((chamber) => [`${id}-${chamber}-1`, { days_back: 7 }]),
    );
  });

  it('is SUCCESS once every chamber is, with their results added up', async () => {
    const id = await submit();
    const stats = { total: 3, saved: 2, skipped: 1, errors: 0 };
    const filings = { listed: 1, known: 0, parsed: 1, paper: 0, needs_review: 0, unavailable: 0, failed: 0 };
    for (const chamber of CHAMBERS) {
      expect((await gateway.get(`tasks/status/${id}`)).body.status).not.toBe('SUCCESS');
      const window = { start_date: '2026-11-22', end_date: '2026-11-23' };
      await end(`${id}-${chamber}-1`, {
        chamber,
        result: { status: 'success', chamber, ...window, stats, filings, warnings: [] },
      });
    }
    const { body } = await gateway.get(`tasks/status/${id}`);
    const sum = { total: 6, saved: 4, skipped: 2, errors: 0 };
    expect(body).toMatchObject({ status: 'SUCCESS', result: { status: 'success', totals: { stats: sum } } });
    // As for a single chamber, for clients that do not know groups.
    expect(body.result).toMatchObject({ chamber: 'all', stats: sum });
  });

  it('answers, if it is to wait, as soon as the last chamber has ended', async () => {
    const id = await submit();
    const waiting = gateway.get(`tasks/status/${id}?wait=50`);
    for (const chamber of CHAMBERS) await end(`${id}-${chamber}-1`);
    expect((await waiting).body.status).toBe('SUCCESS');
  });

  it('is waited for by many clients without a consumer on the server', async () => {
    const id = await submit();
    const consumers = async (): Promise<number> =>
      (await gateway.client.manager.streams.info(`KV_${BUCKETS.tasks}`)).state.consumer_count;
    const before = await consumers();
    const waiting = Promise.all(Array.from({ length: 5 }, () => gateway.get(`tasks/status/${id}?wait=50`)));
    await end(`${id}-${CHAMBERS[0]}-1`);
    expect((await gateway.get(`tasks/status/${id}?wait=1`)).body.status).toBe('STARTED');
    expect(await consumers()).toBe(before);
    for (const chamber of CHAMBERS.slice(1)) await end(`${id}-${chamber}-1`);
    expect((await waiting).map(({ body }) => body.status)).toEqual(Array.from({ length: 5 }, () => 'SUCCESS'));
  });

  it('is FAILURE when one chamber is, and says which and why', async () => {
    const id = await submit();
    const error = { code: 'SiteBlocked', message: 'the site refuses us' };
    await end(`${id}-house-1`, { state: 'FAILURE', error });
    const { body } = await gateway.get(`tasks/status/${id}`);
    expect(body).toMatchObject({ status: 'FAILURE', error: `SiteBlocked: ${id}-house-1: the site refuses us` });
  });

  it('counts a child whose command was unreadable', async () => {
    const id = await submit();
    const error = { code: 'InvalidCommand', message: 'The command is not JSON' };
    const { group: _group, ...unread } = ended(`${id}-house-1`, new Date(), { state: 'FAILURE', error });
    await gateway.tasks.put(unread.id, unread);
    await end(`${id}-senate-1`);
    const { body } = await gateway.get(`tasks/${id}`);
    expect(body).toMatchObject({ state: 'FAILURE', times: { finished: expect.any(String) }, children: [{}, {}] });
  });

  it('is cancelled as a whole', async () => {
    await gateway.client.manager.streams.purge(STREAMS.tasks);
    const id = await submit();
    expect(await queueLength()).toBe(CHAMBERS.length);
    expect((await gateway.post(`tasks/cancel/${id}`)).body).toMatchObject({ task_id: id, status: 'cancelled' });
    expect(await queueLength()).toBe(0);
    expect((await gateway.get(`tasks/status/${id}`)).body.status).toBe('REVOKED');
    expectProblem(await gateway.post(`tasks/cancel/${id}`), 409, /has ended already/);
  });

  it('is the same group under the same Idempotency-Key, which is refused with another command', async () => {
    const key = { 'idempotency-key': 'nightly' };
    const id = await submit({ days_back: 2 }, key);
    expect(await submit({ days_back: 2 }, key)).toBe(id);
    expectProblem(await gateway.post('tasks/scrape/all', { days_back: 3 }, key), 422, /Idempotency-Key/);
    expectProblem(await gateway.post('tasks/scrape/house', { days_back: 2 }, key), 422, /Idempotency-Key/);
  });
});
