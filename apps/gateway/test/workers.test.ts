import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, WorkerStub } from '#rotunda/testing';
import { type Answer, expectProblem, GatewayUnderTest } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
const workers: WorkerStub[] = [];

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end()));
  await eventually('no worker', async () => (await shown()).length === 0);
});

const shown = async (): Promise<Answer['body'][]> => (await gateway.get('workers')).body.workers;

async function start(...args: Parameters<typeof WorkerStub.start> extends [unknown, ...infer R] ? R : never) {
  const worker = await WorkerStub.start(gateway.client, ...args);
  workers.push(worker);
  await eventually('the worker', async () => (await shown()).some(({ id }) => id === worker.state.id));
  return worker;
}

const draining = (worker: WorkerStub): Promise<boolean> =>
  eventually('the drain', async () => (await gateway.get(`workers/${worker.state.id}`)).body.draining !== undefined);

describe('workers', () => {
  it('are drained and restarted by name or id, which the audit trail has', async () => {
    const house = await (await start('house', 1)).listen();
    const senate = await (await start('senate', 2)).listen();
    const drained = await gateway.post(`workers/${encodeURIComponent('house-scraper@host')}/drain`);
    expect(drained).toMatchObject({ status: 202, body: { id: house.state.id, draining: 'drain', pool_size: 2 } });
    expect(await gateway.post(`workers/${senate.state.id}/restart`)).toMatchObject({
      status: 202,
      body: { name: 'senate-scraper-2@host', draining: 'restart' },
    });
    expect([house.asked, senate.asked]).toEqual([['drain'], ['restart']]);
    await draining(house);
    expect((await gateway.get('audit')).body.data).toMatchObject([
      { action: 'worker.restart', target: senate.state.id, result: 'ok', status: 202 },
      { action: 'worker.drain', target: 'house-scraper@host', result: 'ok', status: 202 },
    ]);
  });

  it('that are not there or do not answer are refused, with what to do', async () => {
    expectProblem(await gateway.post('workers/nobody/drain'), 404, /no worker "nobody" now: none runs\.$/);
    const old = await start('house', 1);
    const answer = await gateway.post(`workers/${old.state.id}/restart`);
    expectProblem(answer, 504, /house-scraper@host does not answer\..*version \(0\.0\.0\).*pid 1\) with SIGTERM/);
    expect(answer.body.type).toBe('urn:rotunda:problem:worker-silent');
    expectProblem(await gateway.get('workers/nobody'), 404, /now: house-scraper@host\.$/);
  });

  it('are asked whether they answer', async () => {
    await (await start('house', 1)).listen();
    await start('house', 2);
    const { status, body } = await gateway.get('workers/ping');
    expect({ status, workers: body.workers }).toEqual({
      status: 200,
      workers: expect.arrayContaining([
        {
          name: 'house-scraper@host',
          id: 'house-scraper-host-1',
          chamber: 'house',
          answered: true,
          ms: expect.any(Number),
        },
        { name: 'house-scraper-2@host', id: 'house-scraper-host-2', chamber: 'house', answered: false, ms: null },
      ]),
    });
  });

  it('that all drain leave their chamber without a worker', async () => {
    const house = await start('house', 1, { draining: 'restart' });
    await draining(house);
    const health = async () => (await gateway.get('tasks/health')).body;
    expect(await health()).toMatchObject({
      status: 'unhealthy',
      message: expect.stringMatching(/^No worker takes tasks, each is draining/),
      workers: 1,
    });
    await start('senate', 1);
    expect(await health()).toMatchObject({
      status: 'healthy',
      workers: 2,
      degraded: [{ chamber: 'house', code: 'WorkersDraining', message: expect.stringContaining('Start one') }],
    });
    const metrics = (await gateway.ask('/metrics')).body;
    expect(metrics).toContain('rotunda_workers{chamber="house"} 0');
    expect(metrics).toContain('rotunda_workers{chamber="senate"} 1');
    expect(metrics).toContain('rotunda_workers_draining{chamber="house"} 1');
    await start('house', 2);
    expect(await health()).toMatchObject({ degraded: [] });
  });
});
