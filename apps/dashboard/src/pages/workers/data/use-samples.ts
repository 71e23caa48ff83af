import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../../../api/client.js';
import { useLive } from '../../../api/live/use-live.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';
import { type Day, dayUntil, withHeartbeat } from './samples.js';

type SampleList = Schema<'WorkerSampleList'>;

const KEY = 'worker-samples';
/** Heartbeats tell what is new. */
const STALE_AFTER_MS = 10 * 60_000;

/** The last day of all workers or of one, also of those that are gone; heartbeats extend it. */
export function useSamples(stepMinutes: number, worker?: string): UseQueryResult<SampleList> {
  const client = useQueryClient();
  const queryKey = [KEY, { stepMinutes, worker }];
  useLive(['worker'], ({ data }) => {
    if (worker !== undefined && worker !== data.name) return;
    client.setQueryData<SampleList>(
      queryKey,
      (list) => list && { workers: withHeartbeat(list.workers, data, stepMinutes) },
      // A heartbeat does not make the rest any newer.
      { updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt ?? 0 },
    );
  });
  useRefreshOn(['worker-gone'], [KEY]);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/workers/samples', {
          params: { query: { step_minutes: stepMinutes, ...(worker !== undefined && { worker }) } },
          signal,
        }),
      ),
    staleTime: STALE_AFTER_MS,
    refetchInterval: STALE_AFTER_MS,
  });
}

/** The same until its next step begins: charts are drawn anew when it changes. */
export function useDay(now: number, stepMinutes: number): Day {
  const step = Math.floor(now / (stepMinutes * 60_000));
  return useMemo(() => dayUntil(step * stepMinutes * 60_000, stepMinutes), [step, stepMinutes]);
}
