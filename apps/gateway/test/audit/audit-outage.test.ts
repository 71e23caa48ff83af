import { randomBytes, randomUUID } from 'node:crypto';
import { AUDIT_SUBJECT, STREAMS } from '#rotunda/contracts';
import { eventually, itAll, TcpProxy } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { type Answer, GatewayUnderTest } from '../gateway-under-test.js';

const postgres = new TcpProxy();
const nats = new TcpProxy();
let databaseUrl: string;
let natsUrl: string;
let gateway: GatewayUnderTest;
let second: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start(
    {},
    (url) => postgres.open((databaseUrl = url)),
    (url) => nats.open((natsUrl = url)),
  );
});
afterAll(async () => {
  await second?.stop();
  await gateway.stop();
  await postgres.cut();
  await nats.cut();
});

const waiting = async (): Promise<number> => (await gateway.client.manager.streams.info(STREAMS.audit)).state.messages;
const entries = async (query: string): Promise<Answer['body'][]> => (await gateway.get(`audit?${query}`)).body.data;

it('while Postgres is away, what is done waits in NATS, and the answer does not', async () => {
  await postgres.cut();
  const answer = await gateway.post('tasks/scrape/house', { days_back: 2 });
  expect(answer.status).toBe(202);
  expect(await waiting()).toBe(1);
  // Neither what anybody else publishes there, nor a second copy of an entry, keeps the others back.
  await gateway.client.publish(AUDIT_SUBJECT, 'nonsense');
  await gateway.client.publish(AUDIT_SUBJECT, JSON.stringify({ v: 1, id: 'x' }));
  const copy = await gateway.client.stored(STREAMS.audit, 1);
  const sound = JSON.parse(new TextDecoder().decode(copy?.data)) as object;
  for (const wrong of [{ at: '-000001-01-01T00:00:00.000Z' }, { target: randomBytes(3_000).toString('base64') }]) {
    const entry = { ...sound, id: randomUUID(), ...wrong };
    await gateway.client.publish(AUDIT_SUBJECT, JSON.stringify(entry));
  }
  await gateway.client.publish(AUDIT_SUBJECT, new TextDecoder().decode(copy?.data));

  // Another gateway may be the one that writes it.
  await postgres.open(databaseUrl);
  second = await GatewayUnderTest.beside(gateway);
  await eventually('the stream to be empty', async () => (await waiting()) === 0);
  expect(await entries(`target=${answer.body.task_id}`)).toMatchObject([
    { action: 'task.scrape', result: 'ok', params: { days_back: 2 } },
  ]);
});

it('while Postgres is silent, the answer waits a second, and the entry is stored once', async () => {
  postgres.holdUp();
  const { status, body } = await gateway.post('tasks/check/house', {});
  expect({ status, waiting: await waiting() }).toEqual({ status: 202, waiting: 1 });
  postgres.letGo();
  await eventually('the stream to be empty', async () => (await waiting()) === 0);
  expect(await entries(`target=${body.task_id}`)).toHaveLength(1);
});

itAll('while both are away, what was refused waits in memory, at most the newest 1,000', async () => {
  const trail = gateway.context.get(AuditTrail);
  await Promise.all([postgres.cut(), nats.cut()]);
  const refused = await gateway.post('sites/house/pause');
  expect(refused.status).toBe(503);
  const [template] = [{ v: 1, at: '2026-11-23T10:00:00.000Z', actor_kind: 'open', actor_id: null }] as const;
  const many = Array.from({ length: 1_200 }, (_, i) => ({
    ...template,
    ...{ id: `29990000-0000-4000-8000-${String(i).padStart(12, '0')}`, actor_name: null, role: null, params: {} },
    ...{ action: 'queue.purge', target: null, result: 'ok', status: 200, problem: null, source: 'rest', count: 1 },
    ...{ address: null, request_id: null, trace_id: null },
  }));
  for (const entry of many) await trail.record(entry as Parameters<AuditTrail['record']>[0]);
  await Promise.all([postgres.open(databaseUrl), nats.open(natsUrl)]);
  await eventually(
    'the entries to be written',
    async () => (await entries('action=queue.purge&limit=500')).length === 500,
  );
  const { body } = await gateway.get('audit?action=queue.purge&limit=500');
  expect(body.data[0].id).toBe(many.at(-1)!.id);
});
