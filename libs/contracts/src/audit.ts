import { TASK_NAMES, type TaskName } from './kinds/task-names.js';

/** What can be done to Rotunda. Every route that changes something has one of these; queueing a kind of task has its own. */
export const AUDIT_ACTIONS = [
  ...TASK_NAMES.map((name): `task.${TaskName}` => `task.${name}`),
  'task.cancel',
  'task.retry',
  'task.terminate',
  'queue.purge',
  'dead-letter.replay',
  'dead-letter.delete',
  'schedule.edit',
  'schedule.delete',
  'schedule.pause',
  'schedule.resume',
  'schedule.run',
  'schedule.reset',
  'site.pause',
  'site.resume',
  'worker.drain',
  'worker.restart',
  'review.accept',
  'review.correct',
  'review.reject',
  'lineage.decide',
  'member.decide',
  'members.import',
  'members.match',
  'key.make',
  'key.revoke',
  'session.start',
  'session.end',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** `open`: nobody has to say who they are; `bus`: a message on NATS; `unknown`: the credentials were not accepted. */
export const ACTOR_KINDS = ['key', 'session', 'open', 'cli', 'bus', 'unknown'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** `refused`: 401, 403, 421 or 429; `failed`: any other error. */
export const AUDIT_RESULTS = ['ok', 'refused', 'failed'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

export const AUDIT_SOURCES = ['rest', 'dashboard', 'cli', 'bus'] as const;
export type AuditSource = (typeof AUDIT_SOURCES)[number];

/** The beginning of the CLI's User-Agent; its version follows. */
export const CLI_USER_AGENT = 'rotunda-cli/';

/** An entry of the audit trail: a row of `audit_log`, and a message on `AUDIT_SUBJECT` while Postgres is away. */
export interface AuditEntry {
  v: 1;
  /** UUID. An entry that is written twice is stored once. */
  id: string;
  /** ISO instant. */
  at: string;
  actor_kind: ActorKind;
  actor_id: string | null;
  actor_name: string | null;
  role: string | null;
  action: AuditAction;
  /** What was acted upon: a task's id, a schedule's name, a chamber …; null if there is not one such thing. */
  target: string | null;
  /** The fields of the request, without secrets. */
  params: Record<string, unknown>;
  result: AuditResult;
  /** HTTP status; null for what did not come over HTTP. */
  status: number | null;
  /** The kind of the problem, e.g. `review-conflict`, if it has one of its own. */
  problem: string | null;
  source: AuditSource;
  /** The client's address. */
  address: string | null;
  request_id: string | null;
  trace_id: string | null;
  /** More than 1 for refused or failed requests that are counted instead of written one by one. */
  count: number;
}
