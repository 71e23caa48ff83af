import type { TaskState } from '#rotunda/contracts';
import { revoked } from './task-transitions.js';

/**
 * Whether the run's command has expired before anybody took it up. Attempts are kept over all runs: whether this one was
 * ever taken up, its start tells.
 *
 * @param expiresAt as the command has it; the state's args, unless somebody has read the command itself
 */
export const hasExpired = ({ times, args }: TaskState, now: Date, expiresAt = args['expires_at']): boolean =>
  times.started === null && typeof expiresAt === 'string' && Date.parse(expiresAt) <= now.getTime();

/** REVOKED, as Celery does. */
export function expired(state: TaskState, now: Date, expiresAt = state.args['expires_at']): TaskState {
  const message = `nobody took the command up before ${String(expiresAt)}`;
  return revoked(state, { code: 'Expired', message }, now.toISOString());
}
