import type { Task } from './use-task.js';

const FINAL: readonly string[] = ['SUCCESS', 'FAILURE', 'REVOKED'];

export const isFinal = (state: string): boolean => FINAL.includes(state);

export const SOURCES: Record<NonNullable<Task['source']>, string> = {
  rest: 'A request to the API',
  retry: 'An operator, who retried it',
  replay: 'An operator, who replayed its dead letter',
  sweep: 'A gateway, which finished what another one had begun',
  schedule: 'A schedule',
  bus: 'A message on NATS',
};
