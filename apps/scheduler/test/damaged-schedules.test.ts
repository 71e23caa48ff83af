import { BUCKETS } from '#rotunda/contracts';
import { eventually, ServiceProcess, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let nats: TestNats;
let scheduler: ServiceProcess;

beforeAll(async () => {
  nats = await startTestNats();
  await put('unreadable', 'every night');
  scheduler = await ServiceProcess.start('scheduler', { NATS_URL: nats.server.url });
});
afterAll(async () => {
  await scheduler?.stop();
  await nats.stop();
});

const put = (name: string, text: string): Promise<unknown> =>
  nats.client.jetstream.publish(`$KV.${BUCKETS.schedules}.${name}`, text);

async function ready(): Promise<{ http: number; status: string; schedules: Record<string, unknown> }> {
  const answer = await fetch(`${scheduler.url}/health/ready`);
  const { status, info } = (await answer.json()) as { status: string; info: Record<string, Record<string, unknown>> };
  return { http: answer.status, status, schedules: info['schedules']! };
}

async function gauge(): Promise<number> {
  const text = await (await fetch(`${scheduler.url}/metrics`)).text();
  return Number(/^rotunda_schedules_damaged (\d+)$/m.exec(text)![1]);
}

it('is ready with damaged schedules, names them with the reasons, and counts them', async () => {
  expect(await ready()).toEqual({
    http: 200,
    status: 'ok',
    schedules: { status: 'up', damaged: { unreadable: expect.stringContaining('not a JSON object') } },
  });
  expect(await gauge()).toBe(1);

  await put('wrong', '{"cron": "* * * * *", "task": "scrape", "args": {"days": 2}}');
  await eventually('the second one', async () => (await gauge()) === 2);
  expect((await ready()).schedules['damaged']).toMatchObject({ wrong: expect.stringMatching(/^args: .*days/) });
  expect(scheduler.log).toContain('unreadable does not fire');

  await put('wrong', '{"cron": "0 2 * * *", "task": "scrape", "args": {"days_back": 2}}');
  await put('unreadable', '{"cron": "0 2 * * *", "task": "check"}');
  await eventually('both to be mended', async () => (await gauge()) === 0);
  expect((await ready()).schedules).toEqual({ status: 'up' });
});
