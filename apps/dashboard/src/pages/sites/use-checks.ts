import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { alsoOnceFetched } from '../../api/live/also-once-fetched.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { useLive } from '../../api/live/use-live.js';
import type { Chamber } from '../../api/sites.js';
import type { Task } from '../../api/tasks.js';

const SHOWN = 3;

/** The checks of a site that were queued last. */
export function useChecks(chamber: Chamber): UseQueryResult<Task[]> {
  const client = useQueryClient();
  const queryKey = ['tasks', 'checks', chamber];
  useLive(['task'], ({ data }) => {
    if (data.name !== 'check' || data.chamber !== chamber) return;
    alsoOnceFetched(client, queryKey, () =>
      client.setQueryData<Task[]>(
        queryKey,
        (checks) => checks && [data, ...checks.filter(({ id }) => id !== data.id)].toSorted(lastFirst).slice(0, SHOWN),
      ),
    );
  });
  useRefreshOn([], queryKey);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const query = { name: 'check', chamber, limit: SHOWN } as const;
      return (await answer(api.GET('/api/v1/tasks', { params: { query }, signal }))).data;
    },
  });
}

const lastFirst = (a: Task, b: Task): number => b.times.queued.localeCompare(a.times.queued);
