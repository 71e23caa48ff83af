import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { useLive } from '../../../api/live/use-live.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';
import type { Worker } from './worker-condition.js';

type WorkerList = Schema<'WorkerList'>;

const KEY = ['workers'] as const;

/** The workers that are there, as their heartbeats come in. */
export function useWorkers(): UseQueryResult<WorkerList> {
  const setWorkers = useSetWorkers();
  useLive(['worker'], ({ data }) => setWorkers((workers) => withWorker(workers, data)));
  useLive(['worker-gone'], ({ data }) => setWorkers((workers) => workers.filter(({ id }) => id !== data.id)));
  useRefreshOn([], KEY);
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => answer(api.GET('/api/v1/workers', { signal })) });
}

/** Puts the workers that were told into the cache. */
export function useSetWorkers(): (change: (workers: Worker[]) => Worker[]) => void {
  const client = useQueryClient();
  return (change) => client.setQueryData<WorkerList>(KEY, (list) => list && { ...list, workers: change(list.workers) });
}

export const withWorker = (workers: Worker[], told: Worker): Worker[] =>
  workers.some(({ id }) => id === told.id)
    ? workers.map((worker) => (worker.id === told.id ? told : worker))
    : [...workers, told];
