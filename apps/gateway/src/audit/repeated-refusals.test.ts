import { expect, it } from 'vitest';
import type { AuditEntry } from '#rotunda/contracts';
import { auditEntry } from '../../../../libs/persistence/test/sample-audit.js';
import { RepeatedRefusals } from './repeated-refusals.js';

const NOW = new Date('2026-11-23T10:01:00Z');
const refused = (change: Partial<AuditEntry> = {}): AuditEntry =>
  auditEntry({
    ...{ result: 'refused', status: 401, actor_kind: 'unknown', actor_id: null, actor_name: null, role: null },
    ...change,
  });

const admittedOf = (refusals: RepeatedRefusals, entries: AuditEntry[]): number =>
  entries.filter((entry) => refusals.admits(entry)).length;

it('admits whatever succeeded', () => {
  expect(
    admittedOf(
      new RepeatedRefusals(),
      Array.from({ length: 1_000 }, () => auditEntry()),
    ),
  ).toBe(1_000);
});

it('admits one refusal of a kind and counts the others, whatever they aimed at', () => {
  const refusals = new RepeatedRefusals();
  expect(
    admittedOf(
      refusals,
      Array.from({ length: 100 }, (_, i) => refused({ target: `t${i}` })),
    ),
  ).toBe(1);
  expect(refusals.admits(refused({ address: '192.0.2.1' }))).toBe(true);
  expect(refusals.admits(refused({ action: 'site.resume' }))).toBe(true);
  expect(refusals.takeCounted(NOW)).toMatchObject([{ count: 99, address: '127.0.0.1', at: NOW.toISOString() }]);
  expect(refusals.takeCounted(NOW)).toEqual([]);
  expect(refusals.admits(refused())).toBe(true);
});

it('tells apart what someone known failed to do', () => {
  const failed = (target: string): AuditEntry => auditEntry({ result: 'failed', status: 409, target });
  expect(admittedOf(new RepeatedRefusals(), [failed('a'), failed('b'), failed('a')])).toBe(2);
});

it('writes a bounded number of entries, however many addresses there are, and still counts all', () => {
  const refusals = new RepeatedRefusals();
  const admitted = admittedOf(
    refusals,
    Array.from({ length: 5_000 }, (_, i) => refused({ address: `2001:db8::${i.toString(16)}` })),
  );
  const counted = refusals.takeCounted(NOW);
  expect(admitted + counted.length).toBeLessThan(300);
  expect(admitted + counted.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  expect(counted).toMatchObject([{ address: null, target: null, actor_kind: 'unknown' }]);
});
