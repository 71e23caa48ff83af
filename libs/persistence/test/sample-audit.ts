import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '#rotunda/contracts';

export const auditEntry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  v: 1,
  id: randomUUID(),
  at: '2026-11-20T10:00:00.000Z',
  actor_kind: 'key',
  actor_id: 'k1',
  actor_name: 'desk',
  role: 'act',
  action: 'site.pause',
  target: 'house',
  params: { reason: 'maintenance' },
  result: 'ok',
  status: 200,
  problem: null,
  source: 'rest',
  address: '127.0.0.1',
  request_id: 'req-1',
  trace_id: null,
  count: 1,
  ...change,
});
