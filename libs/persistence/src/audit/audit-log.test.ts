import { afterEach, beforeEach, expect, it } from 'vitest';
import { auditEntry } from '../../test/sample-audit.js';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { InvalidCursorError } from '../database/cursor.js';
import { AuditLog } from './audit-log.js';

let sample: Sample;
let log: AuditLog;

beforeEach(async () => {
  sample = await openSample();
  log = new AuditLog(sample.dataSource);
});
afterEach(() => sample.close());

const DAY_MS = 24 * 60 * 60 * 1_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

const idsOf = async (filters: Partial<Parameters<AuditLog['page']>[0]>): Promise<string[]> =>
  (await log.page({ limit: 50, ...filters })).items.map(({ id }) => id);

it('stores an entry once, however often it is written', async () => {
  const entry = auditEntry();
  await log.record([entry]);
  await log.record([{ ...entry, action: 'site.resume' }]);
  expect((await log.page({ limit: 50 })).items).toEqual([
    {
      id: entry.id,
      at: new Date(entry.at),
      actorKind: 'key',
      actorId: 'k1',
      actorName: 'desk',
      role: 'act',
      action: 'site.pause',
      target: 'house',
      params: { reason: 'maintenance' },
      result: 'ok',
      status: 200,
      problem: null,
      source: 'rest',
      address: '127.0.0.1',
      requestId: 'req-1',
      traceId: null,
      count: 1,
    },
  ]);
});

it('stores text that Postgres can’t hold in part', async () => {
  await log.record([auditEntry({ target: 'a\0b', params: { '\uD800': 'x\0' } })]);
  expect((await log.page({ limit: 1 })).items).toMatchObject([{ target: 'a\uFFFDb', params: { '\uFFFD': 'x\uFFFD' } }]);
});

it('lists the newest first, page by page', async () => {
  const entries = ['10:00:00.000001', '10:00:00.000002', '10:00:00.000002', '09:00:00'].map((time) =>
    auditEntry({ at: `2026-11-20T${time}Z` }),
  );
  await log.record(entries);
  const all = await idsOf({});
  expect(all.at(-1)).toBe(entries[3]!.id);
  const paged: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await log.page({ limit: 1, cursor });
    paged.push(...items.map(({ id }) => id));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  expect(paged).toEqual(all);
  await expect(log.page({ limit: 1, cursor: 'nonsense' })).rejects.toThrow(InvalidCursorError);
});

it.each([
  ['the actor’s id', { actor: 'k2' }],
  ['the actor’s name', { actor: 'press' }],
  ['the action', { action: 'site.resume' }],
  ['the target', { target: 'senate' }],
  ['the source', { source: 'cli' }],
  ['the result', { result: 'failed' }],
  ['a part of a parameter', { text: 'ROKEN S' }],
  ['the earliest time', { from: new Date('2026-11-21T00:00:00Z') }],
] as const)('finds entries by %s', async (_, filters) => {
  const wanted = auditEntry({
    ...{
      actor_id: 'k2',
      actor_name: 'press',
      action: 'site.resume',
      target: 'senate',
      source: 'cli',
      result: 'failed',
      params: { reason: 'a broken site' },
    },
    at: '2026-11-21T00:00:00.000Z',
  });
  await log.record([auditEntry(), wanted]);
  expect(await idsOf(filters)).toEqual([wanted.id]);
});

it('finds entries by the kind of actor and before a time', async () => {
  const wanted = auditEntry({ actor_kind: 'bus', at: '2026-11-19T00:00:00.000Z' });
  await log.record([auditEntry(), wanted]);
  expect(await idsOf({ actor: 'bus' })).toEqual([wanted.id]);
  expect(await idsOf({ to: new Date('2026-11-20T00:00:00Z') })).toEqual([wanted.id]);
});

it.each([
  ['changed', `UPDATE audit_log SET actor_name = 'nobody'`],
  ['deleted within 30 days', 'DELETE FROM audit_log'],
  ['emptied', 'TRUNCATE audit_log'],
])('can’t be %s, by its owner either', async (_, statement) => {
  await log.record([auditEntry({ at: daysAgo(29) })]);
  await expect(sample.dataSource.query(statement)).rejects.toThrow(/audit_log is append-only/);
  expect((await log.page({ limit: 1 })).items).toMatchObject([{ actorName: 'desk' }]);
});

it('deletes what is older than the retention, and nothing of the last 30 days', async () => {
  const [old, kept] = [auditEntry({ at: daysAgo(100) }), auditEntry({ at: daysAgo(29) })];
  await log.record([old, kept]);
  expect(await log.deleteOlderThan(new Date(daysAgo(90)))).toBe(1);
  expect(await idsOf({})).toEqual([kept.id]);
  await expect(log.deleteOlderThan(new Date())).rejects.toThrow(/append-only/);
});
