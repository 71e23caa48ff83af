import type { TaskState } from '#rotunda/contracts';
import { revoked } from './task-transitions.js';

/**
 * Whether the run's command has expired before its first attempt. The state keeps the attempts of all runs, so it
 * checks the start time, which belongs to this run.
 *
 * @param expiresAt from the command; default: from the state's args
 */
export const hasExpired = ({ times, args }: TaskState, now: Date, expiresAt = args['expires_at']): boolean =>
  times.started === null && typeof expiresAt === 'string' && Date.parse(expiresAt) <= now.getTime();

/** REVOKED, as in Celery. */
export function expired(state: TaskState, now: Date, expiresAt = state.args['expires_at']): TaskState {
  const message = `no worker started the command before ${String(expiresAt)}`;
  return revoked(state, { code: 'Expired', message }, now.toISOString());
}
