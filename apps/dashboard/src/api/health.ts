import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import { ApiError } from './problem.js';
import type { Schema } from './types.js';

export type TasksHealth = Schema<'TasksHealth'>;

const OUTAGE = 503;
/** No event tells of Postgres. */
const LOOK_AGAIN_MS = 10_000;

/** NATS, Postgres and workers. An outage is what it is about, and no error: that answer has the same shape. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => {
    try {
      return await answer(api.GET('/api/v1/tasks/health', { signal }));
    } catch (error) {
      if (error instanceof ApiError && error.status === OUTAGE && isHealth(error.problem)) return error.problem;
      throw error;
    }
  },
  refetchInterval: LOOK_AGAIN_MS,
});

const isHealth = (body: object): body is TasksHealth => 'degraded' in body && 'nats' in body && 'postgres' in body;
