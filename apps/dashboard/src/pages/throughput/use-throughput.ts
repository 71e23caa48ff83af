import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api } from '../../api/client.js';
import { useLive } from '../../api/live/use-live.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
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

const SOON_MS = 500;
/** A run is told at once, and written to Postgres a little later: under load after the first fetch. */
const SETTLED_MS = 3_000;

/** Fetches again when tasks change their state: most events of a task are its progress, which changes no figure here. */
function useRefreshOnStates(queryKey: string[], isWanted: boolean): void {
  const client = useQueryClient();
  const states = useRef(new Map<string, string>());
  const soon = useRef<Timer>(undefined);
  const settled = useRef<Timer>(undefined);
  const fetchAgain = (): void => void client.invalidateQueries({ queryKey });
  useLive(['task'], ({ data: { id, run, state } }) => {
    if (!isWanted || states.current.get(id) === `${run}.${state}`) return;
    states.current.set(id, `${run}.${state}`);
    soon.current ??= setTimeout(() => {
      soon.current = undefined;
      fetchAgain();
    }, SOON_MS);
    clearTimeout(settled.current);
    settled.current = setTimeout(fetchAgain, SETTLED_MS);
  });
  useEffect(
    () => () => {
      clearTimeout(soon.current);
      clearTimeout(settled.current);
    },
    [],
  );
}

type Timer = ReturnType<typeof setTimeout>;
