import { Controller, Post } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { CLOCK } from '#rotunda/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '../../src/audit/audit-routes.js';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { type Answer, expectProblem, GatewayUnderTest } from '../gateway-under-test.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const entries = async (query = ''): Promise<Answer['body'][]> => (await gateway.get(`audit${query}`)).body.data;
const UUID = '29990000-0000-4000-8000-000000000000';

describe('an action', () => {
  it('is in the trail before its answer arrives', async () => {
    const { body } = await gateway.post('tasks/scrape/house', { days_back: 3 });
    expect(await entries(`?target=${body.task_id}`)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        actor_kind: 'open',
        actor_id: null,
        actor_name: null,
        role: 'admin',
        action: 'task.scrape',
        target: body.task_id,
        params: { chamber: 'house', days_back: 3 },
        result: 'ok',
        status: 202,
        problem: null,
        source: 'rest',
        address: '127.0.0.1',
        request_id: expect.any(String),
        trace_id: null,
        count: 1,
      },
    ]);
    await gateway.post(`tasks/cancel/${body.task_id}`);
    expect(await entries(`?target=${body.task_id}`)).toMatchObject([
      { action: 'task.cancel', status: 200 },
      { action: 'task.scrape' },
    ]);
  });

  it('that fails is there too, with its problem; a body that is not valid is left out', async () => {
    await gateway.post(`tasks/nobody/retry`);
    expect(await entries('?target=nobody')).toMatchObject([{ action: 'task.retry', result: 'failed', status: 404 }]);
    await gateway.post('sites/senate/pause', { reazon: 'hunter2' });
    expect(await entries('?target=senate')).toMatchObject([
      { action: 'site.pause', result: 'failed', status: 422, problem: 'invalid-fields', params: {} },
    ]);
  });

  it('of another page or host is refused, and so it says', async () => {
    await gateway.post('tasks/purge', {}, { origin: 'https://evil.example' });
    expect(await entries('?action=queue.purge')).toMatchObject([
      { result: 'refused', status: 403, actor_kind: 'unknown', role: null },
    ]);
  });

  it('of the CLI names it as the source', async () => {
    await gateway.post('sites/house/pause', { reason: 'a test' }, { 'user-agent': 'rotunda-cli/1.2.3' });
    expect(await entries('?source=cli')).toMatchObject([
      { action: 'site.pause', target: 'house', params: { reason: 'a test' } },
    ]);
    expect(await entries('?q=A%20TEST')).toMatchObject([{ action: 'site.pause', target: 'house' }]);
  });

  it('names the schedule and the task that it queued', async () => {
    await gateway.ask('/api/v1/schedules/hourly', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cron: '0 * * * *', task: 'check', chambers: ['house'] }),
    });
    const { body } = await gateway.post('schedules/hourly/run');
    expect(await entries('?target=hourly')).toMatchObject([
      { action: 'schedule.run', params: { task_id: body.task_id } },
      { action: 'schedule.edit', params: { cron: '0 * * * *', task: 'check', chambers: ['house'] } },
    ]);
  });
});

describe('every route that changes something', () => {
  it('is in the trail', async () => {
    const { paths } = (await gateway.ask('/api/docs-json')).body as { paths: Record<string, object> };
    const unsafe = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).flatMap((method) => (method === 'get' ? [] : { method: method.toUpperCase(), path })),
    );
    expect(unsafe.length).toBeGreaterThan(20);
    for (const { method, path } of unsafe) {
      const { length } = await entries('?limit=500');
      await gateway.ask(path.replaceAll(/\{\w+\}/g, UUID), { method });
      expect((await entries('?limit=500')).length, `${method} ${path}`).toBe(length + 1);
    }
  });

  it('names its action, or the gateway does not start', async () => {
    @Controller('things')
    class ThingsController {
      @Post(':id/break')
      break(): void {}
    }
    const module = await Test.createTestingModule({
      controllers: [ThingsController],
      providers: [
        { provide: AuditTrail, useValue: {} },
        { provide: CLOCK, useValue: () => new Date() },
      ],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    auditRoutes(app);
    await expect(app.init()).rejects.toThrow('POST /things/:id/break names no action: add @Audited to it');
  });
});

describe('a flood of refusals', () => {
  it('is counted, not written one by one', async () => {
    const evil = { origin: 'https://evil.example' };
    const ids = Array.from({ length: 50 }, (_, i) => `flood-${i}`);
    await Promise.all(ids.map((id) => gateway.post(`tasks/cancel/${id}`, {}, evil)));
    await gateway.context.get(AuditTrail).writeCounted();
    const written = await entries('?action=task.cancel&result=refused');
    expect(written.map(({ count }) => count)).toEqual(expect.arrayContaining([1, 49]));
    expect(written).toHaveLength(2);
    expect(written).toMatchObject([{ address: '127.0.0.1', status: 403 }, {}]);
  });
});

it.each(['cursor=x', 'limit=0', 'action=nothing', 'result=perhaps', 'actor=%00', 'from=2026-02-30', 'who=me'])(
  'refuses the filter %s',
  async (query) => {
    expectProblem(await gateway.get(`audit?${query}`), 400, /./);
  },
);

it('pages as other lists do', async () => {
  const first = (await gateway.get('audit?limit=2')).body;
  const second = (await gateway.get(`audit?limit=2&cursor=${first.next_cursor}`)).body;
  const both = await entries('?limit=4');
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(both.map(({ id }) => id));
});

it('keeps no key that somebody put where its id belongs', async () => {
  const text = `rtd_0123456789abcdef_${'s'.repeat(43)}`;
  const { status } = await gateway.ask(`/api/v1/keys/${text}`, { method: 'DELETE' });
  expect(status).toBe(404);
  const { body } = await gateway.get('audit?action=key.revoke');
  expect(body.data).toContainEqual(expect.objectContaining({ target: '[redacted]', status: 404 }));
});
