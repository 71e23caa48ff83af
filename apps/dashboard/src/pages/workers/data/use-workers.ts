import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { alsoOnceFetched } from '../../../api/live/also-once-fetched.js';
import { useLive } from '../../../api/live/use-live.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';
import type { Worker } from './worker-condition.js';

type WorkerList = Schema<'WorkerList'>;

const KEY = ['workers'] as const;

/** A worker that goes while the list is fetched would stay in it. */
const EVERY_MS = 60_000;

/** The workers that are there, as their heartbeats come in. */
export function useWorkers(): UseQueryResult<WorkerList> {
  const client = useQueryClient();
  const change = (changed: (workers: Worker[]) => Worker[]): void =>
    alsoOnceFetched(client, KEY, () =>
      client.setQueryData<WorkerList>(KEY, (list) => list && { ...list, workers: changed(list.workers) }),
    );
  useLive(['worker'], ({ data }) => change((workers) => withWorker(workers, data)));
  useLive(['worker-gone'], ({ data }) => change((workers) => workers.filter(({ id }) => id !== data.id)));
  useRefreshOn([], KEY);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/workers', { signal })),
    refetchInterval: EVERY_MS,
  });
}

const withWorker = (workers: Worker[], told: Worker): Worker[] =>
  workers.some(({ id }) => id === told.id)
    ? workers.map((worker) => (worker.id === told.id ? told : worker))
    : [...workers, told];
