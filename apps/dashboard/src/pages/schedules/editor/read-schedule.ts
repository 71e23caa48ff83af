import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.js';
import { ApiError, isNotFound } from '../../../api/problem.js';
import type { ScheduleEntry } from '../use-schedules.js';

/** A schedule and its revision as an editor needs them. */
export interface Reading {
  /** Null if there is none, or it is damaged. */
  entry: ScheduleEntry | null;
  /** Null likewise. */
  etag: string | null;
  /** Why it can't be read. */
  damage: string | null;
}

export const NOTHING: Reading = { entry: null, etag: null, damage: null };

const CONFLICT = 409;

export const readingQuery = (name: string) =>
  queryOptions({
    queryKey: ['schedule', name],
    queryFn: ({ signal }) => readSchedule(name, signal),
    // The form must not begin with what was read for an earlier one.
    gcTime: 0,
  });

async function readSchedule(name: string, signal: AbortSignal): Promise<Reading> {
  try {
    const { data, response } = await api.GET('/api/v1/schedules/{name}', { params: { path: { name } }, signal });
    return { entry: data ?? null, etag: response.headers.get('etag'), damage: null };
  } catch (error) {
    if (isNotFound(error)) return NOTHING;
    if (error instanceof ApiError && error.status === CONFLICT) return { ...NOTHING, damage: error.message };
    throw error;
  }
}
