import { AuditLog } from '#rotunda/persistence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { ResultRetention } from '../../src/background/result-retention.js';
import { bearing, type KeyedGateway, startKeyedGateway } from '../access/keyed-gateway.js';
import type { Answer, GatewayUnderTest } from '../gateway-under-test.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

let gateway: GatewayUnderTest;
let keys: KeyedGateway['keys'];

beforeAll(async () => {
  const env = { DASHBOARD_PASSWORD: 'open sesame', RATE_LIMIT_PER_MINUTE: '40', TRUST_PROXY: 'loopback' };
  ({ gateway, keys } = await startKeyedGateway(env));
});
afterAll(() => gateway.stop());

const entries = async (query: string): Promise<Answer['body'][]> => {
  const answer = await gateway.ask(`/api/v1/audit${query}`, { headers: bearing(keys.admin.text) });
  return answer.body.data;
};
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

it('names the key that acted, its role, and its address', async () => {
  const { body } = await gateway.post('tasks/check/house', {}, { ...bearing(keys.act.text), ...from('192.0.2.1') });
  expect(await entries(`?target=${body.task_id}`)).toMatchObject([
    {
      actor_kind: 'key',
      actor_id: keys.act.id,
      actor_name: 'act key',
      role: 'act',
      source: 'rest',
      address: '192.0.2.1',
    },
  ]);
});

it('names the key of a session, and the dashboard as its source', async () => {
  const own = { origin: gateway.url };
  const begun = await gateway.post('session', { key: keys.act.text }, own);
  const cookie = begun.headers.get('set-cookie')!.split(';', 1)[0]!;
  await gateway.post('sites/house/resume', {}, { ...own, cookie });
  expect(await entries(`?actor=${keys.act.id}&source=dashboard`)).toMatchObject([
    { action: 'site.resume', actor_kind: 'session', actor_name: 'act key', role: 'act', result: 'ok' },
    { action: 'session.start', actor_kind: 'session', params: {}, status: 201 },
  ]);
});

it('counts failed sign-ins, and the requests that were one too many', async () => {
  const guess = (n: number): Promise<Answer> => gateway.post('session', { password: `guess ${n}` }, from('192.0.2.2'));
  const answers = await Promise.all(Array.from({ length: 45 }, (_, n) => guess(n)));
  const times = (status: number): number => answers.filter((answer) => answer.status === status).length;
  expect(times(401)).toBe(20);
  expect(times(429)).toBe(25);
  await gateway.context.get(AuditTrail).writeCounted();
  const written = (await entries('?action=session.start&result=refused')).filter(
    ({ address }) => address === '192.0.2.2',
  );
  const counted = (status: number): number[] =>
    written.flatMap((entry) => (entry.status === status ? entry.count : []));
  expect(counted(401)).toEqual([19, 1]);
  expect(counted(429)).toEqual([24, 1]);
  expect(written[0]).toMatchObject({ actor_kind: 'unknown', actor_id: null, params: {} });
  expect(JSON.stringify(written)).not.toContain('guess');
});

it('is forgotten after AUDIT_RETENTION_DAYS, by the gateway', async () => {
  const [entry] = await entries('?limit=1');
  const aged = (days: number) => ({
    ...{ ...entry, v: 1, id: crypto.randomUUID(), target: 'aged' },
    at: new Date(Date.now() - days * DAY_MS).toISOString(),
  });
  const [old, kept] = [aged(731), aged(729)];
  await gateway.owner.get(AuditLog).record([old, kept]);
  await gateway.context.get(ResultRetention).removeOld();
  expect((await entries('?target=aged')).map(({ id }) => id)).toEqual([kept.id]);
});
