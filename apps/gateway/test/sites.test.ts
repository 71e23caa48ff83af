import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetKey, BUCKETS, type SiteState, type WorkerState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { eventually } from '#rotunda/testing';
import { type Answer, expectProblem, GatewayUnderTest } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
let sites: KvBucket<SiteState>;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  sites = await KvBucket.open<SiteState>(gateway.client, BUCKETS.sites);
});
afterAll(() => gateway.stop());

const CLOSED = { state: 'closed', failures: 0, opened_at: null, probe_at: null, reason: null };
const OPEN = {
  state: 'open' as const,
  failures: 1,
  opened_at: '2026-11-24T10:00:00.000Z',
  probe_at: '2026-11-24T10:15:00.000Z',
  reason: 'https://site.test/ answered 403 Forbidden: the site refuses us.',
};

const WORKER: WorkerState = {
  ...{ v: 1, id: 'senate-scraper-a', name: 'senate-scraper@a', chamber: 'senate', pid: 1, version: '0' },
  ...{ started: new Date().toISOString(), seen: new Date().toISOString() },
  ...{ tasks: ['scrape'], active: [], processed: 0 },
};

/** What the list says of the House, once it does. */
const shown = (what: string, isSo: (house: Answer['body']) => boolean): Promise<Answer['body']> =>
  eventually(what, async () => {
    const { body } = await gateway.get('sites');
    const house = body.sites.find(({ chamber }: SiteState) => chamber === 'house');
    return isSo(house) ? house : null;
  });

describe('the sites', () => {
  it('are open as long as nobody paused them', async () => {
    expect((await gateway.get('sites')).body).toEqual({
      sites: ['senate', 'house'].map((chamber) => ({
        ...{ chamber, paused: null, breaker: CLOSED, waiting_because: null, withheld: null, budget: null },
      })),
    });
  });

  it('have a budget once they were asked, and what their workers lack', async () => {
    const budget = {
      holder: null,
      held_until: null,
      next_request_at: '2026-11-24T10:00:02.000Z',
      interval_ms: 1_000,
      rest_ms: 2_000,
    };
    const kv = await gateway.client.jetstream.views.kv(BUCKETS.sites);
    await kv.put(budgetKey('house'), JSON.stringify({ v: 1, ...budget }));
    await kv.put(budgetKey('senate'), 'not JSON');
    const worker = { ...WORKER, withheld: { scrape: 'accept the terms' } };
    await gateway.workers.put(worker.id, worker);
    const seen = await eventually('the worker', async () => {
      const { body } = await gateway.get('sites');
      return body.sites[0].withheld !== null && body.sites;
    });
    expect(seen).toMatchObject([
      { chamber: 'senate', withheld: 'accept the terms', budget: null },
      { chamber: 'house', withheld: null, budget },
    ]);
    await gateway.client.jetstream.views.kv(BUCKETS.workers).then((workers) => workers.delete(worker.id));
    await eventually('no worker', async () => (await gateway.get('workers')).body.workers.length === 0);
  });

  it('are paused with a reason, and resumed, in KV where workers read it', async () => {
    const paused = await gateway.post('sites/house/pause', { reason: 'they are moving' });
    expect(paused).toMatchObject({
      status: 200,
      body: { sites: [{ chamber: 'house', paused: { reason: 'they are moving' } }] },
    });
    expect((await sites.get('house'))?.value).toMatchObject({
      v: 1,
      chamber: 'house',
      paused: { reason: 'they are moving' },
    });
    const house = await shown('the pause', ({ paused }) => paused !== null);
    expect(house.waiting_because).toMatch(/^paused by an operator since 20.*: they are moving$/);
    expect((await gateway.get('tasks/health')).body).toMatchObject({ degraded: [], sites: [{}, { paused: {} }] });
    expect((await gateway.ask('/metrics')).body).toContain('rotunda_site_paused{chamber="house"} 1');

    const again = await gateway.post('sites/house/pause');
    expect(again.body.sites[0].paused).toEqual({ at: paused.body.sites[0].paused.at, reason: null });
    expect(await gateway.post('sites/all/resume')).toMatchObject({
      status: 200,
      body: { sites: [{ chamber: 'senate' }, { chamber: 'house', paused: null, waiting_because: null }] },
    });
    await shown('the resumption', ({ paused }) => paused === null);
  });

  it('that refuse us are degraded, and an operator can close the breaker', async () => {
    await sites.put('house', { v: 1, chamber: 'house', paused: null, breaker: OPEN });
    const house = await shown('the breaker', ({ breaker }) => breaker.state === 'open');
    expect(house.waiting_because).toContain('403 Forbidden');
    expect(house.waiting_because).toContain('probed at 2026-11-24T10:15:00.000Z');
    expect((await gateway.get('tasks/health')).body.degraded).toEqual([
      {
        chamber: 'house',
        code: 'BreakerOpen',
        message: expect.stringContaining('403'),
        task_id: null,
        at: OPEN.opened_at,
      },
    ]);
    const metrics = (await gateway.ask('/metrics')).body;
    expect(metrics).toContain('rotunda_site_breaker{chamber="house",state="open"} 1');
    expect(metrics).toContain('rotunda_site_breaker{chamber="house",state="closed"} 0');
    expect((await gateway.post('sites/house/resume')).body.sites[0]).toMatchObject({ breaker: CLOSED });
    await shown('the closed breaker', ({ breaker }) => breaker.state === 'closed');
  });

  it.each([
    ['{"paused": true}', null],
    ['{"paused": "by hand"}', 'by hand'],
    ['{"paused": {"reason": "by hand"}}', 'by hand'],
  ])('are paused by `nats kv put sites house %s`', async (text, reason) => {
    await gateway.client.jetstream.views.kv(BUCKETS.sites).then((kv) => kv.put('house', text));
    const house = await shown('the pause', ({ paused }) => paused !== null);
    expect(house.paused).toEqual({ at: expect.stringMatching(/^20/), reason });
    await gateway.post('sites/house/resume');
    await shown('the resumption', ({ paused }) => paused === null);
  });

  it('are not paused by an unreadable entry', async () => {
    await gateway.post('sites/house/pause');
    await shown('the pause', ({ paused }) => paused !== null);
    await gateway.client.jetstream.views.kv(BUCKETS.sites).then((kv) => kv.put('house', '{"paused": tru'));
    await shown('no pause', ({ paused }) => paused === null);
    expect(await gateway.post('sites/house/pause')).toMatchObject({ status: 200 });
    await gateway.post('sites/house/resume');
  });

  it('that do not exist are refused, and so are invalid reasons', async () => {
    expectProblem(await gateway.post('sites/lords/pause'), 404, /No scraper takes commands for "lords"/);
    expectProblem(await gateway.post('sites/house/pause', { reason: 7 }), 422, /reason/);
    expectProblem(await gateway.post('sites/house/pause', { why: 'x' }), 422, /why/);
  });
});
