import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { AuditEntry, AuditResult } from '#rotunda/contracts';
import type { AuditLog } from '#rotunda/persistence';

/** What a verb does to Postgres itself, without a gateway that would write it down. */
type Action = Pick<AuditEntry, 'action' | 'target' | 'params'>;

/**
 * Does the work and enters it into the audit trail, also if it fails.
 *
 * @param targetOf what was acted upon, where the work makes it
 */
export async function audited<T>(
  trail: AuditLog,
  action: Action,
  work: () => Promise<T>,
  targetOf: (done: T) => string | null = () => action.target,
): Promise<T> {
  const done = await work().catch(async (error: unknown) => {
    await trail.record([entryOf(action, 'failed')]).catch(() => undefined);
    throw error;
  });
  await trail.record([entryOf({ ...action, target: targetOf(done) }, 'ok')]);
  return done;
}

/** An entry of what this program did. */
export const entryOf = (action: Action, result: AuditResult): AuditEntry => ({
  ...{ v: 1, id: randomUUID(), at: new Date().toISOString() },
  ...{ actor_kind: 'cli', actor_id: null, actor_name: callerName(), role: null },
  ...action,
  ...{ result, status: null, problem: null, source: 'cli', address: null, request_id: null, trace_id: null, count: 1 },
});

/** Who runs this program, and where. */
export const callerName = (): string => `${userName()}@${hostname()}`;

/** A container's user may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
