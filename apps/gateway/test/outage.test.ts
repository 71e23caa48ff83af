import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STREAMS } from '#rotunda/contracts';
import { planCommand } from '#rotunda/tasks';
import { expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { eventually, TcpProxy } from '#rotunda/testing';
import { ended, task } from './tasks/task-samples.js';

const MEBIBYTE = 1024 * 1024;

const proxy = new TcpProxy();
let databaseUrl: string;
let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({}, (url) => {
    databaseUrl = url;
    return proxy.open(url);
  });
});
afterAll(async () => {
  await gateway.stop();
  await proxy.cut();
});

const expectRetryAfter = (headers: Headers): void => expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);

describe('a full queue', () => {
  const limitQueue = async (max_bytes: number): Promise<void> => {
    const { config } = await gateway.client.manager.streams.info(STREAMS.tasks);
    await gateway.client.manager.streams.update(STREAMS.tasks, { ...config, max_bytes });
  };
  beforeAll(() => limitQueue(1));
  afterAll(() => limitQueue(MEBIBYTE));

  it('is a 503 that says when to try again', async () => {
    const answer = await gateway.post('tasks/scrape/house', {});
    expectProblem(answer, 503, /queue is full; try again/);
    expectRetryAfter(answer.headers);
  });
});

describe('while Postgres is away', () => {
  beforeAll(() => proxy.cut());

  it('disclosures are a 503, commands and live states are served', async () => {
    await gateway.tasks.put('lives', task('lives'));
    const paths = ['trades', 'filings', 'reviews', 'coverage', 'tasks', 'tasks/status/nobody'];
    const shapes = ['/compat/fmp/senate-latest', '/compat/quiver/congresstrading', '/feeds/trades.atom'];
    for (const path of [...paths.map((each) => `/api/v1/${each}`), ...shapes]) {
      const answer = await gateway.ask(path);
      expectProblem(answer, 503, /Postgres does not answer/);
      expectRetryAfter(answer.headers);
    }
    expect(await gateway.get('tasks/status/lives')).toMatchObject({ status: 200 });
    expect(await gateway.post('tasks/scrape/house', {})).toMatchObject({ status: 202 });
    expect(await gateway.get('tasks/health')).toMatchObject({
      status: 503,
      body: {
        status: 'unhealthy',
        message: expect.stringMatching(/^Postgres does not answer.*; No worker is running/),
        nats: 'ok',
        postgres: expect.stringContaining('Postgres does not answer'),
      },
    });
    const ready = await gateway.ask('/health/ready');
    expectProblem(ready, 503, /./);
    expect(ready.body.details).toMatchObject({ nats: { status: 'up' }, postgres: { status: 'down' } });
    expect(await gateway.ask('/health/live')).toMatchObject({ status: 200 });
  });

  it('a group is shown with its live children, and names those that only the history may have', async () => {
    const asked = { name: 'scrape', chamber: 'all', args: {}, window: null } as const;
    const [senate, house] = planCommand({ ...asked, id: 'group' }, 30);
    await gateway.tasks.put(senate!.id, ended(senate!.id, new Date(), { chamber: 'senate', group: senate!.group! }));
    const unknown_children = [house!.id];
    expect(await gateway.get('tasks/status/group')).toMatchObject({
      status: 200,
      body: { status: 'STARTED', unknown_children },
    });
    expect((await gateway.get('tasks/status/group?wait=1')).body).toMatchObject({ unknown_children });
    expect((await gateway.get('tasks/group')).body).toMatchObject({ size: 2, children: [{}], unknown_children });
    expect(await gateway.get('tasks/group/why')).toMatchObject({
      status: 200,
      body: {
        reason: 'group',
        message: 'A group of 2: 1 ended, 1 not known while Postgres does not answer.',
        children: [{ task_id: senate!.id, reason: 'ended' }],
        unknown_children,
      },
    });
    // Nothing is done to a group with an unknown child.
    for (const verb of ['cancel/group', 'group/retry', 'group/terminate']) {
      expectProblem(await gateway.post(`tasks/${verb}`), 503, /Postgres does not answer/);
    }
    await gateway.tasks.put(house!.id, task(house!.id, { group: house!.group! }));
    const { body } = await gateway.get('tasks/status/group');
    expect(body).toEqual({ task_id: 'group', status: 'STARTED' });
  });

  it('scrapes and reparses wait for it, checks do not', async () => {
    const why = async (command: string): Promise<{ reason: string; message: string }> => {
      const { task_id } = (await gateway.post(`tasks/${command}/house`, {})).body;
      return (await gateway.get(`tasks/${task_id}/why`)).body;
    };
    const waits = { reason: 'waiting_for_postgres', message: expect.stringMatching(/Postgres does not answer/) };
    expect(await why('scrape')).toMatchObject(waits);
    expect(await why('reparse')).toMatchObject(waits);
    expect(await why('check')).toMatchObject({ reason: 'no_worker' });
  });

  it('its version is not known', async () => {
    expect((await gateway.get('version')).body).toMatchObject({ nats_server: expect.any(String), postgres: null });
  });

  it('the metrics say so, and show no old figures', async () => {
    const { status, body } = await gateway.ask('/metrics');
    expect(status).toBe(200);
    expect(body).toContain('rotunda_postgres_up 0');
    expect(body).toContain('rotunda_site_layout_changed{chamber="house"} 0');
    expect(body).not.toMatch(/^rotunda_(filings|last_success_timestamp_seconds)\{/m);
    expect(body).not.toMatch(/^rotunda_announcements_pending /m);
    expect(body).toContain('rotunda_nats_up 1');
    expect(body).toMatch(/^rotunda_queue_depth\{chamber="house",kind="scrape"\} [1-9]/m);
  });

  it('everything works again once it is back', async () => {
    await proxy.open(databaseUrl);
    expect(await gateway.get('trades')).toMatchObject({ status: 200 });
    expect(await gateway.get('tasks/health')).toMatchObject({ status: 200 });
  });
});

describe('while Postgres hangs', () => {
  beforeAll(() => proxy.holdUp());
  afterAll(() => proxy.letGo());

  it('the metrics are served within two seconds, and say so', async () => {
    const body = await eventually('an old reading to be over', async () => {
      const begunAt = performance.now();
      const answer = await gateway.ask('/metrics');
      expect(performance.now() - begunAt).toBeLessThan(2_000);
      return answer.body.includes('rotunda_postgres_up 0') ? (answer.body as string) : null;
    });
    expect(body).not.toMatch(/^rotunda_filings\{/m);
    expect(body).toContain('rotunda_nats_up 1');
  });
});

describe('after NATS was killed', () => {
  it('commands and states are a 503 that says when to try again; disclosures are served', async () => {
    await gateway.nats.server.stop('SIGKILL');
    const answers = await Promise.all([
      gateway.post('tasks/scrape/house', {}),
      gateway.post('tasks/check/house', {}, { 'idempotency-key': 'k' }),
      gateway.post('tasks/cancel/lives'),
      gateway.get('tasks/status/lives'),
      gateway.get('tasks/status/lives?wait=30'),
      gateway.get('tasks/lives'),
    ]);
    for (const answer of answers) {
      expectProblem(answer, 503, /NATS does not answer; is nats-server running/);
      expectRetryAfter(answer.headers);
    }
    expect(await gateway.get('trades')).toMatchObject({ status: 200 });
    expect(await gateway.get('tasks/health')).toMatchObject({
      status: 503,
      body: {
        status: 'unhealthy',
        message: expect.stringMatching(/^NATS JetStream does not answer[^;]*$/),
        postgres: 'ok',
      },
    });
    expectProblem(await gateway.ask('/health/ready'), 503, /./);
  });

  it('the metrics say so, and show no old figures', async () => {
    const { body } = await gateway.ask('/metrics');
    expect(body).toContain('rotunda_nats_up 0');
    expect(body).not.toMatch(/^rotunda_(queue|workers|worker|dead_letters|site_paused|site_breaker)[a-z_]*(\{| )/m);
    expect(body).toContain('rotunda_commands_accepted_total{chamber="house",kind="scrape",source="rest"} 2');
  });
});
