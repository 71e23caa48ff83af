/** Celery's names. */
export const TASK_STATES = ['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED'] as const;
export type TaskStateName = (typeof TASK_STATES)[number];

const FINAL: ReadonlySet<TaskStateName> = new Set(['SUCCESS', 'FAILURE', 'REVOKED']);

export const isFinal = (state: TaskStateName): boolean => FINAL.has(state);
