import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../client.js';
import { alsoOnceFetched } from './also-once-fetched.js';
import { useLive } from './use-live.js';

const KEY = ['dead-letters', 'count'] as const;

/** How many dead letters there are now; null while that is unknown. */
export function useDeadLetterCount(): number | null {
  const client = useQueryClient();
  const { data: counted } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/dead-letters/count', { signal })),
  });
  const set = (count: number | null): void => {
    if (count !== null) alsoOnceFetched(client, KEY, () => client.setQueryData(KEY, { count }));
  };
  useLive(['ready'], ({ data }) => set(data.dead_letters));
  useLive(['dead-letters'], ({ data }) => set(data.count));
  return counted?.count ?? null;
}
