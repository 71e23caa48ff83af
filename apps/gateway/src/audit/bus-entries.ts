import { createHash } from 'node:crypto';
import type { AuditEntry, TaskState } from '#rotunda/contracts';
import { shownParams } from './shown-params.js';

/** The entries of commands that came over the bus: one for each run, however often its task changes. */
export function busEntries(states: TaskState[]): AuditEntry[] {
  const entries = states.filter(({ source }) => source === 'bus').map(entryOf);
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** NATS does not say who published a message: the actor is not named. */
const entryOf = ({ id, run, chamber, name, args, stream_seq, headers, times }: TaskState): AuditEntry => ({
  ...{ v: 1, id: idOf(`${id}-${run}`), at: times.queued },
  ...{ actor_kind: 'bus', actor_id: null, actor_name: null, role: null },
  ...{ action: `task.${name}`, target: id },
  params: { ...shownParams({ chamber, ...args }), stream_seq, ...(headers && { headers }) },
  ...{ result: 'ok', status: null, problem: null, source: 'bus', address: null, request_id: null, trace_id: null },
  count: 1,
});

/** The same UUID from every gateway. */
function idOf(run: string): string {
  const hex = createHash('sha256').update(`bus ${run}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
