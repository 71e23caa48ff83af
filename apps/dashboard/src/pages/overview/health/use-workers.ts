import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { alsoOnceFetched } from '../../../api/live/also-once-fetched.js';
import { useLive } from '../../../api/live/use-live.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';

export type Worker = Schema<'WorkerView'>;

const QUERY_KEY = ['workers', 'alive'];

export function useWorkers(): UseQueryResult<Worker[]> {
  const client = useQueryClient();
  useLive(['worker'], ({ data }) =>
    alsoOnceFetched(client, QUERY_KEY, () =>
      client.setQueryData<Worker[]>(
        QUERY_KEY,
        (workers) => workers && [...workers.filter(({ id }) => id !== data.id), data],
      ),
    ),
  );
  useRefreshOn(['worker-gone'], QUERY_KEY);
  return useQuery({
    queryKey: QUERY_KEY,
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/workers', { signal }))).workers,
  });
}
