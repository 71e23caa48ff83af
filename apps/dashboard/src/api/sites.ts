import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client.js';
import { alsoOnceFetched } from './live/also-once-fetched.js';
import { useRefreshOn } from './live/refresh-on.js';
import { useLive } from './live/use-live.js';
import type { Schema } from './types.js';

export type Site = Schema<'SiteStatusView'>;
export type Chamber = Site['chamber'];

const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/sites', { signal }))).sites,
});

/** Pause, breaker and budget of each chamber as they are now. */
export function useSites(): UseQueryResult<Site[]> {
  const client = useQueryClient();
  const { queryKey } = sitesQuery;
  useLive(['site'], ({ data }) =>
    alsoOnceFetched(client, queryKey, () =>
      client.setQueryData(queryKey, (sites) => sites?.map((site) => (site.chamber === data.chamber ? data : site))),
    ),
  );
  // Which terms are withheld is known by the workers.
  useRefreshOn(['worker-gone'], queryKey);
  return useQuery(sitesQuery);
}
