import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api } from '../../api/client.js';
import { useLive } from '../../api/live/use-live.js';
import { useRefresh, useRefreshOn } from '../../api/live/refresh-on.js';
import type { Schema } from '../../api/types.js';
import type { Period } from './route.js';

const MINUTE_MS = 60_000;
/** The last interval goes on: a minute, 15 minutes, a day. */
const EVERY_MS: Record<Period, number> = { hour: MINUTE_MS, day: MINUTE_MS, quarter: 30 * MINUTE_MS };

export function useThroughput(period: Period): UseQueryResult<Schema<'ThroughputView'>> {
  const queryKey = ['throughput', period];
  useRefreshOn([], ['throughput']);
  useRefreshOnStates(queryKey, period === 'hour');
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/throughput', { params: { query: { period } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: EVERY_MS[period] / 2,
    refetchInterval: EVERY_MS[period],
  });
}

export function useQueues(): Schema<'QueueView'>[] | undefined {
  const queryKey = ['queues'];
  useRefreshOn([], queryKey);
  useRefreshOnStates(queryKey, true);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/queue', { signal })),
    refetchInterval: MINUTE_MS,
  });
  return data?.queues;
}

/** A run is told at once, and written to Postgres a little later: under load after the first fetch. */
const SETTLED_MS = 3_000;

/** Fetches again when tasks change their state: most events of a task are its progress, which changes no figure here. */
function useRefreshOnStates(queryKey: string[], isWanted: boolean): void {
  const states = useRef(new Map<string, string>());
  const settled = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useRefresh(queryKey);
  useLive(['task'], ({ data: { id, run, state, times } }) => {
    if (!isWanted || states.current.get(id) === `${run}.${state}`) return;
    // What has ended tells of no progress any more: thousands of these would only fill the memory.
    if (times.finished === null) states.current.set(id, `${run}.${state}`);
    else states.current.delete(id);
    refresh();
    clearTimeout(settled.current);
    settled.current = setTimeout(refresh, SETTLED_MS);
  });
  useEffect(() => () => clearTimeout(settled.current), []);
}
